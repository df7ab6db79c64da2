import { showPhone } from "../artisans/phone.ts";
import { showDatesInLetter } from "../dates.ts";
import type { Frame } from "./origin.ts";
import { writePdf } from "./pdf.ts";
import { facts, grid, type GridColumn, knownTo, signatures, title } from "./pdf-blocks.ts";
import { type Cell, type Column, type SheetFormat, writeSheet } from "./spreadsheet.ts";

export interface ParticipantRow {
  name: string;
  sex?: "L" | "P";
  /** As `places` shows it: "Desa Cirangkong, Kec. Petir". */
  place: string;
  /** Community or business. */
  group?: string;
  /** As `showCraft` names them in the short form. */
  crafts: readonly string[];
  /** E.164; shown only where phones were asked for. */
  phone?: string;
  /** Where the enrolment stands: "pasti hadir". */
  state?: string;
}

export interface ParticipantList extends Frame {
  training: string;
  place: string;
  /** Local dates of its days. */
  dates: readonly string[];
  withPhones: boolean;
  rows: readonly ParticipantRow[];
}

/** Who takes part in a training, on A4 lying down. */
export function participantPdf(list: ParticipantList): Promise<Buffer> {
  const { letterhead, origin, training } = list;
  return writePdf({
    ...{ letterhead, origin, landscape: true, title: `Daftar peserta ${training}`, margin: 36 },
    content: [
      title("DAFTAR PESERTA", training),
      facts(aboutTraining(list)),
      grid(
        columnsOf(list),
        list.rows.map((row, at) => rowOf(row, at, list)),
      ),
      signatures([...knownTo(list), { role: "Panitia" }]),
    ],
  });
}

const aboutTraining = ({ dates, place, rows }: ParticipantList) =>
  [
    ["Hari/tanggal", showDatesInLetter(dates)],
    ["Tempat", place],
    ["Jumlah", `${rows.length} peserta`],
  ] as const;

function columnsOf({ withPhones }: ParticipantList): GridColumn[] {
  return [
    { head: "No", width: 20, align: "right" },
    { head: "Nama", width: "*" },
    { head: "L/P", width: 22, align: "center" },
    { head: "Kecamatan/Desa", width: 138 },
    { head: "Komunitas/Usaha", width: 116 },
    { head: "Jenis kerajinan", width: 126 },
    ...(withPhones ? [{ head: "No. HP", width: 82 }] : []),
    { head: "Keterangan", width: 74 },
  ];
}

function rowOf(row: ParticipantRow, at: number, { withPhones }: ParticipantList): string[] {
  const { name, sex = "", place, group = "", crafts, phone, state = "" } = row;
  return [
    ...[String(at + 1), name, sex, place, group, crafts.join("; ")],
    ...(withPhones ? [phone ? showPhone(phone) : ""] : []),
    state,
  ];
}

const WIDTHS: Record<string, number> = {
  ...{ No: 6, Nama: 32, "L/P": 6, "Kecamatan/Desa": 32, "Komunitas/Usaha": 28 },
  ...{ "Jenis kerajinan": 40, "No. HP": 18, Keterangan: 18 },
};

/** The same as a workbook, or as CSV without the lines above its head. */
export function participantSheet(
  format: SheetFormat,
  list: ParticipantList,
): AsyncIterable<Uint8Array> {
  const columns = columnsOf(list).map(({ head }): Column => ({
    header: head,
    width: WIDTHS[head] ?? 16,
  }));
  const about = aboutTraining(list).map(([name, value]) => `${name}: ${value}`);
  return writeSheet(format, {
    ...{ name: "Daftar peserta", columns },
    above: [list.letterhead.office, "DAFTAR PESERTA", list.training, ...about],
    rows: cellsOf(list),
  });
}

function* cellsOf(list: ParticipantList): Iterable<Cell[]> {
  for (const [at, row] of list.rows.entries()) yield [at + 1, ...rowOf(row, at, list).slice(1)];
}
