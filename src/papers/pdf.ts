import type * as pdfmake from "pdfmake";
import type { Column, Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import { NOTO_SANS } from "./noto-sans.ts";
import { type Letterhead, type Origin, originLine } from "./origin.ts";
import { printable, sizeFor } from "./printable.ts";

/** A piece of a page; `pdf-blocks.ts` makes them. */
export type Block = Content;
export type { Column };

export interface Pdf {
  /** What the reader's window is called. */
  title: string;
  origin: Origin;
  content: Block[];
  /** Stands above the first page; without it the page begins at its top. */
  letterhead?: Letterhead;
  landscape?: boolean;
  /** Width and height in points (1/72 inch); A4 if not given. */
  size?: { width: number; height: number };
  /** In points, on all sides. */
  margin?: number;
  /** At the foot: the pages and the origin, or nothing where the paper says it itself. */
  foot?: "pages" | "none";
  /** Drawn below the content of every page. */
  behind?: Block;
}

export const INK = "#1f2933";
export const FAINT = "#5b6773";
export const LINE = "#9aa5b1";
export const SHADE = "#e8eef4";
export const ACCENT = "#2f7891";

/** The font would draw these as an i and a mark of its own, and a reader would find the i only. */
const TAKEN_APART = /[įḭị]/;

/** A value as the text of a block: printable, and never markup. */
export function words(value: string): { text: string } {
  const text = printable(value);
  // Only where it is needed: with features of its own a text is laid out many times slower.
  return TAKEN_APART.test(text) ? { text, ...{ fontFeatures: { ccmp: false } } } : { text };
}

const FONT = "NotoSans";
/** Below the foot line; printers leave the last centimetre of a page white. */
const FOOT = 44;

/** The bytes of a PDF: the same for the same data, since its date is the one handed in. */
export async function writePdf(pdf: Pdf): Promise<Buffer> {
  const printer = await loadPrinter();
  return printer.createPdf(definitionOf(pdf)).getBuffer();
}

function definitionOf(pdf: Pdf): TDocumentDefinitions {
  const { content, foot = "pages", letterhead, margin = 42, origin } = pdf;
  const title = printable(pdf.title);
  return {
    pageSize: pdf.size ?? "A4",
    pageOrientation: isWide(pdf) ? "landscape" : "portrait",
    pageMargins: [margin, margin, margin, foot === "pages" ? Math.max(margin, FOOT + 8) : margin],
    content: [...(letterhead ? headOf(letterhead, widthOf(pdf) - margin * 2) : []), ...content],
    ...(pdf.behind && { background: () => pdf.behind }),
    ...(foot === "pages" && { footer: footOf(origin, margin) }),
    defaultStyle: { font: FONT, fontSize: 10, color: INK },
    styles: STYLES,
    language: "id",
    info: { title, ...sameDate(origin.madeAt) },
  };
}

/** Styles by name, not by cell: a table of 500 rows is laid out twice as fast. */
const STYLES = {
  title: { fontSize: 13, bold: true, alignment: "center" },
  under: { fontSize: 10.5, alignment: "center" },
  head: { fontSize: 8.5, bold: true, fillColor: SHADE, alignment: "center" },
  cell: { fontSize: 8.5 },
  number: { fontSize: 8.5, alignment: "right" },
  middle: { fontSize: 8.5, alignment: "center" },
  strong: { bold: true },
  faint: { color: FAINT },
} as const;

/** The creator's names would tell the version; they and the date are what makes copies differ. */
const sameDate = (at: Date) => ({
  ...{ creator: "Sanggar", producer: "Sanggar", creationDate: at, modDate: at },
});

/** A4, in points. */
const [SHORT, LONG] = [595.28, 841.89];
const isWide = ({ size, landscape }: Pdf) => (size ? size.width > size.height : landscape === true);
const widthOf = ({ size, landscape }: Pdf) => size?.width ?? (landscape ? LONG : SHORT);

function headOf({ office, address, logo }: Letterhead, width: number): Block[] {
  const side = 54;
  const name = printable(office);
  const room = { width: logo ? width - side * 2 : width, most: 14, least: 11 };
  const lines: Block[] = [
    { ...words(office), fontSize: sizeFor(name, room, "bold"), bold: true, alignment: "center" },
    ...(address ? [{ ...words(address), fontSize: 9, style: ["under", "faint"] }] : []),
  ];
  const row: Block = logo
    ? {
        columns: [
          { image: dataUrl(logo), fit: [side, side], width: side },
          { stack: lines, margin: [0, 8, 0, 0] },
          // As wide as the emblem, so that the words stand in the middle of the page.
          { text: "", width: side },
        ],
      }
    : { stack: lines };
  return [row, rule()];
}

/** A thick and a thin line, as letters of offices have them. */
function rule(): Block {
  const line = (thickness: number, above: number) => ({
    ...{
      table: { widths: ["*"], body: [[""]] },
      margin: [0, above, 0, 0] as [number, number, number, number],
    },
    layout: {
      ...{ hLineWidth: (at: number) => (at === 0 ? thickness : 0), vLineWidth: () => 0 },
      ...{ paddingTop: () => 0, paddingBottom: () => 0, hLineColor: () => INK },
    },
    fontSize: 1,
  });
  return { stack: [line(1.6, 6), line(0.6, 0)], margin: [0, 0, 0, 14] };
}

/** A picture in memory. @throws RangeError for what is neither PNG nor JPEG */
export function dataUrl(picture: Uint8Array): string {
  const isPng = picture[0] === 0x89 && picture[1] === 0x50;
  const isJpeg = picture[0] === 0xff && picture[1] === 0xd8;
  if (!isPng && !isJpeg) throw new RangeError("a picture on paper is PNG or JPEG");
  return `data:image/${isPng ? "png" : "jpeg"};base64,${Buffer.from(picture).toString("base64")}`;
}

function footOf(origin: Origin, margin: number) {
  const made = originLine(origin);
  return (page: number, pages: number): Content => ({
    columns: [
      { text: made, width: "*" },
      { text: `Halaman ${page} dari ${pages}`, width: "auto" },
    ],
    ...{ fontSize: 7.5, color: FAINT, margin: [margin, FOOT - 30, margin, 0] },
  });
}

type Printer = Pick<typeof pdfmake, "createPdf">;
let loading: Promise<Printer> | undefined;

/** One printer for the process, loaded with the first paper; it reads our two fonts and nothing else. */
function loadPrinter(): Promise<Printer> {
  loading ??= import("pdfmake").then(({ default: printer }) => {
    const fonts: string[] = Object.values(NOTO_SANS);
    printer.setFonts({ [FONT]: { normal: NOTO_SANS.regular, bold: NOTO_SANS.bold } });
    printer.setUrlAccessPolicy(() => false);
    printer.setLocalAccessPolicy((path) => fonts.includes(path));
    return printer;
  });
  return loading;
}
