import type { Connection } from "mongoose";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import type { FieldCipher } from "../privacy/field-cipher.ts";
import type { Mark } from "./mark.ts";
import type { Objection, Receipt } from "./receipt.ts";
import { type ReceiptDocument, receiptSchema } from "./receipt-schema.ts";

const HANDLE = 12;

/** Receipts of presences, and objections to them. */
export function createPresenceReceipts(connection: Connection, cipher: FieldCipher) {
  const receipts = modelOf(connection, "PresenceReceipt", receiptSchema, "presenceReceipts");
  const list = async (filter: Record<string, unknown>, limit = 0): Promise<Receipt[]> => {
    const found = await receipts
      .find(filter)
      .sort({ "objection.at": 1, _id: 1 })
      .limit(limit)
      .lean<ReceiptDocument[]>();
    return found.map(({ _id, ...receipt }) => ({ id: _id, ...receipt }));
  };
  const open = (apartFrom: string) => ({
    "objection.state": "open" as const,
    artisan: operators({ $ne: apartFrom }),
  });

  return {
    /** The receipt of a person's day, made for the mark that came first. */
    async of({
      training,
      date,
      artisan,
      road,
      by,
      at,
    }: Pick<Mark, "training" | "date" | "artisan" | "road" | "by" | "at">): Promise<Receipt> {
      const _id = `receipt:${training}:${date}:${artisan}`;
      const handle = cipher.blindIndex(_id).slice(0, HANDLE);
      const fresh = { handle, training, date, artisan, road, by, at };
      await receipts
        .updateOne({ _id }, { $setOnInsert: fresh }, { upsert: true })
        .catch((error: unknown) => {
          if (!isDuplicateKey(error)) throw error;
        });
      return (await list({ _id }))[0] ?? { id: _id, ...fresh };
    },

    byHandle: async (handle: string): Promise<Receipt | undefined> => (await list({ handle }))[0],

    /** Objections that nobody settled, oldest first; not those of this record. */
    objections: (apartFrom: string, limit: number) => list(open(apartFrom), limit),
    countObjections: (apartFrom: string): Promise<number> =>
      receipts.countDocuments(open(apartFrom)),

    /** Ids of the artisans of a training who wait for an answer to an objection. */
    async disputedIn(training: string): Promise<string[]> {
      const found = await list({ training, "objection.state": "open" });
      return [...new Set(found.map(({ artisan }) => artisan))].sort();
    },

    /** False when somebody objected before: one objection a day. */
    async object({ id }: Receipt, at: Date): Promise<boolean> {
      const { matchedCount } = await receipts.updateOne(
        { _id: id, objection: operators({ $exists: false }) },
        { $set: { objection: { at, state: "open" } } },
      );
      return matchedCount === 1;
    },

    /** False when it is settled already. */
    async settle(
      { id }: Receipt,
      { state, settledBy, settledAt, reason }: Required<Omit<Objection, "at">>,
    ): Promise<boolean> {
      const part = { state, settledBy, settledAt, reason };
      const { matchedCount } = await receipts.updateOne(
        { _id: id, "objection.state": "open" },
        {
          $set: Object.fromEntries(
            Object.entries(part).map(([name, value]) => [`objection.${name}`, value]),
          ),
        },
      );
      return matchedCount === 1;
    },
  };
}
