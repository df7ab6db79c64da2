import { randomBytes } from "node:crypto";
import type { Artisan } from "../artisans/artisan.ts";
import type { Answers } from "../artisans/answers.ts";
import { answersOf, type Change, changeOf, recordOf } from "../artisans/record.ts";
import { localDate } from "../dates.ts";
import { nameKeys } from "../doubles/name-sound.ts";
import { likeness } from "../doubles/same-person.ts";
import type { Services } from "../services.ts";
import { cleanText, normalise } from "../text.ts";
import type { ImportCounts, RowPlan } from "./import.ts";
import { sheetEnv } from "./list-of-artisans.ts";
import {
  headerOf,
  type Listed,
  SHEET_FIELDS,
  sheetCells,
  type SheetEnv,
  type SheetField,
} from "./member-sheet.ts";
import { ANSWER_FIELDS, type Complaint, type ReadMember, readMember } from "./read-member.ts";
import type { ReadRow } from "./spreadsheet.ts";

type Cells = Partial<Record<SheetField, string>>;

/** claimed: its person keeps it. alike: a record may be of the same person; or a row above. */
export type Doubt =
  { is: "claimed" } | { is: "alike"; code: string } | { is: "alikeRow"; row: number };

export type PlannedRow = { row: number; places: Partial<Record<SheetField, number>> } & (
  | { kind: "fresh" | "changed"; artisan: string; plan: RowPlan }
  | { kind: "same"; artisan: string }
  | { kind: "doubtful"; doubt: Doubt; artisan?: string }
  | { kind: "wrong"; complaints: Complaint[] }
);

export type PlannedImport =
  | { ok: true; rows: PlannedRow[]; counts: ImportCounts; known: string[] }
  /** Columns that no row can do without. */
  | { ok: false; reason: "headers"; missing: string[] };

type PlanServices = Pick<
  Services,
  "artisanList" | "artisans" | "clock" | "communities" | "places" | "texts"
>;

const NEEDED = ["name", "kecamatan", "crafts"] as const;
/** A title may stand above the head. */
const HEAD_WITHIN = 10;
/** Says that a row is of another person than the record that is like it. */
const NEW_WORDS = new Set(["baru", "new"]);

/** Reads every row, compares it with what is known, and writes nothing. */
export async function planImport(
  read: readonly ReadRow[],
  services: PlanServices,
): Promise<PlannedImport> {
  const env = await sheetEnv(services);
  const head = findHead(read, env);
  if ("missing" in head) return { ok: false, reason: "headers", missing: head.missing };
  const year = Number(localDate(services.clock.now()).slice(0, 4));
  const planner = createPlanner({ ...env, year }, services);
  const rows: PlannedRow[] = [];
  for (const { number, cells } of read.slice(head.at + 1)) {
    const given = Object.entries(head.places).map(([field, place]) => [
      field,
      cleanText(cells[place] ?? ""),
    ]);
    const planned = await planner.plan(number, Object.fromEntries(given) as Cells);
    rows.push({ row: number, places: head.places, ...planned });
  }
  return { ok: true, rows, counts: countsOf(rows), known: planner.known() };
}

interface Head {
  at: number;
  places: Partial<Record<SheetField, number>>;
}

function findHead(read: readonly ReadRow[], { speech }: SheetEnv): Head | { missing: string[] } {
  const names = new Map(SHEET_FIELDS.map((field) => [normalise(headerOf(field, speech)), field]));
  const heads = read.slice(0, HEAD_WITHIN).map(({ cells }, at): Head => {
    const places: Head["places"] = {};
    cells.forEach((cell, place) => {
      const field = names.get(normalise(cell));
      if (field !== undefined) places[field] ??= place;
    });
    return { at, places };
  });
  const size = ({ places }: Head) => Object.keys(places).length;
  const best = heads.reduce((a, b) => (size(b) > size(a) ? b : a), { at: 0, places: {} });
  const missing = NEEDED.filter((field) => best.places[field] === undefined);
  return missing.length ? { missing: missing.map((field) => headerOf(field, speech)) } : best;
}

function countsOf(rows: readonly PlannedRow[]): ImportCounts {
  const of = (kind: PlannedRow["kind"]) => rows.filter((row) => row.kind === kind).length;
  return {
    ...{ fresh: of("fresh"), changed: of("changed"), same: of("same") },
    ...{ doubtful: of("doubtful"), wrong: of("wrong") },
  };
}

type Planned = PlannedRow extends infer Row
  ? Row extends PlannedRow
    ? Omit<Row, "row" | "places">
    : never
  : never;

