import { createCollection } from "./collection.ts";
import type { Collection, Memory } from "./collection.ts";
import { asArray, asDoc, deserializeDoc, serializeDoc } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError } from "./errors.ts";
import type { Store, Turn } from "./store.ts";

const format = 1;
const idIndex: Doc = { v: 2, key: { _id: 1 }, name: "_id_" };

export interface Catalog {
  find(namespace: string): Collection | undefined;
  /** The collections of a database, or all of them. */
  list(database?: string): Collection[];
  /** The collection, made when there is none. */
  ensure(turn: Turn, namespace: string): Collection;
  drop(turn: Turn, collection: Collection): void;
  /** Writes the list of its indexes down; for after `addIndex` and `dropIndex`. */
  save(turn: Turn, collection: Collection): void;
}

/** Reads everything into memory; a folder of a newer format is refused. */
export async function openCatalog(store: Store, memory: Memory): Promise<Catalog> {
  const collections = new Map<string, Collection>();
  await loadCollections(store, memory, collections);

  function put(turn: Turn, namespace: string, collection: Collection | undefined): void {
    const before = collections.get(namespace);
    const set = (value: Collection | undefined) =>
      value ? collections.set(namespace, value) : collections.delete(namespace);
    set(collection);
    turn.onUndo(() => set(before));
  }

  function save(turn: Turn, collection: Collection): void {
    const indexes = collection.indexes().map(({ spec }) => spec);
    turn.put(
      `catalog/${collection.namespace}`,
      serializeDoc({ format, number: collection.number, indexes }),
    );
  }

  return {
    find: (namespace) => collections.get(namespace),
    list: (database) =>
      [...collections.values()]
        .filter(({ namespace }) => database === undefined || namespace.startsWith(`${database}.`))
        .sort((a, b) => a.number - b.number),
    ensure(turn, namespace) {
      const present = collections.get(namespace);
      if (present) return present;
      checkNamespace(namespace);
      const number = 1 + Math.max(0, ...[...collections.values()].map((each) => each.number));
      const collection = createCollection(namespace, number, [idIndex], memory);
      put(turn, namespace, collection);
      save(turn, collection);
      return collection;
    },
    drop(turn, collection) {
      for (const record of [...collection.docs.keys()]) collection.remove(turn, record);
      turn.del(`catalog/${collection.namespace}`);
      put(turn, collection.namespace, undefined);
    },
    save,
  };
}

/** The namespace of a command, or code 73 when a name is not one. */
export function checkNamespace(namespace: string): void {
  const [database = "", ...rest] = namespace.split(".");
  const name = rest.join(".");
  const badDatabase = database === "" || database.length > 63 || /[/\\ "$*<>:|?\0]/.test(database);
  const badName =
    name === "" || /[$\0]/.test(name) || name.startsWith("system.") || name.startsWith(".");
  if (badDatabase || badName || namespace.length > 255)
    throw new MongoError(73, `Invalid namespace specified '${namespace}'`);
}

async function loadCollections(
  store: Store,
  memory: Memory,
  collections: Map<string, Collection>,
): Promise<void> {
  const byNumber = await loadDocs(store);
  for await (const [key, value] of store.read("catalog")) {
    const entry = deserializeDoc(value);
    if (typeof entry["format"] !== "number" || entry["format"] > format)
      throw new Error("the folder of the sandbox database was written by a newer version");
    const specs = asArray(entry["indexes"], "indexes").map((spec) => asDoc(spec, "an index"));
    const namespace = key.slice("catalog/".length);
    const number = Number(entry["number"]);
    const collection = createCollection(namespace, number, specs, memory);
    const loaded = byNumber.get(number);
    if (loaded) collection.load(loaded.docs, loaded.bytes);
    collections.set(namespace, collection);
  }
}

interface Loaded {
  docs: Map<number, Doc>;
  bytes: number;
}

async function loadDocs(store: Store): Promise<Map<number, Loaded>> {
  const byNumber = new Map<number, Loaded>();
  for await (const [key, value] of store.read("doc")) {
    const [, number, record] = key.split("/").map(Number);
    if (number === undefined || record === undefined) continue;
    const loaded = byNumber.get(number) ?? { docs: new Map<number, Doc>(), bytes: 0 };
    loaded.docs.set(record, deserializeDoc(value));
    loaded.bytes += value.length;
    byNumber.set(number, loaded);
  }
  return byNumber;
}
