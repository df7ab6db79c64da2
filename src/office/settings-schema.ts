import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import { RETENTION, type Retention } from "../privacy/retention.ts";
import type { Settings } from "./settings.ts";

const figures = Object.fromEntries(Object.keys(RETENTION).map((name) => [name, Number]));

/** One document, `settings:office`. */
export interface SettingsDocument extends Settings {
  _id: string;
  /** Leaders may write to their own community; absent: they may not. */
  leaderNotices?: boolean;
  /** Sums of money stand in messages; absent: they do not. */
  showAmounts?: boolean;
  /** How long data are kept, where it differs from the table in `retention.ts`. */
  retention?: Partial<Retention>;
  /** People in an export from which on a second person is needed, where it differs from ours. */
  exportSecondOver?: number;
}

export const settingsSchema = new Schema<SettingsDocument>(
  {
    _id: { type: String, required: true },
    officeName: { type: String, required: true },
    officeContact: String,
    privacyContact: { type: String, default: "" },
    dataPlace: { type: String, default: "" },
    exportSecondOver: Number,
    leaderNotices: Boolean,
    showAmounts: Boolean,
    retention: { type: { ...figures, _id: false }, default: undefined },
  },
  SCHEMA_OPTIONS,
);
