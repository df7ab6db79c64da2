import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import { MARK_ROADS } from "./mark.ts";
import { type Waiting, WAITING_STEPS } from "./waiting.ts";

/** `_id` is `waits:<telegram>`. */
export interface WaitingDocument extends Waiting {
  _id: string;
  until: Date;
}

const text = { type: String, required: true };

export const waitingSchema = new Schema<WaitingDocument>(
  {
    _id: text,
    step: { ...text, enum: WAITING_STEPS },
    about: text,
    artisan: String,
    road: { type: String, enum: MARK_ROADS },
    update: { type: Number, required: true },
    until: { type: Date, required: true },
  },
  SCHEMA_OPTIONS,
)
  .index({ until: 1 })
  .index({ artisan: 1 }, { sparse: true });
