import { Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";
import { localDate, localTime } from "../dates.ts";

export interface ZipPart {
  /** "foto/hari-1.jpg": with "/" between folders, relative, each name once. */
  name: string;
  bytes: Uint8Array | AsyncIterable<Uint8Array>;
}

const VERSION = 20;
/** A file that its owner may change and everybody read. */
const [UNIX, READABLE] = [3 << 8, 0o100644 * 0x10000];
/** Bit 3: sizes follow the bytes. Bit 11: names are UTF-8. */
const FLAGS = 0x0008 | 0x0800;
const DEFLATE = 8;
/** Without the extension for large archives, which some readers lack. */
const MOST = { bytes: 0xffffffff, parts: 0xffff };

/**
 * A ZIP of the parts, made while they come: nothing is kept but what an entry needs. All parts bear
 * the date handed in, so that the same parts give the same bytes. (PKWARE APPNOTE 6.3.10.)
 * @throws RangeError for a name that leaves its folder or comes twice, or more than 4 GB
 */
export async function* writeZip(
  parts: AsyncIterable<ZipPart> | Iterable<ZipPart>,
  at: Date,
): AsyncGenerator<Uint8Array> {
  const entries: Entry[] = [];
  const names = new Set<string>();
  const stamp = stampOf(at);
  let offset = 0;
  for await (const { name, bytes } of parts) {
    checkName(name, names);
    const entry: Entry = { name: Buffer.from(name, "utf8"), offset, crc: 0, packed: 0, size: 0 };
    for await (const piece of entryOf(entry, bytes, stamp)) {
      offset += piece.length;
      yield piece;
    }
    entries.push(entry);
    if (offset > MOST.bytes || entry.size > MOST.bytes || entries.length > MOST.parts)
      throw new RangeError("the ZIP is too large");
  }
  yield directoryOf(entries, offset, stamp);
}

interface Entry {
  name: Buffer;
  offset: number;
  crc: number;
  packed: number;
  size: number;
}

function checkName(name: string, names: Set<string>): void {
  const steps = name.split("/");
  const leaves = steps.some((step) => step === "" || step === "." || step === "..");
  if (leaves || /[\\:\0]/.test(name) || Buffer.byteLength(name) > 0xffff)
    throw new RangeError("a part of a ZIP has no such name");
  if (names.has(name.toLowerCase())) throw new RangeError("a name comes twice in the ZIP");
  names.add(name.toLowerCase());
}

/** Head, packed bytes, and what is known of them only afterwards. */
async function* entryOf(entry: Entry, bytes: ZipPart["bytes"], stamp: number) {
  yield headOf(entry, stamp);
  const source = bytes instanceof Uint8Array ? [bytes] : bytes;
  const counted = Readable.from(count(source, entry), { objectMode: false });
  const packer = createDeflateRaw({ level: 6 });
  // An error of the source must come out of the packer, which is what is read.
  counted.once("error", (error) => packer.destroy(error));
  for await (const piece of counted.pipe(packer) as AsyncIterable<Buffer>) {
    entry.packed += piece.length;
    yield piece;
  }
  yield fields([4, 0x08074b50], [4, entry.crc], [4, entry.packed], [4, entry.size]);
}

async function* count(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, entry: Entry) {
  for await (const piece of source) {
    entry.crc = crc32(piece, entry.crc);
    entry.size += piece.length;
    yield piece;
  }
}

function headOf({ name }: Entry, stamp: number): Buffer {
  const head = fields(
    ...([
      [4, 0x04034b50],
      [2, VERSION],
      [2, FLAGS],
      [2, DEFLATE],
      [4, stamp],
    ] as Field[]),
    ...([
      [4, 0],
      [4, 0],
      [4, 0],
      [2, name.length],
      [2, 0],
    ] as Field[]),
  );
  return Buffer.concat([head, name]);
}

function directoryOf(entries: readonly Entry[], offset: number, stamp: number): Buffer {
  const rows = entries.map((entry) => Buffer.concat([rowOf(entry, stamp), entry.name]));
  const size = rows.reduce((sum, { length }) => sum + length, 0);
  const count = entries.length;
  const end = fields(
    ...([
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, count],
      [2, count],
    ] as Field[]),
    ...([
      [4, size],
      [4, offset],
      [2, 0],
    ] as Field[]),
  );
  return Buffer.concat([...rows, end]);
}

function rowOf({ name, offset, crc, packed, size }: Entry, stamp: number): Buffer {
  return fields(
    ...([
      [4, 0x02014b50],
      [2, UNIX | VERSION],
      [2, VERSION],
      [2, FLAGS],
      [2, DEFLATE],
    ] as Field[]),
    ...([
      [4, stamp],
      [4, crc],
      [4, packed],
      [4, size],
      [2, name.length],
    ] as Field[]),
    ...([
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, READABLE],
      [4, offset],
    ] as Field[]),
  );
}

type Field = readonly [bytes: 2 | 4, value: number];

/** Numbers one after another, the lowest byte first. */
function fields(...all: readonly Field[]): Buffer {
  return Buffer.concat(
    all.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}

/** The local time in WIB, to two seconds, as MS-DOS counts it: time in the lower half, then date. */
function stampOf(at: Date): number {
  const [year = 1980, month = 1, day = 1] = localDate(at).split("-").map(Number);
  const [hour = 0, minute = 0] = localTime(at).split(":").map(Number);
  const time = (hour << 11) | (minute << 5) | (at.getUTCSeconds() >> 1);
  const date = ((Math.max(1980, year) - 1980) << 9) | (month << 5) | day;
  return date * 0x10000 + time;
}
