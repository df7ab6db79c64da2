import { type Letterhead, type Origin, originLine } from "./origin.ts";
import { ACCENT, type Block, FAINT, INK, writePdf } from "./pdf.ts";
import { linesOf, printable, sizeFor } from "./printable.ts";
import { drawPng } from "./raster.ts";
import { drawnQr, drawnText } from "./svg.ts";
import type { Weight } from "./noto-sans.ts";

export interface ArtisanCard {
  /** Only the name of the office stands on a card. */
  letterhead: Pick<Letterhead, "office">;
  origin: Origin;
  name: string;
  /** As `places` shows it: "Kec. Petir". */
  place: string;
  community?: string;
  /** As `showCraft` names it in the short form. */
  mainCraft: string;
  /** What the QR says: a deep link with a signed id, and no data of the person. */
  link: string;
}

/** A card as banks have them (ISO/IEC 7810 ID-1: 85.6 × 54 mm), in tenths of a millimetre. */
const CARD = { width: 856, height: 540 };
const POINTS = 72 / 254;
const LEFT = 44;
const ROOM = 500;
const QR = 270;

/** The card as a picture for the phone: 1,284 dots wide, some 30 kB. */
export function artisanCardPng(card: ArtisanCard): Promise<Buffer> {
  return drawPng(drawing(card), { density: 108, colours: 48 });
}

/** The card to be printed in its true size. */
export function artisanCardPdf(card: ArtisanCard): Promise<Buffer> {
  const size = { width: CARD.width * POINTS, height: CARD.height * POINTS };
  return writePdf({
    ...{ origin: card.origin, title: "Kartu perajin", size, margin: 0, foot: "none" },
    content: [{ svg: drawing(card), width: size.width }],
  });
}

const A4 = { width: 595.28, height: 841.89 };
/** Between two cards, in points: room for the scissors. */
const GAP = 8;

/** Cards in their true size on A4, ten a page, to be cut out. */
export function artisanCardsPdf(cards: readonly ArtisanCard[]): Promise<Buffer> {
  const [first] = cards;
  if (!first) throw new RangeError("a sheet of no cards");
  const [width, height] = [CARD.width * POINTS, CARD.height * POINTS];
  const left = (A4.width - width * 2 - GAP) / 2;
  const top = (A4.height - height * 5 - GAP * 4) / 2;
  const content = cards.map((card, at): Block => {
    const [column, row] = [at % 2, Math.floor(at / 2) % 5];
    return {
      ...{ svg: drawing(card), width },
      absolutePosition: { x: left + column * (width + GAP), y: top + row * (height + GAP) },
      ...(at > 0 && at % 10 === 0 && { pageBreak: "before" as const }),
    };
  });
  const title = "Lembar kartu perajin";
  return writePdf({ origin: first.origin, title, size: A4, margin: 0, foot: "none", content });
}

function drawing({ letterhead, origin, name, place, community, mainCraft, link }: ArtisanCard) {
  const office = printable(letterhead.office);
  const officeSize = sizeFor(office, { width: CARD.width - LEFT * 2, most: 28, least: 18 });
  const { lines: names, size: nameSize } = nameLines(printable(name));
  const rest = [place, community ?? "", mainCraft].filter((line) => printable(line) !== "");
  const top = 196 + nameSize * 0.7;
  const below = top + names.length * nameSize * 1.2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" viewBox="0 0 ${CARD.width} ${CARD.height}">`,
    `<rect width="${CARD.width}" height="${CARD.height}" fill="#ffffff"/>`,
    `<rect width="${CARD.width}" height="136" fill="${ACCENT}"/>`,
    line("KARTU PERAJIN", LEFT, 62, { size: 40, weight: "bold", color: "#ffffff" }),
    line(office, LEFT, 108, { size: officeSize, color: "#ffffff" }),
    ...names.map((one, at) =>
      line(one, LEFT, top + at * nameSize * 1.2, { size: nameSize, weight: "bold" }),
    ),
    ...rest.map((one, at) => line(cutTo(one, 26), LEFT, below + 10 + at * 40, { size: 26 })),
    line("Terdaftar sebagai perajin; bukan kartu identitas.", LEFT, 488, {
      size: 17,
      color: FAINT,
    }),
    line(originLine(origin), LEFT, 514, { size: 13, color: FAINT }),
    drawnQr(link, CARD.width - QR - 24, 160, QR),
    line("Untuk petugas: pindai", CARD.width - QR + 16, 456, { size: 17, color: FAINT }),
    `<rect x="1" y="1" width="${CARD.width - 2}" height="${CARD.height - 2}" fill="none" stroke="${ACCENT}" stroke-width="2"/>`,
    `</svg>`,
  ].join("");
}

/** In two lines as large as they fit, and the longest names in three. */
function nameLines(name: string): { lines: string[]; size: number } {
  for (const size of [44, 40, 36, 32, 28]) {
    const lines = linesOf(name, { width: ROOM, size, most: Infinity }, "bold");
    if (lines.length <= 2) return { lines, size };
  }
  return { lines: linesOf(name, { width: ROOM, size: 26, most: 3 }, "bold"), size: 26 };
}

const cutTo = (value: string, size: number) =>
  linesOf(printable(value), { width: ROOM, size, most: 1 })[0] ?? "";

function line(
  value: string,
  x: number,
  y: number,
  { size, weight = "regular", color = INK }: { size: number; weight?: Weight; color?: string },
): string {
  return `<text x="${x}" y="${y}" font-family="NotoSans, 'Noto Sans'" font-size="${size}" font-weight="${weight === "bold" ? 700 : 400}" fill="${color}">${drawnText(value)}</text>`;
}
