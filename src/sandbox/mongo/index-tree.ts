import { field } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError } from "./errors.ts";
import { compileFilter } from "./filter.ts";
import { keyOf } from "./index-spec.ts";
import { createOrderedList } from "./ordered-list.ts";
import { crossesArray, keyValues, pathExists } from "./paths.ts";
import { compareKeys, readSort } from "./sort.ts";
import type { SortField } from "./sort.ts";

export type Key = readonly unknown[];

interface Entry {
  key: Key;
  record: number;
}

export interface Index {
  readonly spec: Doc;
  readonly fields: SortField[];
  readonly unique: boolean;
  /** Whether documents may be missing from it: such an index answers fewer questions. */
  readonly sparse: boolean;
  readonly partial: boolean;
  /** Whether some document has stood in it more than once. */
  isMultikey(): boolean;
  /** The keys of the document, each once; none when the index leaves it out. */
  keysOf(doc: Doc): Key[];
  /** The key among these that another record holds. */
  takenBy(keys: Key[], record: number): Key | undefined;
  add(keys: Key[], record: number): void;
  remove(keys: Key[], record: number): void;
  /** Fills the empty index at once; gives the first double key of a unique one. */
  build(docs: Iterable<[number, Doc]>): Key | undefined;
  /** The first place at (or after) all entries that begin with the values. */
  place(values: Key, after: boolean): number;
  at(place: number): Entry | undefined;
  size(): number;
}

/** An index in memory: its entries in key order, so that one list serves equality, range and sort. */
export function createIndex(spec: Doc): Index {
  const fields = readSort(keyOf(spec));
  const partialFilter = field(spec, "partialFilterExpression");
  const isIn = partialFilter === undefined ? () => true : compileFilter(partialFilter);
  const sparse = field(spec, "sparse") === true;
  const unique = field(spec, "unique") === true || field(spec, "name") === "_id_";
  const entries = createOrderedList<Entry>();
  let multikey = false;

  const order = (a: Entry, b: Entry) => compareKeys(a.key, b.key, fields) || a.record - b.record;

  function place(values: Key, after: boolean): number {
    const prefix = fields.slice(0, values.length);
    return entries.lowest((entry) => {
      const result = compareKeys(entry.key, values, prefix);
      return result < 0 || (after && result === 0);
    });
  }

  function keysOf(doc: Doc): Key[] {
    if (!isIn(doc) || (sparse && !fields.some(({ path }) => pathExists(doc, path)))) return [];
    // One array an index, as in MongoDB: two would need every pair of their elements.
    if (fields.length > 1 && fields.filter(({ path }) => crossesArray(doc, path)).length > 1)
      throw new MongoError(171, "cannot index parallel arrays");
    const keys = combine(fields.map(({ path }) => keyValues(doc, path)));
    return keys.length > 1 ? distinctKeys(keys, fields) : keys;
  }

  return {
    spec,
    fields,
    unique,
    sparse,
    partial: partialFilter !== undefined,
    isMultikey: () => multikey,
    keysOf,
    takenBy: (keys, record) =>
      keys.find((key) => {
        const entry = entries.at(place(key, false));
        return entry && entry.record !== record && compareKeys(entry.key, key, fields) === 0;
      }),
    add(keys, record) {
      multikey ||= keys.length > 1;
      for (const key of keys) {
        const entry = { key, record };
        entries.add(entry, (other) => order(other, entry) < 0);
      }
    },
    remove(keys, record) {
      for (const key of keys) {
        const entry = { key, record };
        const at = entries.lowest((other) => order(other, entry) < 0);
        if (entries.at(at)?.record !== record) throw new Error("an index has lost a document");
        entries.remove(at);
      }
    },
    build(docs) {
      const built: Entry[] = [];
      for (const [record, doc] of docs) {
        const keys = keysOf(doc);
        multikey ||= keys.length > 1;
        for (const key of keys) built.push({ key, record });
      }
      built.sort(order);
      entries.fill(built);
      return unique ? firstDouble(built, fields) : undefined;
    },
    place,
    at: (at) => entries.at(at),
    size: () => entries.size(),
  };
}

/** One key for each element of the array among the columns, else one. */
function combine(columns: unknown[][]): Key[] {
  const key = columns.map(([value]) => value);
  const array = columns.findIndex(({ length }) => length !== 1);
  return columns[array]?.map((value) => key.with(array, value)) ?? [key];
}

function distinctKeys(keys: Key[], fields: SortField[]): Key[] {
  const sorted = keys.toSorted((a, b) => compareKeys(a, b, fields));
  return sorted.filter((key, at) => {
    const before = sorted[at - 1];
    return !before || compareKeys(before, key, fields) !== 0;
  });
}

function firstDouble(entries: Entry[], fields: SortField[]): Key | undefined {
  return entries.find((entry, at) => {
    const next = entries[at + 1];
    return next && next.record !== entry.record && compareKeys(entry.key, next.key, fields) === 0;
  })?.key;
}
