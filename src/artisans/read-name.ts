import { cleanText, graphemes, type Reading } from "../text.ts";

/** Graphemes of a name. */
export const NAME_LENGTH = { least: 2, most: 80 } as const;

export type NameProblem =
  "empty" | "tooShort" | "tooLong" | "digits" | "link" | "notLatin" | "signs";

export interface ReadName {
  /** As typed, cleaned; plain text that whoever shows it must still escape. */
  name: string;
  /** Offered as a button when the name came in all capitals or all small letters. */
  tidy?: string;
}

/**
 * Reads a full name as it goes on a certificate. One word is a name. Letters are Latin, as on
 * Indonesian civil papers (Permendagri 73/2022, Pasal 5) and in the fonts of ours.
 *
 * Reasons: `empty` nothing to see; `tooLong` over 80 signs; `link` an address or @account;
 * `digits` of any script; `notLatin` letters of another script; `signs` anything but letters,
 * `' ’ . , -` and spaces; `tooShort` fewer than two letters.
 */
export function readName(raw: string): Reading<ReadName, NameProblem> {
  const name = evenSigns(cleanText(raw));
  const reason = problemOf(name);
  if (reason !== undefined) return { ok: false, reason };
  const tidy = tidied(name);
  const better = tidy !== name && problemOf(tidy) === undefined;
  return { ok: true, value: better ? { name, tidy } : { name } };
}

/** Keyboards offer several signs for the same apostrophe and hyphen; only those are evened out. */
function evenSigns(text: string): string {
  return text.replace(/[`´‘ʼʻ]/g, "'").replace(/[‐‑–]/g, "-");
}

const LINK = /:\/\/|^@|\bwww\.|\S@\S|\w{3,}\.(?:com|net|org|id|me|info|link|site|xyz)(?!\p{L})/iu;
const LETTER = /(?=\p{L})\p{Script=Latin}/gu;

function problemOf(name: string): NameProblem | undefined {
  if (name === "") return "empty";
  if (isTooLong(name)) return "tooLong";
  if (LINK.test(name)) return "link";
  if (/\p{N}/u.test(name)) return "digits";
  const rest = name.replace(LETTER, "");
  if (/\p{L}/u.test(rest)) return "notLatin";
  if (/[^'’., -]/.test(rest)) return "signs";
  return name.length - rest.length < NAME_LENGTH.least ? "tooShort" : undefined;
}

/** Counting what is seen is slow on a pasted page, and no sign of a name needs four units. */
function isTooLong(name: string): boolean {
  return name.length > NAME_LENGTH.most * 4 || graphemes(name) > NAME_LENGTH.most;
}

function tidied(name: string): string {
  const capitals = name === name.toUpperCase();
  if (!capitals && name !== name.toLowerCase()) return name;
  const [own = "", ...degrees] = name.split(/(?<=,)/);
  const person = own.split(" ").map((word, place) => tidyWord(word, place > 0));
  return person.join(" ") + degrees.map((degree) => tidyDegree(degree, capitals)).join("");
}

const SMALL = new Set(["bin", "binti"]);
/** Written in capitals inside a name; II to IV are numbers of a line. */
const CAPITAL = new Set(["kh", "ii", "iii", "iv"]);

function tidyWord(word: string, inside: boolean): string {
  const lower = word.toLowerCase();
  const bare = lower.replace(/[.,]/g, "");
  if (inside && SMALL.has(bare)) return lower;
  if (CAPITAL.has(bare)) return word.toUpperCase();
  return capitalised(lower);
}

/** After a comma stand degrees: "s.pd." is S.Pd.; a dotless "SE" in capitals stays as it is. */
function tidyDegree(degree: string, capitals: boolean): string {
  if (capitals && !degree.includes(".") && degree.trim().length <= 4) return degree;
  return capitalised(degree.toLowerCase());
}

/** A capital after a space, hyphen or dot, but not in "Nur'aini"; "O'Neil" has two. */
function capitalised(lower: string): string {
  return lower
    .replace(/(?<=^|[ .,-])\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/(?<=(?:^|[ .,-])\p{L}['’])\p{L}/gu, (letter) => letter.toUpperCase());
}
