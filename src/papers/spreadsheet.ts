import type { CellStyle, ColumnDef } from "hucre/xlsx";
import { neutralise, restore } from "./formula.ts";
import { unpackedSize } from "./unpacked-size.ts";

export const SHEET_FORMATS = ["xlsx", "csv"] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** A text is a text cell whatever it looks like; a number is one. */
export type Cell = string | number | null;

export interface Column {
  header: string;
  /** In signs of the default font. */
  width: number;
}

interface Sheet {
  /** At most 31 signs, as Excel takes it. */
  name: string;
  columns: readonly Column[];
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
  /**
   * Lines over the head, such as what the sheet is of: it is a paper then, that is printed and
   * signed. XLSX only, and the reader is not for them.
   */
  above?: readonly string[];
}

/**
 * The bytes of a sheet, made while the rows come, so that memory does not grow with their number.
 * XLSX has text cells and a bold head that stays in sight; CSV a BOM, `;`, and no cell that a
 * program would take for a formula.
 */
export async function* writeSheet(format: SheetFormat, sheet: Sheet): AsyncGenerator<Uint8Array> {
  yield* format === "xlsx" ? await xlsxOf(sheet) : await csvOf(sheet);
}

/** "@" keeps a cell a text also when it is edited. */
const BODY = { numFmt: "@" };
const ABOVE = { font: { bold: true }, numFmt: "@" };
const LINE = { style: "thin", color: { rgb: "8A94A0" } } as const;
const BOXED = { border: { top: LINE, right: LINE, bottom: LINE, left: LINE } };
const HEAD = {
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E8EEF4" } },
  numFmt: "@",
} as const;

// The library is read when a sheet is: most starts of the program see none.
async function xlsxOf({ name, columns, rows, above }: Sheet) {
  if (above) return [await paperOf({ name, columns, rows, above })];
  const { writeXlsxStream } = await import("hucre/xlsx");
  const styled = columns.map(({ width }): ColumnDef => ({ width }));
  // The writer reads a column's style anew for each row.
  const restyle = (style: CellStyle) => styled.forEach((column) => (column.style = style));
  async function* withHead() {
    restyle(HEAD);
    yield columns.map(({ header }) => asWritten(header));
    restyle(BODY);
    for await (const row of rows) yield row.map(asWritten);
  }
  return writeXlsxStream(withHead(), { name, columns: styled, freezePane: { rows: 1 } });
}

/** All columns on A4 across, in boxes, with the head on each page. */
async function paperOf({ name, columns, rows, above }: Sheet & { above: readonly string[] }) {
  const { writeXlsx } = await import("hucre/xlsx");
  const lines: Cell[][] = [...above.map((line) => [line]), columns.map(({ header }) => header)];
  for await (const row of rows) lines.push([...row]);
  const cells = new Map<string, { style: CellStyle }>();
  above.forEach((_, at) => cells.set(`${at},0`, { style: ABOVE }));
  columns.forEach((_, at) => cells.set(`${above.length},${at}`, { style: { ...HEAD, ...BOXED } }));
  const head = above.length + 1;
  return writeXlsx({
    sheets: [
      {
        name,
        rows: lines.map((line) => line.map(asWritten)),
        columns: columns.map(({ width }) => ({ width, style: { ...BODY, ...BOXED } })),
        cells,
        freezePane: { rows: head },
        pageSetup: {
          ...{ paperSize: "a4", orientation: "landscape" },
          ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
          printTitlesRow: `$${head}:$${head}`,
        },
      },
    ],
  });
}

/**
 * "_x0041_" in a text would be read as "A" (ECMA-376, 22.9.2.19), so its first sign is escaped; and
 * "#REF!" would be an error.
 */
function asWritten(cell: Cell): Cell {
  if (typeof cell !== "string") return cell;
  return cell.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_").replace(/^#/, "_x0023_");
}

async function csvOf({ columns, rows }: Sheet) {
  const { writeCsvStream } = await import("hucre/csv");
  async function* lines() {
    yield columns.map(({ header }) => neutralise(header));
    for await (const row of rows)
      yield row.map((cell) => (typeof cell === "string" ? neutralise(cell) : cell));
  }
  return writeCsvStream(lines(), { delimiter: ";", bom: true, headers: false });
}

export interface SheetLimits {
  bytes: number;
  rows: number;
}

