import { StartRefused } from "../start-refused.ts";

/** An index as the database described it. */
export type IndexFacts = { name: string; key: Record<string, unknown> } & Record<string, unknown>;

/** What a backup is made of, in this order: a collection, its documents, the next; then the end. */
export type BackupRecord =
  | { is: "collection"; name: string; indexes: IndexFacts[] }
  /** BSON as the database gave it. */
  | { is: "document"; bytes: Uint8Array }
  | { is: "end"; counts: Record<string, number>; way: "snapshot" | "ordered" };

const TAGS = { collection: 1, document: 2, end: 3 } as const;
const FRONT_BYTES = 5;

/** A tag, the length in four bytes, and the bytes. */
export function packRecord(record: BackupRecord): Buffer {
  const bytes = record.is === "document" ? record.bytes : Buffer.from(JSON.stringify(record));
  const front = Buffer.alloc(FRONT_BYTES);
  front.writeUInt8(TAGS[record.is], 0);
  front.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([front, bytes]);
}

/** The records of a text that comes in pieces. */
export async function* readRecords(pieces: AsyncIterable<Buffer>): AsyncGenerator<BackupRecord> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    rest = rest.length ? Buffer.concat([rest, piece]) : piece;
    for (let size = sizeOf(rest); rest.length >= size; size = sizeOf(rest)) {
      yield unpack(rest.subarray(0, size));
      rest = rest.subarray(size);
    }
  }
  if (rest.length) throw new StartRefused("The backup ends inside a record.");
}

function sizeOf(bytes: Buffer): number {
  return bytes.length < FRONT_BYTES ? Infinity : FRONT_BYTES + bytes.readUInt32BE(1);
}

function unpack(whole: Buffer): BackupRecord {
  const [tag, bytes] = [whole.readUInt8(0), whole.subarray(FRONT_BYTES)];
  if (tag === TAGS.document) return { is: "document", bytes };
  if (tag !== TAGS.collection && tag !== TAGS.end)
    throw new StartRefused("The backup holds a record that this version does not know.");
  return JSON.parse(bytes.toString("utf8")) as BackupRecord;
}
