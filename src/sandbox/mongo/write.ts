import type { Collection } from "./collection.ts";
import type { Context } from "./context.ts";
import { checkStored } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError } from "./errors.ts";
import { equal } from "./order.ts";
import { withId } from "./update.ts";
import type { Update } from "./update.ts";
import { upsertSeed } from "./upsert.ts";

/** Stores a new document, with an `_id` of the clock's time when it has none, and gives it. */
export function insertDoc({ catalog, turn, now }: Context, namespace: string, doc: Doc): Doc {
  const stored = withId(doc, now);
  checkStored(stored);
  if (Array.isArray(stored["_id"])) throw new MongoError(2, "The '_id' value cannot be an array");
  catalog.ensure(turn, namespace).insert(turn, stored);
  return stored;
}

/** Changes one document; false when it stays as it was. */
export function modifyDoc(
  context: Context,
  collection: Collection,
  record: number,
  change: Update,
): boolean {
  const before = collection.docs.get(record) ?? {};
  const after = change(before, false);
  checkStored(after);
  if (equal(before, after)) return false;
  collection.replace(context.turn, record, after);
  return true;
}

/** Inserts what the filter of an upsert says, changed by its update, and gives it. */
export function upsertDoc(context: Context, namespace: string, filter: Doc, change: Update): Doc {
  const doc = change(upsertSeed(filter), true);
  return insertDoc(context, namespace, doc);
}
