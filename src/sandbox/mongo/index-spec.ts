import { BSONRegExp } from "bson";
import { asDoc, asString, field, isDoc, isOperatorDoc } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError, notOffered } from "./errors.ts";
import { compileFilter } from "./filter.ts";
import { knownIndexOptions } from "./known.ts";
import { isPosition, parsePath } from "./paths.ts";

const flags = ["unique", "sparse"];
const options = new Set([
  ...["key", "name", "partialFilterExpression", "expireAfterSeconds", ...flags],
  // Taken and without meaning.
  ...["v", "background", "ns"],
]);

/** Reads one index of `createIndexes`; gives what `listIndexes` will show. */
export function readIndexSpec(value: unknown): Doc {
  const spec = asDoc(value, "an index");
  for (const name of Object.keys(spec)) checkOption(name);
  const key = asDoc(spec["key"], "an index key");
  checkKeyPattern(key);
  const name = asString(spec["name"] ?? defaultName(key), "an index name");
  if (name === "" || name === "*") throw new MongoError(67, "bad index name");
  const kept: Doc = { v: 2, key, name };
  for (const flag of flags) if (isSet(spec[flag])) kept[flag] = true;
  copyPartial(spec, kept);
  copyExpiry(spec, kept);
  return kept;
}

const isSet = (value: unknown) => value !== undefined && value !== false && value !== 0;

function defaultName(key: Doc): string {
  return Object.entries(key)
    .map(([path, direction]) => `${path}_${String(direction)}`)
    .join("_");
}

function checkOption(name: string): void {
  if (options.has(name)) return;
  if (knownIndexOptions.has(name)) throw notOffered(`the index option ${name}`);
  throw new MongoError(197, `The field '${name}' is not valid for an index specification`);
}

function checkKeyPattern(key: Doc): void {
  const entries = Object.entries(key);
  if (entries.length === 0) throw new MongoError(67, "Index keys cannot be empty.");
  for (const [path, direction] of entries) {
    if (path.includes("$") || typeof direction === "string")
      throw notOffered(`the index ${path}`, 67);
    if (parsePath(path).some(isPosition)) throw notOffered(`an index on the position in ${path}`);
    if (direction !== 1 && direction !== -1)
      throw new MongoError(67, "Values in the index key pattern must be 1 or -1");
  }
}

function copyPartial(spec: Doc, kept: Doc): void {
  const partial = spec["partialFilterExpression"];
  if (partial === undefined) return;
  if (isSet(spec["sparse"])) throw new MongoError(67, "cannot mix sparse and partial");
  checkPartial(asDoc(partial, "partialFilterExpression"));
  compileFilter(partial);
  kept["partialFilterExpression"] = partial;
}

const partialOperators = new Set(["$eq", "$gt", "$gte", "$lt", "$lte", "$type", "$in", "$exists"]);

function checkPartial(filter: Doc): void {
  for (const [key, condition] of Object.entries(filter)) {
    if ((key === "$and" || key === "$or") && Array.isArray(condition)) {
      for (const inner of condition) checkPartial(asDoc(inner, key));
    } else if (key.startsWith("$") || !isPartialCondition(condition))
      throw new MongoError(67, `unsupported expression in partial index: ${key}`);
  }
}

function isPartialCondition(condition: unknown): boolean {
  if (!isOperatorDoc(condition)) return !(condition instanceof BSONRegExp);
  const known = Object.keys(condition).every((name) => partialOperators.has(name));
  return known && (!("$exists" in condition) || isSet(condition["$exists"]));
}

function copyExpiry(spec: Doc, kept: Doc): void {
  const seconds = spec["expireAfterSeconds"];
  if (seconds === undefined) return;
  if (typeof seconds !== "number" || !(seconds >= 0) || seconds > 2_147_483_647)
    throw new MongoError(67, "expireAfterSeconds must be from 0 to 2147483647");
  const paths = Object.keys(asDoc(spec["key"], "an index key"));
  if (paths.length !== 1 || paths[0] === "_id")
    throw new MongoError(67, "TTL indexes are single-field indexes, not on _id");
  kept["expireAfterSeconds"] = seconds;
}

/** The index key and options without the name: equal means the same index. */
export function withoutName(spec: Doc): Doc {
  const entries = Object.entries(spec).filter(([key]) => key !== "name" && key !== "key");
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function keyOf(spec: Doc): Doc {
  const key = field(spec, "key");
  return isDoc(key) ? key : {};
}
