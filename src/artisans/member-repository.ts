import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import type { FieldCipher } from "../privacy/field-cipher.ts";
import type { CraftKey } from "../places/crafts.ts";
import type { Artisan, ArtisanState } from "./artisan.ts";
import { type ArtisanDocument, artisanSchema } from "./artisan-schema.ts";
import type { Far, MemberFilter } from "./member-filter.ts";
import { searchKeys, startsTogether } from "./name-search.ts";

/** What a list shows of a member: no number, nothing sealed. */
export interface Member {
  id: string;
  name: string;
  kecamatan: string;
  mainCraft: CraftKey;
  state: ArtisanState;
  reachable: boolean;
}

/** A page beside a row that was shown; without one the first page. */
export interface Beside {
  row: string;
  to: "next" | "before";
}

export interface Narrowed {
  community?: string | undefined;
  filter?: MemberFilter;
  /** Ids of those who were at a training, where the filter asks. */
  trained?: readonly string[];
}

const FIELDS = "name kecamatan mainCraft state telegram unreachable";
const SHOWN = operators({ $nin: ["merged", "declined"] as ArtisanState[] });
const CANDIDATES = 200;
const ENOUGH = 8;
const FAR_FIELD = {
  blocked: "unreachable.at",
  silent: "activeAt",
  old: "confirmedAt",
} as const;

