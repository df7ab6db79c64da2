import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import { type Desk, DESK_STEPS } from "./desk.ts";

/** `_id` is `desk:<telegram>`. */
export interface DeskDocument extends Desk {
  _id: string;
  until: Date;
}

export const deskSchema = new Schema<DeskDocument>(
  {
    _id: { type: String, required: true },
    step: { type: String, required: true, enum: DESK_STEPS },
    community: { type: String, required: true },
    name: String,
    kecamatan: String,
    leader: Number,
    update: { type: Number, required: true },
    until: { type: Date, required: true },
  },
  SCHEMA_OPTIONS,
)
  .index({ until: 1 })
  .index({ leader: 1 }, { sparse: true });
