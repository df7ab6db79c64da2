import type { Frame } from "./origin.ts";
import { type Block, dataUrl, FAINT, LINE, writePdf } from "./pdf.ts";
import { text, title } from "./pdf-blocks.ts";
import { smallPhoto } from "./raster.ts";

export interface CatalogueEntry {
  /** The person ticked that business name and photo may be in the catalogue; others are left out. */
  mayShow: boolean;
  businessName: string;
  /** Of a product: JPEG, PNG or WebP. */
  photo?: Uint8Array;
  /** As `showCraft` names them in the short form. */
  crafts: readonly string[];
  products?: readonly string[];
  /** As `places` shows it: "Kec. Petir". */
  place?: string;
}

export interface CatalogueSheet extends Frame {
  /** "Katalog perajin Kabupaten Serang". */
  heading: string;
  entries: readonly CatalogueEntry[];
}

const PHOTO = { points: 128, dots: 420 };
const IN_A_ROW = 3;

/**
 * The catalogue of those who ticked it, three in a row; it tells no name of a person and no phone,
 * which the tick does not speak of.
 */
export async function cataloguePdf(sheet: CatalogueSheet): Promise<Buffer> {
  const { letterhead, origin, heading } = sheet;
  const shown = sheet.entries.filter(({ mayShow }) => mayShow);
  const cells = await Promise.all(shown.map(cell));
  return writePdf({
    ...{ letterhead, origin, title: heading },
    content: [
      title(heading.toUpperCase(), `${shown.length} usaha perajin`),
      ...rowsOf(cells),
      ...(shown.length
        ? []
        : [text("Belum ada perajin yang memilih tampil.", { align: "center" })]),
    ],
  });
}

async function cell({ businessName, photo, crafts, products = [], place }: CatalogueEntry) {
  const picture = photo && (await smallPhoto(photo, PHOTO.dots));
  const side = PHOTO.points;
  const stack: Block[] = [
    picture
      ? { image: dataUrl(picture), width: side, height: side, alignment: "center" }
      : noPhoto(),
    text(businessName, { bold: true, size: 11, align: "center", above: 6 }),
    text(crafts.join("; "), { size: 8.5, align: "center" }),
    ...(products.length ? [text(products.join(", "), { size: 8.5, align: "center" })] : []),
    ...(place ? [text(place, { size: 8.5, faint: true, align: "center" })] : []),
  ];
  return { stack, width: "*" as const };
}

function noPhoto(): Block {
  const side = PHOTO.points;
  return {
    stack: [
      { canvas: [{ type: "rect", x: 0, y: 0, w: side, h: side, lineWidth: 0.6, lineColor: LINE }] },
      {
        ...{ text: "Foto belum ada", color: FAINT, fontSize: 8.5, alignment: "center" },
        relativePosition: { x: 0, y: -side / 2 - 6 },
      },
    ],
    margin: [19, 0, 19, 0],
  };
}

function rowsOf(cells: readonly (Block & { width: "*" })[]): Block[] {
  const rows = Array.from({ length: Math.ceil(cells.length / IN_A_ROW) }, (_, at) =>
    cells.slice(at * IN_A_ROW, (at + 1) * IN_A_ROW),
  );
  return rows.map((row) => ({
    columns: [
      ...row,
      ...Array.from({ length: IN_A_ROW - row.length }, () => ({ text: "", width: "*" as const })),
    ],
    ...{
      columnGap: 12,
      unbreakable: true,
      margin: [0, 6, 0, 12] as [number, number, number, number],
    },
  }));
}
