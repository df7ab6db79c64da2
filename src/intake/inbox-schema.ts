import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";

/** An update that came in and is not yet handled; `_id` is `upd:<update_id>`. */
export interface InboxDocument {
  _id: string;
  chat: number;
  update: number;
  at: Date;
  /** Parked: given up after five tries, kept for people to look at. */
  state: "new" | "parked";
  /** The update as sealed JSON. */
  json: string;
}

export const inboxSchema = new Schema<InboxDocument>(
  {
    _id: { type: String, required: true },
    chat: { type: Number, required: true },
    update: { type: Number, required: true },
    at: { type: Date, required: true },
    state: { type: String, required: true, enum: ["new", "parked"] },
    json: { type: String, required: true },
  },
  SCHEMA_OPTIONS,
)
  .index({ state: 1, update: 1 })
  .index({ chat: 1, state: 1, update: 1 });
