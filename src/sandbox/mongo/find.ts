import { choosePlans } from "./plan.ts";
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

const NOTHING: Plan = { ranges: [], backwards: false, sorted: true, keys: 0 };

/** The records that match, in order; reads only what the best plan needs. */
export function findRecords(collection: Collection | undefined, query: Query): Found {
  const { filter, sort = {}, skip = 0, limit = 0 } = query;
  const reads = { matches: compileFilter(filter), checkTime: query.checkTime };
  const sorts = compileSort(sort);
  if (!collection) return { records: [], keysExamined: 0, docsExamined: 0, plan: NOTHING };
  const end = limit === 0 ? Infinity : skip + limit;
  const { best, inOrder } = choosePlans(collection, filter, sort, query.hint);
  // As MongoDB tries both: under a limit the order may save most of the reading, or nothing of it.
  const isWorthTrying = inOrder !== undefined && end < Infinity;
  const tried =
    isWorthTrying && scan(collection, inOrder, { ...reads, enough: end, most: best.keys });
  const found =
    tried && tried.docsExamined <= best.keys
      ? tried
      : scan(collection, best, { ...reads, enough: best.sorted ? end : Infinity });
  const ordered = found.plan.sorted ? found.records : sortRecords(collection, found.records, sorts);
  return { ...found, records: ordered.slice(skip, end) };
}

function sortRecords(collection: Collection, records: number[], sorts: Sort): number[] {
  // Natural order decides between equals, whichever index was read.
  return sorts(
    records.sort((a, b) => a - b),
    (record) => collection.docs.get(record),
  );
}

interface Reading {
  matches: Matcher;
  checkTime: () => void;
  /** So many records are all that is asked for. */
  enough: number;
  /** Who reads more documents than that gives up. */
  most?: number;
}

function scan(collection: Collection, plan: Plan, reading: Reading): Found {
  const { matches, checkTime, enough, most = Infinity } = reading;
  const found: Found = { records: [], keysExamined: 0, docsExamined: 0, plan };
  for (const record of candidates(collection, found)) {
    if (++found.docsExamined > most) break;
    if (found.docsExamined % 128 === 0) checkTime();
    if (matches(collection.docs.get(record))) found.records.push(record);
    if (found.records.length >= enough) break;
  }
  return found;
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
