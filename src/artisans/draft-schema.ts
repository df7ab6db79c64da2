import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";

/**
 * A registration not yet sent, `_id` `draft:<chat>`; or a talk about changes of a record,
 * `change:<chat>`.
 */
export interface DraftDocument {
  _id: string;
  /** The id its record will have, so that sending twice makes one record. */
  artisan: string;
  /** Sealed JSON by field; an empty text is a field that was opened again. */
  answers: Map<string, string>;
  /** A field to be asked before the first open one; empty: none. */
  asking: string;
  /** Sealed JSON: what the last doubt offered; empty: nothing. */
  offered: string;
  /** Highest version of the person document that wrote: an older worker is fenced off. */
  by: number;
  expiresAt: Date;
  /** When it was reminded of; 1970: never. */
  nudgedAt: Date;
}

export const draftSchema = new Schema<DraftDocument>(
  {
    _id: { type: String, required: true },
    artisan: { type: String, required: true },
    answers: { type: Map, of: String, required: true },
    asking: { type: String, default: "" },
    offered: { type: String, default: "" },
    by: { type: Number, required: true },
    expiresAt: { type: Date, required: true },
    nudgedAt: { type: Date, default: () => new Date(0) },
  },
  SCHEMA_OPTIONS,
).index({ expiresAt: 1 });
