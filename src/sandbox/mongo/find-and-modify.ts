import { namespaceOf } from "./context.ts";
import type { Context } from "./context.ts";
import { asDoc, asFlag } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError } from "./errors.ts";
import { findRecords } from "./find.ts";
import { compileProjection } from "./projection.ts";
import { compileUpdate } from "./update.ts";
import type { Update } from "./update.ts";
import { modifyDoc, upsertDoc } from "./write.ts";

/** Changes or takes away the first document that matches and gives it, before or after. */
export function findAndModify(context: Context): Doc {
  const { body } = context;
  const flag = (name: string) => asFlag(body[name], name);
  const namespace = namespaceOf(context, "findAndModify");
  const removes = flag("remove");
  if (removes === (body["update"] !== undefined))
    throw new MongoError(9, "Either an update or remove=true must be specified");
  if (removes && (flag("upsert") || flag("new")))
    throw new MongoError(9, "Cannot specify remove with upsert or new");
  const record = firstMatch(context, namespace);
  const { value, lastErrorObject } = removes
    ? removeFound(context, namespace, record)
    : updateFound(context, namespace, record);
  const project = compileProjection(asDoc(body["fields"] ?? {}, "fields"), false);
  return { lastErrorObject, value: value ? project(value) : null, ok: 1 };
}

interface Outcome {
  value: Doc | null;
  lastErrorObject: Doc;
}

function firstMatch({ catalog, body, checkTime }: Context, namespace: string): number | undefined {
  const filter = asDoc(body["query"] ?? {}, "query");
  const sort = asDoc(body["sort"] ?? {}, "sort");
  const query = { filter, sort, limit: 1, hint: body["hint"], checkTime };
  return findRecords(catalog.find(namespace), query).records[0];
}

function removeFound(
  { catalog, turn }: Context,
  namespace: string,
  record: number | undefined,
): Outcome {
  const collection = catalog.find(namespace);
  if (record === undefined || !collection) return { value: null, lastErrorObject: { n: 0 } };
  const value = collection.docs.get(record) ?? null;
  collection.remove(turn, record);
  return { value, lastErrorObject: { n: 1 } };
}

function updateFound(context: Context, namespace: string, record: number | undefined): Outcome {
  const { body, catalog } = context;
  const change = compileUpdate(body["update"], true);
  const collection = catalog.find(namespace);
  if (record === undefined || !collection) return updateNone(context, namespace, change);
  const before = collection.docs.get(record) ?? null;
  modifyDoc(context, collection, record, change);
  const value = asFlag(body["new"], "new") ? (collection.docs.get(record) ?? null) : before;
  return { value, lastErrorObject: { n: 1, updatedExisting: true } };
}

function updateNone(context: Context, namespace: string, change: Update): Outcome {
  const { body } = context;
  if (!asFlag(body["upsert"], "upsert"))
    return { value: null, lastErrorObject: { n: 0, updatedExisting: false } };
  const inserted = upsertDoc(context, namespace, asDoc(body["query"] ?? {}, "query"), change);
  return {
    value: asFlag(body["new"], "new") ? inserted : null,
    lastErrorObject: { n: 1, updatedExisting: false, upserted: inserted["_id"] },
  };
}
