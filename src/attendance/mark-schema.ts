import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import { type Mark, MARK_ROADS } from "./mark.ts";

/**
 * `_id` is `mark:<training>:<date>:<artisan>:<road>:<by>`, with `:<again>` behind it
 * where it was given anew.
 */
export type MarkDocument = Omit<Mark, "id"> & { _id: string };

const text = { type: String, required: true };
const number = { type: Number, required: true };
const date = { type: Date, required: true };

const voidedSchema = new Schema<NonNullable<Mark["voided"]>>(
  { at: date, by: number, reason: text },
  { ...SCHEMA_OPTIONS, _id: false },
);

export const markSchema = new Schema<MarkDocument>(
  {
    _id: text,
    ...{ training: text, artisan: text, date: text },
    road: { ...text, enum: MARK_ROADS },
    by: number,
    as: { ...text, enum: ["artisan", "leader", "coordinator"] },
    at: date,
    reason: String,
    again: Number,
    nameless: Boolean,
    voided: voidedSchema,
  },
  SCHEMA_OPTIONS,
)
  .index({ training: 1, date: 1 })
  .index({ artisan: 1 })
  .index({ by: 1 });
