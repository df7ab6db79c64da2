import { isDoc } from "./documents.ts";
import { MongoError } from "./errors.ts";

/** Variables by name; ROOT is the document. */
export type Scope = Readonly<Record<string, unknown>>;
/** The value of an expression; undefined is MongoDB's "missing". */
export type Expression = (scope: Scope) => unknown;
/** Reads an inner expression; `bound` are the names that $map and $filter add. */
export type Compile = (expression: unknown, bound?: readonly string[]) => Expression;

export function isNone(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** MongoDB's truth: all but false, zero, null and missing. */
export function isTrue(value: unknown): boolean {
  return !isNone(value) && value !== false && value !== 0;
}

/** The arguments of an operator that takes from `least` to `most`; one may stand without an array. */
export function readList(
  name: string,
  argument: unknown,
  least: number,
  most: number = least,
): unknown[] {
  const list: unknown[] = Array.isArray(argument) ? argument : [argument];
  if (list.length >= least && list.length <= most) return list;
  throw new MongoError(16020, `Expression ${name} takes ${least} arguments, got ${list.length}`);
}

/** The named arguments of an operator; a missing or unknown name is code 40415. */
export function readNamed(
  name: string,
  argument: unknown,
  required: readonly string[],
  optional: readonly string[] = [],
): Record<string, unknown> {
  if (!isDoc(argument)) throw new MongoError(40415, `${name} needs an object`);
  const keys = Object.keys(argument);
  const wrong = keys.find((key) => !required.includes(key) && !optional.includes(key));
  if (wrong !== undefined) throw new MongoError(40415, `${name} does not know ${wrong}`);
  const missing = required.find((key) => !keys.includes(key));
  if (missing !== undefined) throw new MongoError(40415, `${name} needs ${missing}`);
  return argument;
}