/** Lists of records and the search in them. A page is read from where it begins, never skipped to. */
export function createMembers(connection: Connection, cipher: FieldCipher) {
  const artisans = modelOf(connection, "Artisan", artisanSchema, "artisans");

  const look = async (
    filter: Record<string, unknown>,
    limit: number,
    sort?: Record<string, 1 | -1>,
  ): Promise<Member[]> => {
    // In one batch: the second of a hundred would cost another way to the database.
    const query = artisans.find(filter).select(FIELDS).limit(limit).batchSize(limit);
    const found = await (sort ? query.sort(sort) : query).lean<ArtisanDocument[]>();
    return found.map(readMember);
  };

  /** Rows in the order of a field and the id, from beside a row on. */
  async function page(
    filter: Record<string, unknown>,
    field: string,
    beside: Beside | undefined,
    limit: number,
  ): Promise<Member[]> {
    const back = beside?.to === "before";
    const [beyond, order] = back ? (["$lt", -1] as const) : (["$gt", 1] as const);
    const row =
      beside && (await artisans.findOne({ _id: beside.row }).lean<Record<string, unknown>>());
    const at = row ? valueAt(row, field) : undefined;
    const bounds =
      beside && at !== undefined
        ? {
            // The range is what an index can be read by; among equals the id decides.
            $and: [
              { [field]: operators({ [back ? "$lte" : "$gte"]: at }) },
              {
                $or: [
                  { [field]: operators({ [beyond]: at }) },
                  { _id: operators({ [beyond]: beside.row }) },
                ],
              },
            ],
          }
        : {};
    const rows = await look({ ...filter, ...bounds }, limit, { [field]: order, _id: order });
    return back ? rows.reverse() : rows;
  }

  const within = ({ community }: Narrowed) => ({
    ...(community !== undefined && { community }),
    state: SHOWN,
  });

  return {
    /** Members by name; one more than `limit` tells that there are more. */
    list: (narrowed: Narrowed, beside: Beside | undefined, limit: number) =>
      page({ ...within(narrowed), ...narrow(narrowed) }, "name", beside, limit),

    /**
     * Those whose name may be meant, found by index: by how its words begin, and where these are
     * many or few by how rare words of it sound. At most some hundred; which of them is meant is
     * told by `rankNames`.
     */
    async candidates(typed: string, narrowed: Narrowed): Promise<Member[]> {
      const { keys, starts } = searchKeys(typed);
      if (!starts.length) return [];
      const sounds = { nameKeys: operators({ $in: keys }) };
      // All in one $and: it comes before plain fields, and the first of it is what is read by.
      const begins = { $and: startsTogether(starts).map((start) => ({ startKeys: start })) };
      const found = new Map<string, Member>();
      const add = (members: readonly Member[]) => members.forEach((one) => found.set(one.id, one));
      const lookFor = (way: object) => look({ ...within(narrowed), ...way }, CANDIDATES);

      const begun = await lookFor(begins);
      // All who begin so are there, or too many do: then those who sound alike as well come first.
      if (begun.length === CANDIDATES) add(await lookFor({ ...sounds, ...begins }));
      if (found.size < ENOUGH) add(begun);
      if (found.size < ENOUGH) add(await lookFor(sounds));
      return [...found.values()];
    },

    withNumber: (number: string, limit: number) =>
      look({ phoneKey: cipher.blindIndex(number), state: SHOWN }, limit),

    /** Who is hard to reach, the longest first. */
    far: (
      kind: Far,
      { community }: Narrowed,
      since: Date,
      beside: Beside | undefined,
      limit: number,
    ) =>
      page(
        {
          ...within({ community }),
          leaving: operators({ $exists: false }),
          ...(kind !== "blocked" && {
            telegram: operators({ $exists: true }),
            unreachable: operators({ $exists: false }),
          }),
          [FAR_FIELD[kind]]: operators({ $lte: since }),
        },
        FAR_FIELD[kind],
        beside,
        limit,
      ),

    /** Takes the one nudge of these days; false when there was one, or nobody can be nudged. */
    async takeNudge(id: string, now: Date, notSince: Date): Promise<boolean> {
      const { matchedCount } = await artisans.updateOne(
        {
          _id: id,
          telegram: operators({ $exists: true }),
          unreachable: operators({ $exists: false }),
          leaving: operators({ $exists: false }),
          $or: [
            { "nudge.at": operators({ $exists: false }) },
            { "nudge.at": operators({ $lte: notSince }) },
          ],
        },
        { $set: { nudge: { at: now, dueAt: now } } },
      );
      return matchedCount === 1;
    },

    /** Nudges that are still to be sent. */
    async nudgesDue(
      now: Date,
      limit: number,
    ): Promise<Pick<Artisan, "id" | "telegram" | "language">[]> {
      const found = await artisans
        .find({ "nudge.dueAt": operators({ $lte: now }) })
        .select("telegram language")
        .limit(limit)
        .lean<ArtisanDocument[]>();
      return found.map(({ _id: id, telegram, language }) => ({
        id,
        language,
        ...(telegram !== undefined && { telegram }),
      }));
    },

    /** False when another process sends it. */
    async takeSending(id: string): Promise<boolean> {
      const due = { _id: id, "nudge.dueAt": operators({ $exists: true }) };
      const { matchedCount } = await artisans.updateOne(due, { $unset: { "nudge.dueAt": 1 } });
      return matchedCount === 1;
    },

    /** The person says that their data are still right; false: there is no such record. */
    async confirm(telegram: number, now: Date): Promise<boolean> {
      const done = await artisans.updateOne({ telegram }, { $set: { confirmedAt: now } });
      return done.matchedCount === 1;
    },
  };
}

function narrow({ filter = {}, trained = [] }: Narrowed): Record<string, unknown> {
  const { kecamatan, craft, verified, reachable } = filter;
  const ids = [...trained];
  return {
    ...(kecamatan !== undefined && { kecamatan }),
    ...(craft !== undefined && { crafts: craft }),
    ...(verified === true && { state: "active" }),
    ...(verified === false && { state: operators({ $nin: ["active", "merged", "declined"] }) }),
    ...(reachable === true && {
      telegram: operators({ $exists: true }),
      unreachable: operators({ $exists: false }),
    }),
    ...(reachable === false && {
      $or: [
        { telegram: operators({ $exists: false }) },
        { unreachable: operators({ $exists: true }) },
      ],
    }),
    ...(filter.trained !== undefined && {
      _id: operators(filter.trained ? { $in: ids } : { $nin: ids }),
    }),
  };
}

const valueAt = (row: Record<string, unknown>, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], row);

function readMember(found: ArtisanDocument): Member {
  const { _id: id, name, kecamatan, mainCraft, state, telegram, unreachable } = found;
  const reachable = telegram !== undefined && !unreachable;
  return { id, name, kecamatan, mainCraft, state, reachable };
}
