import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import type { Leadership } from "./leadership.ts";

/** `_id` is `leadership:<community>:<artisan>:<since in ms>`. */
export interface LeadershipDocument extends Leadership {
  _id: string;
}

export const leadershipSchema = new Schema<LeadershipDocument>(
  {
    _id: { type: String, required: true },
    community: { type: String, required: true },
    artisan: { type: String, required: true },
    since: { type: Date, required: true },
    by: { type: Number, required: true },
    endedAt: Date,
    endedBy: Number,
    note: String,
  },
  SCHEMA_OPTIONS,
)
  .index({ community: 1, since: 1 })
  .index({ artisan: 1 });
