import { extname } from "node:path";

import type { Document, PhotoSize } from "grammy/types";

import type { Upload } from "./args.ts";
import { type Core, nowMs } from "./core.ts";
import { bad, bigPhoto, Refusal, texts } from "./errors.ts";
import { nextRandom, type StoredFile } from "./state.ts";

const mebibyte = 1_048_576;
/** What a bot can send, in bytes. [DOC] */
export const maxUpload = 50 * mebibyte;
/** What `getFile` gives out. [DOC] */
const maxDownload = 20 * mebibyte;
const maxPhoto = 10 * mebibyte;
/** A link of `getFile` lives an hour. [DOC] */
const linkLifeMs = 3_600_000;

const types: Record<string, string> = {
  ".csv": "text/csv",
  ".ics": "text/calendar",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".json": "application/json",
  ".ogg": "audio/ogg",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".txt": "text/plain",
  ".webp": "image/webp",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".zip": "application/zip",
};
export const typeOf = (name: string) =>
  types[extname(name).toLowerCase()] ?? "application/octet-stream";

/** Odd signs become spaces or go; stem 64, extension 16 characters. [TD filesystem.cpp] */
export function cleanFileName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? "";
  const dot = base.lastIndexOf(".");
  const [stem, extension] = dot > 0 ? [base.slice(0, dot), base.slice(dot + 1)] : [base, ""];
  const part = (text: string, length: number) =>
    text
      .replace(/[<>:"|?*&'`/\\]/g, " ")
      .replace(/[^\x20-\x7e]/g, "")
      .trim()
      .slice(0, length)
      .trim();
  const end = part(extension, 16);
  return end === "" ? part(stem, 64) : `${part(stem, 64)}.${end}`;
}

/** Keeps the bytes and gives them ids that are good for this bot only. */
export function storeFile(
  core: Core,
  kind: StoredFile["kind"],
  { name, bytes }: Upload,
): StoredFile {
  const sign = () =>
    Math.floor(nextRandom(core.state) * 36 ** 8)
      .toString(36)
      .padStart(8, "0");
  const file: StoredFile = {
    id: `${kind.charAt(0).toUpperCase()}gAC${core.state.bot.id.toString(36)}${sign()}${sign()}`,
    uniqueId: `AgAD${sign()}`,
    kind,
    name,
    type: typeOf(name),
    bytes,
  };
  core.state.files.set(file.id, file);
  return file;
}

export function documentOf(file: StoredFile): Document {
  return { ...idsOf(file), file_name: file.name, mime_type: file.type };
}

export const idsOf = (file: StoredFile) => ({
  file_id: file.id,
  file_unique_id: file.uniqueId,
  file_size: file.bytes.length,
});

/** A photo in two sizes, the large one last; the small one is the same picture under its own id. */
export function storePhoto(core: Core, upload: Upload): PhotoSize[] {
  const { width, height } = readPhoto(upload.bytes);
  const scale = Math.min(1, 90 / Math.max(width, height));
  return [scale, 1].map((factor) => {
    const file = storeFile(core, "photo", { ...upload, name: upload.name || "photo.jpg" });
    file.width = Math.max(1, Math.round(width * factor));
    file.height = Math.max(1, Math.round(height * factor));
    return photoSize(file);
  });
}

export function photoSize(file: StoredFile): PhotoSize {
  return { ...idsOf(file), width: file.width ?? 1, height: file.height ?? 1 };
}

/** Width and height of a PNG or JPEG. @throws Refusal where Telegram takes no photo of it. */
function readPhoto(bytes: Buffer): { width: number; height: number } {
  if (bytes.length > maxPhoto) throw bigPhoto(bytes.length);
  const size = pngSize(bytes) ?? jpegSize(bytes);
  if (!size || size.width === 0 || size.height === 0) throw bad(texts.badImage);
  const { width, height } = size;
  const ratio = Math.max(width, height) / Math.min(width, height);
  if (width + height > 10_000 || ratio > 20) throw bad(texts.badDimensions);
  return size;
}

function pngSize(bytes: Buffer) {
  if (bytes.length < 24 || bytes.toString("latin1", 1, 4) !== "PNG") return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Walks the segments up to the frame header, which is where a JPEG says its size. */
function jpegSize(bytes: Buffer) {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const kind = bytes[at + 1] ?? 0;
    const isFrame = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** A file of a call by its id. @throws Refusal 400 where the id is not known to this bot. */
export function fileById(core: Core, id: string, unknown: string): StoredFile {
  const file = core.state.files.get(id);
  if (!file || file.dead) throw bad(unknown);
  return file;
}

/** What `getFile` answers; its link is good for an hour. */
export function linkFile(core: Core, file: StoredFile) {
  if (file.bytes.length > maxDownload) throw bad(texts.bigFile);
  const file_path = `${file.kind}s/file_${core.state.links.size}${extname(file.name)}`;
  core.state.links.set(file_path, { file: file.id, until: nowMs(core) + linkLifeMs });
  return { ...idsOf(file), file_path };
}

/** The bytes behind a link. @throws Refusal 404 when it is unknown or old. */
export function linkedFile(core: Core, path: string): StoredFile {
  const link = core.state.links.get(path);
  const file = link && core.state.files.get(link.file);
  if (!file || nowMs(core) > link.until) throw new Refusal(404, "Not Found");
  return file;
}
