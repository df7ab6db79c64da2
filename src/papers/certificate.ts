import { showCode } from "../codes.ts";
import { localDate, showDatesInLetter, showShortDate } from "../dates.ts";
import {
  type Frame,
  type Letterhead,
  type Origin,
  originLine,
  type PaperSigner,
} from "./origin.ts";
import { ACCENT, type Block, dataUrl, writePdf } from "./pdf.ts";
import { grid, type Signer, signature, text, type TextLook } from "./pdf-blocks.ts";
import { printable, sizeFor } from "./printable.ts";
import { drawnQr } from "./svg.ts";

export interface CertificateDay {
  /** Local date. */
  date: string;
  /** Lesson hours by topic. */
  sessions: readonly { topic: string; trainer?: string; jp: number }[];
}

export interface Certificate {
  /** As the person confirmed it. */
  name: string;
  /** Eight signs without dash; the QR holds them and nothing else. */
  code: string;
  training: string;
  /** With its city. */
  place: string;
  organiser: string;
  partners: readonly string[];
  /** The days the person was present on, never those of the plan; earliest first. */
  present: readonly CertificateDay[];
}

export interface CertificateFrame extends Frame {
  /** Who signs; the name is left to fill where it is not set. */
  signer: PaperSigner;
  /** As the office counts them, with {kode} and {tahun} in it; absent: left to fill. */
  number?: string;
}

/** A4 lying down, in points. */
const PAGE = { width: 842, height: 595, margin: 56 };
const ROOM = PAGE.width - PAGE.margin * 2;

/** Front and back of one certificate, or of many as one file to print on both sides. */
export function certificatePdf(
  certificates: readonly Certificate[],
  frame: CertificateFrame,
): Promise<Buffer> {
  const { origin } = frame;
  return writePdf({
    ...{ origin, landscape: true, margin: PAGE.margin, foot: "none", title: "Sertifikat" },
    content: certificates.flatMap((one, at) => [
      { ...front(one, frame), ...(at > 0 && { pageBreak: "before" }) },
      back(one),
    ]),
    behind: border(originLine(origin)),
  });
}

/** Two lines around the page, and at its foot when it was made. */
function border(made: string): Block {
  const frame = (inset: number, lineWidth: number) => ({
    ...{ type: "rect" as const, x: inset, y: inset, lineWidth, lineColor: ACCENT },
    ...{ w: PAGE.width - inset * 2, h: PAGE.height - inset * 2 },
  });
  return [
    { canvas: [frame(22, 3), frame(28, 0.8)] },
    {
      ...{ text: made, style: "faint", fontSize: 7, alignment: "center" },
      absolutePosition: { x: 0, y: PAGE.height - 46 },
    },
  ];
}

function front(
  certificate: Certificate,
  { letterhead, origin, signer, number }: CertificateFrame,
): { stack: Block[] } {
  const { training, organiser, partners } = certificate;
  const { office, logo }: Letterhead = letterhead;
  const name = printable(certificate.name);
  const title = printable(training);
  // With an emblem above them the lines stand closer, and the signature where it always does.
  const gap = logo ? 4 : 12;
  return {
    stack: [
      ...(logo ? [emblem(logo)] : []),
      centred(office, sizeFor(printable(office), { width: ROOM, most: 15, least: 11 }, "bold"), {
        ...{ bold: true, above: gap },
      }),
      centred("SERTIFIKAT", 36, { bold: true, above: gap, color: ACCENT }),
      centred(`Nomor: ${numberOf(certificate, origin, number)}`, 11, { below: gap + 6 }),
      centred("diberikan kepada", 12),
      centred(name, nameSize(name), { bold: true, above: gap / 2, below: gap / 2 }),
      centred("yang telah mengikuti", 12),
      centred(title, titleSize(title), { bold: true, above: gap / 2, below: gap / 2 }),
      centred(attendedLine(certificate), 12),
      centred(byLine(organiser, partners), 11, { above: 3 }),
      feet(certificate, signer),
    ],
  };
}

