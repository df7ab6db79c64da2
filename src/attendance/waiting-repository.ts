import type { Connection } from "mongoose";
import type { Clock } from "../clock.ts";
import { modelOf, operators } from "../database.ts";
import { type Waiting, WAITING_MS } from "./waiting.ts";
import { type WaitingDocument, waitingSchema } from "./waiting-schema.ts";

/** What each of the staff is to type about attendance; one thing at a time, for an hour. */
export function createWaiting(connection: Connection, clock: Clock) {
  const waits = modelOf(connection, "AttendanceWaiting", waitingSchema, "attendanceWaits");
  const idOf = (telegram: number) => `waits:${telegram}`;

  return {
    async read(telegram: number): Promise<Waiting | undefined> {
      const found = await waits
        .findOne({ _id: idOf(telegram), until: operators({ $gt: clock.now() }) })
        .lean<WaitingDocument>();
      if (!found) return undefined;
      const { step, about, artisan, road, update } = found;
      return {
        ...{ step, about, update },
        ...(artisan !== undefined && { artisan }),
        ...(road !== undefined && { road }),
      };
    },

    /** What was waited for before is put away. */
    async put(telegram: number, waiting: Waiting): Promise<void> {
      const gone = (["artisan", "road"] as const).filter((name) => waiting[name] === undefined);
      await waits.updateOne(
        { _id: idOf(telegram) },
        {
          $set: { ...waiting, until: new Date(clock.now().getTime() + WAITING_MS) },
          ...(gone.length && { $unset: Object.fromEntries(gone.map((name) => [name, 1])) }),
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
