import type { Connection } from "mongoose";
import { isDuplicateKey, modelOf } from "../database.ts";
import { gateSchema } from "./gate-schema.ts";

export type Gate = ReturnType<typeof createGate>;

const _id = "gate:telegram";

/** The pause that Telegram asked for, kept by all processes. */
export function createGate(connection: Connection) {
  const gates = modelOf(connection, "Gate", gateSchema, "gates");

  return {
    /** Whether nothing may go out at this moment. */
    async isClosed(now: Date): Promise<boolean> {
      const gate = await gates.findById(_id).lean();
      return gate !== null && now < gate.until;
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
