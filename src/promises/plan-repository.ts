import type { Connection } from "mongoose";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import type { PlanEntry } from "./plan-entry.ts";
import { type PlanDocument, planSchema } from "./plan-schema.ts";

export type Plans = ReturnType<typeof createPlans>;

/** Every change of every plan, as it was made. */
export function createPlans(connection: Connection) {
  const plans = modelOf(connection, "Plan", planSchema, "plans");
  const found = async (filter: Record<string, unknown>): Promise<PlanEntry[]> => {
    const rows = await plans.find(filter).sort({ at: 1, _id: 1 }).lean<PlanDocument[]>();
    return rows.map(({ _id: id, ...entry }) => ({ id, ...entry }));
  };

  return {
    /** Repeatable: what was begun under this id stays as it was. */
    async begin({ id, ...entry }: PlanEntry): Promise<void> {
      await plans.create({ _id: id, ...entry }).catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
      });
    },

    /** Those whose letter may not be written yet, of one training or of all. */
    untold: (training?: string): Promise<PlanEntry[]> =>
      found({ state: "begun", ...(training !== undefined && { training }) }),

    /** Those whose letter is still of use. */
    live: (now: Date): Promise<PlanEntry[]> =>
      found({ state: "told", notAfter: operators({ $gt: now }) }),

    /** All that came into force, oldest first. */
    of: (training: string): Promise<PlanEntry[]> => found({ training, state: "told" }),

    /** The letter is written and names its readers. */
    async told(id: string): Promise<void> {
      await plans.updateOne({ _id: id }, { $set: { state: "told", told: [] } });
    },

    /** It never came into force. */
    async drop(id: string): Promise<void> {
      await plans.deleteOne({ _id: id, state: "begun" });
    },
  };
}
