import { createCipheriv, createDecipheriv } from "node:crypto";
import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { StartRefused } from "../start-refused.ts";
import type { BackupKey, FileKey, KeyFacts } from "./backup-key.ts";

/**
 * The first line of a backup, in plain JSON. After it come chunks of AES-256-GCM, each a text of
 * `chunk` bytes (the last may be shorter) and its tag. The nonce is the chunk's number and whether
 * it is the last, and the header is bound to each: none can be moved, cut off or changed unseen.
 */
export interface Header {
  sanggar: "backup";
  version: number;
  /** ISO 8601, UTC. */
  madeAt: string;
  key: KeyFacts;
  chunk: number;
}

const CHUNK_BYTES = 262_144;
const TAG_BYTES = 16;
const HEADER_BYTES = 4_096;
const VERSION = 1;

/** Writes a sealed file under a name of its own and renames it when all is on the disk. */
export async function writeSealed(
  path: string,
  parts: AsyncIterable<Uint8Array>,
  { key, madeAt }: { key: FileKey; madeAt: Date },
): Promise<void> {
  const unfinished = `${path}.part`;
  const file = await open(unfinished, "wx", 0o600);
  try {
    const header: Header = {
      ...{ sanggar: "backup", version: VERSION, madeAt: madeAt.toISOString() },
      ...{ key: key.facts, chunk: CHUNK_BYTES },
    };
    const line = `${JSON.stringify(header)}\n`;
    await file.writeFile(line);
    await writeChunks(file, parts, key.secret, Buffer.from(line));
    await file.sync();
    await file.close();
    await rename(unfinished, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function writeChunks(
  file: FileHandle,
  parts: AsyncIterable<Uint8Array>,
  secret: Buffer,
  line: Buffer,
): Promise<void> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  let number = 0;
  const put = async (text: Uint8Array, last: boolean) => {
    const cipher = createCipheriv("aes-256-gcm", secret, nonceOf(number, last));
    cipher.setAAD(line);
    const sealed = [cipher.update(text), cipher.final()];
    await file.writeFile(Buffer.concat([...sealed, cipher.getAuthTag()]));
    number += 1;
  };
  for await (const part of parts) {
    waiting.push(part);
    size += part.length;
    // The last chunk is known by its end only: a full one waits for what comes.
    if (size <= CHUNK_BYTES) continue;
    let text = Buffer.concat(waiting);
    for (; text.length > CHUNK_BYTES; text = text.subarray(CHUNK_BYTES))
      await put(text.subarray(0, CHUNK_BYTES), false);
    [waiting, size] = [[text], text.length];
  }
  await put(Buffer.concat(waiting), true);
}

/** The header of a backup. @throws StartRefused where the file is none */
export async function readHeader(path: string): Promise<Header> {
  const file = await openFile(path);
  try {
    return (await headerOf(file, path)).header;
  } finally {
    await file.close();
  }
}

/** The text of a sealed file, chunk by chunk. @throws StartRefused where it is not whole */
export async function* readSealed(path: string, key: BackupKey): AsyncGenerator<Buffer> {
  const file = await openFile(path);
  try {
    const { header, line } = await headerOf(file, path);
    const { facts, secret } = await key.forFile(header.key.salt);
    if (facts.id !== header.key.id) throw otherKey(header.key, facts);
    const full = header.chunk + TAG_BYTES;
    const { size } = await stat(path);
    const body = size - line.length;
    const chunks = Math.ceil(body / full);
    if (chunks === 0) throw cutShort(path);
    for (let number = 0; number < chunks; number += 1) {
      const at = line.length + number * full;
      const bytes = await readAt(file, at, Math.min(full, size - at));
      yield openChunk(bytes, { secret, line, number, last: number === chunks - 1, path });
    }
  } finally {
    await file.close();
  }
}

interface Where {
  secret: Buffer;
  line: Buffer;
  number: number;
  last: boolean;
  path: string;
}

function openChunk(bytes: Buffer, where: Where): Buffer {
  const text = opened(bytes, where);
  if (text) return text;
  // A chunk that is whole, and not the last it claims to be by its place.
  if (where.last && opened(bytes, { ...where, last: false })) throw cutShort(where.path);
  throw new StartRefused(
    `${where.path} was changed or is damaged (part ${where.number + 1}). Nothing was written; take another backup.`,
  );
}

function opened(bytes: Buffer, { secret, line, number, last }: Where): Buffer | undefined {
  if (bytes.length < TAG_BYTES) return undefined;
  const nonce = nonceOf(number, last);
  const decipher = createDecipheriv("aes-256-gcm", secret, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(line);
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const text = decipher.update(bytes.subarray(0, -TAG_BYTES));
  try {
    decipher.final();
    return text;
  } catch {
    return undefined;
  }
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 5, 6);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
}

async function headerOf(file: FileHandle, path: string) {
  const start = await readAt(file, 0, HEADER_BYTES);
  const end = start.indexOf("\n") + 1;
  const header = parseHeader(start.toString("utf8", 0, end));
  if (!header) throw new StartRefused(`${path} is no backup of Sanggar.`);
  if (header.version !== VERSION)
    throw new StartRefused(
      `${path} is of format ${header.version}; this program reads format ${VERSION}. Take the version of Sanggar that wrote it.`,
    );
  return { header, line: start.subarray(0, end) };
}

function parseHeader(line: string): Header | undefined {
  try {
    const header = JSON.parse(line) as Header;
    if (header.sanggar !== "backup" || typeof header.version !== "number") return undefined;
    const isWhole = typeof header.key?.salt === "string" && header.chunk > 0;
    return header.version !== VERSION || isWhole ? header : undefined;
  } catch {
    return undefined;
  }
}

async function openFile(path: string): Promise<FileHandle> {
  return open(path, "r").catch(() => {
    throw new StartRefused(`${path} cannot be read.`);
  });
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** A new name in a folder is on the disk only when the folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const cutShort = (path: string) =>
  new StartRefused(`${path} is cut short: its end is missing. Nothing was written; copy it again.`);

function otherKey(file: KeyFacts, own: KeyFacts): StartRefused {
  const name = { file: "BACKUP_KEY_FILE", passphrase: "BACKUP_PASSPHRASE" };
  return new StartRefused(
    `The backup was sealed with another key (${file.id}, by ${name[file.from]}); the configured one is ${own.from === file.from ? own.id : `by ${name[own.from]}`}.`,
  );
}
