import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";

/** What the bot knows of a chat between two updates; `_id` is `person:<chat>`. */
export interface PersonDocument {
  _id: string;
  /** Who works on this chat, until when. */
  owner: string;
  until: Date;
  /** Nothing of this chat is worked on before; set after a failure. */
  notBefore: Date;
  /** Rises by one at every claim and commit: the fence against a worker that slept. */
  version: number;
  /** Claims since the last commit, so a process that dies counts too. */
  tries: number;
  /** Those of them whose handler failed; absent where an older build made the person. */
  failed?: number;
  /** The dialogue's bookmark, as sealed JSON; empty when no dialogue is open. */
  log: string;
  /** The last 50 update ids that were handled; `<id>!` was given up. */
  recent: string[];
  language?: "id" | "en";
  /** The id of a training that they wanted to join before they were registered. */
  wants?: string;
  /** The last update of this chat that was taken in hand: what its silence counts from. */
  seenAt: Date;
}

export const personSchema = new Schema<PersonDocument>(
  {
    _id: { type: String, required: true },
    owner: { type: String, required: true },
    until: { type: Date, required: true },
    notBefore: { type: Date, required: true },
    version: { type: Number, required: true },
    tries: { type: Number, required: true },
    failed: Number,
    log: { type: String, default: "" },
    recent: { type: [String], required: true },
    language: { type: String, enum: ["id", "en"] },
    wants: String,
    seenAt: { type: Date, default: () => new Date(0) },
  },
  SCHEMA_OPTIONS,
).index({ seenAt: 1 });
