import type { Connection } from "mongoose";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import { jobSchema } from "./job-schema.ts";

const LEASE_MS = 60_000;

/** Runs of night jobs: one a local date, in one process at a time. */
export function createJobRuns(connection: Connection, owner: string) {
  const jobs = modelOf(connection, "Job", jobSchema, "jobs");
  const idOf = (name: string, date: string) => `job:${name}:${date}`;

  return {
    /** Takes the run of that date; false when it is done, or another process has it in hand. */
    async take(name: string, date: string, now: Date): Promise<boolean> {
      const _id = idOf(name, date);
      const until = new Date(now.getTime() + LEASE_MS);
      const known = await jobs.findOne({ _id }).lean();
      if (known?.state === "done") return false;
      if (known) {
        const taken = await jobs.updateOne(
          { _id, state: "running", until: operators({ $lte: now }) },
          { $set: { owner, until } },
        );
        return taken.matchedCount === 1;
      }
      const begun = await jobs
        .create({ _id, state: "running", owner, until })
        .catch((error: unknown) => {
          if (!isDuplicateKey(error)) throw error;
        });
      return begun !== undefined;
    },

    /** Ends the run, or lets it go so that the next tick goes on with it. */
    async end(name: string, date: string, state: "done" | "running"): Promise<void> {
      const _id = idOf(name, date);
      await jobs.updateOne({ _id, owner }, { $set: { state, until: new Date(0) } });
    },
  };
}
