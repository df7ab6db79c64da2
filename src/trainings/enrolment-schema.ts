import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import {
  type Answer,
  ANSWER_WORDS,
  type Enrolment,
  ENROLMENT_STATES,
  type Interest,
} from "./enrolment.ts";

/** `_id` is `enr:<training>:<artisan>`. */
export interface EnrolmentDocument extends Enrolment {
  _id: string;
}

const text = { type: String, required: true };

const answerSchema = new Schema<Answer>(
  {
    word: { ...text, enum: ANSWER_WORDS },
    by: { type: Number, required: true },
    as: { ...text, enum: ["artisan", "leader", "coordinator"] },
    at: { type: Date, required: true },
  },
  { ...SCHEMA_OPTIONS, _id: false },
);
const interestSchema = new Schema<Interest>(
  {
    at: { type: Date, required: true },
    as: { ...text, enum: ["self", "leader", "coordinator"] },
    by: Number,
  },
  { ...SCHEMA_OPTIONS, _id: false },
);

export const enrolmentSchema = new Schema<EnrolmentDocument>(
  {
    _id: text,
    training: text,
    artisan: text,
    state: { ...text, enum: ENROLMENT_STATES },
    since: { type: Date, required: true },
    by: Number,
    interest: interestSchema,
    freedAt: Date,
    number: Number,
    answerBy: Date,
    reason: String,
    answer: answerSchema,
    quiet: Boolean,
  },
  SCHEMA_OPTIONS,
)
  .index({ artisan: 1 })
  .index({ by: 1 }, { sparse: true })
  .index({ "interest.by": 1 }, { sparse: true })
  .index({ training: 1, state: 1 });
