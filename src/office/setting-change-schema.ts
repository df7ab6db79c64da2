import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import type { SettingChange, SettingWait } from "./setting-change.ts";

const text = { type: String, required: true };
const value = Schema.Types.Mixed;

/** `_id` is `setting:<key>:<update>`. */
export type SettingChangeDocument = Omit<SettingChange, "id"> & { _id: string };

export const settingChangeSchema = new Schema<SettingChangeDocument>(
  {
    ...{ _id: text, key: text },
    by: { type: Number, required: true },
    at: { type: Date, required: true },
    ...{ from: value, to: value },
  },
  SCHEMA_OPTIONS,
)
  .index({ key: 1, at: -1 })
  .index({ by: 1 })
  .index({ at: 1 });

/** `_id` is `setting:<telegram>`. */
export interface SettingWaitDocument extends SettingWait {
  _id: string;
  until: Date;
}

export const settingWaitSchema = new Schema<SettingWaitDocument>(
  {
    ...{ _id: text, key: text, seen: value },
    update: { type: Number, required: true },
    until: { type: Date, required: true },
  },
  SCHEMA_OPTIONS,
).index({ until: 1 });
