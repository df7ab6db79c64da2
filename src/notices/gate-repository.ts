import type { Connection } from "mongoose";
import { isDuplicateKey, modelOf } from "../database.ts";
import { gateSchema } from "./gate-schema.ts";

export type Gate = ReturnType<typeof createGate>;

const _id = "gate:telegram";

/** The pause that Telegram asked for, kept by all processes. */
export function createGate(connection: Connection) {
  const gates = modelOf(connection, "Gate", gateSchema, "gates");

  const closedUntil = async () => (await gates.findById(_id).lean())?.until;

  return {
    /** Until when it was last closed, which may be over. */
    closedUntil,

    /** Whether nothing may go out at this moment. */
    async isClosed(now: Date): Promise<boolean> {
      const until = await closedUntil();
      return until !== undefined && now < until;
    },

    /** Closes it until then; a shorter wait never opens it earlier. */
    async close(until: Date): Promise<void> {
      const raise = () => gates.updateOne({ _id }, { $max: { until } }, { upsert: true });
      await raise().catch((error: unknown) => {
        // Two first refusals at once: the document is there now.
        if (!isDuplicateKey(error)) throw error;
        return raise();
      });
    },
  };
}
