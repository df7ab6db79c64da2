import type { Connection } from "mongoose";
import { isDuplicateKey, operators } from "../database.ts";
import { type SearcherDocument, searcherSchema } from "./member-schema.ts";

const SEARCHES = 30;
const HOUR_MS = 3_600_000;
const LISTENS_MS = 15 * 60_000;

/** Who searches how often, and in which list. */
export function createSearchers(connection: Connection) {
  const searchers = connection.model("Searcher", searcherSchema, "searchers");
  const idOf = (telegram: number) => `searcher:${telegram}`;

  return {
    /** Takes one of the 30 searches of this hour; false when they are used up. */
    async takeSearch(telegram: number, now: Date): Promise<boolean> {
      const _id = idOf(telegram);
      const begun = await searchers.updateOne(
        { _id, until: operators({ $gt: now }), searches: operators({ $lt: SEARCHES }) },
        { $inc: { searches: 1 } },
      );
      if (begun.matchedCount === 1) return true;
      try {
        await searchers.updateOne(
          { _id, until: operators({ $lte: now }) },
          { $set: { searches: 1, until: new Date(now.getTime() + HOUR_MS) } },
          { upsert: true },
        );
        return true;
      } catch (error) {
        // The hour is not over: no document with this id matched.
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    /** For 15 minutes what is typed is a search in this list. */
    async listen(telegram: number, list: "own" | "all", now: Date): Promise<void> {
      const listensUntil = new Date(now.getTime() + LISTENS_MS);
      await searchers.updateOne(
        { _id: idOf(telegram) },
        { $set: { list, listensUntil }, $setOnInsert: { searches: 0, until: new Date(0) } },
        { upsert: true },
      );
    },

    /** What is typed from now on is no search any more. */
    async stopListening(telegram: number): Promise<void> {
      await searchers.updateOne({ _id: idOf(telegram) }, { $unset: { list: 1, listensUntil: 1 } });
    },

    async listeningTo(telegram: number, now: Date): Promise<"own" | "all" | undefined> {
      const found = await searchers
        .findOne({ _id: idOf(telegram), listensUntil: operators({ $gt: now }) })
        .lean<SearcherDocument>();
      return found?.list;
    },
  };
}
