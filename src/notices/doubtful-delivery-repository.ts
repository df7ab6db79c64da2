import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import { type Delivery, OPEN_STATES, type Reason } from "./delivery.ts";
import { type DeliveryDocument, deliverySchema } from "./delivery-schema.ts";

/** What must be known of a delivery to tell whether it may have gone out. */
export type OpenDelivery = Pick<Delivery, "id" | "notice" | "nextAt" | "notAfter">;

const NEVER = new Date(0);

/** Deliveries of a database that was put back: nobody knows what went out after the backup. */
export function createDoubtfulDeliveries(connection: Connection) {
  const deliveries = modelOf(connection, "Delivery", deliverySchema, "deliveries");
  const isOpen = { state: operators({ $in: [...OPEN_STATES] }) };

  return {
    /** Those that are not at their end, in the order of their ids. */
    async open(after: string, limit: number): Promise<OpenDelivery[]> {
      const found = await deliveries
        .find({ _id: operators({ $gt: after }), ...isOpen })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<DeliveryDocument[]>();
      return found.map(({ _id: id, notice, nextAt, notAfter }) => ({
        ...{ id, notice, nextAt, notAfter },
      }));
    },

    /** None of them is sent any more. */
    async end(
      ids: readonly string[],
      state: "expired" | "unknown",
      reason: Reason,
      endedAt: Date,
    ): Promise<void> {
      await deliveries.updateMany(
        { _id: operators({ $in: [...ids] }), ...isOpen },
        { $set: { state, reason, endedAt, until: NEVER } },
      );
    },
  };
}
