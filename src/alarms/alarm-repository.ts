import type { Connection } from "mongoose";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import type { AlarmName, AlarmValues, Rung } from "./alarm.ts";
import { alarmSchema } from "./alarm-schema.ts";

export type Alarms = ReturnType<typeof createAlarms>;

/** An alarm that rings and that no owner was told of yet. */
export interface Untold extends Rung {
  since: Date;
}

/** How long one process tells of an alarm before another tries. */
const TELLING_MS = 60_000;

/** Alarms of the whole program, kept by all its processes together. */
export function createAlarms(connection: Connection) {
  const alarms = modelOf(connection, "Alarm", alarmSchema, "alarms");
  const idOf = (name: AlarmName) => `alarm:${name}`;

  return {
    /**
     * Rings it, or lets it ring on, until then. True when it did not ring before: owners are then
     * told anew. It ends by itself, so processes that see different things do not quarrel.
     */
    async ring(name: AlarmName, values: AlarmValues, now: Date, until: Date): Promise<boolean> {
      const _id = idOf(name);
      const rings = { _id, until: operators({ $gt: now }) };
      if ((await alarms.updateOne(rings, { $max: { until } })).matchedCount) return false;
      const fresh = { name, values, since: now, until, state: "untold" as const, tellFrom: now };
      try {
        await alarms.updateOne(
          { _id, until: operators({ $lte: now }) },
          { $set: fresh },
          { upsert: true },
        );
        return true;
      } catch (error) {
        // Another process rang it in this moment.
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    /** Those that ring now. */
    async ringing(now: Date): Promise<AlarmName[]> {
      const found = await alarms.find({ until: operators({ $gt: now }) }).lean();
      return found.map(({ name }) => name);
    },

    async untold(now: Date): Promise<Untold[]> {
      const found = await alarms
        .find({ state: "untold", until: operators({ $gt: now }) })
        .sort({ _id: 1 })
        .lean();
      return found.map(({ name, values, since }) => ({ name, values, since }));
    },

    /** Takes the telling of it; false when another process has it, or it was told. */
    async takeTelling({ name, since }: Untold, now: Date): Promise<boolean> {
      const tellFrom = new Date(now.getTime() + TELLING_MS);
      const taken = await alarms.updateOne(
        { _id: idOf(name), since, state: "untold", tellFrom: operators({ $lte: now }) },
        { $set: { tellFrom } },
      );
      return taken.matchedCount === 1;
    },

    async told({ name, since }: Untold): Promise<void> {
      await alarms.updateOne({ _id: idOf(name), since }, { $set: { state: "told" } });
    },
  };
}