function numberOf({ code }: Certificate, { madeAt }: Origin, number?: string): string {
  if (number === undefined) return "………………………………";
  const year = localDate(madeAt).slice(0, 4);
  return number.replaceAll("{kode}", showCode(code)).replaceAll("{tahun}", year);
}

const centred = (value: string, size: number, look: TextLook = {}) =>
  text(value, { align: "center", size, ...look });

const emblem = (logo: Uint8Array): Block => ({
  ...{ image: dataUrl(logo), fit: [48, 48], alignment: "center" },
});

const titleSize = (title: string) => sizeFor(title, { width: ROOM, most: 18, least: 12 }, "bold");

/** Long names are set smaller, on one line as long as they can be read from afar. */
const nameSize = (name: string) => sizeFor(name, { width: ROOM, most: 34, least: 18 }, "bold");

/** "selama 5 hari (…), 40 jam pelajaran (JP), di …": what presence says, not the plan. */
function attendedLine({ present, place }: Certificate): string {
  const dates = present.map(({ date }) => date);
  // Where no lesson hours were planned, none are told.
  const hours = hoursOf(present);
  const lessons = hours ? `, ${hours} jam pelajaran (JP)` : "";
  return `selama ${present.length} hari (${shortDates(dates)})${lessons}, di ${place}`;
}

/** Days that do not follow one another are many words: then their short form. */
function shortDates(dates: readonly string[]): string {
  const whole = showDatesInLetter(dates);
  return whole.includes(";") ? dates.map((date) => showShortDate(date)).join("; ") : whole;
}

const hoursOf = (days: readonly CertificateDay[]) =>
  days.flatMap(({ sessions }) => sessions).reduce((sum, { jp }) => sum + jp, 0);

function byLine(organiser: string, partners: readonly string[]): string {
  const withThem = partners.length ? ` bersama ${partners.join(" dan ")}` : "";
  return `yang diselenggarakan oleh ${organiser}${withThem}`;
}

/** The code on the left, the signature on the right; always at the same height of the page. */
function feet({ code }: Certificate, signer: CertificateFrame["signer"]): Block {
  const who: Signer = { ...signer, above: "………………, ………………………………", withNip: true };
  return {
    columns: [
      {
        width: 300,
        columns: [
          { svg: qrSvg(code), width: 84 },
          {
            width: "*",
            stack: [
              text("Kode sertifikat", { size: 9, faint: true, above: 20 }),
              text(showCode(code), { size: 14, bold: true }),
              text("Periksa keasliannya: kirim kode ini kepada bot.", { size: 8 }),
            ],
            margin: [8, 0, 0, 0],
          },
        ],
      },
      { width: "*", text: "" },
      { ...signature(who), width: 250 },
    ],
    absolutePosition: { x: PAGE.margin, y: 418 },
  };
}

const qrSvg = (code: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${drawnQr(code, 0, 0, 100)}</svg>`;

function back(certificate: Certificate): Block {
  const { name, code, present, training } = certificate;
  const rows = present.flatMap(({ date, sessions }) =>
    sessions.map(({ topic, trainer = "", jp }) => [
      showShortDate(date),
      topic,
      trainer,
      String(jp),
    ]),
  );
  const numbered = rows.map((row, at) => [String(at + 1), ...row]);
  return {
    stack: [
      text("MATERI PELATIHAN", { align: "center", bold: true, size: 14 }),
      text(training, { align: "center", size: 10.5, below: 10 }),
      grid(TOPICS, [...numbered, ["", "", "Jumlah", "", String(hoursOf(present))]], {
        tight: rows.length > ROOMY,
      }),
      text(`${printable(name)} · kode ${showCode(code)}`, { faint: true, size: 9 }),
    ],
    pageBreak: "before",
  };
}

/** So many topics stand on the back; more, up to 34, are set tightly. */
const ROOMY = 20;

const TOPICS = [
  { head: "No", width: 24, align: "right" },
  { head: "Tanggal", width: 100 },
  { head: "Materi", width: "*" },
  { head: "Pemateri", width: 180 },
  { head: "JP", width: 36, align: "center" },
] as const;
