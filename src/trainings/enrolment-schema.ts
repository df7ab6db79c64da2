import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import { type Enrolment, ENROLMENT_STATES } from "./enrolment.ts";

/** `_id` is `enr:<training>:<artisan>`. */
export interface EnrolmentDocument extends Enrolment {
  _id: string;
}

const text = { type: String, required: true };

export const enrolmentSchema = new Schema<EnrolmentDocument>(
  {
    _id: text,
    training: text,
    artisan: text,
    state: { ...text, enum: ENROLMENT_STATES },
    since: { type: Date, required: true },
    by: Number,
    number: Number,
    answerBy: Date,
    reason: String,
  },
  SCHEMA_OPTIONS,
)
  .index({ artisan: 1 })
  .index({ training: 1, state: 1 });
