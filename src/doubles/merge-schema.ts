import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";

/**
 * begun: the records are being taken in hand. planned: all that is to be done stands here. done;
 * undoing, undone: taken back. void: a record was in other hands. closed: no longer to be undone.
 */
export const MERGE_STATES = [
  "begun",
  "planned",
  "done",
  "undoing",
  "undone",
  "void",
  "closed",
] as const;
export type MergeState = (typeof MERGE_STATES)[number];

/** `_id` is `merge:<handle of the pair>.<its version>`: pressed twice it is one merge. */
export interface MergeDocument {
  _id: string;
  double: string;
  survivor: string;
  loser: string;
  state: MergeState;
  /** Telegram's id of the coordinator. */
  by: number;
  at: Date;
  /** Sealed: what is to be done, and all that was before. Empty when it is gone. */
  kept: string;
  /** Whether the persons were told. */
  told: boolean;
}

const text = { type: String, required: true };

export const mergeSchema = new Schema<MergeDocument>(
  {
    _id: text,
    double: text,
    survivor: text,
    loser: text,
    state: { ...text, enum: MERGE_STATES },
    by: { type: Number, required: true },
    at: { type: Date, required: true },
    kept: { type: String, default: "" },
    told: { type: Boolean, required: true },
  },
  SCHEMA_OPTIONS,
)
  .index({ state: 1, at: 1 })
  .index({ survivor: 1 })
  .index({ loser: 1 });
