import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";

/** Wrong codes that an account tried; `_id` is `checker:<telegram>`. */
interface CheckerDocument {
  _id: string;
  /** Of this hour. */
  tries: number;
  /** When the hour ends. */
  until: Date;
}

export const checkerSchema = new Schema<CheckerDocument>(
  {
    _id: { type: String, required: true },
    tries: { type: Number, required: true },
    until: { type: Date, required: true },
  },
  SCHEMA_OPTIONS,
).index({ until: 1 });
