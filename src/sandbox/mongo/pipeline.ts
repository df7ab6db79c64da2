import { asArray, asDoc, asString, asWhole, cloneDoc, isDoc, isNone } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError, notOffered } from "./errors.ts";
import { isTrue } from "./expressions.ts";
import { compileFilter } from "./filter.ts";
import { compileGroup } from "./group.ts";
import { knownStages } from "./known.ts";
import { getAt, isPosition, parsePath, setAt, unsetAt } from "./paths.ts";
import type { Path } from "./paths.ts";
import { compileProjection } from "./projection.ts";
import { compileSort } from "./sort.ts";

export type Stage = (docs: Doc[]) => Doc[];

/** Reads a pipeline; the stages give new documents and leave their input as it was. */
export function compilePipeline(pipeline: unknown): Stage {
  const stages = asArray(pipeline, "a pipeline").map(compileStage);
  return (docs) => stages.reduce((current, stage) => stage(current), docs);
}

type Build = (argument: unknown) => Stage;

const each =
  (change: (doc: Doc) => Doc): Stage =>
  (docs) =>
    docs.map(change);

const builders: Record<string, Build> = {
  $match: (filter) => {
    const matches = compileFilter(filter);
    return (docs) => docs.filter(matches);
  },
  $project: (spec) => {
    if (isDoc(spec) && Object.keys(spec).length === 0)
      throw new MongoError(51272, "$project specification must have at least one field");
    return each(compileProjection(spec, true));
  },
  $sort: (spec) => {
    if (Object.keys(asDoc(spec, "$sort")).length === 0)
      throw new MongoError(15976, "$sort stage must have at least one sort key");
    return compileSort(spec);
  },
  $skip: (count) => {
    const skip = asWhole(count, "$skip");
    return (docs) => docs.slice(skip);
  },
  $limit: (count) => {
    if (count === 0) throw new MongoError(15958, "the limit must be positive");
    const limit = asWhole(count, "$limit", 1);
    return (docs) => docs.slice(0, limit);
  },
  $count: compileCount,
  $group: compileGroup,
  $unwind: compileUnwind,
};

function compileStage(stage: unknown): Stage {
  const [entry, ...more] = Object.entries(asDoc(stage, "a pipeline stage"));
  if (!entry || more.length > 0) throw new MongoError(40323, "a stage has exactly one field");
  const [name, argument] = entry;
  const build = Object.hasOwn(builders, name) ? builders[name] : undefined;
  if (build) return build(argument);
  if (name === "$changeStream") throw notOffered("$changeStream", 40573);
  if (knownStages.has(name)) throw notOffered(`the stage ${name}`);
  throw new MongoError(40324, `Unrecognized pipeline stage name: '${name}'`);
}

function compileCount(argument: unknown): Stage {
  const name = asString(argument, "$count");
  if (name === "" || name.startsWith("$") || name.includes("."))
    throw new MongoError(40158, "the count field must be a plain name");
  return (docs) => (docs.length === 0 ? [] : [{ [name]: docs.length }]);
}

const unwindOptions = ["path", "preserveNullAndEmptyArrays"];

function compileUnwind(argument: unknown): Stage {
  const spec = isDoc(argument) ? argument : { path: argument };
  if (Object.keys(spec).some((key) => !unwindOptions.includes(key)))
    throw notOffered("this option of $unwind");
  const dotted = asString(spec["path"], "the path of $unwind");
  if (!dotted.startsWith("$")) throw new MongoError(28818, "the path of $unwind needs a '$'");
  const path = parsePath(dotted.slice(1));
  if (path.some(isPosition)) throw notOffered("a position in the path of $unwind");
  const keepsEmpty = isTrue(spec["preserveNullAndEmptyArrays"]);
  return (docs) => docs.flatMap((doc) => unwind(doc, path, keepsEmpty));
}

/** One document for each element; a value that is no array counts as one element. */
function unwind(doc: Doc, path: Path, keepsEmpty: boolean): Doc[] {
  const value = getAt(doc, path);
  if (!Array.isArray(value)) return isNone(value) && !keepsEmpty ? [] : [doc];
  const copies = (value.length > 0 ? value : [undefined]).map((element: unknown) => {
    const copy = cloneDoc(doc);
    if (element === undefined) unsetAt(copy, path);
    else setAt(copy, path, element);
    return copy;
  });
  return value.length > 0 || keepsEmpty ? copies : [];
}
