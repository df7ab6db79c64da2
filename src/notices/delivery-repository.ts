import type { Connection, UpdateQuery } from "mongoose";
import { isOnlyDuplicateKeys, operators } from "../database.ts";
import type { Delivery, DeliveryChange, DeliveryState, NewDelivery } from "./delivery.ts";
import { type DeliveryDocument, deliverySchema } from "./delivery-schema.ts";

export type Deliveries = ReturnType<typeof createDeliveryRepository>;

/** How long a claimed delivery stays in one sender's hand. */
const CLAIM_MS = 60_000;
/** How many are looked at before looking again. */
const AT_ONCE = 50;

const NEVER = new Date(0);

/** The ledger of deliveries. Looking is a hint; each claim is one command with one winner. */
export function createDeliveryRepository(connection: Connection, owner: string) {
  const deliveries = connection.model("Delivery", deliverySchema, "deliveries");

  /** One conditional step; false when the delivery was no longer as it looked. */
  const change = async (
    filter: Record<string, unknown> & { _id: string },
    update: UpdateQuery<DeliveryDocument>,
  ): Promise<boolean> => (await deliveries.updateOne(filter, update)).matchedCount === 1;

  const claim = async (
    filter: Record<string, unknown> & { _id: string },
    raise: { tries: 1; doubts?: 1 },
    now: Date,
  ): Promise<Delivery | undefined> => {
    const until = new Date(now.getTime() + CLAIM_MS);
    const claimed = await deliveries
      .findOneAndUpdate(
        filter,
        { $set: { state: "sending", owner, until }, $inc: raise },
        { returnDocument: "after" },
      )
      .lean();
    return claimed ? read(claimed) : undefined;
  };

  const ids = async (filter: Record<string, unknown>): Promise<string[]> => {
    const found = await deliveries
      .find(filter, { _id: 1 })
      .sort({ lane: 1, nextAt: 1, seq: 1, _id: 1 })
      .limit(AT_ONCE)
      .lean();
    return found.map(({ _id }) => _id);
  };

  return {
    /** Writes deliveries that are not there yet. Throws when any of the rest was not written. */
    async add(rows: readonly NewDelivery[]): Promise<void> {
      const fresh = { owner: "", until: NEVER, tries: 0, doubts: 0, plain: false };
      const documents = rows.map(({ id, ...row }) => ({ _id: id, ...row, ...fresh }));
      await deliveries
        .insertMany(documents, { ordered: false, throwOnValidationError: true })
        .catch((error: unknown) => {
          if (!isOnlyDuplicateKeys(error)) throw error;
        });
    },

    /** Ids of what may be sent now, in the order of sending. */
    due: (now: Date) => ids({ state: "ready", nextAt: operators({ $lte: now }) }),

    /** Ids of what a sender had in hand when it died. */
    abandoned: (now: Date) => ids({ state: "sending", until: operators({ $lte: now }) }),

    /** Ids of what is dead and still waits. */
    overdue: (now: Date) => ids({ state: "ready", notAfter: operators({ $lte: now }) }),

    claimDue: (id: string, now: Date) =>
      claim({ _id: id, state: "ready", nextAt: operators({ $lte: now }) }, { tries: 1 }, now),

    /** The first doubt: the dead sender may have sent it; it is sent once more. */
    claimAbandoned: (id: string, now: Date) =>
      claim(
        { _id: id, state: "sending", until: operators({ $lte: now }), doubts: 0 },
        { tries: 1, doubts: 1 },
        now,
      ),

    /** The second doubt: it is never sent again by itself. */
    giveUp: (id: string, now: Date) =>
      change(
        {
          _id: id,
          state: "sending",
          until: operators({ $lte: now }),
          doubts: operators({ $gte: 1 }),
        },
        { $set: { state: "unknown", reason: "doubt" } },
      ),

    expire: (id: string, now: Date) =>
      change(
        { _id: id, state: "ready", notAfter: operators({ $lte: now }) },
        { $set: { state: "expired", reason: "tooLate" } },
      ),

    /** Writes what became of a claimed delivery; false when it is no longer this claim's. */
    record: ({ id, tries }: Delivery, outcome: DeliveryChange) =>
      change({ _id: id, state: "sending", owner, tries }, { $set: { ...outcome, until: NEVER } }),

    countOf: (notice: string) => deliveries.countDocuments({ notice }),

    /** Whether some of the notice's deliveries are not at their end. */
    async isOpen(notice: string): Promise<boolean> {
      const open: DeliveryState[] = ["ready", "sending"];
      const found = await deliveries.exists({ notice, state: operators({ $in: open }) });
      return found !== null;
    },

    /** How many wait for which notice, and until when; soonest first. */
    async waiting(now: Date): Promise<{ notice: string; at: Date; count: number }[]> {
      return deliveries.aggregate([
        { $match: { state: "ready", nextAt: { $gt: now } } },
        { $group: { _id: { notice: "$notice", at: "$nextAt" }, count: { $sum: 1 } } },
        { $project: { _id: 0, notice: "$_id.notice", at: "$_id.at", count: 1 } },
        { $sort: { at: 1, notice: 1 } },
      ]);
    },
  };
}

function read({ _id, ...delivery }: DeliveryDocument): Delivery {
  return { id: _id, ...delivery };
}
