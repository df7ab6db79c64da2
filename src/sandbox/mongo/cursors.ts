import { randomInt } from "node:crypto";
import { Long } from "bson";
import { sizeOf } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError } from "./errors.ts";

const firstBatch = 101;
const idleMs = 10 * 60_000;
const maxBatchBytes = 15 * 1024 * 1024;

interface Reader {
  docs: Iterator<Doc>;
  held: Doc | undefined;
}

interface Cursor extends Reader {
  namespace: string;
  usedAt: number;
}

export interface BatchOptions {
  /** How many documents the first answer holds; 101 unless told. */
  batchSize: number | undefined;
  /** Whether no cursor stays open after the first answer. */
  single: boolean;
}

/** The open cursors: they keep a way to read on, not the documents. */
export interface Cursors {
  /** The answer with the first batch; a cursor stays open when there is more. */
  open(namespace: string, docs: Iterator<Doc>, options: BatchOptions, now: Date): Doc;
  /** The next batch; code 43 for a cursor that is not open. */
  more(id: string, namespace: string, batchSize: number | undefined, now: Date): Doc;
  /** Closes the cursor; false when it was not open. */
  kill(id: string): boolean;
  closeOf(namespace: string): void;
  /** Closes those that nobody has read from for ten minutes. */
  sweep(now: Date): void;
}

export function createCursors(): Cursors {
  const open = new Map<string, Cursor>();
  let last = randomInt(2 ** 40);

  return {
    open(namespace, docs, { batchSize = firstBatch, single }, now) {
      const reader = { docs, held: undefined };
      const { batch, done } = takeBatch(reader, batchSize);
      if (done || single) return cursorAnswer("firstBatch", batch, namespace, "0");
      const id = String(++last);
      open.set(id, { ...reader, namespace, usedAt: now.getTime() });
      return cursorAnswer("firstBatch", batch, namespace, id);
    },
    more(id, namespace, batchSize, now) {
      const cursor = open.get(id);
      if (!cursor || cursor.namespace !== namespace)
        throw new MongoError(43, `cursor id ${id} not found`);
      const { batch, done } = takeBatch(cursor, batchSize ?? Infinity);
      cursor.usedAt = now.getTime();
      if (done) open.delete(id);
      return cursorAnswer("nextBatch", batch, namespace, done ? "0" : id);
    },
    kill: (id) => open.delete(id),
    closeOf(namespace) {
      for (const [id, cursor] of open) if (cursor.namespace === namespace) open.delete(id);
    },
    sweep(now) {
      for (const [id, { usedAt }] of open) if (now.getTime() - usedAt > idleMs) open.delete(id);
    },
  };
}

function cursorAnswer(name: string, batch: Doc[], namespace: string, id: string): Doc {
  return { cursor: { [name]: batch, id: Long.fromString(id), ns: namespace }, ok: 1 };
}

/** Takes as many as fit into one answer; the document that no longer fits waits in `held`. */
function takeBatch(cursor: Reader, size: number): { batch: Doc[]; done: boolean } {
  const batch: Doc[] = [];
  let room = maxBatchBytes;
  while (batch.length < size) {
    const doc = cursor.held ?? nextOf(cursor.docs);
    if (!doc) return { batch, done: true };
    cursor.held = doc;
    room -= sizeOf(doc);
    if (room < 0 && batch.length > 0) return { batch, done: false };
    batch.push(doc);
    cursor.held = undefined;
  }
  return { batch, done: false };
}

function nextOf(docs: Iterator<Doc>): Doc | undefined {
  const next = docs.next();
  return next.done === true ? undefined : next.value;
}
