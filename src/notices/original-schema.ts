import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";

/** `_id` is `original:<notice>:<message>`. */
export interface OriginalDocument {
  _id: string;
  name: string;
  bytes: Buffer;
  keptAt: Date;
}

export const originalSchema = new Schema<OriginalDocument>(
  {
    _id: { type: String, required: true },
    name: { type: String, default: "" },
    bytes: { type: Buffer, required: true },
    keptAt: { type: Date, required: true },
  },
  SCHEMA_OPTIONS,
).index({ keptAt: 1 });
