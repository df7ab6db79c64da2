import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import type { Artisan } from "./artisan.ts";
import type { Artisans } from "./artisan-repository.ts";
import { type ArtisanDocument, artisanSchema } from "./artisan-schema.ts";
import { UNCLAIMED } from "./claimed-record-repository.ts";
import type { Change } from "./record.ts";

/** A record as it was looked at. */
export interface SeenRecord {
  artisan: Artisan;
  stored: ArtisanDocument;
}

/**
 * Records of people without Telegram, as sheets of the office add, correct and take them back:
 * only while nobody has claimed them and they are still as they were looked at.
 */
export function createImportedRecords(connection: Connection, artisans: Artisans) {
  const records = modelOf(connection, "Artisan", artisanSchema, "artisans");

  return {
    async look(id: string): Promise<SeenRecord | undefined> {
      const stored = await records.findOne({ _id: id }).lean<ArtisanDocument>();
      return stored ? { artisan: artisans.read(stored), stored } : undefined;
    },

    /** False when it is in other hands, or no longer as it was seen. */
    async correct({ stored }: SeenRecord, change: Change): Promise<boolean> {
      const fields = artisans.stored(stored._id, change);
      const names = Object.keys(fields);
      const gone = names.filter((name) => fields[name] === undefined);
      const set = Object.fromEntries(
        names.flatMap((n) => (gone.includes(n) ? [] : [[n, fields[n]]])),
      );
      const done = await records.updateOne(asSeen(stored), {
        ...(Object.keys(set).length && { $set: set }),
        ...(gone.length && { $unset: Object.fromEntries(gone.map((name) => [name, 1])) }),
      });
      return done.matchedCount === 1;
    },

    /** False when it is in other hands, or no longer as it was seen. */
    async takeAway({ stored }: SeenRecord): Promise<boolean> {
      return (await records.deleteOne(asSeen(stored))).deletedCount === 1;
    },
  };
}

const FIELDS = Object.keys(artisanSchema.paths).filter((path) => !path.includes("."));

/** Finds the record while each of its plain values is the one that was seen. */
function asSeen(stored: ArtisanDocument): Record<string, unknown> & { _id: string } {
  const seen: Record<string, unknown> = { ...stored };
  const values = FIELDS.flatMap((name): [string, unknown][] => {
    const value = seen[name];
    if (value === undefined) return [[name, operators({ $exists: false })]];
    const isPart = typeof value === "object" && !Array.isArray(value) && !(value instanceof Date);
    return isPart ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(values), ...UNCLAIMED, _id: stored._id };
}
