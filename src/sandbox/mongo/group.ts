import { asDoc, isDoc, isNone } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError, notOffered } from "./errors.ts";
import { compileExpression } from "./expressions.ts";
import type { Expression } from "./expressions.ts";
import { knownAccumulators } from "./known.ts";
import { canonical, compare, equal } from "./order.ts";

type Accumulate = (values: unknown[]) => unknown;

const numbersOf = (values: unknown[]) => values.filter((value) => typeof value === "number");
const sum = (values: unknown[]) => numbersOf(values).reduce((a, b) => a + b, 0);

function extreme(values: unknown[], direction: number): unknown {
  const present = values.filter((value) => !isNone(value));
  return (
    present.reduce(
      (best, value) => (compare(value, best) * direction > 0 ? value : best),
      present[0],
    ) ?? null
  );
}

const accumulators: Record<string, Accumulate> = {
  $sum: sum,
  $avg: (values) => {
    const numbers = numbersOf(values);
    return numbers.length === 0 ? null : sum(numbers) / numbers.length;
  },
  $min: (values) => extreme(values, -1),
  $max: (values) => extreme(values, 1),
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  $push: (values) => values.filter((value) => value !== undefined),
  $addToSet: (values) => [
    ...new Map(
      values.filter((value) => value !== undefined).map((value) => [canonical(value), value]),
    ).values(),
  ],
  $count: (values) => values.length,
};

interface Column {
  name: string;
  value: Expression;
  accumulate: Accumulate;
}

/** `$group`: one document for each different `_id`, in the order they are first met. */
export function compileGroup(spec: unknown): (docs: Doc[]) => Doc[] {
  const { _id: idSpec, ...rest } = asDoc(spec, "$group");
  if (idSpec === undefined)
    throw new MongoError(15955, "a group specification must include an _id");
  const id = compileExpression(idSpec);
  const columns = Object.entries(rest).map(([name, column]) => compileColumn(name, column));
  return (docs) => [...groups(docs, id).values()].map((group) => summarize(group, columns));
}

interface Group {
  id: unknown;
  docs: Doc[];
}

function groups(docs: Doc[], id: Expression): Map<string, Group> {
  const found = new Map<string, Group>();
  for (const doc of docs) {
    const value = id(doc) ?? null;
    const key = canonical(value);
    const group = found.get(key);
    if (group) group.docs.push(doc);
    else found.set(key, { id: value, docs: [doc] });
  }
  return found;
}

function summarize(group: Group, columns: Column[]): Doc {
  const result: Doc = { _id: group.id };
  for (const { name, value, accumulate } of columns)
    result[name] = accumulate(group.docs.map((doc) => value(doc)));
  return result;
}

function compileColumn(name: string, spec: unknown): Column {
  if (name.includes("."))
    throw new MongoError(40235, `The field name '${name}' cannot contain '.'`);
  if (name.startsWith("$"))
    throw new MongoError(40236, `The field name '${name}' cannot start with $`);
  const [entry, ...more] = isDoc(spec) ? Object.entries(spec) : [];
  if (!entry || more.length > 0)
    throw new MongoError(40234, `The field '${name}' must be an accumulator object`);
  const [operator, argument] = entry;
  const accumulate = Object.hasOwn(accumulators, operator) ? accumulators[operator] : undefined;
  if (!accumulate) throw unknownAccumulator(operator);
  if (operator === "$count" && !equal(argument, {}))
    throw new MongoError(14, "$count takes no arguments: { $count: {} }");
  if (Array.isArray(argument)) throw notOffered("an array as the argument of an accumulator");
  return { name, value: compileExpression(argument), accumulate };
}

function unknownAccumulator(name: string): MongoError {
  if (knownAccumulators.has(name)) return notOffered(`the accumulator ${name}`);
  return new MongoError(15952, `unknown group operator '${name}'`);
}
