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

/** In dots: on paper it is two centimetres wide. */
const EMBLEM_SIDE = 480;

/**
 * Somebody's emblem as a plain PNG for papers, with what is seen through it. notAPicture: neither a
 * whole PNG nor a whole JPEG. tooSmall: fewer dots on a side than wanted.
 */
export async function emblemPng(
  bytes: Uint8Array,
  least: number,
): Promise<{ ok: true; png: Buffer } | { ok: false; reason: "notAPicture" | "tooSmall" }> {
  const sharp = await loadSharp();
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS });
    const { format, width, height } = await picture.metadata();
    if (format !== "png" && format !== "jpeg") return { ok: false, reason: "notAPicture" };
    if (Math.min(width, height) < least) return { ok: false, reason: "tooSmall" };
    const size = { fit: "inside", withoutEnlargement: true } as const;
    const drawn = picture.rotate().toColourspace("srgb").resize(EMBLEM_SIDE, EMBLEM_SIDE, size);
    return { ok: true, png: await drawn.png().toBuffer() };
  } catch {
    return { ok: false, reason: "notAPicture" };
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
