import {
  Binary,
  BSONRegExp,
  calculateObjectSize,
  deserialize,
  ObjectId,
  serializeWithBufferAndIndex,
} from "bson";
import { MongoError, notOffered } from "./errors.ts";

export type Doc = Record<string, unknown>;

const maxDepth = 100;
const maxDocumentBytes = 16 * 1024 * 1024;
const unsafeKeys = new Set(["__proto__", "constructor", "prototype"]);

export function isDoc(value: unknown): value is Doc {
  return (
    typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

export function isNone(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** The document's own field; what objects inherit is no field. */
export function field(doc: Doc, key: string): unknown {
  return Object.hasOwn(doc, key) ? doc[key] : undefined;
}

export function isOperatorDoc(value: unknown): value is Doc {
  return isDoc(value) && (Object.keys(value)[0]?.startsWith("$") ?? false);
}

export function asDoc(value: unknown, what: string): Doc {
  if (isDoc(value)) return value;
  throw new MongoError(14, `${what} must be an object`);
}

export function asArray(value: unknown, what: string, code = 14): unknown[] {
  if (Array.isArray(value)) return value;
  throw new MongoError(code, `${what} must be an array`);
}

export function asString(value: unknown, what: string): string {
  if (typeof value === "string") return value;
  throw new MongoError(14, `${what} must be a string`);
}

/** True or false; nothing is the default, any other type is code 14. */
export function asFlag(value: unknown, what: string, byDefault = false): boolean {
  if (value === undefined) return byDefault;
  if (typeof value === "boolean") return value;
  throw new MongoError(14, `${what} must be true or false`);
}

/** A whole number of at least `least`, else code 2; another type is code 14. */
export function asWhole(value: unknown, what: string, least = 0): number {
  if (typeof value !== "number") throw new MongoError(14, `${what} must be a number`);
  if (Number.isInteger(value) && value >= least) return value;
  throw new MongoError(2, `${what} must be a whole number of at least ${least}`);
}

export function checkKey(key: string): void {
  if (unsafeKeys.has(key)) throw notOffered(`the name ${key}`);
}

/** Refuses every type, name and depth that the sandbox does not offer, wherever it stands. */
export function checkTypes(value: unknown, depth = 0): void {
  if (depth > maxDepth) throw new MongoError(15, "exceeded the depth of 100 levels");
  if (Array.isArray(value)) for (const element of value) checkTypes(element, depth + 1);
  else if (isDoc(value)) {
    for (const [key, inner] of Object.entries(value)) {
      checkKey(key);
      checkTypes(inner, depth + 1);
    }
  } else if (!isOfferedScalar(value)) throw notOffered(`the type ${typeLabel(value)}`);
}

function isOfferedScalar(value: unknown): boolean {
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  if (["number", "string", "boolean"].includes(typeof value) || value === null) return true;
  return value instanceof ObjectId || value instanceof Binary || value instanceof BSONRegExp;
}

function typeLabel(value: unknown): string {
  const bsonType: unknown =
    typeof value === "object" && value !== null && "_bsontype" in value ? value._bsontype : "";
  return typeof bsonType === "string" && bsonType !== "" ? bsonType : typeof value;
}

/** Refuses names and values that may stand in a command but not in a stored document. */
export function checkStored(value: unknown, depth = 0): void {
  if (depth > maxDepth) throw new MongoError(15, "exceeded the depth of 100 levels");
  if (value instanceof BSONRegExp) throw notOffered("storing a regular expression");
  if (Array.isArray(value)) for (const element of value) checkStored(element, depth + 1);
  else if (isDoc(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (key.startsWith("$") || key.includes(".")) throw notOffered(`storing the name ${key}`);
      checkStored(inner, depth + 1);
    }
  }
}

/** Bytes of the document as BSON; over MongoDB's 16 MiB is code 10334. */
export function sizeOf(doc: Doc): number {
  const size = calculateObjectSize(doc);
  if (size <= maxDocumentBytes) return size;
  throw new MongoError(10334, `BSONObj size ${size} is over ${maxDocumentBytes}`);
}

/** A copy whose objects and arrays may be changed; scalars are shared. */
export function clone(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clone);
  return isDoc(value) ? cloneDoc(value) : value;
}

export function cloneDoc(doc: Doc): Doc {
  const copy: Doc = {};
  for (const key of Object.keys(doc)) copy[key] = clone(doc[key]);
  return copy;
}

/** The document as BSON; over 16 MiB is code 10334. */
export function serializeDoc(doc: Doc): Uint8Array {
  const bytes = Buffer.allocUnsafe(sizeOf(doc));
  serializeWithBufferAndIndex(doc, bytes);
  return bytes;
}

/** The document as it was stored: binaries stay Binary, all else is plain. */
export function deserializeDoc(bytes: Uint8Array): Doc {
  return deserialize(bytes, { promoteBuffers: false });
}
