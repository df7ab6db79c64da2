import type { Document } from "mongodb";

export interface Row {
  _id: number;
  a?: unknown;
  u: number;
  s?: number | null;
}

/** Null and nothing, then numbers, then text: the types that the property test uses. */
const typeOf = (value: unknown) =>
  value === undefined || value === null ? 0 : typeof value === "number" ? 1 : 2;

function compare(a: unknown, b: unknown): number {
  const byType = typeOf(a) - typeOf(b);
  if (byType !== 0 || typeOf(a) === 0) return byType;
  return (a as number) < (b as number) ? -1 : Number((a as number) > (b as number));
}

export interface Find {
  low: number | null;
  sort: 1 | -1;
  limit: number;
}

/** What the server should do, as plainly as can be: a list, searched from the front. */
export function createModel() {
  let rows: Row[] = [];

  const clashes = (row: Row) =>
    rows.some(
      (other) =>
        other._id !== row._id &&
        (other.u === row.u ||
          (Object.hasOwn(row, "s") && Object.hasOwn(other, "s") && other.s === row.s)),
    );

  /** Puts the row in its place; false when a unique key is taken. */
  function put(row: Row): boolean {
    if (clashes(row)) return false;
    const at = rows.findIndex(({ _id }) => _id === row._id);
    if (at < 0) rows.push(row);
    else rows[at] = row;
    return true;
  }

  return {
    insert: (row: Row) => !rows.some(({ _id }) => _id === row._id) && put(row),
    /** The row of that number, changed unless its keys are taken. */
    change: (id: number, change: (row: Row) => Row): boolean =>
      rows.filter(({ _id }) => _id === id).every((row) => put(change(row))),
    /** The rows whose `a` is equal, changed. */
    update(a: unknown, change: (row: Row) => Row): boolean {
      const matching = rows.filter((row) => compare(row.a, a) === 0);
      return matching.every((row) => put(change(row)));
    },
    remove(a: unknown): number {
      const before = rows.length;
      rows = rows.filter((row) => compare(row.a, a) !== 0);
      return before - rows.length;
    },
    find({ low, sort, limit }: Find): Document[] {
      const matching = rows.filter(({ a }) => low === null || (typeof a === "number" && a >= low));
      const order = (x: Row, y: Row) => compare(x.a, y.a) * sort || x._id - y._id;
      return matching.toSorted(order).slice(0, limit);
    },
    all: (): Document[] => rows,
  };
}
