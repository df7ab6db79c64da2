import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import { PAPER_WAITS, type PaperWait } from "./paper-wait.ts";

/** `_id` is `waits:<telegram>`. */
export interface PaperWaitDocument extends PaperWait {
  _id: string;
  until: Date;
}

const text = { type: String, required: true };

export const paperWaitSchema = new Schema<PaperWaitDocument>(
  {
    _id: text,
    step: { ...text, enum: PAPER_WAITS },
    training: text,
    date: String,
    update: { type: Number, required: true },
    until: { type: Date, required: true },
  },
  SCHEMA_OPTIONS,
).index({ until: 1 });