/**
 * empty: nothing in it. tooBig: too many bytes, packed or unpacked. tooMany: too many rows.
 * encrypted: with a password. oldExcel: the form before 2007. notASheet: something else.
 */
export type SheetProblem = "empty" | "tooBig" | "tooMany" | "encrypted" | "oldExcel" | "notASheet";

export interface ReadRow {
  /** As the sheet counts, from 1. */
  number: number;
  /** Texts as they are shown: a number has no point and no exponent, an empty cell is "". */
  cells: string[];
}

export type ReadSheet = { ok: true; rows: ReadRow[] } | { ok: false; reason: SheetProblem };

/** Reads the first sheet of an XLSX or a CSV file, whichever the bytes are; never throws on them. */
export async function readSheet(bytes: Uint8Array, limits: SheetLimits): Promise<ReadSheet> {
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  if (bytes.length > limits.bytes) return { ok: false, reason: "tooBig" };
  try {
    const isZip = startsWith(bytes, [0x50, 0x4b]);
    if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { ok: false, reason: oleKind(bytes) };
    if (isZip && unpackedSize(bytes) > limits.bytes * UNPACKED)
      return { ok: false, reason: "tooBig" };
    return await collect(isZip ? xlsxRows(bytes, limits) : csvRows(bytes, limits), limits);
  } catch (error) {
    const { EncryptedFileError } = await import("hucre");
    // Of bytes that are broken somewhere the library throws errors of every kind.
    return { ok: false, reason: error instanceof EncryptedFileError ? "encrypted" : "notASheet" };
  }
}

/** How much larger than the packed limit a workbook may be inside. */
const UNPACKED = 20;
const MOST_CELLS = 60;

const startsWith = (bytes: Uint8Array, signs: number[]) =>
  signs.every((sign, at) => bytes[at] === sign);

/** A workbook with a password rests in the container of the old form, under this name. */
function oleKind(bytes: Uint8Array): "encrypted" | "oldExcel" {
  const name = Buffer.from("EncryptedPackage", "utf16le");
  return Buffer.from(bytes).includes(name) ? "encrypted" : "oldExcel";
}

async function collect(rows: AsyncIterable<ReadRow>, limits: SheetLimits): Promise<ReadSheet> {
  const found: ReadRow[] = [];
  for await (const row of rows) {
    if (row.cells.every((cell) => cell.trim() === "")) continue;
    if (found.length > limits.rows) return { ok: false, reason: "tooMany" };
    found.push(row);
  }
  return found.length ? { ok: true, rows: found } : { ok: false, reason: "empty" };
}

/** Empty rows count too, so that a sheet of a million of them comes to an end. */
const withEmptyOnes = ({ rows }: SheetLimits) => rows * 2 + 1_000;

async function* xlsxRows(bytes: Uint8Array, limits: SheetLimits): AsyncGenerator<ReadRow> {
  const { streamXlsxRows } = await import("hucre/xlsx");
  for await (const { index, values } of streamXlsxRows(bytes, { maxRows: withEmptyOnes(limits) }))
    yield { number: index + 1, cells: values.slice(0, MOST_CELLS).map(shown) };
}

async function* csvRows(bytes: Uint8Array, limits: SheetLimits): AsyncGenerator<ReadRow> {
  const { detectDelimiter, streamCsvRows } = await import("hucre/csv");
  const text = decoded(bytes);
  const options = { delimiter: detectDelimiter(text), maxRows: withEmptyOnes(limits) };
  let number = 0;
  for (const values of streamCsvRows(text, options)) {
    number += 1;
    yield { number, cells: values.slice(0, MOST_CELLS).map((value) => restore(shown(value))) };
  }
}

/** UTF-8, UTF-16 with its mark, or what Windows wrote. @throws TypeError for what is no text */
function decoded(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder("utf-16le").decode(bytes);
  // Pictures and programs hold such a byte early; no text does.
  if (bytes.subarray(0, 4_096).includes(0) || startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    throw new TypeError("not a text");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "number")
    return Number.isSafeInteger(value) ? value.toFixed(0) : String(value);
  return typeof value === "boolean" ? (value ? "ya" : "tidak") : "";
}

/** "B5": a cell by its place in the row, from 0, and the row as the sheet counts. */
export function cellName(place: number, row: number): string {
  const letters: string[] = [];
  for (let rest = place; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters.unshift(String.fromCharCode(65 + (rest % 26)));
  return `${letters.join("")}${row}`;
}
