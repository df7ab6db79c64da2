import { asDoc, isDoc, isOperatorDoc } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError, notOffered } from "./errors.ts";
import { compileExpression } from "./expressions.ts";
import type { Expression } from "./expressions.ts";
import { parsePath } from "./paths.ts";

export type Projection = (doc: Doc) => Doc;
/** The names of one level; true where the projection names the field itself. */
type Tree = Map<string, Tree | true>;
type Entry = [path: string, value: boolean | Expression];

/** Reads a projection; `computed` allows expressions for top fields, as `$project` does. */
export function compileProjection(spec: unknown, computed: boolean): Projection {
  const entries = flatten(asDoc(spec, "a projection"), "", computed);
  const others = entries.filter(([path]) => path !== "_id");
  const id = entries.find(([path]) => path === "_id")?.[1];
  const includes = (others[0]?.[1] ?? id ?? false) !== false;
  checkOneKind(others, includes);
  const named: Tree = new Map();
  for (const [path, value] of entries)
    if (typeof value === "function" || value === includes) add(named, path);
  if (!includes) return (doc) => exclude(doc, named);
  if (id === undefined) named.set("_id", true);
  return include(named, entries);
}

function checkOneKind(entries: Entry[], includes: boolean): void {
  const other = entries.find(([, value]) => (value !== false) !== includes);
  if (other)
    throw new MongoError(includes ? 31254 : 31253, `other kind of projection: ${other[0]}`);
}

function flatten(spec: Doc, prefix: string, computed: boolean): Entry[] {
  return Object.entries(spec).flatMap(([key, value]): Entry[] => {
    const path = prefix + key;
    const parts = parsePath(path);
    if (parts.some((part) => part.startsWith("$"))) throw notOffered(`the projection ${path}`);
    if (typeof value === "number" || typeof value === "boolean") return [[path, Boolean(value)]];
    if (isDoc(value) && !isOperatorDoc(value)) {
      if (Object.keys(value).length === 0) throw new MongoError(51270, "an empty sub-projection");
      return flatten(value, `${path}.`, computed);
    }
    if (!computed || parts.length > 1) throw notOffered("this projection by expression");
    return [[path, compileExpression(value)]];
  });
}

function add(tree: Tree, dotted: string): void {
  const path = parsePath(dotted);
  let level = tree;
  for (const part of path.slice(0, -1)) {
    const next = level.get(part) ?? (new Map() as Tree);
    if (next === true) throw collision(dotted);
    level.set(part, next);
    level = next;
  }
  const last = path.at(-1) ?? "";
  if (level.has(last)) throw collision(dotted);
  level.set(last, true);
}

const collision = (path: string) => new MongoError(31249, `Path collision at ${path}`);

function include(named: Tree, entries: Entry[]): Projection {
  const computed = entries.flatMap(([path, value]) =>
    typeof value === "function" ? [[path, value] as const] : [],
  );
  for (const [path] of computed) named.delete(path);
  return (doc) => {
    const result = includeFields(doc, named);
    for (const [path, expression] of computed) {
      const value = expression(doc);
      if (value !== undefined) result[path] = value;
    }
    return result;
  };
}

function includeFields(doc: Doc, tree: Tree): Doc {
  const result: Doc = {};
  for (const [key, value] of Object.entries(doc)) {
    const wanted = tree.get(key);
    const kept = wanted instanceof Map ? includeBelow(value, wanted) : wanted && value;
    if (kept !== undefined) result[key] = kept;
  }
  return result;
}

function includeBelow(value: unknown, tree: Tree): unknown {
  if (isDoc(value)) return includeFields(value, tree);
  if (!Array.isArray(value)) return undefined;
  return value
    .map((element) => includeBelow(element, tree))
    .filter((element) => element !== undefined);
}

function exclude(value: Doc, tree: Tree): Doc {
  const result: Doc = {};
  for (const [key, inner] of Object.entries(value)) {
    const unwanted = tree.get(key);
    if (unwanted !== true) result[key] = unwanted ? excludeBelow(inner, unwanted) : inner;
  }
  return result;
}

function excludeBelow(value: unknown, tree: Tree): unknown {
  if (isDoc(value)) return exclude(value, tree);
  return Array.isArray(value) ? value.map((element) => excludeBelow(element, tree)) : value;
}
