import {
  type Answers,
  type Field,
  NO_COMMUNITY,
  OTHER_CRAFT,
  UNLISTED_COMMUNITY,
} from "../artisans/answers.ts";
import type { Artisan, Registrar } from "../artisans/artisan.ts";
import { readPhone } from "../artisans/phone.ts";
import { readBirthYear, readNib, readShopLink, readYears } from "../artisans/read-detail.ts";
import { readName } from "../artisans/read-name.ts";
import { MOST_CRAFTS, readWordList, readWords, WORDS } from "../artisans/read-words.ts";
import { type CraftKey, CRAFTS, readCrafts, showCraft } from "../places/crafts.ts";
import { readDesa, readKecamatan } from "../places/read-kecamatan.ts";
import { cleanText, normalise, type Reading, readWord } from "../text.ts";
import { LISTED, type SheetEnv, type SheetField } from "./member-sheet.ts";

/** What is wrong with a cell; each has a sentence, `sheet-wrong-<reason>`. */
export type CellProblem =
  | "missing"
  | "name"
  | "kecamatan"
  | "outside"
  | "desa"
  | "craft"
  | "tooMany"
  | "otherCraft"
  | "phone"
  | "landline"
  | "foreign"
  | "yesNo"
  | "adult"
  | "year"
  | "young"
  | "years"
  | "link"
  | "nib"
  | "choice"
  | "words"
  | "consent"
  | "mainCraft"
  | "noPhone"
  /** No record has this code. */
  | "code"
  /** Another row of the sheet has it too. */
  | "twice";

export interface Complaint {
  field: SheetField;
  reason: CellProblem;
  /** As it stands in the cell. */
  value: string;
}

export interface ReadMember {
  /** Without the consent, which is noted as the row is saved. */
  answers: Answers;
  manner: Registrar["manner"] | undefined;
  complaints: Complaint[];
}

/** Where a cell may stay empty it says nothing; these may not. */
const NEEDED: readonly SheetField[] = ["name", "kecamatan", "crafts"];

interface MemberEnv extends SheetEnv {
  /** The year it is in WIB. */
  year: number;
  /** The record that the row is of: what it knows already need not be told. */
  record: Artisan | undefined;
}

/** Reads a row of the sheet, with the readers of the dialogue. Cells are by field; "" is empty. */
export function readMember(cells: Partial<Record<SheetField, string>>, env: MemberEnv): ReadMember {
  const complaints: Complaint[] = [];
  const answers: Record<string, unknown> = {};
  const cell = (field: SheetField) => cleanText(cells[field] ?? "");
  const complain = (field: SheetField, reason: CellProblem) =>
    complaints.push({ field, reason, value: cell(field) });

  for (const field of env.record ? [] : NEEDED) if (cell(field) === "") complain(field, "missing");
  for (const [field, read] of Object.entries(readers(cell, env)) as [SheetField, Read][]) {
    if (cell(field) === "") continue;
    const got = read(cells[field] ?? "", answers);
    if (got.ok) answers[field] = got.value;
    else complain(field, got.reason);
  }
  Object.assign(answers, communityOf(cell("community"), env, complain));
  checkTogether(answers, env.record, complain);
  const manner = MANNERS.find((one) => one === normalise(cell("consent")));
  if (!env.record) checkConsent(cell, answers, manner, complain);
  return { answers, manner, complaints };
}

const MANNERS = ["lisan", "tertulis"] as const;

type Read = (typed: string, before: Answers) => Reading<unknown, CellProblem>;

const as = <Value>(read: Reading<Value, string>, reason: CellProblem) =>
  read.ok ? read : { ok: false as const, reason };

/** In an order in which a reader finds what it needs of the cells before. */
function readers(
  cell: (field: SheetField) => string,
  { places, record, speech, year }: MemberEnv,
): Partial<Record<SheetField, Read>> {
  const listed =
    (field: keyof typeof LISTED): Read =>
    (typed) =>
      as(readListed(field, typed, speech), "choice");
  return {
    name: (typed) => {
      const read = readName(typed);
      return read.ok ? { ok: true, value: read.value.name } : { ok: false, reason: "name" };
    },
    sex: (typed) => {
      const letter = LISTED.sex.find((one) => one === typed.trim().toUpperCase());
      return letter ? { ok: true, value: letter } : listed("sex")(typed, {});
    },
    birthYear: (typed) => {
      const read = readBirthYear(typed, year);
      if (read.ok) return read;
      return { ok: false, reason: read.reason === "tooYoung" ? "young" : "year" };
    },
    kecamatan: (typed) => {
      const read = readKecamatan(typed, places);
      if (read.ok) return { ok: true, value: read.value.code };
      return { ok: false, reason: read.reason === "city" ? "outside" : "kecamatan" };
    },
    desa: (typed, { kecamatan = record?.kecamatan }) => {
      const read = kecamatan === undefined ? undefined : readDesa(typed, kecamatan, places);
      return read?.ok ? { ok: true, value: read.value.code } : { ok: false, reason: "desa" };
    },
    crafts: readCraftCell,
    mainCraft: (typed, { crafts = record?.crafts ?? [] }) => {
      const read = readCraftCell(typed);
      const [main, more] = read.ok ? read.value : [];
      const fits = main !== undefined && more === undefined && crafts.includes(main);
      return fits ? { ok: true, value: main } : { ok: false, reason: "mainCraft" };
    },
    craftOther: (typed) => as(readWords(typed, WORDS.craftOther), "words"),
    phone: (typed) => {
      const read = readPhone(typed);
      if (read.ok) return { ok: true, value: { number: read.value, verified: false } };
      const { reason } = read;
      return {
        ok: false,
        reason: reason === "landline" || reason === "foreign" ? reason : "phone",
      };
    },
    whatsapp: readYesNo,
    businessName: (typed) => as(readWords(typed, WORDS.businessName), "words"),
    products: (typed) => readList(typed, WORDS.products),
    shopLink: (typed) => as(readShopLink(typed), "link"),
    channels: (typed) => as(readListedMany("channels", typed, speech), "choice"),
    workers: listed("workers"),
    yearsInCraft: (typed) => as(readYears(typed), "years"),
    turnover: listed("turnover"),
    nib: listed("nib"),
    nibNumber: (typed) => as(readNib(typed), "nib"),
    teach: (typed) => readList(typed, WORDS.teach),
  };
}

