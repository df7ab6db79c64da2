import { isTrue, readNamed } from "./arguments.ts";
import { asArray, asDoc, asString, asWhole, field, isDoc } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError, notOffered } from "./errors.ts";
import { compileExpression } from "./expressions.ts";
import { compileFilter } from "./filter.ts";
import { compileGroup } from "./group.ts";
import { knownStages } from "./known.ts";
import { getAt, parsePath, setAt } from "./paths.ts";
import { compileAddFields, compileProjection } from "./projection.ts";
import { compileSort } from "./sort.ts";
import { cloneDoc } from "./documents.ts";

export type Stage = (docs: Doc[]) => Doc[];
/** Finds the documents of another collection of the same database: for `$lookup`. */
export type FindIn = (collection: string, filter: Doc) => Doc[];

/** Reads a pipeline; the stages give new documents and leave their input as it was. */
export function compilePipeline(pipeline: unknown, findIn: FindIn): Stage {
  const stages = asArray(pipeline, "a pipeline").map((stage) => compileStage(stage, findIn));
  return (docs) => stages.reduce((current, stage) => stage(current), docs);
}

type Build = (argument: unknown, findIn: FindIn) => Stage;

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
  $addFields: (spec) => each(compileAddFields(spec)),
  $set: (spec) => each(compileAddFields(spec)),
  $unset: (fields) => each(compileUnset(fields)),
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
  $lookup: compileLookup,
  $replaceRoot: (spec) => compileReplace(readNamed("$replaceRoot", spec, ["newRoot"])["newRoot"]),
  $replaceWith: compileReplace,
  $facet: compileFacet,
  $sortByCount: compileSortByCount,
};

function compileStage(stage: unknown, findIn: FindIn): Stage {
  const [entry, ...more] = Object.entries(asDoc(stage, "a pipeline stage"));
  if (!entry || more.length > 0) throw new MongoError(40323, "a stage has exactly one field");
  const [name, argument] = entry;
  const build = Object.hasOwn(builders, name) ? builders[name] : undefined;
  if (build) return build(argument, findIn);
  if (name === "$changeStream") throw notOffered("$changeStream", 40573);
  if (knownStages.has(name)) throw notOffered(`the stage ${name}`);
  throw new MongoError(40324, `Unrecognized pipeline stage name: '${name}'`);
}

function compileUnset(fields: unknown): (doc: Doc) => Doc {
  const names: unknown[] = Array.isArray(fields) ? fields : [fields];
  const entries = names.map((name) => [asString(name, "$unset"), 0]);
  return compileProjection(Object.fromEntries(entries), false);
}

function compileCount(argument: unknown): Stage {
  const name = asString(argument, "$count");
  if (name === "" || name.startsWith("$") || name.includes("."))
    throw new MongoError(40158, "the count field must be a plain name");
  return (docs) => (docs.length === 0 ? [] : [{ [name]: docs.length }]);
}

function compileUnwind(argument: unknown): Stage {
  const spec = isDoc(argument)
    ? readNamed("$unwind", argument, ["path"], ["preserveNullAndEmptyArrays", "includeArrayIndex"])
    : { path: argument };
  const dotted = asString(spec["path"], "the path of $unwind");
  if (!dotted.startsWith("$")) throw new MongoError(28818, "path option to $unwind needs a '$'");
  const path = parsePath(dotted.slice(1));
  const keep = isTrue(spec["preserveNullAndEmptyArrays"]);
  const index = spec["includeArrayIndex"];
  const indexPath =
    index === undefined ? undefined : parsePath(asString(index, "includeArrayIndex"));
  return (docs) =>
    docs.flatMap((doc) =>
      unwound(doc, getAt(doc, path), keep).map(([value, at]) => {
        const copy = cloneDoc(doc);
        if (value !== undefined) setAt(copy, path, value);
        else if (Array.isArray(getAt(doc, path))) removeAt(copy, path);
        if (indexPath) setAt(copy, indexPath, at);
        return copy;
      }),
    );
}

function removeAt(doc: Doc, path: readonly string[]): void {
  const holder = getAt(doc, path.slice(0, -1));
  if (isDoc(holder)) delete holder[path.at(-1) ?? ""];
}

function unwound(doc: Doc, value: unknown, keep: boolean): [unknown, number | null][] {
  if (Array.isArray(value) && value.length > 0) return value.map((element, at) => [element, at]);
  if (Array.isArray(value) || value === undefined || value === null)
    return keep ? [[value === null ? null : undefined, null]] : [];
  return [[value, null]];
}

function compileLookup(argument: unknown, findIn: FindIn): Stage {
  if (isDoc(argument) && ("pipeline" in argument || "let" in argument))
    throw notOffered("$lookup with a pipeline");
  const spec = readNamed("$lookup", argument, ["from", "localField", "foreignField", "as"]);
  const [from = "", local = "", foreign = "", as = ""] = Object.entries(spec).length
    ? ["from", "localField", "foreignField", "as"].map((key) => asString(spec[key], key))
    : [];
  const value = compileExpression(`$${local}`);
  return each((doc) => {
    const found = value({ ROOT: doc });
    const values: unknown[] = Array.isArray(found) ? found.flat() : [found ?? null];
    const copy = cloneDoc(doc);
    setAt(copy, parsePath(as), findIn(from, { [foreign]: { $in: values } }));
    return copy;
  });
}

function compileReplace(argument: unknown): Stage {
  const root = compileExpression(argument);
  return each((doc) => {
    const value = root({ ROOT: doc });
    if (isDoc(value)) return value;
    throw new MongoError(40228, "'newRoot' must evaluate to an object");
  });
}

function compileFacet(argument: unknown, findIn: FindIn): Stage {
  const facets = Object.entries(asDoc(argument, "$facet")).map(([name, pipeline]) => {
    if (
      asArray(pipeline, "a facet").some(
        (stage) => isDoc(stage) && field(stage, "$facet") !== undefined,
      )
    )
      throw new MongoError(40600, "$facet is not allowed within $facet");
    return [name, compilePipeline(pipeline, findIn)] as const;
  });
  if (facets.length === 0) throw new MongoError(40169, "$facet needs at least one facet");
  return (docs) => [Object.fromEntries(facets.map(([name, stage]) => [name, stage(docs)]))];
}

function compileSortByCount(argument: unknown): Stage {
  if (!(isDoc(argument) || (typeof argument === "string" && argument.startsWith("$"))))
    throw new MongoError(40149, "$sortByCount needs an expression");
  const group = compileGroup({ _id: argument, count: { $sum: 1 } });
  const sort = compileSort({ count: -1 });
  return (docs) => sort(group(docs));
}
