import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import { type Receipt, RECEIVABLES } from "./receipt.ts";

/** `_id` is `receipt:<training>:<what>:<artisan>`. */
export interface ReceiptDocument extends Receipt {
  _id: string;
  /** The person said it by another record as well, and that counts. */
  beside?: true;
}

const text = { type: String, required: true };

export const receiptSchema = new Schema<ReceiptDocument>(
  {
    _id: text,
    training: text,
    artisan: text,
    what: { ...text, enum: RECEIVABLES },
    state: { ...text, enum: ["received", "notYet"] },
    at: { type: Date, required: true },
    beside: Boolean,
  },
  SCHEMA_OPTIONS,
)
  .index({ artisan: 1 })
  .index({ training: 1, what: 1 });
