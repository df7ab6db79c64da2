import { mkdir, open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { EJSON } from "bson";
import { openCatalog } from "./catalog.ts";
import type { Collection } from "./collection.ts";
import { serializeDoc } from "./documents.ts";
import { openStore } from "./store.ts";

export interface Dumped {
  namespace: string;
  documents: number;
}

/**
 * Writes the database of the folder `dir` into `out` as mongodump does, for mongorestore:
 * `<database>/<collection>.bson` and `<collection>.metadata.json` with the indexes.
 *
 * @throws MongoError 98 when a server uses the folder.
 */
export async function dumpDatabase(dir: string, out: string): Promise<Dumped[]> {
  const store = await openStore(dir, true);
  try {
    const catalog = await openCatalog(store, { used: 0, limit: Infinity });
    const collections = catalog.list();
    for (const collection of collections) await dumpCollection(collection, out);
    return collections.map(({ namespace, docs }) => ({ namespace, documents: docs.size }));
  } finally {
    await store.close();
  }
}

async function dumpCollection(collection: Collection, out: string): Promise<void> {
  const [database = "", ...rest] = collection.namespace.split(".");
  const name = rest.join(".");
  const path = join(out, database, encodeURIComponent(name));
  // Names and phone numbers stand in these files: they are for their owner only.
  await mkdir(join(out, database), { recursive: true, mode: 0o700 });
  const file = await open(`${path}.bson`, "w", 0o600);
  for (const doc of collection.docs.values()) await file.write(serializeDoc(doc));
  await file.close();
  const indexes = collection.indexes().map(({ spec }) => spec);
  const metadata = { options: {}, indexes, collectionName: name, type: "collection" };
  await writeFile(`${path}.metadata.json`, EJSON.stringify(metadata, { relaxed: false }), {
    mode: 0o600,
  });
}
