import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";

/** One document, `emblem:office`. */
export interface EmblemDocument {
  _id: string;
  /** As they came. */
  original: Buffer;
  /** The same as a PNG of a size for papers. */
  drawn: Buffer;
  keptAt: Date;
}

export const emblemSchema = new Schema<EmblemDocument>(
  {
    _id: { type: String, required: true },
    original: { type: Buffer, required: true },
    drawn: { type: Buffer, required: true },
    keptAt: { type: Date, required: true },
  },
  SCHEMA_OPTIONS,
);