function createPlanner(env: SheetEnv & { year: number }, { artisans }: PlanServices) {
  const known = new Set<string>();
  const codes = new Set<string>();
  const above = createRowsAbove();

  function planKnown(cells: Cells, record: Artisan): Planned {
    const read = readMember(cells, { ...env, record });
    if (read.complaints.length) return { kind: "wrong", complaints: read.complaints };
    const { id } = record;
    const after = differences(cells, read.answers, record, env);
    if (Object.keys(after).length === 0) return { kind: "same", artisan: id };
    if (record.telegram !== undefined || !record.registrar)
      return { kind: "doubtful", doubt: { is: "claimed" }, artisan: id };
    const before = Object.fromEntries(
      Object.keys(after).map((name) => [name, record[name as keyof Artisan]]),
    ) as Change;
    return { kind: "changed", artisan: id, plan: { does: "change", before, after } };
  }

  async function planNew(row: number, cells: Cells, sure: boolean): Promise<Planned> {
    const read = readMember(cells, { ...env, record: undefined });
    const { answers, manner, complaints } = read;
    const listed = listedOf(answers);
    if (complaints.length || !listed || !manner) return { kind: "wrong", complaints };
    const doubt = sure ? undefined : await findAlike(cells, listed);
    if (doubt) return doubt;
    const twin = sure ? undefined : above.alike(listed);
    above.add(row, listed);
    if (twin !== undefined) return { kind: "doubtful", doubt: { is: "alikeRow", row: twin } };
    const artisan = randomBytes(9).toString("base64url");
    return { kind: "fresh", artisan, plan: { does: "add", answers, manner } };
  }

  async function findAlike(cells: Cells, listed: Listed): Promise<Planned | undefined> {
    const records = await artisans.alike({ ...listed, id: "" } as Artisan);
    const alike = records.filter((record) => likeness(listed, record));
    for (const { id } of alike) known.add(id);
    const same = alike.find((record) => saysNothingNew(cells, listed, record, env));
    if (same) return { kind: "same", artisan: same.id };
    const [first] = alike;
    if (!first) return undefined;
    return { kind: "doubtful", doubt: { is: "alike", code: first.id }, artisan: first.id };
  }

  return {
    /** Ids of the records that rows were compared with. */
    known: () => [...known],

    async plan(row: number, cells: Cells): Promise<Planned> {
      const code = cells.code ?? "";
      if (code === "" || NEW_WORDS.has(normalise(code))) return planNew(row, cells, code !== "");
      const wrong = (reason: "code" | "twice"): Planned => ({
        kind: "wrong",
        complaints: [{ field: "code", reason, value: code }],
      });
      if (codes.has(code)) return wrong("twice");
      codes.add(code);
      const record = await artisans.byId(code);
      if (!record || record.state === "merged" || record.leaving) return wrong("code");
      known.add(code);
      return planKnown(cells, record);
    },
  };
}

/** Nothing stands for a consent here: it is noted as the row is saved. */
const UNDATED = { version: "", at: "", update: 0 };

function listedOf(answers: Answers): Listed | undefined {
  return recordOf({ ...answers, consent: UNDATED });
}

/** The fields that a row says differently; an empty cell leaves a field as it is. */
function differences(
  cells: Cells,
  answers: ReadMember["answers"],
  record: Artisan,
  env: SheetEnv,
): Change {
  const told = ANSWER_FIELDS.filter((field) => (cells[field] ?? "") !== "");
  const taken = Object.fromEntries(told.map((field) => [field, answers[field]]));
  const whole: Answers = {
    ...answersOf(record),
    ...taken,
    ...(told.includes("community") && { communityOther: answers.communityOther }),
  };
  const wanted = sheetCells({ ...record, ...listedOf(whole) }, env);
  let change: Change = {};
  let now = sheetCells(record, env);
  for (const field of told) {
    if (now[field] === wanted[field]) continue;
    const merged = { ...record, ...change } as Artisan;
    const other = field === "community" && answers.communityOther !== undefined;
    const more = other
      ? changeOf("communityOther", answers.communityOther, merged)
      : changeOf(field, answers[field], merged);
    change = { ...change, ...more };
    // A changed craft or number takes along what hangs on it: the next cells are compared with that.
    now = sheetCells({ ...merged, ...more } as Artisan, env);
  }
  return change;
}

/** Whether all that a row tells stands in the record already. */
function saysNothingNew(cells: Cells, listed: Listed, record: Artisan, env: SheetEnv): boolean {
  const told = ANSWER_FIELDS.filter((field) => (cells[field] ?? "") !== "");
  const [wanted, now] = [sheetCells(listed, env), sheetCells(record, env)];
  return told.every((field) => wanted[field] === now[field]);
}

/** Rows of the same sheet that may be of one person. */
function createRowsAbove() {
  const found = new Map<string, { row: number; listed: Listed }[]>();
  const keysOf = ({ name, kecamatan, phone }: Listed) => [
    ...nameKeys(name).map((key) => `${kecamatan} ${key}`),
    ...(phone ? [phone.number] : []),
  ];
  return {
    add(row: number, listed: Listed): void {
      for (const key of keysOf(listed))
        found.set(key, [...(found.get(key) ?? []), { row, listed }]);
    },
    alike(listed: Listed): number | undefined {
      const close = keysOf(listed).flatMap((key) => found.get(key) ?? []);
      return close.find((one) => likeness(listed, one.listed))?.row;
    },
  };
}
