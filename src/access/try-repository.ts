import type { Connection } from "mongoose";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import type { Limit } from "./limit.ts";
import { trySchema } from "./try-schema.ts";

type Tried = "claimCode" | "invitation" | "invite" | "noticeCode" | "search";

/** Counts what an account may do only so often. */
export function createTryRepository(connection: Connection) {
  const tries = modelOf(connection, "Try", trySchema, "tries");
  const idOf = (telegram: number, what: Tried) => `tries:${telegram}:${what}`;

  return {
    /** Takes one of the tries; false when they are used up. */
    async take(
      telegram: number,
      what: Tried,
      { most, withinMs }: Limit,
      now: Date,
    ): Promise<boolean> {
      const _id = idOf(telegram, what);
      const running = await tries.updateOne(
        { _id, until: operators({ $gt: now }), count: operators({ $lt: most }) },
        { $inc: { count: 1 } },
      );
      if (running.matchedCount === 1) return true;
      try {
        await tries.updateOne(
          { _id, until: operators({ $lte: now }) },
          { $set: { telegram, count: 1, until: new Date(now.getTime() + withinMs) } },
          { upsert: true },
        );
        return true;
      } catch (error) {
        // The time is not over: no document with this id matched.
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    /** It was none of those that count. */
    async giveBack(telegram: number, what: Tried): Promise<void> {
      await tries.updateOne({ _id: idOf(telegram, what) }, { $inc: { count: -1 } });
    },
  };
}
