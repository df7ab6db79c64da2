import type { Collection } from "./collection.ts";
import type { Database } from "./context.ts";
import { earliestDate } from "./index-tree.ts";
import type { Index } from "./index-tree.ts";
import { keyValues } from "./paths.ts";

const maxADay = 500;

/** Deletes what has expired by the clock, at most 500 documents a turn, until nothing is left. */
export async function sweepExpired({ store, catalog, clock, cursors }: Database): Promise<void> {
  for (;;) {
    const deleted = await store.run((turn) => {
      const now = clock.now();
      cursors.sweep(now);
      const expired = catalog
        .list()
        .flatMap((collection) => expiredIn(collection, now))
        .slice(0, maxADay);
      for (const { collection, record } of expired) collection.remove(turn, record);
      return expired.length;
    });
    if (deleted < maxADay) return;
  }
}

function expiredIn(
  collection: Collection,
  now: Date,
): { collection: Collection; record: number }[] {
  const records = collection.indexes().flatMap((index) => expiredBy(collection, index, now));
  return [...new Set(records)].map((record) => ({ collection, record }));
}

function expiredBy(collection: Collection, index: Index, now: Date): number[] {
  const seconds = index.spec["expireAfterSeconds"];
  const [field] = index.fields;
  if (typeof seconds !== "number" || !field) return [];
  const limit = now.getTime() - seconds * 1000;
  return [...collection.docs]
    .filter(([, doc]) => {
      const date =
        index.keysOf(doc).length > 0 ? earliestDate(keyValues(doc, field.path)) : undefined;
      return date !== undefined && date.getTime() <= limit;
    })
    .map(([record]) => record);
}
