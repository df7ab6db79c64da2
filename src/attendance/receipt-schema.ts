import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import { MARK_ROADS } from "./mark.ts";
import type { Objection, Receipt } from "./receipt.ts";

/** `_id` is `receipt:<training>:<date>:<artisan>`. */
export type ReceiptDocument = Omit<Receipt, "id"> & { _id: string };

const text = { type: String, required: true };
const date = { type: Date, required: true };

const objectionSchema = new Schema<Objection>(
  {
    at: date,
    state: { ...text, enum: ["open", "voided", "kept"] },
    ...{ settledBy: Number, settledAt: Date, reason: String },
  },
  { ...SCHEMA_OPTIONS, _id: false },
);

export const receiptSchema = new Schema<ReceiptDocument>(
  {
    _id: text,
    ...{ handle: text, training: text, artisan: text, date: text },
    at: date,
    road: { ...text, enum: MARK_ROADS },
    by: { type: Number, required: true },
    nameless: Boolean,
    objection: objectionSchema,
  },
  SCHEMA_OPTIONS,
)
  .index({ handle: 1 }, { unique: true })
  .index({ artisan: 1 })
  .index({ training: 1, artisan: 1 })
  .index({ "objection.state": 1, "objection.at": 1 });
