import { asDoc, field, isDoc, isOperatorDoc } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError, notOffered } from "./errors.ts";
import { compileExpression } from "./expressions.ts";
import type { Expression } from "./arguments.ts";
import { parsePath } from "./paths.ts";

export type Projection = (doc: Doc) => Doc;
/** Names of one level: true where the projection names the field itself, an expression to compute. */
type Tree = Map<string, Tree | true | Expression>;

/** Reads a projection; `computed` allows expressions, as `$project` does. */
export function compileProjection(spec: unknown, computed: boolean): Projection {
  const entries = flatten(asDoc(spec, "a projection"), "", computed);
  const others = entries.filter(([path]) => path !== "_id");
  const id = entries.find(([path]) => path === "_id")?.[1];
  const including =
    others.length > 0 ? isIncluded(others[0]?.[1]) : id !== undefined && isIncluded(id);
  for (const [path, value] of others) {
    if (isIncluded(value) === including) continue;
    throw new MongoError(including ? 31254 : 31253, `Cannot do both kinds of projection: ${path}`);
  }
  const tree: Tree = new Map();
  for (const [path, value] of others) add(tree, path, value);
  return including ? include(tree, id) : exclude(tree, id);
}

type Entry = [string, boolean | Expression];

const isIncluded = (value: boolean | Expression | undefined) => value !== false;

function flatten(spec: Doc, prefix: string, computed: boolean): Entry[] {
  return Object.entries(spec).flatMap(([key, value]): Entry[] => {
    const path = prefix + key;
    if (parsePath(path).some((part) => part.startsWith("$")))
      throw notOffered(`projection ${path}`);
    if (typeof value === "number" || typeof value === "boolean") return [[path, Boolean(value)]];
    if (isDoc(value) && !isOperatorDoc(value)) {
      if (Object.keys(value).length === 0) throw new MongoError(51270, "an empty sub-projection");
      return flatten(value, `${path}.`, computed);
    }
    if (!computed) throw notOffered("a projection by expression");
    return [[path, compileExpression(value)]];
  });
}

function add(tree: Tree, dotted: string, value: boolean | Expression): void {
  const path = parsePath(dotted);
  let level = tree;
  for (const part of path.slice(0, -1)) {
    const next = level.get(part) ?? new Map();
    if (!(next instanceof Map)) throw collision(dotted);
    level.set(part, next);
    level = next;
  }
  const last = path.at(-1) ?? "";
  if (level.has(last)) throw collision(dotted);
  level.set(last, typeof value === "function" ? value : true);
}

const collision = (path: string) => new MongoError(31249, `Path collision at ${path}`);

function include(tree: Tree, id: boolean | Expression | undefined): Projection {
  const full: Tree = new Map(tree);
  if (id !== false) full.set("_id", typeof id === "function" ? id : true);
  return (doc) => includeFields(doc, full, doc);
}

function includeFields(doc: Doc, tree: Tree, root: Doc): Doc {
  const result: Doc = {};
  for (const [key, value] of Object.entries(doc)) {
    const wanted = tree.get(key);
    if (wanted === true) result[key] = value;
    else if (wanted instanceof Map) setDefined(result, key, includeBelow(value, wanted, root));
  }
  for (const [key, wanted] of tree) {
    if (typeof wanted === "function") setDefined(result, key, wanted({ ROOT: root }));
    else if (wanted !== true && !Object.hasOwn(result, key) && computes(wanted))
      result[key] = includeFields({}, wanted, root);
  }
  return result;
}

const computes = (tree: Tree): boolean =>
  [...tree.values()].some(
    (value) => value !== true && (!(value instanceof Map) || computes(value)),
  );

function setDefined(doc: Doc, key: string, value: unknown): void {
  if (value !== undefined) doc[key] = value;
}

function includeBelow(value: unknown, tree: Tree, root: Doc): unknown {
  if (isDoc(value)) return includeFields(value, tree, root);
  if (!Array.isArray(value)) return undefined;
  return value
    .map((element) => includeBelow(element, tree, root))
    .filter((element) => element !== undefined);
}

function exclude(tree: Tree, id: boolean | Expression | undefined): Projection {
  const full: Tree = new Map(tree);
  if (id === false) full.set("_id", true);
  return (doc) => excludeFields(doc, full);
}

/** The document without the named fields: also `$unset`. */
function excludeFields(doc: Doc, tree: Tree): Doc {
  const result: Doc = {};
  for (const [key, value] of Object.entries(doc)) {
    const unwanted = tree.get(key);
    if (unwanted === undefined) result[key] = value;
    else if (unwanted instanceof Map) result[key] = excludeBelow(value, unwanted);
  }
  return result;
}

function excludeBelow(value: unknown, tree: Tree): unknown {
  if (isDoc(value)) return excludeFields(value, tree);
  return Array.isArray(value) ? value.map((element) => excludeBelow(element, tree)) : value;
}

/** `$addFields`: each computed value at its path, into each document of an array on the way. */
export function compileAddFields(spec: unknown): Projection {
  const tree: Tree = new Map();
  for (const [path, value] of Object.entries(asDoc(spec, "$addFields"))) {
    if (parsePath(path).some((part) => part.startsWith("$")))
      throw new MongoError(16410, "field names may not start with '$'");
    add(tree, path, compileExpression(value));
  }
  return (doc) => addFields(doc, tree, doc);
}

function addFields(doc: Doc, tree: Tree, root: Doc): Doc {
  const result: Doc = { ...doc };
  for (const [key, wanted] of tree) {
    const value =
      typeof wanted === "function"
        ? wanted({ ROOT: root })
        : wanted instanceof Map
          ? addBelow(field(doc, key), wanted, root)
          : undefined;
    if (value !== undefined) result[key] = value;
    else delete result[key];
  }
  return result;
}

function addBelow(value: unknown, tree: Tree, root: Doc): unknown {
  if (Array.isArray(value)) return value.map((element) => addBelow(element, tree, root));
  return addFields(isDoc(value) ? value : {}, tree, root);
}