function readList(
  typed: string,
  length: Parameters<typeof readWordList>[1],
): Reading<string[], CellProblem> {
  const read = readWordList(typed, length);
  if (read.ok) return read;
  return { ok: false, reason: read.reason === "tooMany" ? "tooMany" : "words" };
}

function readYesNo(typed: string): Reading<boolean, CellProblem> {
  const word = readWord(typed);
  if (word === "yes" || word === "no") return { ok: true, value: word === "yes" };
  return { ok: false, reason: "yesNo" };
}

/** Names between semicolons, each in its short form or in words that lead to crafts. */
function readCraftCell(typed: string): Reading<CraftKey[], CellProblem> {
  const parts = typed.split(";").map(normalise).filter(Boolean);
  const keys = parts.map((part) => {
    const exact = CRAFTS.filter(({ key }) => normalise(showCraft(key, "id", "short")) === part);
    return exact.length ? exact.map(({ key }) => key) : readCrafts(part);
  });
  if (!parts.length || keys.some((found) => !found.length)) return { ok: false, reason: "craft" };
  const value = [...new Set(keys.flat())];
  return value.length <= MOST_CRAFTS ? { ok: true, value } : { ok: false, reason: "tooMany" };
}

function readListed(
  field: keyof typeof LISTED,
  typed: string,
  speech: SheetEnv["speech"],
): Reading<string, "unknown"> {
  const said = normalise(typed);
  const list: readonly string[] = LISTED[field];
  const value = list.find(
    (one, at) =>
      normalise(speech.plain(`detail-${field}-${at + 1}`)) === said || one === typed.trim(),
  );
  return value === undefined ? { ok: false, reason: "unknown" } : { ok: true, value };
}

function readListedMany(
  field: keyof typeof LISTED,
  typed: string,
  speech: SheetEnv["speech"],
): Reading<string[], "unknown"> {
  const parts = typed.split(/[;,]/).filter((part) => part.trim() !== "");
  const values: string[] = [];
  for (const part of parts) {
    const read = readListed(field, part, speech);
    if (!read.ok) return read;
    if (!values.includes(read.value)) values.push(read.value);
  }
  return { ok: true, value: values };
}

type Complain = (field: SheetField, reason: CellProblem) => void;

/** One of the list by its name; any other name is kept as it stands, for a coordinator to look at. */
function communityOf(typed: string, { communities }: MemberEnv, complain: Complain): Answers {
  if (typed === "") return { community: NO_COMMUNITY };
  const found = [...communities].find(([, name]) => normalise(name) === normalise(typed));
  if (found) return { community: found[0] };
  const read = readWords(typed, WORDS.communityOther);
  if (!read.ok) complain("community", "words");
  return read.ok ? { community: UNLISTED_COMMUNITY, communityOther: read.value } : {};
}

function checkTogether(answers: Answers, record: Artisan | undefined, complain: Complain): void {
  const other = answers.crafts?.includes(OTHER_CRAFT) ?? false;
  if (other && (answers.craftOther ?? record?.craftOther) === undefined)
    complain("craftOther", "otherCraft");
  if (answers.whatsapp !== undefined && !(answers.phone ?? record?.phone))
    complain("whatsapp", "noPhone");
  if (answers.nibNumber !== undefined && answers.nib !== "yes") answers.nib = "yes";
}

function checkConsent(
  cell: (field: SheetField) => string,
  answers: Answers,
  manner: Registrar["manner"] | undefined,
  complain: Complain,
): void {
  const grown = readWord(cell("adult")) === "yes" || (answers.birthYear ?? undefined) !== undefined;
  if (!grown) complain("adult", "adult");
  else answers.adult = true;
  if (!manner) complain("consent", "consent");
}

/** The answers that stand in a sheet. */
export const ANSWER_FIELDS: readonly (Field & SheetField)[] = [
  ...(["name", "sex", "birthYear", "kecamatan", "desa", "community", "crafts"] as const),
  ...(["mainCraft", "craftOther", "phone", "whatsapp", "businessName", "products"] as const),
  ...(["shopLink", "channels", "workers", "yearsInCraft", "turnover", "nib"] as const),
  ...(["nibNumber", "teach"] as const),
];
