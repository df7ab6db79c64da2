import { choosePlan } from "./plan.ts";
import type { Plan } from "./plan.ts";
import type { Collection } from "./collection.ts";
import type { Doc } from "./documents.ts";
import { MongoError } from "./errors.ts";
import { compileFilter } from "./filter.ts";
import type { Matcher } from "./filter.ts";
import { compileSort } from "./sort.ts";
import type { Sort } from "./sort.ts";

export interface Query {
  filter: Doc;
  sort?: Doc;
  skip?: number;
  /** 0 is no limit. */
  limit?: number;
  hint?: unknown;
  /** Throws when the command's time is over. */
  checkTime: () => void;
}

export interface Found {
  records: number[];
  keysExamined: number;
  docsExamined: number;
  plan: Plan;
}

/** The records that match, in order; reads only what the best plan needs. */
export function findRecords(collection: Collection | undefined, query: Query): Found {
  const matches = compileFilter(query.filter);
  const sorts = compileSort(query.sort ?? {});
  const found: Found = {
    records: [],
    keysExamined: 0,
    docsExamined: 0,
    plan: { ranges: [], backwards: false, sorted: true },
  };
  if (!collection) return found;
  found.plan = choosePlan(collection, query.filter, query.sort ?? {}, query.hint);
  const { skip = 0, limit = 0 } = query;
  const end = limit === 0 ? Infinity : skip + limit;
  const scanned = scan(
    collection,
    found,
    matches,
    query.checkTime,
    found.plan.sorted ? end : Infinity,
  );
  const ordered = found.plan.sorted ? scanned : sortRecords(collection, scanned, sorts);
  found.records = ordered.slice(skip, end);
  return found;
}

function sortRecords(collection: Collection, records: number[], sorts: Sort): number[] {
  // Natural order decides between equals, whichever index was read.
  return sorts(
    records.sort((a, b) => a - b),
    (record) => collection.docs.get(record),
  );
}

function scan(
  collection: Collection,
  found: Found,
  matches: Matcher,
  checkTime: () => void,
  enough: number,
): number[] {
  const records: number[] = [];
  for (const record of candidates(collection, found)) {
    if (++found.docsExamined % 128 === 0) checkTime();
    if (matches(collection.docs.get(record))) records.push(record);
    if (records.length >= enough) break;
  }
  return records;
}

function* candidates(collection: Collection, found: Found): Iterable<number> {
  const { index, ranges, backwards } = found.plan;
  if (!index) return yield* collection.docs.keys();
  const seen = index.isMultikey() || ranges.length > 1 ? new Set<number>() : undefined;
  for (const [from, to] of ranges) {
    for (let step = 0; step < to - from; step++) {
      const record = index.at(backwards ? to - 1 - step : from + step)?.record;
      found.keysExamined++;
      if (record === undefined || seen?.has(record)) continue;
      seen?.add(record);
      yield record;
    }
  }
}

/** The check that a command with `maxTimeMS` makes while it reads: code 50 when it is over. */
export function createTimeCheck(maxTimeMS: number): () => void {
  if (maxTimeMS === 0) return () => undefined;
  const end = performance.now() + maxTimeMS;
  return () => {
    if (performance.now() > end) throw new MongoError(50, "operation exceeded time limit");
  };
}
