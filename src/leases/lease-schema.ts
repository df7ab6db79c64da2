import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";

/** A right that one process holds for a while; `_id` is `lease:<what>`. */
export interface LeaseDocument {
  _id: string;
  owner: string;
  until: Date;
}

export const leaseSchema = new Schema<LeaseDocument>(
  {
    _id: { type: String, required: true },
    owner: { type: String, required: true },
    until: { type: Date, required: true },
  },
  SCHEMA_OPTIONS,
);
