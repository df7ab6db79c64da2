import type { Connection, UpdateQuery } from "mongoose";
import { isOnlyDuplicateKeys, modelOf, operators } from "../database.ts";
import {
  type Delivery,
  deliveryId,
  type DeliveryState,
  isOpen,
  type NewDelivery,
  OPEN_STATES,
  type Recorded,
} from "./delivery.ts";
import { type DeliveryDocument, deliverySchema } from "./delivery-schema.ts";
import type { Lane } from "./notice.ts";

export type Deliveries = ReturnType<typeof createDeliveryRepository>;

/** How long a claimed delivery stays in one sender's hand. */
const CLAIM_MS = 60_000;
/** How many are looked at before looking again, at least. */
const AT_ONCE = 50;

const NEVER = new Date(0);
/** All but the lines to staff, whose ids begin with "staff-". */
const TO_ARTISANS = { $or: [{ artisan: { $lt: "staff-" } }, { artisan: { $gte: "staff." } }] };

/** Something that may be sent: a hint, never a claim. */
export interface Hint {
  id: string;
  lane: Lane;
}

/** How many deliveries are in a state for a reason. */
export interface StateCount {
  state: DeliveryState;
  reason?: string;
  count: number;
}

/** The ledger of deliveries. Looking is a hint; each claim is one command with one winner. */
export function createDeliveryRepository(connection: Connection, owner: string) {
  const deliveries = modelOf(connection, "Delivery", deliverySchema, "deliveries");

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

  const hints = async (filter: Record<string, unknown>, most = AT_ONCE): Promise<Hint[]> => {
    const found = await deliveries
      .find(filter, { _id: 1, lane: 1 })
      .sort({ lane: 1, nextAt: 1, seq: 1, _id: 1 })
      .limit(most)
      .lean();
    return found.map(({ _id: id, lane }) => ({ id, lane }));
  };

  const count = (match: Record<string, unknown>): Promise<StateCount[]> =>
    deliveries.aggregate([
      { $match: match },
      { $group: { _id: { state: "$state", reason: "$reason" }, count: { $sum: 1 } } },
      { $project: { _id: 0, state: "$_id.state", reason: "$_id.reason", count: 1 } },
      { $sort: { state: 1, reason: 1 } },
    ]);

  return {
    /** Writes deliveries that are not there yet. Throws when any of the rest was not written. */
    async add(rows: readonly NewDelivery[], now: Date): Promise<void> {
      if (rows.length === 0) return;
      const fresh = { owner: "", until: NEVER, tries: 0, doubts: 0, plain: false };
      const documents = rows.map(({ id, ...row }) => ({
        ...{ _id: id, ...row, ...fresh },
        endedAt: isOpen(row) ? NEVER : now,
      }));
      await deliveries
        .insertMany(documents, { ordered: false, throwOnValidationError: true })
        .catch((error: unknown) => {
          if (!isOnlyDuplicateKeys(error)) throw error;
        });
    },

    /**
     * What may be sent now, in the order of sending, but for the notices that are held. Whoever
     * sends many at one time looks at as many, or most of what a look finds is in hand already.
     */
    due: (now: Date, held: readonly string[], atOneTime: number) =>
      hints(
        {
          state: "ready",
          nextAt: operators({ $lte: now }),
          ...(held.length && { notice: operators({ $nin: held }) }),
        },
        Math.max(AT_ONCE, 2 * atOneTime),
      ),

    isAnyDue: async (now: Date, held: readonly string[]) =>
      (await deliveries.exists({
        state: "ready",
        nextAt: operators({ $lte: now }),
        notice: operators({ $nin: held }),
      })) !== null,

    /** Since when the one that waits longest of those of `due` is due; undefined: none is. */
    async dueSince(now: Date, held: readonly string[]): Promise<Date | undefined> {
      const [oldest] = await deliveries
        .find({
          state: "ready",
          nextAt: operators({ $lte: now }),
          ...(held.length && { notice: operators({ $nin: held }) }),
        })
        .sort({ nextAt: 1 })
        .limit(1)
        .select({ nextAt: 1 })
        .lean();
      return oldest?.nextAt;
    },

    /** What a sender had in hand when it died. */
    abandoned: (now: Date) => hints({ state: "sending", until: operators({ $lte: now }) }),

    /** What is dead and still waits. */
    overdue: (now: Date) => hints({ state: "ready", notAfter: operators({ $lte: now }) }),

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
        { $set: { state: "unknown", reason: "doubt", endedAt: now } },
      ),

    expire: (id: string, now: Date) =>
      change(
        { _id: id, state: "ready", notAfter: operators({ $lte: now }) },
        { $set: { state: "expired", reason: "tooLate", endedAt: now } },
      ),

    /** A longer claim for what takes longer than a call; false when it is no longer this one's. */
    hold: ({ id, tries }: Delivery, until: Date) =>
      change({ _id: id, state: "sending", owner, tries }, { $set: { until } }),

    /** Writes what became of a claimed delivery; false when it is no longer this claim's. */
    record: ({ id, tries }: Delivery, outcome: Recorded, now: Date) =>
      change(
        { _id: id, state: "sending", owner, tries },
        { $set: { ...outcome, until: NEVER, ...(!isOpen(outcome) && { endedAt: now }) } },
      ),

    async byId(id: string): Promise<Delivery | undefined> {
      const found = await deliveries.findById(id).lean<DeliveryDocument>();
      return found ? read(found) : undefined;
    },

    /** Deliveries of the notice after this artisan, in the order of the artisans' ids. */
    async after(notice: string, artisan: string, limit: number): Promise<Delivery[]> {
      const found = await deliveries
        .find({
          _id: operators({
            $gt: deliveryId(notice, artisan),
            $lt: `${deliveryId(notice, "")}\uffff`,
          }),
        })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<DeliveryDocument[]>();
      return found.map(read);
    },

    /** Keeps that it was read; false when that was known, or what was read has changed. */
    read: (id: string, revision: number | undefined, now: Date) =>
      change(
        {
          _id: id,
          revision: revision ?? operators({ $exists: false }),
          readAt: operators({ $exists: false }),
        },
        { $set: { readAt: now } },
      ),

    /** The message shows this content by now. */
    revised: (id: string, revision: number) => change({ _id: id }, { $max: { revision } }),

    /** How many are in which state for which reason. */
    countsOf: (notice: string): Promise<StateCount[]> => count({ notice }),

    /** The same of all to artisans that came to their end since then. */
    endedSince: (since: Date): Promise<StateCount[]> =>
      count({ endedAt: { $gte: since }, ...TO_ARTISANS }),

    /** How many of the notice came to their end since then. */
    countEnded: (notice: string, since: Date) =>
      deliveries.countDocuments({ notice, endedAt: operators({ $gte: since }) }),

    countRead: (notice: string) =>
      deliveries.countDocuments({ notice, readAt: operators({ $exists: true }) }),

    /** How many of the notice may have come twice. */
    countDoubted: (notice: string) =>
      deliveries.countDocuments({ notice, state: "sent", doubts: operators({ $gte: 1 }) }),

    countWaiting: () =>
      deliveries.countDocuments({
        state: "ready",
        $or: [
          { artisan: operators({ $lt: "staff-" }) },
          { artisan: operators({ $gte: "staff." }) },
        ],
      }),

    /** A page of the notice's deliveries in these states, in its order; unread: not read yet. */
    async page(
      notice: string,
      { states, unread = false }: { states: readonly DeliveryState[]; unread?: boolean },
      skip: number,
      limit: number,
    ): Promise<{ count: number; rows: Delivery[] }> {
      const filter = {
        ...{ notice, state: operators({ $in: states }) },
        ...(unread && { readAt: operators({ $exists: false }) }),
      };
      const found = await deliveries
        .find(filter)
        .sort({ seq: 1, _id: 1 })
        .skip(skip)
        .limit(limit)
        .lean<DeliveryDocument[]>();
      return { count: await deliveries.countDocuments(filter), rows: found.map(read) };
    },

    countOf: (notice: string) => deliveries.countDocuments({ notice }),

    /** Whether some of the notice's deliveries are not at their end. */
    async isOpen(notice: string): Promise<boolean> {
      const found = await deliveries.exists({ notice, state: operators({ $in: OPEN_STATES }) });
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
