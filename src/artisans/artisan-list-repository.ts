import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import type { Artisan } from "./artisan.ts";
import type { Artisans } from "./artisan-repository.ts";
import { type ArtisanDocument, artisanSchema } from "./artisan-schema.ts";

/** Which artisans a list is of; `value` is a code, a key or an id. */
export type ListFilter =
  { kind: "all" } | { kind: "kecamatan" | "craft" | "community"; value: string };

const PATHS = { kecamatan: "kecamatan", craft: "crafts", community: "community" } as const;

/** Living records only: none that was united with another, none that is about to be erased. */
const LIVING = {
  state: operators({ $ne: "merged" as const }),
  leaving: operators({ $exists: false }),
};

/** Lists and counts of artisans, of any length. */
export function createArtisanList(connection: Connection, artisans: Pick<Artisans, "read">) {
  const records = modelOf(connection, "Artisan", artisanSchema, "artisans");

  const filterOf = (filter: ListFilter): Record<string, unknown> =>
    filter.kind === "all" ? LIVING : { ...LIVING, [PATHS[filter.kind]]: filter.value };

  const countBy = async (path: string, unwound = false): Promise<Map<string, number>> => {
    const counted = await records.aggregate<{ _id: string | null; count: number }>([
      { $match: { state: { $ne: "merged" }, leaving: { $exists: false } } },
      ...(unwound ? [{ $unwind: `$${path}` }] : []),
      { $group: { _id: `$${path}`, count: { $sum: 1 } } },
    ]);
    return new Map(counted.map(({ _id, count }) => [_id ?? "", count]));
  };

  return {
    count: (filter: ListFilter): Promise<number> => records.countDocuments(filterOf(filter)),

    /** How many registered, or were registered, since then. */
    countSince: (since: Date): Promise<number> =>
      records.countDocuments({ registeredAt: operators({ $gte: since }) }),

    /** Their ids, in the order of a list: by kecamatan, then by name. */
    async ids(filter: ListFilter): Promise<string[]> {
      const ids: string[] = [];
      const found = records
        .find(filterOf(filter))
        .select({ _id: 1 })
        .sort({ kecamatan: 1, name: 1 })
        .lean<{ _id: string }[]>()
        .cursor({ batchSize: 1_000 });
      for await (const { _id } of found) ids.push(_id);
      return ids;
    },

    /** These records in this order; those that are gone meanwhile are left out. */
    async byIds(ids: readonly string[]): Promise<Artisan[]> {
      const found = await records
        .find({ _id: operators({ $in: [...ids] }), ...LIVING })
        .lean<ArtisanDocument[]>();
      const byId = new Map(found.map((record) => [record._id, record]));
      return ids.flatMap((id) => {
        const record = byId.get(id);
        return record ? [artisans.read(record)] : [];
      });
    },

    /** How many live in each kecamatan, make each craft, are of each community ("" is none). */
    countByKecamatan: () => countBy("kecamatan"),
    countByCraft: () => countBy("crafts", true),
    countByCommunity: () => countBy("community"),

    /** Where those live who allowed to be asked about sharing what they know. */
    pioneers: (): Promise<{ kecamatan: string }[]> =>
      records
        .find({ ...LIVING, "ticks.pionir": operators({ $exists: true }) })
        .select({ _id: 0, kecamatan: 1 })
        .lean<{ kecamatan: string }[]>(),

    /** Of those who ticked the catalogue and whose data were checked, in the order of a list. */
    async inCatalogue(): Promise<string[]> {
      const ticked = operators({ $exists: true });
      const found = await records
        .find({ ...LIVING, state: "active", "ticks.catalogue": ticked })
        .select({ _id: 1 })
        .sort({ kecamatan: 1, name: 1 })
        .lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    },

    /** When each registered, in no order. */
    async *registrations(): AsyncGenerator<Date> {
      const found = records
        .find(LIVING)
        .select({ registeredAt: 1 })
        .lean<Pick<ArtisanDocument, "registeredAt">[]>()
        .cursor({ batchSize: 1_000 });
      for await (const { registeredAt } of found) yield registeredAt;
    },
  };
}
