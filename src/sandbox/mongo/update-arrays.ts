import { asArray, asWhole, checkStored, clone, isDoc, isOperatorDoc } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError } from "./errors.ts";
import { compilePull } from "./filter.ts";
import { compare, equal } from "./order.ts";
import { checkViable, getAt, setAt } from "./paths.ts";
import type { Path } from "./paths.ts";
import { compileSort } from "./sort.ts";
import type { Change } from "./update.ts";

/** The array at the path, a new one where nothing is; any other value is code 2. */
function arrayFor(doc: Doc, path: Path, name: string): unknown[] {
  checkViable(doc, path);
  const value = getAt(doc, path);
  if (value !== undefined && !Array.isArray(value))
    throw new MongoError(2, `The field '${path.join(".")}' must be an array for ${name}`);
  return value ?? [];
}

function pusher(path: Path, argument: unknown): Change {
  const { values, arrange } = readPush(argument);
  checkStored(values);
  return (doc) => {
    const array = arrayFor(doc, path, "$push");
    setAt(doc, path, arrange(array, values.map(clone)));
  };
}

function readPush(argument: unknown) {
  if (!hasEach(argument)) return { values: [argument], arrange: appendAt(undefined) };
  const wrong = Object.keys(argument).find((key) => !pushClauses.has(key));
  if (wrong !== undefined) throw new MongoError(2, `Unrecognized clause in $push: ${wrong}`);
  const values = asArray(argument["$each"], "The argument to $each in $push", 2);
  const append = appendAt(argument["$position"]);
  const sort = compilePushSort(argument["$sort"]);
  const slice = readSlice(argument["$slice"]);
  return {
    values,
    arrange: (array: unknown[], more: unknown[]) => slice(sort(append(array, more))),
  };
}

const pushClauses = new Set(["$each", "$slice", "$sort", "$position"]);

const hasEach = (argument: unknown): argument is Doc =>
  isOperatorDoc(argument) && Object.hasOwn(argument, "$each");

function appendAt(position: unknown) {
  const at = position === undefined ? Infinity : readWhole(position, "$position");
  return (array: unknown[], more: unknown[]) => {
    const before = at < 0 ? Math.max(array.length + at, 0) : at;
    return [...array.slice(0, before), ...more, ...array.slice(before)];
  };
}

function readSlice(value: unknown) {
  if (value === undefined) return (array: unknown[]) => array;
  const keep = readWhole(value, "$slice");
  return (array: unknown[]) => (keep < 0 ? array.slice(keep) : array.slice(0, keep));
}

function readWhole(value: unknown, name: string): number {
  if (typeof value === "number" && Number.isInteger(value)) return value;
  throw new MongoError(2, `The value for ${name} must be a whole number`);
}

function compilePushSort(spec: unknown) {
  if (spec === undefined) return (array: unknown[]) => array;
  if (isDoc(spec)) return compileSort(spec);
  if (spec !== 1 && spec !== -1) throw new MongoError(2, "$sort takes 1, -1 or an object");
  return (array: unknown[]) => array.toSorted((a, b) => compare(a, b) * spec);
}

function setAdder(path: Path, argument: unknown): Change {
  const values = hasEach(argument)
    ? asArray(argument["$each"], "The argument to $each in $addToSet")
    : [argument];
  if (hasEach(argument) && Object.keys(argument).length > 1)
    throw new MongoError(2, "$addToSet takes $each alone");
  checkStored(values);
  return (doc) => {
    const array = [...arrayFor(doc, path, "$addToSet")];
    for (const value of values)
      if (!array.some((element) => equal(element, value))) array.push(clone(value));
    setAt(doc, path, array);
  };
}

/** Takes out the elements that pass the test; a missing field stays missing. */
function remover(path: Path, name: string, removes: (element: unknown) => boolean): Change {
  return (doc) => {
    if (getAt(doc, path) === undefined) return;
    const array = arrayFor(doc, path, name);
    setAt(
      doc,
      path,
      array.filter((element) => !removes(element)),
    );
  };
}

function popper(path: Path, argument: unknown): Change {
  const side = asWhole(argument, "$pop", -1);
  if (Math.abs(side) !== 1) throw new MongoError(9, "$pop expects 1 or -1");
  return (doc) => {
    checkViable(doc, path);
    const value = getAt(doc, path);
    if (value === undefined) return;
    if (!Array.isArray(value)) throw new MongoError(14, "$pop needs an array");
    setAt(doc, path, side === 1 ? value.slice(0, -1) : value.slice(1));
  };
}

export const arrayOperators: Record<string, (path: Path, argument: unknown) => Change> = {
  $push: pusher,
  $addToSet: setAdder,
  $pull: (path, condition) => remover(path, "$pull", compilePull(condition)),
  $pullAll: (path, argument) => {
    const values = asArray(argument, "$pullAll", 2);
    return remover(path, "$pullAll", (element) => values.some((value) => equal(element, value)));
  },
  $pop: popper,
};
