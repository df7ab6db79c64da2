import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import type { LivingCard } from "./living-card.ts";

/** `_id` is `card:<training>:<artisan>`. */
export type LivingCardDocument = Omit<LivingCard, "id"> & {
  _id: string;
  /** Until then one process has it in hand. */
  until: Date;
};

const text = { type: String, required: true };
const yes = { type: Boolean, required: true };

export const livingCardSchema = new Schema<LivingCardDocument>(
  {
    _id: text,
    training: text,
    artisan: text,
    chat: { type: Number, required: true },
    message: { type: Number, required: true },
    print: { type: String, default: "" },
    open: yes,
    asked: yes,
    until: { type: Date, required: true },
  },
  SCHEMA_OPTIONS,
)
  .index({ open: 1, training: 1 })
  .index({ artisan: 1 })
  .index({ chat: 1 });
