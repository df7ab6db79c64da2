import type { Connection } from "mongoose";
import type { Clock } from "../clock.ts";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import { leaseSchema } from "./lease-schema.ts";

export type Leases = ReturnType<typeof createLeases>;

/** Rights of which only one process holds each at a time, such as polling Telegram. */
export function createLeases(connection: Connection, clock: Clock, owner: string) {
  const leases = modelOf(connection, "Lease", leaseSchema, "leases");

  return {
    /** Takes or renews the right for a time; false while another process holds it. */
    async take(name: string, forMs: number): Promise<boolean> {
      const now = clock.now();
      try {
        await leases.findOneAndUpdate(
          { _id: `lease:${name}`, $or: [{ until: operators({ $lte: now }) }, { owner }] },
          { $set: { owner, until: new Date(now.getTime() + forMs) } },
          { upsert: true },
        );
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    /** Gives the right back at once, so that the next process need not wait for its end. */
    async release(name: string): Promise<void> {
      await leases.updateOne({ _id: `lease:${name}`, owner }, { $set: { until: new Date(0) } });
    },
  };
}
