import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import { ALARMS, type AlarmName, type AlarmValues } from "./alarm.ts";

/** The last time an alarm rang; `_id` is `alarm:<name>`. It says nothing of anybody. */
export interface AlarmDocument {
  _id: string;
  name: AlarmName;
  values: AlarmValues;
  since: Date;
  /** It rings until then unless it is rung on. */
  until: Date;
  state: "untold" | "told";
  /** Nobody else tells of it before. */
  tellFrom: Date;
}

export const alarmSchema = new Schema<AlarmDocument>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true, enum: ALARMS },
    values: { type: Schema.Types.Mixed, required: true },
    since: { type: Date, required: true },
    until: { type: Date, required: true },
    state: { type: String, required: true, enum: ["untold", "told"] },
    tellFrom: { type: Date, required: true },
  },
  SCHEMA_OPTIONS,
);
