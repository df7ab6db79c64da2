import { Long } from "bson";
import type { Collection } from "./collection.ts";
import { namespaceOf } from "./context.ts";
import type { Command, Context } from "./context.ts";
import { asArray, asDoc, asFlag, asString, asWhole, isDoc } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError, notOffered } from "./errors.ts";
import { compileFilter } from "./filter.ts";
import { findRecords } from "./find.ts";
import type { Found } from "./find.ts";
import { canonical } from "./order.ts";
import { parsePath, walk } from "./paths.ts";
import { compilePipeline } from "./pipeline.ts";
import { compileProjection } from "./projection.ts";

const findFields = [
  ...["filter", "sort", "projection", "skip", "limit", "batchSize", "singleBatch", "hint"],
];

export const readCommands: Record<string, Command> = {
  find: { fields: findFields, run: find },
  getMore: { fields: ["collection", "batchSize"], run: getMore },
  killCursors: { fields: ["cursors"], run: killCursors },
  count: { fields: ["query", "limit", "skip", "hint"], run: count },
  distinct: { fields: ["key", "query", "hint"], run: distinct },
  aggregate: { fields: ["pipeline", "cursor", "hint", "explain"], run: aggregate },
  explain: { fields: ["verbosity"], run: explain },
};

const optionalDoc = (value: unknown, what: string) =>
  value === undefined ? {} : asDoc(value, what);
const optionalWhole = (value: unknown, what: string) =>
  value === undefined ? 0 : asWhole(value, what);

function search(context: Context, collection: Collection | undefined, filter: unknown): Found {
  const { body } = context;
  return findRecords(collection, {
    filter: optionalDoc(filter, "filter"),
    sort: optionalDoc(body["sort"], "sort"),
    skip: optionalWhole(body["skip"], "skip"),
    limit: optionalWhole(body["limit"], "limit"),
    hint: body["hint"],
    checkTime: context.checkTime,
  });
}

function find(context: Context): Doc {
  const { body, cursors, now } = context;
  const namespace = namespaceOf(context, "find");
  const collection = context.catalog.find(namespace);
  const { records } = search(context, collection, body["filter"]);
  const project = compileProjection(optionalDoc(body["projection"], "projection"), false);
  const docs = readOn(collection, records, compileFilter(body["filter"] ?? {}), project);
  return cursors.open(namespace, docs, batchOptions(body), now);
}

function batchOptions(body: Doc) {
  const size = body["batchSize"];
  return {
    batchSize: size === undefined ? undefined : asWhole(size, "batchSize"),
    single: asFlag(body["singleBatch"], "singleBatch"),
  };
}

/** The documents as they are when they are read: a cursor passes over what is gone since. */
function* readOn(
  collection: Collection | undefined,
  records: number[],
  matches: (doc: unknown) => boolean,
  project: (doc: Doc) => Doc,
): Generator<Doc, undefined> {
  for (const record of records) {
    const doc = collection?.docs.get(record);
    if (doc && matches(doc)) yield project(doc);
  }
}

function getMore(context: Context): Doc {
  const { body, db, cursors, now } = context;
  const id = body["getMore"];
  if (!(id instanceof Long)) throw new MongoError(14, "getMore needs a cursor id of type long");
  const namespace = `${db}.${asString(body["collection"], "collection")}`;
  const size = body["batchSize"];
  const batchSize = size === undefined ? undefined : asWhole(size, "batchSize", 1);
  return cursors.more(id.toString(), namespace, batchSize, now);
}

function killCursors({ body, cursors }: Context): Doc {
  const ids = asArray(body["cursors"], "cursors");
  const killed = ids.filter((id) => cursors.kill(String(id)));
  const cursorsNotFound = ids.filter((id) => !killed.includes(id));
  return { cursorsKilled: killed, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
}

function count(context: Context): Doc {
  const collection = context.catalog.find(namespaceOf(context, "count"));
  return { n: search(context, collection, context.body["query"]).records.length, ok: 1 };
}

function distinct(context: Context): Doc {
  const collection = context.catalog.find(namespaceOf(context, "distinct"));
  const path = parsePath(asString(context.body["key"], "key"));
  const values = new Map<string, unknown>();
  const keep = (value: unknown) => values.set(canonical(value), value);
  for (const record of search(context, collection, context.body["query"]).records) {
    walk(collection?.docs.get(record), path, true, (value) => {
      if (Array.isArray(value)) value.forEach(keep);
      else if (value !== undefined) keep(value);
      return false;
    });
  }
  return { values: [...values.values()], ok: 1 };
}

function aggregate(context: Context): Doc {
  const { body, cursors, now } = context;
  if (body["explain"] !== undefined) throw notOffered("explain of aggregate");
  if (!isDoc(body["cursor"])) throw new MongoError(9, "The 'cursor' option is required");
  if (body["aggregate"] === 1) throw notOffered("an aggregate without a collection");
  const namespace = namespaceOf(context, "aggregate");
  const docs = aggregateDocs(context, namespace);
  return cursors.open(namespace, docs.values(), batchOptions(body["cursor"]), now);
}

function aggregateDocs({ body, catalog, checkTime }: Context, namespace: string): Doc[] {
  const { query, rest } = splitLeading(asArray(body["pipeline"], "pipeline"));
  const run = compilePipeline(rest);
  const collection = catalog.find(namespace);
  const { records } = findRecords(collection, { ...query, hint: body["hint"], checkTime });
  return run(records.map((record) => collection?.docs.get(record)).filter(isDoc));
}

/** The first $match and the $sort behind it are read through an index where there is one. */
function splitLeading(stages: unknown[]): { query: { filter: Doc; sort: Doc }; rest: unknown[] } {
  const rest = [...stages];
  const take = (name: string): Doc => {
    const [stage] = rest;
    if (!isDoc(stage) || Object.keys(stage).length !== 1) return {};
    const argument = stage[name];
    if (!isDoc(argument) || Object.keys(argument).length === 0) return {};
    rest.shift();
    return argument;
  };
  const filter = take("$match");
  const sort = take("$sort");
  return { query: { filter, sort }, rest };
}

function explain(context: Context): Doc {
  const inner = asDoc(context.body["explain"], "explain");
  if (inner["find"] === undefined) throw notOffered("explain of anything but find");
  const unknown = Object.keys(inner).find(
    (key) => key !== "find" && key !== "$db" && !findFields.includes(key),
  );
  if (unknown !== undefined) throw notOffered(`the option ${unknown} of explain`);
  const explained = { ...context, body: inner };
  const namespace = namespaceOf(explained, "find");
  const found = search(explained, context.catalog.find(namespace), inner["filter"]);
  return {
    queryPlanner: plannerAnswer(namespace, found),
    executionStats: statsAnswer(found),
    ok: 1,
  };
}

function plannerAnswer(namespace: string, { plan }: Found): Doc {
  const name = plan.index?.spec["name"];
  const winningPlan = plan.index ? { stage: "IXSCAN", indexName: name } : { stage: "COLLSCAN" };
  return {
    namespace,
    winningPlan: plan.sorted ? winningPlan : { stage: "SORT", inputStage: winningPlan },
  };
}

function statsAnswer({ records, keysExamined, docsExamined }: Found): Doc {
  return {
    executionSuccess: true,
    nReturned: records.length,
    totalKeysExamined: keysExamined,
    totalDocsExamined: docsExamined,
  };
}
