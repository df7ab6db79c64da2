import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";

/** `_id` is `consent:<artisan>:<what>:<update>`; the artisan's id is random and names nobody. */
export interface ConsentDocument {
  _id: string;
  artisan: string;
  /** "record", or one of the ticks. */
  what: string;
  /** False: it was taken back. */
  given: boolean;
  version: string;
  /** ISO 8601, UTC. */
  at: string;
  update: number;
  /** Kept until then; of a living record without end. */
  until: Date;
}

const text = { type: String, required: true };

export const consentSchema = new Schema<ConsentDocument>(
  {
    _id: text,
    artisan: text,
    what: text,
    given: { type: Boolean, required: true },
    version: text,
    at: text,
    update: { type: Number, required: true },
    until: { type: Date, required: true },
  },
  SCHEMA_OPTIONS,
)
  .index({ artisan: 1 })
  .index({ until: 1 });
