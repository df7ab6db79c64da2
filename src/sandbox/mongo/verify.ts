import type { Collection } from "./collection.ts";
import type { Database } from "./context.ts";
import { serializeDoc } from "./documents.ts";
import { createIndex } from "./index-tree.ts";
import type { Index } from "./index-tree.ts";
import { equal } from "./order.ts";

/** Compares memory with disk and indexes with documents; throws on any difference. */
export async function verifyDatabase({ store, catalog, memory }: Database): Promise<void> {
  await store.alone(async () => {
    const collections = catalog.list();
    const onDisk = await readAll(store, "doc");
    let bytes = 0;
    for (const collection of collections) {
      bytes += verifyDocs(collection, onDisk);
      for (const index of collection.indexes()) verifyIndex(collection, index);
    }
    if (onDisk.size > 0)
      throw new Error(`the disk holds ${onDisk.size} documents that memory lacks`);
    if (bytes !== memory.used) throw new Error("the bytes in use are counted wrong");
    await verifyCatalog(store, collections);
  });
}

async function readAll(store: Database["store"], folder: string): Promise<Map<string, Uint8Array>> {
  const entries = new Map<string, Uint8Array>();
  for await (const [key, value] of store.read(folder)) entries.set(key, value);
  return entries;
}

/** Takes the collection's documents out of `onDisk`; gives their bytes. */
function verifyDocs(collection: Collection, onDisk: Map<string, Uint8Array>): number {
  let bytes = 0;
  let last = 0;
  for (const [record, doc] of collection.docs) {
    if (record <= last) throw new Error(`${collection.namespace} is out of natural order`);
    last = record;
    const key = collection.keyOnDisk(record);
    const stored = onDisk.get(key);
    if (!stored || Buffer.compare(stored, serializeDoc(doc)) !== 0)
      throw new Error(`${collection.namespace}: a document differs from the disk`);
    bytes += stored.length;
    onDisk.delete(key);
  }
  return bytes;
}

function verifyIndex(collection: Collection, index: Index): void {
  const fresh = createIndex(index.spec);
  if (fresh.build(collection.docs))
    throw new Error(`${collection.namespace}: a unique key is double`);
  const same = fresh.size() === index.size();
  for (let at = 0; same && at < fresh.size(); at++) {
    const [a, b] = [fresh.at(at), index.at(at)];
    if (!a || !b || a.record !== b.record || !equal([...a.key], [...b.key]))
      throw new Error(`${collection.namespace}: index ${String(index.spec["name"])} is wrong`);
  }
  if (!same)
    throw new Error(`${collection.namespace}: index ${String(index.spec["name"])} is wrong`);
}

async function verifyCatalog(store: Database["store"], collections: Collection[]): Promise<void> {
  const onDisk = await readAll(store, "catalog");
  const names = collections.map(({ namespace }) => `catalog/${namespace}`);
  if (onDisk.size !== names.length || !names.every((name) => onDisk.has(name)))
    throw new Error("the list of collections differs from the disk");
}
