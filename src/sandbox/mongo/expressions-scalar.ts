import { isNone, isTrue, readList, readNamed } from "./arguments.ts";
import type { Compile, Expression } from "./arguments.ts";
import { asArray } from "./documents.ts";
import { MongoError, notOffered } from "./errors.ts";
import { compare } from "./order.ts";

const comparisons: Record<string, (order: number) => unknown> = {
  $eq: (order) => order === 0,
  $ne: (order) => order !== 0,
  $gt: (order) => order > 0,
  $gte: (order) => order >= 0,
  $lt: (order) => order < 0,
  $lte: (order) => order <= 0,
  $cmp: Math.sign,
};

/** How many arguments each takes, and its value from theirs. */
const functions: Record<string, [number, number, (values: unknown[]) => unknown]> = {
  $and: [0, Infinity, (values) => values.every(isTrue)],
  $or: [0, Infinity, (values) => values.some(isTrue)],
  $not: [1, 1, ([value]) => !isTrue(value)],
  $add: [0, Infinity, (values) => addAll(values)],
  $subtract: [2, 2, ([a, b]) => subtract(a, b)],
  $multiply: [0, Infinity, numeric("$multiply", (values) => values.reduce((a, b) => a * b, 1))],
  $divide: [2, 2, numeric("$divide", ([a = 0, b = 0]) => a / nonZero(b, 2))],
  $mod: [2, 2, numeric("$mod", ([a = 0, b = 0]) => a % nonZero(b, 16610))],
  $abs: [1, 1, numeric("$abs", ([value = 0]) => Math.abs(value))],
  $ceil: [1, 1, numeric("$ceil", ([value = 0]) => Math.ceil(value))],
  $floor: [1, 1, numeric("$floor", ([value = 0]) => Math.floor(value))],
  $round: [1, 2, numeric("$round", ([value = 0, place = 0]) => round(value, place))],
  $concat: [0, Infinity, (values) => concat(values)],
  $toLower: [1, 1, ([value]) => ascii(value, /[A-Z]/g, (letter) => letter.toLowerCase())],
  $toUpper: [1, 1, ([value]) => ascii(value, /[a-z]/g, (letter) => letter.toUpperCase())],
};

export function compileScalarExpression(
  name: string,
  argument: unknown,
  compile: Compile,
): Expression | undefined {
  if (Object.hasOwn(comparisons, name)) return compileComparison(name, argument, compile);
  if (Object.hasOwn(functions, name)) return compileFunction(name, argument, compile);
  if (name === "$cond") return compileCond(argument, compile);
  if (name === "$ifNull") return compileIfNull(argument, compile);
  if (name === "$switch") return compileSwitch(argument, compile);
  return name === "$trim" ? compileTrim(argument, compile) : undefined;
}

function compileComparison(name: string, argument: unknown, compile: Compile): Expression {
  const [a, b] = readList(name, argument, 2).map((inner) => compile(inner));
  return (scope) => comparisons[name]?.(compare(a?.(scope), b?.(scope)));
}

function compileFunction(name: string, argument: unknown, compile: Compile): Expression {
  const [least, most, evaluate] = functions[name] ?? [0, 0, () => undefined];
  const inner = readList(name, argument, least, most).map((each) => compile(each));
  return (scope) => evaluate(inner.map((each) => each(scope)));
}

function compileCond(argument: unknown, compile: Compile): Expression {
  const branches = Array.isArray(argument)
    ? readList("$cond", argument, 3)
    : Object.values(readCondObject(argument));
  const [test, yes, no] = branches.map((inner) => compile(inner));
  return (scope) => (isTrue(test?.(scope)) ? yes?.(scope) : no?.(scope));
}

function readCondObject(argument: unknown): unknown[] {
  const named = readNamed("$cond", argument, ["if", "then", "else"]);
  return [named["if"], named["then"], named["else"]];
}

function compileIfNull(argument: unknown, compile: Compile): Expression {
  const choices = readList("$ifNull", argument, 2, Infinity).map((inner) => compile(inner));
  return (scope) => {
    let value: unknown;
    for (const choice of choices) {
      value = choice(scope);
      if (!isNone(value)) return value;
    }
    return value;
  };
}

