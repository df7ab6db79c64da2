import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import type { Language } from "../bot/language.ts";
import { type ArtisanDocument, artisanSchema } from "./artisan-schema.ts";

/** What the end of a record needs of it. */
export interface Ending {
  id: string;
  chat?: number;
  language: Language;
  name: string;
}

/** How long a record lives: signs of its person, warnings, and the wish to be erased. */
export function createRecordLife(connection: Connection) {
  const artisans = modelOf(connection, "Artisan", artisanSchema, "artisans");

  const endings = async (filter: Record<string, unknown>, limit: number): Promise<Ending[]> => {
    const found = await artisans
      .find(filter)
      .select("telegram language name")
      .sort({ _id: 1 })
      .limit(limit)
      .lean<ArtisanDocument[]>();
    return found.map(({ _id: id, telegram, language, name }) => ({
      id,
      language,
      name,
      ...(telegram !== undefined && { chat: telegram }),
    }));
  };

  return {
    /**
     * A sign of the person; written once a day, and a warning of silence is taken back. Who wrote
     * can be reached again.
     */
    async touch(
      telegram: number,
      today: Date,
      now: Date,
      { wrote }: { wrote: boolean },
    ): Promise<void> {
      const isNew = { activeAt: operators({ $lt: today }) };
      // One command for both: it goes with every message.
      const filter = wrote
        ? { telegram, $or: [isNew, { unreachable: operators({ $exists: true }) }] }
        : { telegram, ...isNew };
      await artisans.updateOne(filter, {
        $set: { activeAt: now },
        $unset: { warnedAt: 1, ...(wrote && { unreachable: 1 }) },
      });
    },

    /** Takes the wish to be erased back; false when it was not there, or the time is over. */
    async stay({ id, version }: { id: string; version: number }, now: Date): Promise<boolean> {
      const { matchedCount } = await artisans.updateOne(
        {
          _id: id,
          by: operators({ $lte: version }),
          "leaving.eraseAt": operators({ $gt: now }),
        },
        { $unset: { leaving: 1 }, $set: { by: version } },
      );
      return matchedCount === 1;
    },

    /** Those whose time to take it back is over. */
    toErase: (now: Date, limit: number) =>
      endings({ "leaving.eraseAt": operators({ $lte: now }) }, limit),

    /** Silent since then, and not warned. */
    toWarn: (since: Date, limit: number) =>
      endings(
        {
          activeAt: operators({ $lte: since }),
          warnedAt: operators({ $exists: false }),
          leaving: operators({ $exists: false }),
        },
        limit,
      ),

    /** False when it was done, or the person came back meanwhile. */
    async markWarned(id: string, since: Date, now: Date): Promise<boolean> {
      const { matchedCount } = await artisans.updateOne(
        {
          _id: id,
          activeAt: operators({ $lte: since }),
          warnedAt: operators({ $exists: false }),
        },
        { $set: { warnedAt: now } },
      );
      return matchedCount === 1;
    },

    /** Silent since then, and warned before that moment. */
    silent: ({ since, warnedBy }: { since: Date; warnedBy: Date }, limit: number) =>
      endings(
        { activeAt: operators({ $lte: since }), warnedAt: operators({ $lte: warnedBy }) },
        limit,
      ),
  };
}
