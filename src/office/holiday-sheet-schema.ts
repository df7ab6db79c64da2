import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import { HOLIDAY_SHEET_STATES, type HolidaySheet } from "./holiday-sheet.ts";

export type HolidaySheetDocument = Omit<HolidaySheet, "id"> & { _id: string };

const text = { type: String, required: true };

export const holidaySheetSchema = new Schema<HolidaySheetDocument>(
  {
    ...{ _id: text, year: text },
    by: { type: Number, required: true },
    at: { type: Date, required: true },
    state: { ...text, enum: HOLIDAY_SHEET_STATES },
    rows: { type: Schema.Types.Mixed, required: true },
    before: Schema.Types.Mixed,
  },
  SCHEMA_OPTIONS,
)
  .index({ by: 1 })
  .index({ at: 1 });
