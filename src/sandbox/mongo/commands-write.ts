import { namespaceOf } from "./context.ts";
import type { Command, Context } from "./context.ts";
import { asArray, asDoc, asFlag, asWhole } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError, notOffered } from "./errors.ts";
import { findAndModify } from "./find-and-modify.ts";
import { findRecords } from "./find.ts";
import { knownOptions } from "./known.ts";
import { compileUpdate } from "./update.ts";
import { insertDoc, modifyDoc, upsertDoc } from "./write.ts";

const maxStatements = 1000;

export const writeCommands: Record<string, Command> = {
  insert: { fields: ["documents", "ordered"], isWrite: true, run: insert },
  update: { fields: ["updates", "ordered"], isWrite: true, run: update },
  delete: { fields: ["deletes", "ordered"], isWrite: true, run: remove },
  findAndModify: {
    fields: ["query", "sort", "update", "remove", "new", "upsert", "fields", "hint"],
    isWrite: true,
    run: findAndModify,
  },
};

/** Runs the statements in order; one that fails ends an ordered command, not the others. */
function runStatements(
  context: Context,
  field: string,
  run: (statement: Doc, index: number) => void,
): Doc {
  const statements = asArray(context.body[field], field);
  if (statements.length === 0 || statements.length > maxStatements)
    throw new MongoError(16, `Write batch sizes must be between 1 and ${maxStatements}`);
  const ordered = asFlag(context.body["ordered"], "ordered", true);
  const writeErrors: Doc[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      run(asDoc(statement, "a statement"), index);
    } catch (error) {
      if (!(error instanceof MongoError) || error.code === 50) throw error;
      writeErrors.push({ index, code: error.code, ...error.extra, errmsg: error.message });
      if (ordered) break;
    }
  }
  return writeErrors.length > 0 ? { writeErrors } : {};
}

function insert(context: Context): Doc {
  const namespace = namespaceOf(context, "insert");
  let n = 0;
  const errors = runStatements(context, "documents", (doc) => {
    insertDoc(context, namespace, doc);
    n++;
  });
  return { n, ...errors, ok: 1 };
}

function update(context: Context): Doc {
  const namespace = namespaceOf(context, "update");
  const total = { n: 0, nModified: 0 };
  const upserted: Doc[] = [];
  const errors = runStatements(context, "updates", (statement, index) => {
    checkStatement(statement, ["q", "u", "multi", "upsert", "hint"]);
    const id = updateMatching(context, namespace, statement, total);
    if (id !== undefined) upserted.push({ index, _id: id });
  });
  return { ...total, ...(upserted.length > 0 && { upserted }), ...errors, ok: 1 };
}

function checkStatement(statement: Doc, fields: string[]): void {
  const unknown = Object.keys(statement).find((key) => !fields.includes(key));
  if (unknown === undefined) return;
  if (knownOptions.has(unknown) || unknown === "sort") throw notOffered(`the option ${unknown}`);
  throw new MongoError(40415, `BSON field '${unknown}' is an unknown field.`);
}

/** One statement of an update; gives the `_id` that it has inserted, if any. */
function updateMatching(
  context: Context,
  namespace: string,
  { q, u, multi, upsert, hint }: Doc,
  total: { n: number; nModified: number },
): unknown {
  const filter = asDoc(q, "q");
  const isMulti = asFlag(multi, "multi");
  const change = compileUpdate(u, !isMulti);
  const collection = context.catalog.find(namespace);
  const limit = isMulti ? 0 : 1;
  const query = { filter, limit, hint, checkTime: context.checkTime };
  const { records } = findRecords(collection, query);
  for (const record of records) {
    context.checkTime();
    const isModified = collection ? modifyDoc(context, collection, record, change) : false;
    total.n++;
    if (isModified) total.nModified++;
  }
  if (records.length > 0 || !asFlag(upsert, "upsert")) return undefined;
  const inserted = upsertDoc(context, namespace, filter, change);
  total.n++;
  return inserted["_id"];
}

function remove(context: Context): Doc {
  const collection = context.catalog.find(namespaceOf(context, "delete"));
  let n = 0;
  const errors = runStatements(context, "deletes", (statement) => {
    checkStatement(statement, ["q", "limit", "hint"]);
    const limit = asWhole(statement["limit"], "limit");
    if (limit > 1) throw new MongoError(9, "The limit field in delete objects must be 0 or 1");
    const query = { filter: asDoc(statement["q"], "q"), limit, hint: statement["hint"] };
    const { records } = findRecords(collection, { ...query, checkTime: context.checkTime });
    for (const record of records) collection?.remove(context.turn, record);
    n += records.length;
  });
  return { n, ...errors, ok: 1 };
}
