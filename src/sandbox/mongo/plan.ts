import { BSONRegExp } from "bson";
import type { Collection } from "./collection.ts";
import { isDoc, isNone, isOperatorDoc } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError, notOffered } from "./errors.ts";
import type { Index, Key } from "./index-tree.ts";
import { equal, TypeEdge } from "./order.ts";
import { keyOf } from "./index-spec.ts";
import { readSort } from "./sort.ts";
import type { SortField } from "./sort.ts";

/** What a filter says of one path so that an index can answer it. */
interface Constraint {
  /** The values it must be equal to one of. */
  values?: unknown[];
  low?: { value: unknown; inclusive: boolean };
  high?: { value: unknown; inclusive: boolean };
}

/** How a query reads: places in an index, or (without one) every document in natural order. */
export interface Plan {
  index?: Index;
  ranges: [from: number, to: number][];
  backwards: boolean;
  /** Whether the documents come in the order that was asked for. */
  sorted: boolean;
  /** The keys of the index that it reads at most. */
  keys: number;
}

export interface Plans {
  best: Plan;
  /** Where the best does not give the order: one that does, and may be at its limit long before. */
  inOrder: Plan | undefined;
}

const maxPoints = 1000;

/**
 * The plan that reads least. Where an order is asked for, an index that gives it may read more:
 * what it saves is the sorting, and under a limit most of the reading.
 */
export function choosePlans(collection: Collection, filter: Doc, sort: Doc, hint: unknown): Plans {
  const constraints = readConstraints(filter);
  const order = readSort(sort);
  const indexes = isNone(hint) ? collection.indexes() : [hinted(collection, hint)];
  const scored = indexes
    .flatMap((index) => plan(index, constraints, order))
    .sort((a, b) => (order.length > 0 ? b.score - a.score : 0) || a.plan.keys - b.plan.keys);
  const unordered = { ranges: [], backwards: false, sorted: order.length === 0, keys: Infinity };
  const plans = scored.map((one) => one.plan);
  const { [0]: best = unordered } = plans;
  return { best, inOrder: best.sorted ? undefined : plans.find(({ sorted }) => sorted) };
}

function hinted(collection: Collection, hint: unknown): Index {
  const index = collection
    .indexes()
    .find(({ spec }) => spec["name"] === hint || (isDoc(hint) && equal(keyOf(spec), hint)));
  if (isDoc(hint) && "$natural" in hint) throw notOffered("a hint of $natural");
  if (index?.sparse || index?.partial) throw notOffered("a hint of an index that leaves some out");
  if (index) return index;
  throw new MongoError(
    2,
    "error processing query: hint provided does not correspond to an existing index",
  );
}

function plan(index: Index, constraints: Map<string, Constraint>, order: SortField[]) {
  if (index.partial) return [];
  const points = readPoints(index, constraints);
  const depth = points[0]?.length ?? 0;
  const next = index.fields[depth];
  const range = next && points.length > 0 ? constraints.get(next.name) : undefined;
  const hasRange = range?.low !== undefined || range?.high !== undefined;
  if (index.sparse && depth === 0 && !hasRange) return [];
  const direction = sortDirection(index, depth, points.length, order);
  if (depth === 0 && !hasRange && direction === 0) return [];
  const ranges = points.map((point) => rangeOf(index, point, hasRange ? range : undefined));
  const backwards = direction < 0;
  if (backwards) ranges.reverse();
  const sorted = direction !== 0 || order.length === 0;
  const keys = ranges.reduce((sum, [from, to]) => sum + to - from, 0);
  const isOne = index.unique && depth === index.fields.length;
  const score = (isOne ? 100 : depth * 4) + (sorted ? 2 : 0) + (hasRange ? 1 : 0);
  return [{ score, plan: { index, ranges, backwards, sorted, keys } }];
}

/** The combinations of values for as many leading fields as the filter fixes. */
function readPoints(index: Index, constraints: Map<string, Constraint>): unknown[][] {
  let points: unknown[][] = [[]];
  for (const { name } of index.fields) {
    const values = constraints.get(name)?.values;
    if (!values || points.length * values.length > maxPoints) break;
    if (index.sparse && values.some(isNone)) break;
    points = points.flatMap((point) => values.map((value) => [...point, value]));
  }
  return points;
}

/** 1 or -1 when reading the index that way gives the order, else 0. */
function sortDirection(index: Index, depth: number, points: number, order: SortField[]): number {
  const fixed = index.fields.slice(0, depth).map(({ name }) => name);
  const open = order.filter(({ name }) => !fixed.includes(name));
  if (order.length === 0 || index.isMultikey() || points !== 1) return 0;
  const fields = index.fields.slice(depth);
  if (open.length > fields.length) return 0;
  const turns = open.map(({ name, direction }, at) =>
    fields[at]?.name === name ? direction * fields[at].direction : 0,
  );
  const [first = 1] = turns;
  return turns.every((turn) => turn === first) ? first : 0;
}

function rangeOf(index: Index, point: Key, range: Constraint | undefined): [number, number] {
  const next = index.fields[point.length];
  if (!range || !next) return [index.place(point, false), index.place(point, true)];
  // Two bounds on an array may be met by two elements: then only one of them narrows the search.
  const low = range.low;
  const high = low && index.isMultikey() ? undefined : range.high;
  const lowKey = [...point, low ? low.value : new TypeEdge(high?.value, "before")];
  const highKey = [...point, high ? high.value : new TypeEdge(low?.value, "after")];
  const lowAfter = low?.inclusive === false;
  const highAfter = high?.inclusive !== false;
  return next.direction === 1
    ? [index.place(lowKey, lowAfter), index.place(highKey, highAfter)]
    : [index.place(highKey, !highAfter), index.place(lowKey, !lowAfter)];
}

function readConstraints(filter: Doc): Map<string, Constraint> {
  const found = new Map<string, Constraint>();
  for (const [path, condition] of conditions(filter)) {
    found.set(path, { ...readConstraint(condition), ...found.get(path) });
  }
  return found;
}

function conditions(filter: Doc): [string, unknown][] {
  return Object.entries(filter).flatMap(([key, value]): [string, unknown][] => {
    if (key === "$and" && Array.isArray(value)) return value.filter(isDoc).flatMap(conditions);
    return key.startsWith("$") ? [] : [[key, value]];
  });
}

function readConstraint(condition: unknown): Constraint {
  if (!isOperatorDoc(condition)) return isPoint(condition) ? { values: [condition] } : {};
  const { $eq, $in } = condition;
  if ("$eq" in condition && isPoint($eq)) return { values: [$eq] };
  if (Array.isArray($in) && $in.every(isPoint)) return { values: $in };
  return readRange(condition);
}

/** Whether an index holds under this very value what is equal to it: not so for arrays. */
const isPoint = (value: unknown) => !Array.isArray(value) && !(value instanceof BSONRegExp);

function readRange(condition: Doc): Constraint {
  const bound = (inclusive: string, exclusive: string) => {
    const name = inclusive in condition ? inclusive : exclusive;
    const value = condition[name];
    if (isNone(value) || !isPoint(value)) return undefined;
    return { value, inclusive: name === inclusive };
  };
  const low = bound("$gte", "$gt");
  const high = bound("$lte", "$lt");
  return { ...(low && { low }), ...(high && { high }) };
}
