import type { CatalogueEntry, CatalogueSheet } from "./catalogue-sheet.ts";
import { originLine } from "./origin.ts";
import { ACCENT, dataUrl, FAINT, INK, LINE } from "./pdf.ts";
import { linesOf, printable, sizeFor } from "./printable.ts";
import { drawPng, smallPhoto } from "./raster.ts";
import { drawnText } from "./svg.ts";

/** Entries on one picture: as many as can be read on a phone. */
export const ON_A_PICTURE = 6;

const PAGE = { width: 720, height: 1180, head: 118, foot: 40 };
const [COLUMNS, ROWS] = [2, 3];
const CELL = {
  width: PAGE.width / COLUMNS,
  height: (PAGE.height - PAGE.head - PAGE.foot) / ROWS,
};
const PHOTO = 200;
/** Photos need more colours than drawings: still under 300 kB. */
const LOOK = { density: 90, colours: 200 };

/** A page of the catalogue as a PNG, to be shown and sent on; only who ticked it is on it. */
export async function cataloguePicture(
  { letterhead, origin, heading, entries }: CatalogueSheet,
  { page, pages }: { page: number; pages: number },
): Promise<Buffer> {
  const shown = entries.filter(({ mayShow }) => mayShow).slice(0, ON_A_PICTURE);
  const cells = await Promise.all(shown.map(cell));
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PAGE.width}" height="${PAGE.height}" viewBox="0 0 ${PAGE.width} ${PAGE.height}">`,
    `<rect width="${PAGE.width}" height="${PAGE.height}" fill="#ffffff"/>`,
    `<rect width="${PAGE.width}" height="88" fill="${ACCENT}"/>`,
    line(heading, PAGE.width / 2, 42, { size: fit(heading, 28), bold: true, color: "#ffffff" }),
    line(letterhead.office, PAGE.width / 2, 70, {
      size: fit(letterhead.office, 16),
      color: "#ffffff",
    }),
    ...cells,
    line(
      `Halaman ${page} dari ${pages} · ${originLine(origin)}`,
      PAGE.width / 2,
      PAGE.height - 16,
      {
        ...{ size: 12, color: FAINT },
      },
    ),
    `</svg>`,
  ].join("");
  return drawPng(svg, LOOK);
}

const fit = (value: string, most: number) =>
  sizeFor(printable(value), { width: PAGE.width - 40, most, least: 11 });

async function cell(entry: CatalogueEntry, at: number): Promise<string> {
  const middle = ((at % COLUMNS) + 0.5) * CELL.width;
  const top = PAGE.head + Math.floor(at / COLUMNS) * CELL.height;
  const { businessName, crafts, products = [], place = "" } = entry;
  const lines = [
    ...cut(businessName, 19, 2).map((words) => ({ words, size: 19, bold: true, color: INK })),
    ...cut(crafts.join("; "), 15, 1).map((words) => ({ words, size: 15, color: INK })),
    ...cut(products.join(", "), 15, 1).map((words) => ({ words, size: 15, color: INK })),
    ...cut(place, 15, 1).map((words) => ({ words, size: 15, color: FAINT })),
  ];
  let y = top + PHOTO + 8;
  const drawn = lines.map(({ words, ...look }) => {
    y += look.size * 1.3;
    return line(words, middle, y, look);
  });
  return [await photoOf(entry, middle - PHOTO / 2, top), ...drawn].join("");
}

const cut = (value: string, size: number, most: number) =>
  linesOf(printable(value), { width: CELL.width - 28, size, most }).filter(Boolean);

async function photoOf({ photo }: CatalogueEntry, x: number, y: number): Promise<string> {
  const small = photo && (await smallPhoto(photo, PHOTO * 2));
  const at = `x="${x}" y="${y}" width="${PHOTO}" height="${PHOTO}"`;
  if (small) return `<image ${at} href="${dataUrl(small)}"/>`;
  return (
    `<rect ${at} fill="none" stroke="${LINE}"/>` +
    line("Foto belum ada", x + PHOTO / 2, y + PHOTO / 2 + 5, { size: 15, color: FAINT })
  );
}

function line(
  value: string,
  x: number,
  y: number,
  { size, bold = false, color }: { size: number; bold?: boolean; color: string },
): string {
  return `<text x="${x}" y="${y}" text-anchor="middle" font-family="NotoSans, 'Noto Sans'" font-size="${size}" font-weight="${bold ? 700 : 400}" fill="${color}">${drawnText(value)}</text>`;
}
