import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";

/** How often an account tried something; `_id` is `tries:<telegram>:<what>`. */
export interface TryDocument {
  _id: string;
  telegram: number;
  count: number;
  /** When it is counted anew. */
  until: Date;
}

export const trySchema = new Schema<TryDocument>(
  {
    _id: { type: String, required: true },
    telegram: { type: Number, required: true },
    count: { type: Number, required: true },
    until: { type: Date, required: true },
  },
  SCHEMA_OPTIONS,
)
  .index({ telegram: 1 })
  .index({ until: 1 });
