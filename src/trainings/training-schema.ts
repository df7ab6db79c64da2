import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import {
  ADMISSIONS,
  type Eligibility,
  type MapPoint,
  type Promised,
  type Quota,
  type Session,
  type Training,
  TRAINING_STATES,
  type TrainingDay,
} from "./training.ts";

/** `_id` is a name a person can read: place and month. */
export type TrainingDocument = Omit<Training, "id"> & { _id: string };

const text = { type: String, required: true };

const words = { type: [String], required: true };
/** A list that is absent stays absent: mongoose would make it empty. */
const maybeWords = { type: [String], default: undefined };
const PART = { ...SCHEMA_OPTIONS, _id: false };

const sessionSchema = new Schema<Session>(
  { topic: text, trainer: String, lessonHours: { type: Number, required: true } },
  PART,
);
const daySchema = new Schema<TrainingDay>(
  {
    ...{ date: text, from: text, until: text, topic: String, place: String },
    sessions: { type: [sessionSchema], default: undefined },
    bring: maybeWords,
  },
  PART,
);
const gatheringSchema = new Schema<NonNullable<Training["gathering"]>>(
  { place: text, at: text },
  PART,
);
const eligibilitySchema = new Schema<Eligibility>(
  { kecamatan: words, crafts: words, communities: words },
  PART,
);
const quotaSchema = new Schema<Quota>(
  { by: { ...text, enum: ["community", "kecamatan"] }, of: text, least: Number, most: Number },
  PART,
);
const promisesSchema = new Schema<Promised>(
  {
    transport: String,
    lodging: String,
    meals: String,
    allowance: String,
    certificate: String,
  },
  PART,
);
const pointSchema = new Schema<MapPoint>(
  { latitude: { type: Number, required: true }, longitude: { type: Number, required: true } },
  PART,
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
    waitingList: maybeWords,
    waitCount: Number,
    bring: { type: [String], required: true },
    contact: text,
    gathering: gatheringSchema,
    admission: { type: String, enum: ADMISSIONS },
    mayApply: eligibilitySchema,
    quotas: { type: [quotaSchema], default: undefined },
    promises: promisesSchema,
    point: pointSchema,
    travel: String,
    hasTest: Boolean,
    cancelReason: String,
    planEntry: String,
    planVersion: { type: Number, required: true },
    plannedAt: { type: Date, required: true },
    invented: { type: Boolean, required: true },
  },
  SCHEMA_OPTIONS,
).index({ state: 1, "days.date": 1 });
