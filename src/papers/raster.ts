import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Sharp from "sharp";
import { drawWithFonts } from "../config.ts";
import { FONT_FOLDERS } from "./noto-sans.ts";

/** A drawing (SVG) as a PNG, `density` dots to 72 of its units; few colours keep it small. */
export async function drawPng(
  svg: string,
  { density, colours }: { density: number; colours: number },
): Promise<Buffer> {
  const sharp = await loadSharp();
  return (
    sharp(Buffer.from(svg), { density })
      // Fine shades are not mixed of dots: half the time, and flat colours stay flat.
      .png({ palette: true, colours, effort: 1, dither: 0, compressionLevel: 6 })
      .toBuffer()
  );
}

/** Larger pictures are refused before they are unpacked. */
const MOST_PIXELS = 40_000_000;

/**
 * Somebody's photo as a JPEG that fits into a square of so many dots, upright, and with no data of
 * the camera or the place in it; undefined if the bytes are no picture.
 */
export async function smallPhoto(bytes: Uint8Array, side: number): Promise<Buffer | undefined> {
  const sharp = await loadSharp();
  try {
    return await sharp(bytes, { limitInputPixels: MOST_PIXELS })
      .rotate()
      .resize(side, side, { fit: "cover" })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 78 })
      .toBuffer();
  } catch {
    return undefined;
  }
}

let loading: Promise<typeof Sharp> | undefined;

/** sharp draws boxes for letters, silently, unless it knows our fonts before it is first loaded. */
async function loadSharp() {
  loading ??= writeFontConfig()
    .then(drawWithFonts)
    .then(async () => (await import("sharp")).default);
  return loading;
}

/** Tells fontconfig of Noto Sans in our packages, and of no font of the machine. */
async function writeFontConfig(): Promise<string> {
  const dir = join(tmpdir(), `sanggar-fonts-${process.pid}`);
  await mkdir(dir, { recursive: true });
  const path = join(dir, "fonts.conf");
  const dirs = FONT_FOLDERS.map((folder) => `<dir>${folder}</dir>`);
  await writeFile(
    path,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">` +
      `<fontconfig>${dirs.join("")}<cachedir>${dir}</cachedir></fontconfig>`,
  );
  return path;
}
