import type { Connection } from "mongoose";
import type { Clock } from "../clock.ts";
import { modelOf, operators } from "../database.ts";
import { PAPER_WAIT_MS, type PaperWait } from "./paper-wait.ts";
import { type PaperWaitDocument, paperWaitSchema } from "./paper-wait-schema.ts";

/** What each coordinator is to send for a paper; one thing at a time, for an hour. */
export function createPaperWaits(connection: Connection, clock: Clock) {
  const waits = modelOf(connection, "PaperWait", paperWaitSchema, "paperWaits");
  const idOf = (telegram: number) => `waits:${telegram}`;

  return {
    async read(telegram: number): Promise<PaperWait | undefined> {
      const found = await waits
        .findOne({ _id: idOf(telegram), until: operators({ $gt: clock.now() }) })
        .lean<PaperWaitDocument>();
      if (!found) return undefined;
      const { step, training, date, update } = found;
      return { step, training, update, ...(date !== undefined && { date }) };
    },

    /** What was waited for before is put away. */
    async put(telegram: number, waiting: PaperWait): Promise<void> {
      await waits.updateOne(
        { _id: idOf(telegram) },
        {
          $set: { ...waiting, until: new Date(clock.now().getTime() + PAPER_WAIT_MS) },
          ...(waiting.date === undefined && { $unset: { date: 1 } }),
        },
        { upsert: true },
      );
    },

    /** True when something was waited for. */
    async clear(telegram: number): Promise<boolean> {
      return (await waits.deleteOne({ _id: idOf(telegram) })).deletedCount === 1;
    },
  };
}
