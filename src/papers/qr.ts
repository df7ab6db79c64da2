import { create, toBuffer } from "qrcode";

/** Signs around the code that stay white, as ISO/IEC 18004 asks for. */
const QUIET = 4;
const WIDTH = 640;

/** A QR picture of a text as PNG, large enough to be printed on a sheet of paper. */
export function qrPicture(text: string): Promise<Buffer> {
  return toBuffer(text, { type: "png", errorCorrectionLevel: "M", margin: QUIET, width: WIDTH });
}

/** The same as a drawing: its dark squares as one SVG path, and how many squares a side has. */
export function qrDrawing(text: string): { path: string; side: number } {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const runs = Array.from({ length: modules.size }, (_, row) => rowPath(row, modules));
  return { path: runs.join(""), side: modules.size + QUIET * 2 };
}

/** Neighbours are one piece, so that no hair of white stands between them. */
function rowPath(row: number, modules: { size: number; get(row: number, at: number): number }) {
  let path = "";
  for (let at = 0; at < modules.size; at += 1) {
    let length = 0;
    while (at + length < modules.size && modules.get(row, at + length)) length += 1;
    if (length) path += `M${at + QUIET} ${row + QUIET}h${length}v1h-${length}z`;
    at += length;
  }
  return path;
}
