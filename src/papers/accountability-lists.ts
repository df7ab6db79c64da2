import type { Mark } from "../attendance/mark.ts";
import type { IssuedCertificate } from "../certificates/certificate.ts";
import { showCode } from "../codes.ts";
import { localDate, showMoment, showShortDate } from "../dates.ts";
import type { Choice } from "../enrolments/choice.ts";
import { RATINGS } from "../feedback/survey.ts";
import { LEAST_ANSWERS, type Totals } from "../feedback/totals.ts";
import type { Report } from "../notices/report.ts";
import type { Receipt } from "../promises/receipt.ts";
import { type Cell, type Column, writeSheet } from "./spreadsheet.ts";

/** A list of the Paket SPJ, and the name of its file without ending. */
export interface List {
  file: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
}

/** Who is behind an id; of who was erased only that. */
export type NameOf = (artisan: string) => string;

export const listBytes = ({ file, columns, rows }: List): AsyncIterable<Uint8Array> =>
  writeSheet("xlsx", { name: file.slice(0, 31), columns, rows });

const wide = (header: string): Column => ({ header, width: 40 });
const middle = (header: string): Column => ({ header, width: 24 });
const narrow = (header: string): Column => ({ header, width: 12 });

/** One change of the plan, and how many are known to know of it. */
export interface ToldChange {
  version: number;
  at: Date;
  lines: readonly string[];
  read: number;
  unread: number;
  byHand: number;
}

export const changesList = (changes: readonly ToldChange[]): List => ({
  file: "janji-dan-perubahan",
  columns: [
    ...[narrow("Rencana ke-"), middle("Waktu"), wide("Perubahan"), narrow("Sudah baca")],
    ...[narrow("Belum baca"), narrow("Lewat penyampai")],
  ],
  rows: changes.map(({ version, at, lines, read, unread, byHand }) => [
    ...[version, showMoment(at), lines.join("; ")],
    ...[read, unread, byHand],
  ]),
});

export const receiptsList = (receipts: readonly Receipt[], nameOf: NameOf): List => ({
  file: "tanda-terima-transpor",
  columns: [wide("Nama"), middle("Jawaban"), middle("Waktu")],
  rows: receipts.map(({ artisan, state, at }) => [
    ...[nameOf(artisan), state === "received" ? "sudah terima" : "belum", showMoment(at)],
  ]),
});

export const noticesList = (reports: readonly (Report & { label: string })[]): List => ({
  file: "pemberitahuan",
  columns: [
    ...[wide("Pemberitahuan"), narrow("Kode"), middle("Waktu"), narrow("Telegram")],
    ...["Penyampai", "Tidak perlu", "Belum", "Jumlah", "Sudah baca"].map(narrow),
  ],
  rows: reports.map(({ label, notice, roads, total, read }) => [
    ...[label, showCode(notice.code ?? ""), showMoment(notice.startAt), roads.telegram],
    ...[roads.carrier, roads.none, total - roads.telegram - roads.carrier - roads.none],
    ...[total, read],
  ]),
});

const RATED: Record<(typeof RATINGS)[number], string> = {
  content: "Materi",
  trainer: "Pelatih",
  place: "Tempat",
  time: "Waktu",
  use: "Manfaat",
};

const decimal = (value: number) => value.toFixed(1).replace(".", ",");

/** Totals only: single answers stay with who gave them. */
export const feedbackList = ({ count, means, tests }: Totals): List => ({
  file: "kesan-dan-tes",
  columns: [wide("Hal"), middle("Nilai")],
  rows: [
    ["Jumlah kesan", count],
    ...(means
      ? RATINGS.map((rating) => [`${RATED[rating]} (1–5)`, decimal(means[rating])])
      : [[`Rata-rata kesan`, `menunggu ${LEAST_ANSWERS} jawaban`]]),
    ...(tests
      ? [
          ["Peserta kedua tes", tests.count],
          ["Jawaban benar sebelum", `${Math.round(tests.before * 100)}%`],
          ["Jawaban benar sesudah", `${Math.round(tests.after * 100)}%`],
        ]
      : []),
  ],
});

const CERTIFICATE_STATES = { valid: "berlaku", replaced: "diganti", revoked: "dicabut" } as const;

export const certificatesList = (issued: readonly IssuedCertificate[]): List => ({
  file: "daftar-sertifikat",
  columns: [
    ...[wide("Nama"), middle("Kode"), narrow("Hari"), narrow("JP")],
    ...[middle("Dibuat"), narrow("Keadaan")],
  ],
  rows: issued.map(({ name = "(data dihapus)", code, days, lessonHours, issuedAt, state }) => [
    ...[name, showCode(code), days.length, lessonHours],
    ...[showShortDate(localDate(issuedAt)), CERTIFICATE_STATES[state]],
  ]),
});

export const choicesList = (choices: readonly Choice[], nameOf: NameOf): List => ({
  file: "alasan-pemilihan",
  columns: [wide("Nama"), middle("Keputusan"), wide("Alasan"), wide("Melewati"), middle("Waktu")],
  rows: choices.map(({ artisan, kind, reason, over, at }) => [
    ...[nameOf(artisan), kind === "jump" ? "dipilih mendahului" : "dilewati", reason],
    ...[over.map(nameOf).join("; "), showMoment(at)],
  ]),
});

/** Voided marks, and those that came late with a reason. */
export const isOdd = ({ voided, reason }: Mark): boolean =>
  voided !== undefined || reason !== undefined;

export const oddMarksList = (marks: readonly Mark[], nameOf: NameOf): List => ({
  file: "hadir-susulan-dan-batal",
  columns: [
    ...[wide("Nama"), middle("Hari"), middle("Dimasukkan"), wide("Alasan susulan")],
    ...[middle("Dibatalkan"), wide("Alasan batal")],
  ],
  rows: marks
    .filter(isOdd)
    .map(({ artisan, date, at, reason = "", voided }) => [
      ...[nameOf(artisan), showShortDate(date), showMoment(at), reason],
      ...[voided ? showMoment(voided.at) : "", voided?.reason ?? ""],
    ]),
});
