import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import { type SearcherDocument, searcherSchema } from "./member-schema.ts";

const LISTENS_MS = 15 * 60_000;

/** Who searches in which list. */
export function createSearchers(connection: Connection) {
  const searchers = modelOf(connection, "Searcher", searcherSchema, "searchers");
  const idOf = (telegram: number) => `searcher:${telegram}`;

  return {
    /** For 15 minutes what is typed is a search in this list. */
    async listen(telegram: number, list: "own" | "all", now: Date): Promise<void> {
      const listensUntil = new Date(now.getTime() + LISTENS_MS);
      await searchers.updateOne(
        { _id: idOf(telegram) },
        { $set: { list, listensUntil } },
        { upsert: true },
      );
    },

    /** What is typed from now on is no search any more. */
    async stopListening(telegram: number): Promise<void> {
      await searchers.deleteOne({ _id: idOf(telegram) });
    },

    async listeningTo(telegram: number, now: Date): Promise<"own" | "all" | undefined> {
      const found = await searchers
        .findOne({ _id: idOf(telegram), listensUntil: operators({ $gt: now }) })
        .lean<SearcherDocument>();
      return found?.list;
    },
  };
}
