import jsqr from "jsqr";
import sharp from "sharp";

/** The package is CommonJS: what it calls its default is the module itself. */
const decode = jsqr as unknown as typeof jsqr.default;

/** What a QR picture says to a reader that did not make it; undefined: nothing. */
export async function readQr(bytes: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(bytes)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return decode(new Uint8ClampedArray(data), info.width, info.height)?.data;
}
