import { field, isDoc, isNone, isOperatorDoc } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError, notOffered } from "./errors.ts";
import { knownExpressions } from "./known.ts";
import { compare, equal } from "./order.ts";
import { parsePath } from "./paths.ts";
import type { Path } from "./paths.ts";

/** The value of an expression for a document; undefined is MongoDB's "missing". */
export type Expression = (doc: Doc) => unknown;
type Evaluate = (values: unknown[]) => unknown;

/** Reads an expression; what is not offered (238) or unknown (168) is an error now. */
export function compileExpression(expression: unknown): Expression {
  if (typeof expression === "string" && expression.startsWith("$")) return compilePath(expression);
  if (Array.isArray(expression)) {
    const elements = expression.map(compileExpression);
    return (doc) => elements.map((element) => element(doc) ?? null);
  }
  if (!isDoc(expression)) return () => expression;
  return isOperatorDoc(expression) ? compileOperator(expression) : compileObject(expression);
}

/** The expression as a yes or no about a document: `$expr`. */
export function compileCondition(expression: unknown): (doc: unknown) => boolean {
  const compiled = compileExpression(expression);
  return (doc) => isDoc(doc) && isTrue(compiled(doc));
}

function compileObject(expression: Doc): Expression {
  const fields = Object.entries(expression).map(([key, inner]) => {
    if (key.includes(".") || key.startsWith("$")) throw new MongoError(16412, `bad name ${key}`);
    return [key, compileExpression(inner)] as const;
  });
  return (doc) => {
    const values = fields.map(([key, inner]) => [key, inner(doc)] as const);
    return Object.fromEntries(values.filter(([, value]) => value !== undefined));
  };
}

function compilePath(text: string): Expression {
  if (!text.startsWith("$$")) {
    const path = parsePath(text.slice(1));
    return (doc) => valueAt(doc, path);
  }
  const [variable = "", ...path] = parsePath(text.slice(2));
  if (variable !== "ROOT") throw notOffered(`the variable $$${variable}`);
  return (doc) => valueAt(doc, path);
}

/** The value at a path as expressions see it: through arrays, without the missing. */
function valueAt(value: unknown, [part, ...rest]: Path): unknown {
  if (part === undefined) return value;
  if (isDoc(value)) return valueAt(field(value, part), rest);
  if (!Array.isArray(value)) return undefined;
  return value
    .filter(isDoc)
    .map((element) => valueAt(field(element, part), rest))
    .filter((found) => found !== undefined);
}

function compileOperator(expression: Doc): Expression {
  const [[name, argument] = ["", undefined], ...more] = Object.entries(expression);
  if (more.length > 0) throw new MongoError(15983, "an expression has exactly one operator");
  if (name === "$literal") return () => argument;
  if (name === "$cond") return compileCond(argument);
  const [least, most, evaluate] = Object.hasOwn(operators, name) ? (operators[name] ?? []) : [];
  if (!evaluate) {
    if (knownExpressions.has(name)) throw notOffered(`the expression ${name}`);
    throw new MongoError(168, `Unrecognized expression '${name}'`);
  }
  const inner = readList(name, argument, least ?? 0, most ?? 0).map(compileExpression);
  return (doc) => evaluate(inner.map((each) => each(doc)));
}

/** The arguments of an operator; one alone may stand without an array. */
function readList(name: string, argument: unknown, least: number, most: number): unknown[] {
  const list: unknown[] = Array.isArray(argument) ? argument : [argument];
  if (list.length >= least && list.length <= most) return list;
  throw new MongoError(16020, `Expression ${name} takes other arguments than ${list.length}`);
}

/** Unlike the others it must leave the branch that is not taken alone. */
function compileCond(argument: unknown): Expression {
  const branches = isDoc(argument)
    ? ["if", "then", "else"].map((name) => argument[name])
    : readList("$cond", argument, 3, 3);
  if (branches.includes(undefined) || (isDoc(argument) && Object.keys(argument).length !== 3))
    throw new MongoError(17083, "$cond takes if, then and else");
  const [test, yes, no] = branches.map(compileExpression);
  return (doc) => (isTrue(test?.(doc)) ? yes : no)?.(doc);
}

/** MongoDB's truth: all but false, zero, null and missing. */
export function isTrue(value: unknown): boolean {
  return !isNone(value) && value !== false && value !== 0;
}

const ordering = (accepts: (order: number) => unknown): [number, number, Evaluate] => [
  ...([2, 2] as const),
  ([a, b]) => accepts(compare(a, b)),
];

/** How few and how many arguments each takes, and its value from theirs. */
const operators: Record<string, [number, number, Evaluate]> = {
  $eq: ordering((order) => order === 0),
  $ne: ordering((order) => order !== 0),
  $gt: ordering((order) => order > 0),
  $gte: ordering((order) => order >= 0),
  $lt: ordering((order) => order < 0),
  $lte: ordering((order) => order <= 0),
  $and: [0, Infinity, (values) => values.every(isTrue)],
  $or: [0, Infinity, (values) => values.some(isTrue)],
  $not: [1, 1, ([value]) => !isTrue(value)],
  $ifNull: [2, Infinity, (values) => values.find((value) => !isNone(value)) ?? values.at(-1)],
  $add: [0, Infinity, numeric((values) => values.reduce((a, b) => a + b, 0))],
  $subtract: [2, 2, subtract],
  $multiply: [0, Infinity, numeric((values) => values.reduce((a, b) => a * b, 1))],
  $divide: [2, 2, numeric(divide)],
  $concat: [0, Infinity, concat],
  $size: [1, 1, ([value]) => arrayOf(value, 17124).length],
  $in: [2, 2, ([value, array]) => arrayOf(array, 40081).some((each) => equal(each, value))],
};

function numeric(calculate: (values: number[]) => number): Evaluate {
  return (values) => {
    if (values.some(isNone)) return null;
    if (values.some((value) => value instanceof Date)) throw notOffered("reckoning with a date");
    const numbers = values.filter((value) => typeof value === "number");
    if (numbers.length === values.length) return calculate(numbers);
    throw new MongoError(14, "arithmetic only supports numeric types");
  };
}

/** Two dates give the milliseconds between them. */
function subtract([a, b]: unknown[]): unknown {
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  return numeric(([x = 0, y = 0]) => x - y)([a, b]);
}

function divide([dividend = 0, divisor = 0]: number[]): number {
  if (divisor === 0) throw new MongoError(2, "can't $divide by zero");
  return dividend / divisor;
}

function concat(values: unknown[]): string | null {
  if (values.some(isNone)) return null;
  const texts = values.filter((value) => typeof value === "string");
  if (texts.length < values.length) throw new MongoError(16702, "$concat only supports strings");
  return texts.join("");
}

function arrayOf(value: unknown, code: number): unknown[] {
  if (Array.isArray(value)) return value;
  throw new MongoError(code, "the argument must be an array");
}
