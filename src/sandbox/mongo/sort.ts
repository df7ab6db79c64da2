import { asDoc } from "./documents.ts";
import { MongoError, notOffered } from "./errors.ts";
import { compare } from "./order.ts";
import { isPosition, keyValues, parsePath } from "./paths.ts";
import type { Path } from "./paths.ts";

export interface SortField {
  name: string;
  path: Path;
  direction: 1 | -1;
}

/** Gives the values in order; `docOf` tells the document that a value stands for. */
export type Sort = <T>(values: T[], docOf?: (value: T) => unknown) => T[];

/** Reads `{ field: 1 | -1 }` of a sort; anything else is an error (code 2, or 238 for `$meta`). */
export function readSort(spec: unknown): SortField[] {
  return Object.entries(asDoc(spec, "a sort")).map(([name, direction]) => {
    const path = parsePath(name);
    if (path.some(isPosition)) throw notOffered(`an order by the array position in ${name}`);
    if (path.some((part) => part.startsWith("$"))) throw new MongoError(2, `bad sort path ${name}`);
    if (typeof direction === "object") throw notOffered("a sort by $meta");
    if (direction !== 1 && direction !== -1)
      throw new MongoError(15975, "$sort key ordering must be 1 (ascending) or -1 (descending)");
    return { name, path, direction };
  });
}

/** Gives the values in order; of an array the smallest element counts up, the largest down. */
export function compileSort(spec: unknown): Sort {
  const fields = readSort(spec);
  if (fields.length === 0) return (values) => values;
  return (values, docOf = (value) => value) =>
    values
      .map((value) => ({ value, key: fields.map((each) => sortValue(docOf(value), each)) }))
      .sort((a, b) => compareKeys(a.key, b.key, fields))
      .map(({ value }) => value);
}

/** Compares two lists of values, each in the direction of its field. */
export function compareKeys(
  a: readonly unknown[],
  b: readonly unknown[],
  fields: SortField[],
): number {
  // A plain loop: this is where starting and inserting spend their time.
  for (let at = 0; at < fields.length; at++) {
    const order = compare(a[at], b[at]);
    if (order !== 0) return order * (fields[at]?.direction ?? 1);
  }
  return 0;
}

function sortValue(doc: unknown, { path, direction }: SortField): unknown {
  const values = keyValues(doc, path);
  return values.reduce((best, value) => (compare(value, best) * direction < 0 ? value : best));
}
