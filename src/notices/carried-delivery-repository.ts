import type { Connection, UpdateQuery } from "mongoose";
import { modelOf, operators } from "../database.ts";
import type { CarriedAnswer } from "./asks.ts";
import { type Carried, CARRIED_STATES, type CarryRoad } from "./carried.ts";
import type { Delivery } from "./delivery.ts";
import { type DeliveryDocument, deliverySchema } from "./delivery-schema.ts";

/** Who says it, as what, when. */
export type CarryWord = Pick<Carried, "by" | "as" | "at">;

/** More than all artisans of the office at one time. */
const AT_MOST = 5_000;

/** Deliveries that people pass on: each answer is one command with one winner. */
export function createCarriedDeliveries(connection: Connection) {
  const deliveries = modelOf(connection, "Delivery", deliverySchema, "deliveries");
  const carried = { state: operators({ $in: [...CARRIED_STATES] }) };
  const untold = { ...carried, "carried.state": operators({ $ne: "told" as const }) };

  const change = async (
    filter: Record<string, unknown> & { _id: string },
    update: UpdateQuery<DeliveryDocument>,
  ): Promise<boolean> => (await deliveries.updateOne(filter, update)).matchedCount === 1;

  const answered = (state: Carried["state"], { by, as, at }: CarryWord) => ({
    $set: { "carried.state": state, "carried.by": by, "carried.as": as, "carried.at": at },
    $inc: { "carried.times": 1 },
  });

  return {
    async byId(id: string): Promise<Delivery | undefined> {
      const found = await deliveries.findOne({ _id: id }).lean<DeliveryDocument>();
      return found ? read(found) : undefined;
    },

    /** What nobody has passed on, of these artisans or of all, soonest to die first. */
    async untold(since: Date, artisans?: readonly string[]): Promise<Delivery[]> {
      const whose = artisans && { artisan: operators({ $in: [...artisans] }) };
      const found = await deliveries
        .find({ ...untold, ...whose, notAfter: operators({ $gt: since }) })
        .sort({ notAfter: 1, _id: 1 })
        .limit(AT_MOST)
        .lean<DeliveryDocument[]>();
      return found.map(read);
    },

    /** All of a notice that Telegram does not bring. */
    async ofNotice(notice: string): Promise<Delivery[]> {
      const found = await deliveries
        .find({ ...carried, notice })
        .sort({ seq: 1, _id: 1 })
        .lean<DeliveryDocument[]>();
      return found.map(read);
    },

    /** The person knows; false when somebody said so before, or it goes by Telegram after all. */
    tell: (id: string, word: CarryWord) => change({ _id: id, ...untold }, answered("told", word)),

    /** Nobody could be reached; false when anybody answered since the card was shown. */
    notReached: (id: string, seenTimes: number, word: CarryWord) =>
      change(
        {
          _id: id,
          ...untold,
          ...(seenTimes === 0
            ? { carried: operators({ $exists: false }) }
            : { "carried.times": seenTimes }),
        },
        answered("notReached", word),
      ),

    /** How it was told, by whoever told it. */
    setRoad: (id: string, by: number, road: CarryRoad) =>
      change(
        { _id: id, "carried.state": "told", "carried.by": by },
        { $set: { "carried.road": road } },
      ),

    /** What the person said, by whoever told them; the last word counts. */
    answer: (id: string, by: number, answer: CarriedAnswer, now: Date) =>
      change(
        { _id: id, "carried.state": "told", "carried.by": by },
        { $set: { "carried.answer": answer, "carried.answeredAt": now } },
      ),

    /** The person can be reached again: the bot sends it, if nobody has told them yet. */
    sendAfterAll: (id: string, now: Date) =>
      change(
        { _id: id, ...untold },
        { $set: { state: "ready", nextAt: now }, $unset: { reason: 1 } },
      ),

    /** Sent before then and not read: from now on a person brings it. Repeatable. */
    async handOver(notice: string, sentBefore: Date, now: Date): Promise<number> {
      const unread = { state: "sent" as const, readAt: operators({ $exists: false }) };
      const found = await deliveries
        .find({ notice, ...unread, sentAt: operators({ $lte: sentBefore }) }, { _id: 1 })
        .lean<Pick<DeliveryDocument, "_id">[]>();
      const handed = await Promise.all(
        found.map(({ _id }) =>
          change(
            { _id, ...unread },
            { $set: { state: "byHand", reason: "unread", nextAt: now, endedAt: now } },
          ),
        ),
      );
      return handed.filter(Boolean).length;
    },

    /** Its carriers know that it waits. Repeatable. */
    async markAsked(ids: readonly string[], who: "leader" | "coordinator"): Promise<void> {
      for (const _id of ids) await change({ _id }, { $set: { [`asked.${who}`]: true } });
    },
  };
}

function read({ _id, ...delivery }: DeliveryDocument): Delivery {
  return { id: _id, ...delivery };
}
