import type { Connection } from "mongoose";
import type { Clock } from "../clock.ts";
import { modelOf, operators } from "../database.ts";
import { type SettingWait, WAIT_MS } from "./setting-change.ts";
import { type SettingWaitDocument, settingWaitSchema } from "./setting-change-schema.ts";

/** What each owner is asked to send. */
export function createSettingWaits(connection: Connection, clock: Clock) {
  const waits = modelOf(connection, "SettingWait", settingWaitSchema, "settingWaits");
  const idOf = (telegram: number) => `setting:${telegram}`;

  return {
    async read(telegram: number): Promise<SettingWait | undefined> {
      const found = await waits
        .findOne({ _id: idOf(telegram), until: operators({ $gt: clock.now() }) })
        .lean<SettingWaitDocument>();
      if (!found) return undefined;
      const { key, seen, update } = found;
      return { key, update, ...(seen !== undefined && { seen }) };
    },

    /** What was asked before is put away. */
    async put(telegram: number, { seen, ...wait }: SettingWait): Promise<void> {
      const until = new Date(clock.now().getTime() + WAIT_MS);
      await waits.updateOne(
        { _id: idOf(telegram) },
        {
          $set: { ...wait, until, ...(seen !== undefined && { seen }) },
          ...(seen === undefined && { $unset: { seen: 1 } }),
        },
        { upsert: true },
      );
    },

    /** True when something was asked. */
    async clear(telegram: number): Promise<boolean> {
      return (await waits.deleteOne({ _id: idOf(telegram) })).deletedCount === 1;
    },
  };
}
