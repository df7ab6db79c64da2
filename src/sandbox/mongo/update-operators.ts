import { asArray, checkStored, clone, isOperatorDoc } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError, notOffered } from "./errors.ts";
import { compilePull } from "./filter.ts";
import { knownPushClauses } from "./known.ts";
import { compare, equal } from "./order.ts";
import { checkViable, getAt, setAt, unsetAt } from "./paths.ts";
import type { Path } from "./paths.ts";

/** Changes a private copy of the document; `inserting` is true for one that an upsert makes. */
export type Change = (doc: Doc, inserting: boolean) => void;

/** Reads the argument that an operator has for one path. */
export const updateOperators: Record<string, (path: Path, argument: unknown) => Change> = {
  $set: setter,
  $setOnInsert: (path, value) => {
    const set = setter(path, value);
    return (doc, inserting) => (inserting ? set(doc, inserting) : undefined);
  },
  $unset: (path) => (doc) => unsetAt(doc, path),
  $inc: incrementer,
  $min: (path, value) => extreme(path, value, (order) => order < 0),
  $max: (path, value) => extreme(path, value, (order) => order > 0),
  $push: (path, argument) => adder("$push", path, argument, () => false),
  $addToSet: (path, argument) => adder("$addToSet", path, argument, includes),
  $pull: puller,
};

function setter(path: Path, value: unknown): Change {
  checkStored(value);
  return (doc) => setAt(doc, path, clone(value));
}

function incrementer(path: Path, by: unknown): Change {
  if (typeof by !== "number") throw new MongoError(14, "Cannot increment with no number");
  return (doc) => {
    checkViable(doc, path);
    const value = getAt(doc, path);
    if (value !== undefined && typeof value !== "number")
      throw new MongoError(14, `Cannot apply $inc to a value of non-numeric type`);
    setAt(doc, path, (value ?? 0) + by);
  };
}

function extreme(path: Path, value: unknown, wins: (order: number) => boolean): Change {
  checkStored(value);
  return (doc) => {
    checkViable(doc, path);
    const present = getAt(doc, path);
    if (present === undefined || wins(compare(value, present))) setAt(doc, path, clone(value));
  };
}

const includes = (array: unknown[], value: unknown) => array.some((each) => equal(each, value));

/** Appends the value, or each of `$each`, that the array does not have yet by `isThere`. */
function adder(
  name: string,
  path: Path,
  argument: unknown,
  isThere: (array: unknown[], value: unknown) => boolean,
): Change {
  const values = readEach(name, argument);
  checkStored(values);
  return (doc) => {
    const array = [...(arrayAt(doc, path, name) ?? [])];
    for (const value of values) if (!isThere(array, value)) array.push(clone(value));
    setAt(doc, path, array);
  };
}

function readEach(name: string, argument: unknown): unknown[] {
  if (!isOperatorDoc(argument)) return [argument];
  for (const clause of Object.keys(argument)) {
    if (knownPushClauses.has(clause)) throw notOffered(`${clause} in ${name}`);
    if (clause !== "$each") throw new MongoError(2, `Unrecognized clause in ${name}: ${clause}`);
  }
  return asArray(argument["$each"], `The argument to $each in ${name}`, name === "$push" ? 2 : 14);
}

/** The array at the path, undefined where nothing is; any other value is code 2. */
function arrayAt(doc: Doc, path: Path, name: string): unknown[] | undefined {
  checkViable(doc, path);
  const value = getAt(doc, path);
  if (value === undefined || Array.isArray(value)) return value;
  throw new MongoError(2, `The field '${path.join(".")}' must be an array for ${name}`);
}

function puller(path: Path, condition: unknown): Change {
  const removes = compilePull(condition);
  return (doc) => {
    if (getAt(doc, path) === undefined) return;
    const array = arrayAt(doc, path, "$pull") ?? [];
    setAt(
      doc,
      path,
      array.filter((element) => !removes(element)),
    );
  };
}
