import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";

/** One document, `keys:fields`: what proves that the keys of this process are the right ones. */
export interface KeysDocument {
  _id: string;
  /** A known text, as sealed JSON. */
  probe: string;
  /** The key of the blind index, as sealed JSON of hex: it outlives every change of keys. */
  index: string;
}

export const keysSchema = new Schema<KeysDocument>(
  {
    _id: { type: String, required: true },
    probe: { type: String, required: true },
    index: { type: String, required: true },
  },
  SCHEMA_OPTIONS,
);
