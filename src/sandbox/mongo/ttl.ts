import type { Collection } from "./collection.ts";
import type { Database } from "./context.ts";
import type { Index } from "./index-tree.ts";
import { TypeEdge } from "./order.ts";

const maxATurn = 500;

/** Deletes what has expired by the clock, at most 500 documents a turn, until nothing is left. */
export async function sweepExpired({ store, catalog, clock, cursors }: Database): Promise<void> {
  let left = true;
  while (left) {
    left = await store.run((turn) => {
      const now = clock.now();
      cursors.sweep(now);
      const expired = catalog.list().flatMap((collection) => expiredIn(collection, now));
      for (const { collection, record } of expired.slice(0, maxATurn))
        collection.remove(turn, record);
      return expired.length > maxATurn;
    });
  }
}

function expiredIn(collection: Collection, now: Date) {
  const records = collection.indexes().flatMap((index) => expiredBy(index, now));
  return [...new Set(records)].map((record) => ({ collection, record }));
}

/** The records that stand in a TTL index under a date that is over; values of other types never are. */
function expiredBy(index: Index, now: Date): number[] {
  const seconds = index.spec["expireAfterSeconds"];
  if (typeof seconds !== "number") return [];
  const isRising = index.fields[0]?.direction === 1;
  const limit = new Date(now.getTime() - seconds * 1000);
  const first = index.place([new TypeEdge(limit, "before")], false);
  const last = index.place([limit], isRising);
  const [from, to] = isRising ? [first, last] : [last, first];
  return Array.from({ length: to - from }, (_, at) => index.at(from + at)?.record ?? 0);
}
