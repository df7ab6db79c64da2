import { BSONRegExp } from "bson";
import { isDoc, isOperatorDoc } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError, notOffered } from "./errors.ts";
import { getAt, setAt } from "./paths.ts";
import type { Path } from "./paths.ts";
import { updatePath } from "./update.ts";

/** The document an upsert begins with: the fields that the filter says are equal to something. */
export function upsertSeed(filter: Doc): Doc {
  const seed: Doc = {};
  for (const [dotted, value] of equalities(filter)) {
    const path = updatePath(dotted);
    if (getAt(seed, path) !== undefined || isBelowValue(seed, path))
      throw new MongoError(54, `cannot infer query fields to set, '${dotted}' is matched twice`);
    setAt(seed, path, value);
  }
  return seed;
}

function isBelowValue(seed: Doc, path: Path): boolean {
  return path.some((_part, at) => {
    const outer = at === 0 ? undefined : getAt(seed, path.slice(0, at));
    return outer !== undefined && !isDoc(outer);
  });
}

function equalities(filter: Doc): [string, unknown][] {
  return Object.entries(filter).flatMap(([key, value]): [string, unknown][] => {
    if (key === "$and" && Array.isArray(value)) return value.filter(isDoc).flatMap(equalities);
    if (key === "$or" && Array.isArray(value) && value.length === 1)
      throw notOffered("an upsert with one condition in $or");
    if (key.startsWith("$")) return [];
    return equalityOf(value).map((found) => [key, found]);
  });
}

function equalityOf(condition: unknown): unknown[] {
  if (!isOperatorDoc(condition)) return condition instanceof BSONRegExp ? [] : [condition];
  for (const name of ["$in", "$all"]) {
    const list = condition[name];
    if (Array.isArray(list) && list.length === 1)
      throw notOffered(`an upsert with one value in ${name}`);
  }
  return "$eq" in condition ? [condition["$eq"]] : [];
}
