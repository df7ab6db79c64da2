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
    const bytes = after && serializeDoc(after);
    const growth = (bytes?.length ?? 0) - (before ? sizeOf(before) : 0);
    if (growth > 0 && memory.used + growth > memory.limit)
      throw new MongoError(14031, `sandbox: over the limit of ${memory.limit} bytes of documents`);
    const moves = indexes.map((index) => planMove(index, before, after));
    for (const { index, to } of moves) checkUnique(index, to, record);
    for (const { index, from, to } of moves) move(index, from, to, record);
    set(record, after, growth);
    turn.onUndo(() => {
      for (const { index, from, to } of moves) move(index, to, from, record);
      set(record, before, -growth);
    });
    if (bytes) turn.put(keyOnDisk(record), bytes);
    else turn.del(keyOnDisk(record));
  }

  function set(record: number, doc: Doc | undefined, growth: number): void {
    memory.used += growth;
    const isBack = doc !== undefined && record < lastRecord && !docs.has(record);
    if (doc) docs.set(record, doc);
    else docs.delete(record);
    if (isBack) restoreOrder(docs);
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

/** Natural order is by record: a document that an undo brings back stands last until then. */
function restoreOrder(docs: Map<number, Doc>): void {
  const ordered = [...docs].sort(([a], [b]) => a - b);
  docs.clear();
  for (const [record, doc] of ordered) docs.set(record, doc);
}

const pad = (number: number) => String(number).padStart(12, "0");

const planMove = (index: Index, before: Doc | undefined, after: Doc | undefined) => ({
  index,
  from: before ? index.keysOf(before) : [],
  to: after ? index.keysOf(after) : [],
});

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
