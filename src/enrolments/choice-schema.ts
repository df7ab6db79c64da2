import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import { type Asked, type Choice, CHOICE_KINDS } from "./choice.ts";

/** `_id` is `choice:<training>:<artisan>:<kind>`. */
export interface ChoiceDocument extends Choice {
  _id: string;
}

const text = { type: String, required: true };
const date = { type: Date, required: true };
const number = { type: Number, required: true };
const kind = { ...text, enum: CHOICE_KINDS };

export const choiceSchema = new Schema<ChoiceDocument>(
  {
    ...{ _id: text, training: text, artisan: text, kind, by: number, at: date, reason: text },
    over: { type: [String], required: true },
  },
  SCHEMA_OPTIONS,
)
  .index({ training: 1 })
  .index({ artisan: 1 })
  .index({ over: 1 })
  .index({ by: 1 });

/** `_id` is `chooser:<telegram>`. */
export interface ChooserDocument extends Asked {
  _id: string;
  until: Date;
}

export const chooserSchema = new Schema<ChooserDocument>(
  { ...{ _id: text, training: text, artisan: text, kind, update: number, until: date } },
  SCHEMA_OPTIONS,
)
  .index({ until: 1 })
  .index({ artisan: 1 });
