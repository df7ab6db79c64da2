import { isDeepStrictEqual } from "node:util";
import type { Connection } from "mongoose";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import { type ArtisanDocument, artisanSchema } from "./artisan-schema.ts";

/** A record as it is stored, with its seals: for a merge to keep and to give back. */
export type StoredRecord = Omit<ArtisanDocument, "inMerge">;

/** New values by name; undefined takes a field away. */
export type StoredChange = Record<string, unknown>;

/** By these a record is found or reached: a record that stands for nobody has none. */
const REACHED_BY = [
  ...["telegram", "phoneIndex", "phoneKey", "nameKeys", "startKeys", "unreachable", "uncompared"],
] as const;
/** What a record merged for good keeps: that it was, and the proof of consent. */
const KEPT = ["_id", "state", "mergedInto", "language", "kecamatan", "consent", "registeredAt"];
const KEPT_TOO = ["activeAt", "by"];

/** What a merge does to the two records. Each step asks that the records are in its hand. */
export function createUnitedRecords(connection: Connection) {
  const artisans = modelOf(connection, "Artisan", artisanSchema, "artisans");

  const change = async (filter: { _id: string; inMerge: string }, to: StoredChange) => {
    const names = Object.keys(to);
    const gone = names.filter((name) => to[name] === undefined);
    const set = Object.fromEntries(Object.entries(to).filter(([, value]) => value !== undefined));
    if (!names.length) return;
    await artisans.updateOne(filter, {
      ...(Object.keys(set).length && { $set: set }),
      ...(gone.length && { $unset: Object.fromEntries(gone.map((name) => [name, 1])) }),
    });
  };

  async function read(id: string): Promise<StoredRecord | undefined> {
    const found = await artisans.findOne({ _id: id }).lean<ArtisanDocument>();
    return found ? own(found) : undefined;
  }

  const current = async (id: string): Promise<Record<string, unknown>> => ({ ...(await read(id)) });

  return {
    read,

    /** Takes a living record in hand; false while another merge has it, or it is leaving. */
    async take(id: string, merge: string): Promise<boolean> {
      const { matchedCount } = await artisans.updateOne(
        {
          _id: id,
          state: operators({ $ne: "merged" as const }),
          leaving: operators({ $exists: false }),
          $or: [{ inMerge: operators({ $exists: false }) }, { inMerge: merge }],
        },
        { $set: { inMerge: merge } },
      );
      return matchedCount === 1;
    },

    /** Takes a record in hand that was merged into the other. */
    async takeMerged(id: string, into: string, merge: string): Promise<boolean> {
      const { matchedCount } = await artisans.updateOne(
        {
          _id: id,
          mergedInto: into,
          $or: [{ inMerge: operators({ $exists: false }) }, { inMerge: merge }],
        },
        { $set: { inMerge: merge } },
      );
      return matchedCount === 1;
    },

    async letGo(id: string, merge: string): Promise<void> {
      await artisans.updateOne({ _id: id, inMerge: merge }, { $unset: { inMerge: 1 } });
    },

    /** From now on the other record stands for this one, which nobody reaches any more. */
    retire: (id: string, into: string, merge: string) =>
      change(
        { _id: id, inMerge: merge },
        {
          state: "merged",
          mergedInto: into,
          ...Object.fromEntries(REACHED_BY.map((name) => [name, undefined])),
        },
      ),

    adopt: (id: string, values: StoredChange, merge: string) =>
      change({ _id: id, inMerge: merge }, values),

    /** Gives back what the merge changed; what the person changed since stays theirs. */
    async giveBack(id: string, old: StoredRecord, adopted: StoredChange, merge: string) {
      const now = await current(id);
      const before: Record<string, unknown> = { ...old };
      const names = Object.keys(adopted).filter((name) =>
        isDeepStrictEqual(now[name], adopted[name]),
      );
      await change(
        { _id: id, inMerge: merge },
        Object.fromEntries(names.map((name) => [name, before[name]])),
      );
    },

    /**
     * Makes the record what it was. An account or a number that was given to another record
     * meanwhile stays there.
     */
    async revive({ _id, ...old }: StoredRecord, merge: string): Promise<void> {
      const names = Object.keys(await current(_id)).filter((name) => name !== "_id");
      const whole = { ...Object.fromEntries(names.map((name) => [name, undefined])), ...old };
      const withoutNumber = { ...whole, phoneIndex: undefined };
      const ways = [whole, withoutNumber, { ...withoutNumber, telegram: undefined }];
      for (const way of ways) {
        const done = await change({ _id, inMerge: merge }, way).then(() => true, unlessTaken);
        if (done) return;
      }
    },

    /** Takes the old values away once they can no longer be given back. */
    async strip(id: string, into: string): Promise<void> {
      const found = Object.keys(await current(id));
      const gone = found.filter((name) => ![...KEPT, ...KEPT_TOO].includes(name));
      await artisans.updateOne(
        { _id: id, state: "merged", mergedInto: into },
        {
          $set: { name: "", crafts: [], mainCraft: "lainnya" },
          $unset: Object.fromEntries(
            gone
              .filter((name) => !["name", "crafts", "mainCraft"].includes(name))
              .map((n) => [n, 1]),
          ),
        },
      );
    },
  };
}

const own = ({ inMerge: _, ...record }: ArtisanDocument): StoredRecord => record;

function unlessTaken(error: unknown): false {
  if (!isDuplicateKey(error)) throw error;
  return false;
}
