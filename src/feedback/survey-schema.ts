import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import type { Quiz, QuizQuestion } from "./quiz.ts";
import { SURVEY_FORMS, type SurveyForm } from "./survey.ts";

/** `_id` is `srv:<form>:<training>:<artisan>`. */
export interface SurveyDocument {
  _id: string;
  training: string;
  artisan: string;
  form: SurveyForm;
  /** What was tapped, by field. */
  taps: Map<string, string>;
  /** Sealed: the free words. */
  comment?: string;
  /** Sealed: the name for the certificate. */
  certificateName?: string;
  at: Date;
  helpedAt?: Date;
  helpedBy?: number;
  /** The person answered by another record as well, and that counts. */
  beside?: true;
}

const text = { type: String, required: true };
const date = { type: Date, required: true };

export const surveySchema = new Schema<SurveyDocument>(
  {
    _id: text,
    training: text,
    artisan: text,
    form: { ...text, enum: SURVEY_FORMS },
    taps: { type: Map, of: String, required: true },
    comment: String,
    certificateName: String,
    at: date,
    helpedAt: Date,
    helpedBy: Number,
    beside: Boolean,
  },
  SCHEMA_OPTIONS,
)
  .index({ training: 1, form: 1 })
  .index({ artisan: 1 })
  .index({ "taps.shared": 1 }, { sparse: true })
  .index({ helpedBy: 1 }, { sparse: true });

/** `_id` is the training's. */
export type QuizDocument = Omit<Quiz, "training"> & { _id: string };

const questionSchema = new Schema<QuizQuestion>(
  { text, choices: { type: [String], required: true }, right: { type: Number, required: true } },
  { ...SCHEMA_OPTIONS, _id: false },
);

export const quizSchema = new Schema<QuizDocument>(
  { _id: text, questions: { type: [questionSchema], required: true } },
  SCHEMA_OPTIONS,
);
