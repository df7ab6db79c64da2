import { toBuffer } from "qrcode";

/** Signs around the code that stay white, as ISO/IEC 18004 asks for. */
const QUIET = 4;
const WIDTH = 640;

/** A QR picture of a text as PNG, large enough to be printed on a sheet of paper. */
export function qrPicture(text: string): Promise<Buffer> {
  return toBuffer(text, { type: "png", errorCorrectionLevel: "M", margin: QUIET, width: WIDTH });
}
