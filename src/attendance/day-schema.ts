import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import type { AttendanceDay, Screen } from "./day.ts";

/** `_id` is `day:<training>:<date>`. */
export type AttendanceDayDocument = Omit<AttendanceDay, "id"> & { _id: string };

const text = { type: String, required: true };
const number = { type: Number, required: true };
const PART = { ...SCHEMA_OPTIONS, _id: false };

const shownSchema = new Schema<Screen>(
  { chat: number, message: number, minute: number, botName: String },
  PART,
);
const settledSchema = new Schema<NonNullable<AttendanceDay["settled"]>>(
  { by: number, at: { type: Date, required: true }, reason: text, presences: number },
  PART,
);

export const attendanceDaySchema = new Schema<AttendanceDayDocument>(
  {
    _id: text,
    ...{ training: text, date: text, handle: text },
    open: { type: Boolean, required: true },
    ...{ openedAt: Date, openedBy: Number, closedAt: Date, counted: Number, countedBy: Number },
    ...{ shown: shownSchema, settled: settledSchema },
  },
  SCHEMA_OPTIONS,
)
  .index({ handle: 1 }, { unique: true })
  .index({ open: 1 })
  .index({ date: 1 });
