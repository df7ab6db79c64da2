import { field, serializeDoc, sizeOf } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError } from "./errors.ts";
import { createIndex } from "./index-tree.ts";
import type { Index, Key } from "./index-tree.ts";
import { keyOf } from "./index-spec.ts";
import { describeValue, equal } from "./order.ts";
import type { Turn } from "./store.ts";

/** Bytes of documents in memory, over all collections, and how many there may be. */
export interface Memory {
  used: number;
  readonly limit: number;
}

export interface Collection {
  /** `<database>.<collection>`. */
  readonly namespace: string;
  readonly number: number;
  readonly docs: ReadonlyMap<number, Doc>;
  indexes(): readonly Index[];
  insert(turn: Turn, doc: Doc): void;
  replace(turn: Turn, record: number, doc: Doc): void;
  remove(turn: Turn, record: number): void;
  /** Builds the index over the documents; code 11000 when they do not fit it. */
  addIndex(turn: Turn, spec: Doc): void;
  dropIndex(turn: Turn, name: string): void;
  /** Takes in what the disk holds, before the first command. */
  load(docs: Map<number, Doc>, bytes: number): void;
  keyOnDisk(record: number): string;
}

/** One collection: documents by record number, which rises, and the indexes over them. */
export function createCollection(
  namespace: string,
  number: number,
  specs: Doc[],
  memory: Memory,
): Collection {
  const docs = new Map<number, Doc>();
  let indexes = specs.map(createIndex);
  let lastRecord = 0;

  const keyOnDisk = (record: number) => `doc/${pad(number)}/${pad(record)}`;

  /** Puts the document in the place of the one before, in memory and on disk. */
  function change(turn: Turn, record: number, after: Doc | undefined): void {
    const before = docs.get(record);
    const size = (after ? sizeOf(after) : 0) - (before ? sizeOf(before) : 0);
    if (size > 0 && memory.used + size > memory.limit)
      throw new MongoError(14031, `sandbox: over the limit of ${memory.limit} bytes of documents`);
    const keys = indexes.map((index) => ({
      index,
      before: keysIn(index, before),
      after: keysIn(index, after),
    }));
    for (const { index, after: wanted } of keys) checkUnique(index, wanted, record);
    const apply = (
      doc: Doc | undefined,
      bytes: number,
      from: "before" | "after",
      to: "before" | "after",
    ) => {
      for (const entry of keys) move(entry.index, entry[from], entry[to], record);
      putInOrder(docs, record, doc);
      memory.used += bytes;
    };
    apply(after, size, "before", "after");
    turn.onUndo(() => apply(before, -size, "after", "before"));
    if (after) turn.put(keyOnDisk(record), serializeDoc(after));
    else turn.del(keyOnDisk(record));
  }

  function checkUnique(index: Index, keys: Key[], record: number): void {
    const taken = index.unique ? index.takenBy(keys, record) : undefined;
    if (taken) throw duplicateKey(namespace, index, taken);
  }

  function setIndexes(turn: Turn, next: Index[]): void {
    const before = indexes;
    indexes = next;
    turn.onUndo(() => (indexes = before));
  }

  return {
    namespace,
    number,
    docs,
    keyOnDisk,
    indexes: () => indexes,
    insert: (turn, doc) => change(turn, ++lastRecord, doc),
    replace: change,
    remove: (turn, record) => change(turn, record, undefined),
    addIndex(turn, spec) {
      const index = createIndex(spec);
      const double = index.build(docs);
      if (double) throw duplicateKey(namespace, index, double);
      setIndexes(turn, [...indexes, index]);
    },
    dropIndex: (turn, name) =>
      setIndexes(
        turn,
        indexes.filter((index) => index.spec["name"] !== name),
      ),
    load(loaded, bytes) {
      for (const [record, doc] of loaded) docs.set(record, doc);
      lastRecord = Math.max(0, ...[...loaded.keys()].slice(-1));
      memory.used += bytes;
      for (const index of indexes) index.build(docs);
    },
  };
}

/** Keeps natural order: a document that an undo brings back goes to its old place. */
function putInOrder(docs: Map<number, Doc>, record: number, doc: Doc | undefined): void {
  if (!doc) {
    docs.delete(record);
    return;
  }
  const isBack = !docs.has(record) && docs.size > 0 && record < ([...docs.keys()].at(-1) ?? 0);
  docs.set(record, doc);
  if (!isBack) return;
  const ordered = [...docs].sort(([a], [b]) => a - b);
  docs.clear();
  for (const [key, value] of ordered) docs.set(key, value);
}

const pad = (number: number) => String(number).padStart(12, "0");

const keysIn = (index: Index, doc: Doc | undefined) => (doc ? index.keysOf(doc) : []);

function move(index: Index, from: Key[], to: Key[], record: number): void {
  if (sameKeys(from, to)) return;
  index.remove(from, record);
  index.add(to, record);
}

function sameKeys(a: Key[], b: Key[]): boolean {
  return (
    a.length === b.length && a.every((key, at) => key.every((value, i) => equal(value, b[at]?.[i])))
  );
}

/** MongoDB's error for a key that another document holds. */
function duplicateKey(namespace: string, index: Index, key: Key): MongoError {
  const keyPattern = keyOf(index.spec);
  const values = index.fields.map(({ name }, at) => [name, key[at] ?? null] as const);
  const text = values.map(([name, value]) => `${name}: ${describeValue(value)}`).join(", ");
  const name = String(field(index.spec, "name"));
  return new MongoError(
    11000,
    `E11000 duplicate key error collection: ${namespace} index: ${name} dup key: { ${text} }`,
    { keyPattern, keyValue: Object.fromEntries(values) },
  );
}
