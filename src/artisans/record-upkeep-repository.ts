import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import { type ArtisanDocument, artisanSchema } from "./artisan-schema.ts";
import { nameStarts } from "./name-search.ts";

const PAGE = 200;

/** What the program itself owes to records: that they are compared, and found by their names. */
export function createRecordUpkeep(connection: Connection) {
  const artisans = modelOf(connection, "Artisan", artisanSchema, "artisans");

  return {
    /** Records that were changed and not yet compared with others; `change` tells which change. */
    async uncompared(limit: number): Promise<{ id: string; change: number }[]> {
      const found = await artisans
        .find({ uncompared: operators({ $exists: true }) })
        .sort({ _id: 1 })
        .limit(limit)
        .select("uncompared")
        .lean<Required<Pick<ArtisanDocument, "_id" | "uncompared">>[]>();
      return found.map(({ _id: id, uncompared: change }) => ({ id, change }));
    },

    /** That change was compared; a later one still waits. */
    async compared(_id: string, change: number): Promise<void> {
      await artisans.updateOne({ _id, uncompared: change }, { $unset: { uncompared: 1 } });
    },

    /**
     * Looks at the next records after this id and gives each the starts of its name that it lacks.
     * @returns the last id it looked at; undefined: there are no more
     */
    async fillStarts(after: string): Promise<string | undefined> {
      const found = await artisans
        .find({ _id: operators({ $gt: after }), state: operators({ $ne: "merged" as const }) })
        .sort({ _id: 1 })
        .limit(PAGE)
        .select("name startKeys")
        .lean<Pick<ArtisanDocument, "_id" | "name" | "startKeys">[]>();
      for (const { _id, name, startKeys = [] } of found) {
        const starts = nameStarts(name);
        if (starts.join() === startKeys.join()) continue;
        // Who was renamed meanwhile has the new ones.
        await artisans.updateOne({ _id, name }, { $set: { startKeys: starts } });
      }
      return found.length < PAGE ? undefined : found.at(-1)?._id;
    },
  };
}
