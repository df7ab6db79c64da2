import type { Connection } from "mongoose";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import { type Receipt, receiptId, type Receivable } from "./receipt.ts";
import { type ReceiptDocument, receiptSchema } from "./receipt-schema.ts";

/** Who says to have received what. */
export function createReceipts(connection: Connection) {
  const receipts = modelOf(connection, "Receipt", receiptSchema, "receipts");

  return {
    /** "Belum" may become "Sudah terima"; what was received stays so, with its first moment. */
    async answer(receipt: Receipt): Promise<void> {
      await receipts
        .updateOne(
          { _id: receiptId(receipt), state: operators({ $ne: "received" as const }) },
          { $set: receipt },
          { upsert: true },
        )
        .catch((error: unknown) => {
          if (!isDuplicateKey(error)) throw error;
        });
    },

    async of(training: string, what: Receivable): Promise<Receipt[]> {
      const found = await receipts
        .find({ training, what, beside: operators({ $exists: false }) })
        .sort({ _id: 1 })
        .lean<ReceiptDocument[]>();
      return found.map(({ _id, beside: _, ...receipt }) => receipt);
    },
  };
}
