import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";

/** Somebody who searches in lists; `_id` is `searcher:<telegram>`. */
export interface SearcherDocument {
  _id: string;
  /** Which list was shown last: what is typed until then is a search in it. */
  list: "own" | "all";
  listensUntil: Date;
}

/** A number that stands readable in a chat; `_id` is `shown:<chat>:<message>`. */
export interface ShownNumberDocument {
  _id: string;
  chat: number;
  message: number;
  /** Whose number it is. */
  artisan: string;
  /** When the message is deleted. */
  dueAt: Date;
}

const text = { type: String, required: true };
const number = { type: Number, required: true };
const date = { type: Date, required: true };

export const searcherSchema = new Schema<SearcherDocument>(
  {
    _id: text,
    list: { ...text, enum: ["own", "all"] },
    listensUntil: date,
  },
  SCHEMA_OPTIONS,
).index({ listensUntil: 1 });

export const shownNumberSchema = new Schema<ShownNumberDocument>(
  { _id: text, chat: number, message: number, artisan: text, dueAt: date },
  SCHEMA_OPTIONS,
)
  .index({ dueAt: 1 })
  .index({ artisan: 1 })
  .index({ chat: 1 });
