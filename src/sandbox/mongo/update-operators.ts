import { checkStored, clone, isDoc, isOperatorDoc } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError, notOffered } from "./errors.ts";
import { compare } from "./order.ts";
import { checkViable, getAt, parsePath, setAt, unsetAt } from "./paths.ts";
import type { Path } from "./paths.ts";
import type { Change } from "./update.ts";
import { arrayOperators } from "./update-arrays.ts";

export type BuildChange = (path: Path, argument: unknown) => Change;

/** Reads one operator for one path; an unknown name is code 9. */
export function compileUpdateOperator(name: string, path: Path, argument: unknown): Change {
  const operators = { ...fieldOperators, ...arrayOperators };
  const build = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (!build) throw new MongoError(9, `Unknown modifier: ${name}`);
  return build(path, argument);
}

const fieldOperators: Record<string, BuildChange> = {
  $set: (path, value) => setter(path, value),
  $setOnInsert: (path, value) => {
    const set = setter(path, value);
    return (doc, moment) => (moment.inserting ? set(doc, moment) : undefined);
  },
  $unset: (path) => (doc) => unsetAt(doc, path),
  $inc: (path, by) => calculation("$inc", path, by, (value, step) => value + step),
  $mul: (path, by) => calculation("$mul", path, by, (value, factor) => value * factor),
  $min: (path, value) => extreme(path, value, (order) => order < 0),
  $max: (path, value) => extreme(path, value, (order) => order > 0),
  $rename: renamer,
  $currentDate: currentDate,
};

function setter(path: Path, value: unknown): Change {
  checkStored(value);
  return (doc) => setAt(doc, path, clone(value));
}

function calculation(
  name: string,
  path: Path,
  argument: unknown,
  calculate: (value: number, argument: number) => number,
): Change {
  if (typeof argument !== "number") throw new MongoError(14, `Cannot ${name} with no number`);
  return (doc) => {
    checkViable(doc, path);
    const value = getAt(doc, path) ?? (hasValue(doc, path) ? null : 0);
    if (typeof value !== "number")
      throw new MongoError(14, `Cannot apply ${name} to a value of non-numeric type`);
    setAt(doc, path, calculate(value, argument));
  };
}

const hasValue = (doc: Doc, path: Path) => getAt(doc, path) !== undefined;

function extreme(path: Path, value: unknown, wins: (order: number) => boolean): Change {
  checkStored(value);
  return (doc) => {
    checkViable(doc, path);
    const present = getAt(doc, path);
    if (present === undefined || wins(compare(value, present))) setAt(doc, path, clone(value));
  };
}

function renamer(path: Path, argument: unknown): Change {
  if (typeof argument !== "string") throw new MongoError(2, "$rename needs a string");
  const target = parsePath(argument);
  return (doc) => {
    checkNoArray(doc, path);
    const value = getAt(doc, path);
    if (value === undefined) return;
    checkNoArray(doc, target);
    unsetAt(doc, path);
    setAt(doc, target, value);
  };
}

function checkNoArray(doc: Doc, path: Path): void {
  if (path.some((_part, at) => at > 0 && Array.isArray(getAt(doc, path.slice(0, at)))))
    throw new MongoError(2, "$rename can not reach into an array");
}

function currentDate(path: Path, argument: unknown): Change {
  const type = isDoc(argument) ? argument["$type"] : undefined;
  if (type === "timestamp") throw notOffered("$currentDate of type timestamp");
  const onlyType = isOperatorDoc(argument) && Object.keys(argument).length === 1;
  if (typeof argument !== "boolean" && !(onlyType && type === "date"))
    throw new MongoError(2, "$currentDate takes true or { $type: 'date' }");
  return (doc, { now }) => setAt(doc, path, now);
}
