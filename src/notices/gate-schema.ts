import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";

/** `_id` is `gate:telegram`: before `until` nothing goes out, from no process. */
export interface GateDocument {
  _id: string;
  until: Date;
}

export const gateSchema = new Schema<GateDocument>(
  { _id: { type: String, required: true }, until: { type: Date, required: true } },
  SCHEMA_OPTIONS,
);
