import { addDays, daysBetween } from "../dates.ts";
import type { Holiday, Period } from "../notices/quiet-hours.ts";
import { readDate } from "../read-date.ts";
import { cleanText, graphemes, normalise } from "../text.ts";
import type { YearRows } from "./holiday.ts";

/** A row of a list, as it was typed or stands in a sheet. */
export interface RawRow {
  /** From 1, as the sheet or the message counts. */
  number: number;
  cells: readonly string[];
}

/**
 * notADate, noSuchDate: the date of the row. wrongYear: of another year. noName, tooLong: the name.
 * twice: the date stands above. ramadan: its first or last day is lacking.
 */
export type RowComplaint =
  "notADate" | "noSuchDate" | "wrongYear" | "noName" | "tooLong" | "twice" | "ramadan";

export interface ReadHolidays extends YearRows {
  complaints: { row: number; reason: RowComplaint }[];
}

const MOST_NAME = 80;
/** Thirty days at the most, and no fewer than are ever seen. */
const RAMADAN_DAYS = { least: 27, most: 30 };

/** "1 Januari 2027; Tahun Baru; libur nasional" or "1 Januari – Tahun Baru", one day a line. */
export function rowsOfLines(text: string): RawRow[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line, at) => ({ number: at + 1, cells: cellsOf(line) }))
    .filter(({ cells }) => cells.length > 0);
}

const DATE_FIRST =
  /^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|(?:\p{L}+,?\s+)?\d{1,2}\s+\p{L}+(?:\s+\d{4})?)\s*[:,–—-]?\s+(\S.*)$/u;

function cellsOf(line: string): string[] {
  const cells = line.split(/[;|\t]/).map(cleanText);
  if (cells.length > 1) return cells.some((cell) => cell !== "") ? cells : [];
  const whole = cells[0] ?? "";
  if (whole === "") return [];
  if (isRamadan(whole)) return [whole];
  const [, date, name] = DATE_FIRST.exec(whole) ?? [];
  return date === undefined || name === undefined ? [whole] : [date, name];
}

const isRamadan = (cell: string) =>
  /^(?:bulan )?(?:ramadan|ramadhan|puasa)\b/.test(normalise(cell));

/** Reads the list of one year; what cannot be read is left out and said. */
export function readHolidays(raw: readonly RawRow[], year: string, source: string): ReadHolidays {
  const read: ReadHolidays = { rows: [], ramadan: [], complaints: [] };
  const { head, order } = headOf(raw);
  for (const row of raw.filter((one) => one !== head)) {
    const reason = readRow(
      order.map((at) => row.cells[at] ?? ""),
      row.cells,
      year,
      source,
      read,
    );
    if (reason) read.complaints.push({ row: row.number, reason });
  }
  read.rows.sort((a, b) => (a.date < b.date ? -1 : 1));
  return { ...read, rows: withSilence(read.rows) };
}

/** Where date, name and kind stand: as the head says, else in this order. */
function headOf(raw: readonly RawRow[]): { head: RawRow | undefined; order: number[] } {
  const [first] = raw;
  const words = (first?.cells ?? []).map(normalise);
  const at = (pattern: RegExp) => words.findIndex((word) => pattern.test(word));
  const date = at(/^(tanggal|tgl|date)\b/);
  if (date < 0) return { head: undefined, order: [0, 1, 2] };
  const name = at(/^(nama|hari libur|keterangan|libur|name|peringatan)\b/);
  const kind = at(/^(jenis|kind|macam)\b/);
  return { head: first, order: [date, name, kind] };
}

function readRow(
  [date = "", name = "", kind = ""]: string[],
  cells: readonly string[],
  year: string,
  source: string,
  read: ReadHolidays,
): RowComplaint | undefined {
  if (cells.some(isRamadan)) return readRamadan(cells, year, source, read);
  const day = readDate(date, `${year}-01-01`);
  if (!day.ok) return day.reason;
  if (!day.value.startsWith(year)) return "wrongYear";
  const called = cleanText(name);
  if (called === "") return "noName";
  if (graphemes(called) > MOST_NAME) return "tooLong";
  if (read.rows.some((one) => one.date === day.value)) return "twice";
  read.rows.push({ date: day.value, name: called, source, ...kindOf(called, kind) });
  return undefined;
}

function kindOf(name: string, kind: string): Pick<Holiday, "kind" | "silent"> {
  const said = normalise(kind);
  const isJoint = /\bcuti\b/.test(said) || (said === "" && /^cuti\b/.test(normalise(name)));
  return {
    kind: isJoint ? "jointLeave" : "national",
    ...(/\b(hening|sunyi|silent)\b/.test(said) && { silent: true as const }),
  };
}

/** "Ramadan; 8 Februari 2027; 9 Maret 2027", or both in one cell with "s.d." between. */
function readRamadan(
  cells: readonly string[],
  year: string,
  source: string,
  read: ReadHolidays,
): RowComplaint | undefined {
  const parts = cells
    .map((cell) => cell.replace(/^(?:bulan\s+)?(?:ramadh?an|puasa)(?:\s+\d{4}\s*H)?[\s:,]*/i, ""))
    .flatMap((cell) => cell.split(/\s*(?:[–—]|\bs\.?\s?d\.?|\bsampai\b|\s-\s)\s*/i));
  const days = parts.flatMap((part) => {
    const day = readDate(part, `${year}-01-01`);
    return day.ok ? [day.value] : [];
  });
  const [from, until] = days;
  if (from === undefined || until === undefined) return "ramadan";
  const length = daysBetween(from, until) + 1;
  if (length < RAMADAN_DAYS.least || length > RAMADAN_DAYS.most) return "ramadan";
  if (!from.startsWith(year)) return "wrongYear";
  if (!read.ramadan.some((one) => one.from === from)) read.ramadan.push({ from, until, source });
  return undefined;
}

const FEASTS = [/\bidul ?fitri\b/, /\bidul ?adha\b/];

/** On the first two days of Idulfitri and Iduladha nothing at all is sent. */
function withSilence(rows: readonly Holiday[]): Holiday[] {
  const silent = new Set<string>();
  for (const feast of FEASTS) {
    const days = rows.filter(
      ({ name, kind }) => kind === "national" && feast.test(normalise(name)),
    );
    const [first] = days;
    if (first) for (const date of [first.date, addDays(first.date, 1)]) silent.add(date);
  }
  return rows.map((row) => (silent.has(row.date) ? { ...row, silent: true } : row));
}

/** What stands in Ramadan, as one line of a list. */
export const isPeriod = (one: Holiday | Period): one is Period => "from" in one;
