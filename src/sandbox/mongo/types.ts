import { Binary, ObjectId } from "bson";
import { isDoc } from "./documents.ts";
import { MongoError, notOffered } from "./errors.ts";

const tests: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  bool: (value) => typeof value === "boolean",
  date: (value) => value instanceof Date,
  object: isDoc,
  array: Array.isArray,
  objectId: (value) => value instanceof ObjectId,
  binData: (value) => value instanceof Binary,
  null: (value) => value === null,
};

const refused = new Set(["int", "long", "double", "decimal", "regex", "timestamp", "javascript"]);

/** The names a `$type` asks for; numbers for types and types of number are not offered. */
export function typeNames(value: unknown): string[] {
  const names: unknown[] = Array.isArray(value) ? value : [value];
  if (names.length === 0) throw new MongoError(9, "$type must match at least one type");
  return names.map((name) => {
    if (typeof name === "number" || (typeof name === "string" && refused.has(name)))
      throw notOffered(`$type ${name}`);
    if (typeof name === "string" && Object.hasOwn(tests, name)) return name;
    throw new MongoError(2, `Unknown type name alias: ${String(name)}`);
  });
}

export function isOfType(value: unknown, name: string): boolean {
  return tests[name]?.(value) ?? false;
}
