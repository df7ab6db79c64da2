import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import type { Settings } from "./settings.ts";

/** One document, `settings:office`. */
export interface SettingsDocument extends Settings {
  _id: string;
}

export const settingsSchema = new Schema<SettingsDocument>(
  {
    _id: { type: String, required: true },
    officeName: { type: String, required: true },
    privacyContact: { type: String, default: "" },
    dataPlace: { type: String, default: "" },
  },
  SCHEMA_OPTIONS,
);
