import { showPhone } from "../artisans/phone.ts";
import { localTime, showDate, showHours } from "../dates.ts";
import type { Frame } from "./origin.ts";
import { writePdf } from "./pdf.ts";
import { facts, grid, type GridColumn, knownTo, signatures, title } from "./pdf-blocks.ts";
import { type Cell, type Column, writeSheet } from "./spreadsheet.ts";

/** How somebody's presence was seen: by the code in the room, a tick, the own card, or paper. */
export type MarkRoad = "room" | "tick" | "card" | "paper";

export interface AttendanceRow {
  /** As the person writes it. */
  name: string;
  sex?: "L" | "P";
  /** As `places` shows it: "Desa Cirangkong, Kec. Petir". */
  place: string;
  /** Community or business. */
  group?: string;
  /** E.164; shown only where phones were asked for. */
  phone?: string;
  /** Absent: not present on that day. Voided marks are not told. */
  mark?: { at: Date; road: MarkRoad };
}

export interface AttendanceSheet extends Frame {
  training: string;
  /** With its city: "UTC Dago Hotel, Kota Bandung". */
  place: string;
  /** Local date and hours; `number` of `of` counts the days of the training from 1. */
  day: { number: number; of: number; date: string; from: string; until: string; topic?: string };
  /** Without them unless they were asked for. */
  withPhones: boolean;
  /** Filled: who was present, and how it was seen. Otherwise empty, for signing. */
  filled: boolean;
  rows: readonly AttendanceRow[];
}

const ROADS: Record<MarkRoad, string> = {
  room: "kode ruang",
  tick: "dicentang",
  card: "kartu",
  paper: "lembar kertas",
};

/** The attendance sheet of one day: A4, lying where phones are on it. */
export function attendancePdf(sheet: AttendanceSheet): Promise<Buffer> {
  const { day, letterhead, origin, filled, withPhones } = sheet;
  return writePdf({
    ...{ letterhead, origin, landscape: withPhones, title: `Daftar hadir ${day.date}`, margin: 36 },
    content: [
      title("DAFTAR HADIR", sheet.training),
      facts(aboutDay(sheet)),
      grid(
        columnsOf(sheet),
        sheet.rows.map((row, at) => rowOf(row, at, sheet)),
        { height: filled ? 0 : SIGNING },
      ),
      ...(filled ? [facts([["Jumlah hadir", totalOf(sheet)]])] : []),
      signatures([...knownTo(sheet), { role: "Panitia" }]),
    ],
  });
}

/** Room for a signature, in points. */
const SIGNING = 25;

const aboutDay = ({ day, place }: AttendanceSheet) =>
  [
    ["Hari/tanggal", `${showDate(day.date)} (hari ke-${day.number} dari ${day.of})`],
    ["Pukul", withoutWord(showHours(day.from, day.until))],
    ["Tempat", place],
    ...(day.topic ? [["Materi", day.topic] as const] : []),
  ] as const;

/** "09.00–15.00 WIB": the word before it stands in the fact's name. */
const withoutWord = (hours: string) => hours.replace(/^pukul /, "");

function totalOf({ rows }: AttendanceSheet): string {
  return `${rows.filter(({ mark }) => mark).length} dari ${rows.length} peserta`;
}

/** The columns that say who it is; then those of the presence. */
function columnsOf({ filled, withPhones }: AttendanceSheet): GridColumn[] {
  return [
    { head: "No", width: 20, align: "right" },
    { head: "Nama", width: "*" },
    { head: "L/P", width: 22, align: "center" },
    { head: "Kecamatan/Desa", width: withPhones ? 150 : 104 },
    { head: "Komunitas/Usaha", width: withPhones ? 130 : 88 },
    ...(withPhones ? [{ head: "No. HP", width: 84 }] : []),
    ...(filled
      ? [{ head: "Kehadiran", width: 112 }]
      : [
          { head: "Tanda tangan", width: 60, span: 2, open: true },
          { head: "", width: 60 },
        ]),
  ];
}

function rowOf(row: AttendanceRow, at: number, { filled, withPhones }: AttendanceSheet): string[] {
  return [...whoOf(row, at, withPhones), ...(filled ? [presenceOf(row)] : signingOf(at))];
}

function whoOf(row: AttendanceRow, at: number, withPhones: boolean): string[] {
  const { name, sex = "", place, group = "", phone } = row;
  const number = withPhones ? [phone ? showPhone(phone) : ""] : [];
  return [String(at + 1), name, sex, place, group, ...number];
}

function presenceOf({ mark }: AttendanceRow): string {
  if (!mark) return "tidak hadir";
  return `hadir, ${localTime(mark.at).replace(":", ".")}, ${ROADS[mark.road]}`;
}

/** Odd rows sign on the left, even ones on the right, so that each has the height of two. */
const signingOf = (at: number) => (at % 2 === 0 ? [`${at + 1}.`, ""] : ["", `${at + 1}.`]);

const SHEET_WIDTHS: Record<string, number> = {
  ...{ No: 6, Nama: 32, "L/P": 6, "Kecamatan/Desa": 32, "Komunitas/Usaha": 28 },
  ...{ "No. HP": 18, Kehadiran: 28, "Tanda tangan": 16 },
};

/** The same as a workbook. */
export function attendanceXlsx(sheet: AttendanceSheet): AsyncIterable<Uint8Array> {
  const { day, letterhead, training } = sheet;
  const columns = columnsOf(sheet).map(({ head }): Column => ({
    header: head,
    width: SHEET_WIDTHS[head || "Tanda tangan"] ?? 16,
  }));
  const about = aboutDay(sheet).map(([name, value]) => `${name}: ${value}`);
  const total = sheet.filled ? [`Jumlah hadir: ${totalOf(sheet)}`] : [];
  return writeSheet("xlsx", {
    ...{ name: `Hadir ${day.date}`, columns },
    above: [letterhead.office, "DAFTAR HADIR", training, ...about, ...total],
    rows: cellsOf(sheet),
  });
}

function* cellsOf(sheet: AttendanceSheet): Iterable<Cell[]> {
  for (const [at, row] of sheet.rows.entries()) yield [at + 1, ...rowOf(row, at, sheet).slice(1)];
}
