import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import type { Holiday, Period } from "../notices/quiet-hours.ts";
import { SETTINGS } from "./setting-table.ts";

/** One document, `settings:office`: what was set, at the paths of the table, and the holidays. */
export interface SettingsDocument {
  _id: string;
  officeName: string;
  /** By year: what the office entered; a year that is not here has the rows of the seed. */
  holidays?: Record<string, { rows: Holiday[]; ramadan: Period[] }>;
  [path: string]: unknown;
}

const TYPES = { string: String, number: Number, boolean: Boolean } as const;

/** "quiet.night" as `{ quiet: { night: String } }`. */
function fields(): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const { path, standard } of SETTINGS) {
    const type = TYPES[typeof standard as keyof typeof TYPES];
    const [first = "", second] = path.split(".");
    if (second === undefined) all[first] = type;
    else all[first] = { ...(all[first] as object | undefined), [second]: type };
  }
  return all;
}

/** Parts are plain objects, so that one that was never set stays away. */
const nested = Object.fromEntries(
  Object.entries(fields()).map(([name, type]) => [
    name,
    typeof type === "function"
      ? type
      : { type: { ...(type as object), _id: false }, default: undefined },
  ]),
);

export const settingsSchema = new Schema<SettingsDocument>(
  {
    _id: { type: String, required: true },
    ...nested,
    officeName: { type: String, required: true },
    privacyContact: { type: String, default: "" },
    dataPlace: { type: String, default: "" },
    holidays: { type: Schema.Types.Mixed, default: undefined },
  },
  SCHEMA_OPTIONS,
);
