import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import { type Training, TRAINING_STATES, type TrainingDay } from "./training.ts";

/** `_id` is a name a person can read: place and month. */
export type TrainingDocument = Omit<Training, "id"> & { _id: string };

const text = { type: String, required: true };

const daySchema = new Schema<TrainingDay>(
  { date: text, from: text, until: text, topic: String },
  { _id: false, strict: "throw" },
);

const gatheringSchema = new Schema<NonNullable<Training["gathering"]>>(
  { place: text, at: text },
  { _id: false, strict: "throw" },
);

export const trainingSchema = new Schema<TrainingDocument>(
  {
    _id: text,
    title: text,
    state: { ...text, enum: TRAINING_STATES },
    days: { type: [daySchema], required: true },
    place: text,
    hostCity: text,
    organiser: text,
    partners: { type: [String], required: true },
    seats: { type: Number, required: true, min: 1 },
    seatHolders: { type: [String], required: true },
    bring: { type: [String], required: true },
    contact: text,
    gathering: gatheringSchema,
    planVersion: { type: Number, required: true },
    plannedAt: { type: Date, required: true },
    invented: { type: Boolean, required: true },
  },
  SCHEMA_OPTIONS,
).index({ state: 1, "days.date": 1 });

/** What became of one artisan in one training; `_id` is `enr:<training>:<artisan>`. */
export interface EnrolmentDocument {
  _id: string;
  training: string;
  artisan: string;
  state: "accepted" | "withdrawn";
  since: Date;
}

export const enrolmentSchema = new Schema<EnrolmentDocument>(
  {
    _id: text,
    training: text,
    artisan: text,
    state: { ...text, enum: ["accepted", "withdrawn"] },
    since: { type: Date, required: true },
  },
  SCHEMA_OPTIONS,
).index({ artisan: 1 });
