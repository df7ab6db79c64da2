import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import { type Double, DOUBLE_STATES } from "./double.ts";
import { REASONS } from "./same-person.ts";

export interface DoubleDocument extends Omit<Double, "id"> {
  _id: string;
}

export const doubleSchema = new Schema<DoubleDocument>(
  {
    _id: { type: String, required: true },
    handle: { type: String, required: true },
    artisans: { type: [String], required: true },
    state: { type: String, required: true, enum: DOUBLE_STATES },
    reasons: { type: [String], required: true, enum: REASONS },
    weight: { type: Number, required: true },
    claimed: Boolean,
    foundAt: { type: Date, required: true },
    choices: { type: Map, of: String, required: true },
    version: { type: Number, required: true },
    decidedBy: Number,
    decidedAt: Date,
  },
  SCHEMA_OPTIONS,
)
  .index({ handle: 1 }, { unique: true })
  .index({ state: 1, weight: -1, _id: 1 })
  .index({ artisans: 1, state: 1 });
