import { Binary, BSONRegExp, ObjectId } from "bson";
import { isDoc } from "./documents.ts";

/** Stands before or after every value of one type, so a range stays within its type. */
export class TypeEdge {
  readonly rank: number;

  constructor(value: unknown, side: "before" | "after") {
    this.rank = rank(value) + (side === "before" ? -0.5 : 0.5);
  }
}

/** Place of the value's type (MongoDB manual, "BSON type comparison order"). */
export function rank(value: unknown): number {
  if (value === undefined) return 0;
  if (value === null) return 1;
  if (typeof value === "number") return 2;
  if (typeof value === "string") return 3;
  if (typeof value === "boolean") return 8;
  return rankOfObject(value);
}

function rankOfObject(value: unknown): number {
  if (Array.isArray(value)) return 5;
  if (value instanceof Date) return 9;
  if (value instanceof ObjectId) return 7;
  if (value instanceof Binary) return 6;
  if (value instanceof BSONRegExp) return 10;
  return value instanceof TypeEdge ? value.rank : 4;
}

/** Negative, zero or positive as BSON orders the two; the order of keys counts in documents. */
export function compare(a: unknown, b: unknown): number {
  if (typeof a === "string" && typeof b === "string") return compareStrings(a, b);
  if (typeof a === "number" && typeof b === "number") return compareNumbers(a, b);
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  const byType = rank(a) - rank(b);
  return byType !== 0 ? byType : compareSameType(a, b);
}

export function equal(a: unknown, b: unknown): boolean {
  return compare(a, b) === 0;
}

function compareSameType(a: unknown, b: unknown): number {
  if (a instanceof ObjectId && b instanceof ObjectId) return Buffer.compare(a.id, b.id);
  if (typeof a === "boolean") return Number(a) - Number(b);
  if (a instanceof Binary && b instanceof Binary) return compareBinaries(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b);
  return isDoc(a) && isDoc(b) ? compareDocs(Object.entries(a), Object.entries(b)) : 0;
}

function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  return a < b ? -1 : Number(a > b);
}

/** By UTF-8 bytes: JavaScript compares UTF-16 units, which puts emoji before U+E000-U+FFFF. */
function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return isSurrogate(x) === isSurrogate(y) ? x - y : isSurrogate(x) ? 1 : -1;
  }
  return a.length - b.length;
}

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;

function compareBinaries(a: Binary, b: Binary): number {
  return a.length() - b.length() || a.sub_type - b.sub_type || Buffer.compare(bytes(a), bytes(b));
}

const bytes = (binary: Binary) => binary.buffer.subarray(0, binary.length());

function compareLists(a: unknown[], b: unknown[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const result = compare(a[i], b[i]);
    if (result !== 0) return result;
  }
  return a.length - b.length;
}

type Entries = [string, unknown][];

function compareDocs(a: Entries, b: Entries): number {
  for (const [i, [key, value]] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    const result =
      Math.trunc(rank(value)) - Math.trunc(rank(other[1])) ||
      compareStrings(key, other[0]) ||
      compare(value, other[1]);
    if (result !== 0) return result;
  }
  return a.length - b.length;
}

/** The same text for equal values and only for them: the key of a Map. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (isDoc(value)) {
    const fields = Object.entries(value).map(
      ([key, inner]) => JSON.stringify(key) + canonical(inner),
    );
    return `{${fields.join()}}`;
  }
  if (value instanceof Date) return `d${value.getTime()}`;
  if (value instanceof ObjectId) return `o${value.toHexString()}`;
  if (value instanceof Binary) return `b${value.sub_type}:${value.toString("hex")}`;
  return typeof value === "number" ? `n${value + 0}` : (JSON.stringify(value) ?? "missing");
}

/** The value as MongoDB's shell writes it in an error. */
export function describeValue(value: unknown): string {
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (Array.isArray(value)) return `[ ${value.map(describeValue).join(", ")} ]`;
  if (!isDoc(value)) return JSON.stringify(value) ?? "undefined";
  const fields = Object.entries(value).map(([key, inner]) => `${key}: ${describeValue(inner)}`);
  return `{ ${fields.join(", ")} }`;
}