function compileSwitch(argument: unknown, compile: Compile): Expression {
  const named = readNamed("$switch", argument, ["branches"], ["default"]);
  const branches = asArray(named["branches"], "$switch branches", 40061).map((branch) => {
    const { case: test, then } = readNamed("$switch", branch, ["case", "then"]);
    return { test: compile(test), then: compile(then) };
  });
  if (branches.length === 0) throw new MongoError(40068, "$switch requires at least one branch");
  const otherwise = "default" in named ? compile(named["default"]) : undefined;
  return (scope) => {
    const branch = branches.find(({ test }) => isTrue(test(scope)));
    if (!branch && !otherwise)
      throw new MongoError(40066, "$switch found no branch and no default");
    return (branch?.then ?? otherwise)?.(scope);
  };
}

function numeric(name: string, calculate: (values: number[]) => number) {
  return (values: unknown[]): unknown => {
    if (values.some(isNone)) return null;
    const numbers = values.filter((value) => typeof value === "number");
    if (numbers.length === values.length) return calculate(numbers);
    throw new MongoError(14, `${name} only supports numeric types`);
  };
}

function nonZero(value: number, code: number): number {
  if (value === 0) throw new MongoError(code, "can't divide by zero");
  return value;
}

function addAll(values: unknown[]): unknown {
  if (values.some(isNone)) return null;
  const dates = values.filter((value) => value instanceof Date);
  if (dates.length > 1) throw new MongoError(16612, "only one date allowed in an $add expression");
  const sum = numeric("$add", (numbers) => numbers.reduce((a, b) => a + b, 0));
  const total = sum(values.filter((value) => !(value instanceof Date)));
  return dates[0] ? new Date(dates[0].getTime() + Number(total)) : total;
}

function subtract(a: unknown, b: unknown): unknown {
  if (isNone(a) || isNone(b)) return null;
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  if (a instanceof Date && typeof b === "number") return new Date(a.getTime() - b);
  return numeric("$subtract", ([x = 0, y = 0]) => x - y)([a, b]);
}

/** Half to even on the decimal digits, as MongoDB rounds; `place` may be negative. */
function round(value: number, place: number): number {
  if (!Number.isFinite(value)) return value;
  if (!Number.isInteger(place) || place < -20 || place > 100)
    throw new MongoError(51083, "$round needs a whole place from -20 to 100");
  const shifted = shift(value, place);
  if (!Number.isFinite(shifted) || Math.abs(shifted) >= 2 ** 53) return value;
  const below = Math.floor(shifted);
  const rest = shifted - below;
  const up = rest > 0.5 || (rest === 0.5 && below % 2 !== 0);
  return shift(up ? below + 1 : below, -place);
}

function shift(value: number, places: number): number {
  const [digits = "", exponent = ""] = value.toExponential(14).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
}

function concat(values: unknown[]): unknown {
  if (values.some(isNone)) return null;
  const texts = values.filter((value) => typeof value === "string");
  if (texts.length < values.length) throw new MongoError(16702, "$concat only supports strings");
  return texts.join("");
}

/** MongoDB changes the case of ASCII letters only; null and missing become "". */
function ascii(value: unknown, letters: RegExp, change: (letter: string) => string): string {
  if (isNone(value)) return "";
  if (typeof value !== "string") throw notOffered("the case of a value that is no string");
  return value.replace(letters, change);
}

const blanks =
  "\0\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a";

function compileTrim(argument: unknown, compile: Compile): Expression {
  const named = readNamed("$trim", argument, ["input"], ["chars"]);
  const input = compile(named["input"]);
  const chars = "chars" in named ? compile(named["chars"]) : () => blanks;
  return (scope) => trim(input(scope), chars(scope));
}

function trim(text: unknown, chars: unknown): unknown {
  if (isNone(text) || isNone(chars)) return null;
  if (typeof text !== "string" || typeof chars !== "string")
    throw new MongoError(50699, "$trim requires strings");
  const letters = [...text];
  const kept = (letter: string) => !chars.includes(letter);
  return letters
    .slice(Math.max(letters.findIndex(kept), 0), letters.findLastIndex(kept) + 1)
    .join("");
}
