import type { Connection } from "mongoose";
import { modelOf } from "../database.ts";
import { type MarkDocument, markSchema } from "./mark-schema.ts";
import { type ReceiptDocument, receiptSchema } from "./receipt-schema.ts";

/** Ids of the marks and receipts of one record. */
export interface OwnMarks {
  marks: string[];
  receipts: string[];
}

/**
 * Marks and receipts that pass from one record to another of the same person. Their ids stay: they
 * only name them.
 */
export function createUnitedMarks(connection: Connection) {
  const marks = modelOf(connection, "Mark", markSchema, "marks");
  const receipts = modelOf(connection, "PresenceReceipt", receiptSchema, "presenceReceipts");

  return {
    async of(artisan: string): Promise<OwnMarks> {
      const ownMarks = await marks.find({ artisan }).sort({ _id: 1 }).lean<MarkDocument[]>();
      const own = await receipts.find({ artisan }).sort({ _id: 1 }).lean<ReceiptDocument[]>();
      return { marks: ownMarks.map(({ _id }) => _id), receipts: own.map(({ _id }) => _id) };
    },

    /** One document a write; done again it changes nothing. */
    async pass(own: OwnMarks, from: string, artisan: string): Promise<void> {
      for (const _id of own.marks)
        await marks.updateOne({ _id, artisan: from }, { $set: { artisan } });
      for (const _id of own.receipts)
        await receipts.updateOne({ _id, artisan: from }, { $set: { artisan } });
    },
  };
}
