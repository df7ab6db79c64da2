import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import type { PlanEntry } from "./plan-entry.ts";

export type PlanDocument = Omit<PlanEntry, "id"> & { _id: string };

const text = { type: String, required: true };
const date = { type: Date, required: true };

export const planSchema = new Schema<PlanDocument>(
  {
    _id: text,
    training: text,
    version: { type: Number, required: true },
    // As they stand in the training, whose schema has seen them.
    before: { type: Object, required: true },
    after: { type: Object, required: true },
    by: { type: Number, required: true },
    at: date,
    night: String,
    told: { type: [String], required: true },
    state: { ...text, enum: ["begun", "told"] },
    notAfter: date,
  },
  SCHEMA_OPTIONS,
)
  .index({ state: 1, notAfter: 1 })
  .index({ training: 1, version: 1 })
  .index({ told: 1 })
  .index({ by: 1 });
