import { ObjectId } from "bson";
import { checkStored, cloneDoc, field, isDoc, isOperatorDoc } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError, notOffered } from "./errors.ts";
import { knownUpdateOperators } from "./known.ts";
import { equal } from "./order.ts";
import { isPosition, parsePath } from "./paths.ts";
import type { Path } from "./paths.ts";
import type { Change } from "./update-operators.ts";
import { updateOperators } from "./update-operators.ts";

/** Gives the changed document; the one it is given stays as it was. */
export type Update = (doc: Doc, inserting: boolean) => Doc;

interface Step {
  path: Path;
  change: Change;
}

/** Reads an update or a replacement; `mayReplace` is false for `multi`. */
export function compileUpdate(update: unknown, mayReplace: boolean): Update {
  if (Array.isArray(update)) throw notOffered("an update by pipeline");
  if (!isDoc(update)) throw new MongoError(9, "an update must be an object");
  if (isOperatorDoc(update)) return compileOperators(update);
  if (Object.keys(update).some((key) => key.startsWith("$")))
    throw new MongoError(52, "a replacement has no operators");
  if (!mayReplace) throw new MongoError(9, "multi update is not supported for replacement");
  checkStored(update);
  return (doc) => replace(doc, update);
}

function replace(doc: Doc, replacement: Doc): Doc {
  const id = field(doc, "_id") ?? field(replacement, "_id");
  const result = id === undefined ? cloneDoc(replacement) : { _id: id, ...cloneDoc(replacement) };
  return keepId(doc, result);
}

function compileOperators(update: Doc): Update {
  const steps = Object.entries(update).flatMap(([name, fields]) => compileSteps(name, fields));
  steps.sort((a, b) => comparePaths(a.path, b.path));
  checkConflicts(steps);
  return (doc, inserting) => {
    const copy = cloneDoc(doc);
    for (const { change } of steps) change(copy, inserting);
    return keepId(doc, copy);
  };
}

function compileSteps(name: string, fields: unknown): Step[] {
  const build = Object.hasOwn(updateOperators, name) ? updateOperators[name] : undefined;
  if (!build && knownUpdateOperators.has(name)) throw notOffered(name);
  if (!build) throw new MongoError(9, `Unknown modifier: ${name}`);
  if (!isDoc(fields)) throw new MongoError(9, `Modifiers operate on fields: ${name}`);
  return Object.entries(fields).map(([dotted, argument]) => {
    const path = updatePath(dotted);
    return { path, change: build(path, argument) };
  });
}

/** The path of an update; positional parts (`$`, `$[]`) are code 238. */
export function updatePath(dotted: string): Path {
  const path = parsePath(dotted);
  if (path.some((part) => part.startsWith("$"))) throw notOffered(`the path ${dotted}`);
  return path;
}

/** MongoDB applies updates in the order of their paths, so new fields stand in that order. */
function comparePaths(a: Path, b: Path): number {
  for (const [at, part] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 1;
    if (part === other) continue;
    if (isPosition(part) && isPosition(other)) return Number(part) - Number(other);
    return part < other ? -1 : 1;
  }
  return a.length - b.length;
}

function checkConflicts(steps: Step[]): void {
  for (const [at, { path }] of steps.entries()) {
    const next = steps.slice(at + 1).find((step) => isWithin(step.path, path));
    if (next)
      throw new MongoError(
        40,
        `Updating the path '${next.path.join(".")}' would create a conflict`,
      );
  }
}

const isWithin = (path: Path, outer: Path) => outer.every((part, at) => part === path[at]);

function keepId(before: Doc, after: Doc): Doc {
  const id = field(before, "_id");
  if (id !== undefined && !(Object.hasOwn(after, "_id") && equal(id, after["_id"])))
    throw new MongoError(66, "the update would change the immutable field '_id'");
  return after;
}

/** The document with its `_id` first; a new ObjectId bears the clock's time. */
export function withId(doc: Doc, now: Date): Doc {
  const { _id, ...rest } = doc;
  return { _id: _id === undefined ? newId(now) : _id, ...rest };
}

const newId = (now: Date) => new ObjectId(ObjectId.generate(Math.floor(now.getTime() / 1000)));
