import type { Connection } from "mongoose";
import type { Clock } from "../clock.ts";
import { modelOf, operators } from "../database.ts";
import { leaseSchema } from "./lease-schema.ts";

/** Longer than some beats that were late; who is silent for so long is gone. */
const PRESENT_MS = 60_000;
const PREFIX = "process:";
const AFTER_PREFIX = "process;";

/** Another process on this database. */
export interface OtherProcess {
  owner: string;
  /** Of two the later text is the newer. */
  build: string;
}

export type Presence = ReturnType<typeof createPresence>;

/** Which processes use this database now: `process:<build>:<owner>`. */
export function createPresence(connection: Connection, clock: Clock, me: OtherProcess) {
  const leases = modelOf(connection, "Lease", leaseSchema, "leases");
  const _id = `${PREFIX}${me.build}:${me.owner}`;

  return {
    /** Says that this process is there, and learns who else is. */
    async meet(): Promise<OtherProcess[]> {
      const now = clock.now();
      const { owner } = me;
      const until = new Date(now.getTime() + PRESENT_MS);
      await leases.updateOne({ _id }, { $set: { owner, until } }, { upsert: true });
      const range = operators({ $gte: PREFIX, $lt: AFTER_PREFIX });
      const rows = await leases.find({ _id: range }).lean();
      const others = rows.filter((row) => row._id !== _id);
      for (const { _id: id, until } of others)
        if (until <= now) await leases.deleteOne({ _id: id, until });
      return others.filter((row) => row.until > now).map(read);
    },

    async leave(): Promise<void> {
      await leases.deleteOne({ _id });
    },
  };
}

function read({ _id, owner }: { _id: string; owner: string }): OtherProcess {
  return { owner, build: _id.slice(PREFIX.length, _id.length - owner.length - 1) };
}
