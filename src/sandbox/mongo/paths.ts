import { checkKey, field, isDoc } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError } from "./errors.ts";

export type Path = readonly string[];

const digits = /^(0|[1-9]\d*)$/;
const maxBackfill = 100_000;

export const isPosition = (part: string) => digits.test(part);

/** The parts of a dotted path; an empty part is code 2, an unsafe one 238. */
export function parsePath(path: string): Path {
  const parts = path.split(".");
  for (const part of parts) {
    if (part === "") throw new MongoError(2, `the path '${path}' has an empty part`);
    checkKey(part);
  }
  return parts;
}

/**
 * Shows `visit` each value that a filter's path reaches, `undefined` for a missing one, until it
 * says true. Elements of a last array come before the array itself, unless `whole`: then only the
 * array. Follows MongoDB's `BSONElementIterator` (`src/mongo/db/matcher/path.cpp`).
 */
export function walk(
  doc: unknown,
  path: Path,
  whole: boolean,
  visit: (value: unknown) => boolean,
): boolean {
  let value = doc;
  for (const [at, part] of path.entries()) {
    value = isDoc(value) ? field(value, part) : undefined;
    if (Array.isArray(value)) return walkArray(value, path.slice(at + 1), whole, visit);
  }
  return visit(value);
}

function walkArray(
  array: unknown[],
  rest: Path,
  whole: boolean,
  visit: (value: unknown) => boolean,
): boolean {
  const [part, ...further] = rest;
  if (part === undefined) return (!whole && array.some(visit)) || visit(array);
  return array.some((element, at) => {
    if (isDoc(element) && walk(element, rest, whole, visit)) return true;
    if (part !== String(at)) return false;
    if (further.length === 0) return visit(element);
    if (Array.isArray(element)) return walkArray(element, further, whole, visit);
    return isDoc(element) && walk(element, further, whole, visit);
  });
}

export function pathExists(doc: unknown, path: Path): boolean {
  return walk(doc, path, true, (value) => value !== undefined);
}

/** What an index holds, and a sort looks at, for one path: null for missing, undefined for []. */
export function keyValues(value: unknown, path: Path, at = 0): unknown[] {
  const part = path[at];
  if (part === undefined) return leafKeys(value);
  if (isDoc(value)) return keyValues(field(value, part), path, at + 1);
  if (!Array.isArray(value) || value.length === 0) return [null];
  return value.flatMap((element) => (isDoc(element) ? keyValues(element, path, at) : [null]));
}

/** Whether the path meets an array, on the way or at its end. */
export function crossesArray(doc: unknown, path: Path): boolean {
  let value = doc;
  for (const part of path) {
    if (!isDoc(value)) break;
    value = field(value, part);
  }
  return Array.isArray(value);
}

function leafKeys(value: unknown): unknown[] {
  if (!Array.isArray(value)) return [value ?? null];
  return value.length === 0 ? [undefined] : value;
}

/** The value an update's path names exactly, or undefined. */
export function getAt(doc: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, part) => {
    if (isDoc(value)) return field(value, part);
    return Array.isArray(value) && isPosition(part)
      ? (value as unknown[])[Number(part)]
      : undefined;
  }, doc);
}

/** Puts the value at the path of a private copy; a path through a value that is no document is code 28. */
export function setAt(doc: Doc, path: Path, value: unknown): void {
  let holder: unknown = doc;
  for (const part of path.slice(0, -1)) {
    let next = getAt(holder, [part]);
    if (next === undefined) put(holder, part, (next = {}));
    holder = next;
  }
  put(holder, path.at(-1) ?? "", value);
}

/** Code 28 when `setAt` on the path would be: for operators that then change nothing. */
export function checkViable(doc: Doc, path: Path): void {
  let holder: unknown = doc;
  for (const part of path) {
    if (holder === undefined) return;
    checkHolder(holder, part);
    holder = getAt(holder, [part]);
  }
}

function checkHolder(holder: unknown, part: string): void {
  if (isDoc(holder) || (Array.isArray(holder) && isPosition(part))) return;
  throw new MongoError(28, `Cannot create field '${part}' in a value that is no document`);
}

function put(holder: unknown, part: string, value: unknown): void {
  checkHolder(holder, part);
  if (isDoc(holder)) holder[part] = value;
  else if (Array.isArray(holder)) putElement(holder, Number(part), value);
}

function putElement(array: unknown[], at: number, value: unknown): void {
  if (at - array.length > maxBackfill) throw new MongoError(34, "can not fill so long an array");
  while (array.length < at) array.push(null);
  array[at] = value;
}

/** Takes the field away; of an array the element becomes null, as in MongoDB. */
export function unsetAt(doc: Doc, path: Path): void {
  const holder = getAt(doc, path.slice(0, -1));
  const part = path.at(-1) ?? "";
  if (isDoc(holder)) delete holder[part];
  else if (Array.isArray(holder) && getAt(holder, [part]) !== undefined)
    holder[Number(part)] = null;
}
