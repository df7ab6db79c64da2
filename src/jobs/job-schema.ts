import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";

/** One run of a night job; `_id` is `job:<name>:<local date>`. */
export interface JobDocument {
  _id: string;
  state: "running" | "done";
  /** Who does it, until when. */
  owner: string;
  until: Date;
}

export const jobSchema = new Schema<JobDocument>(
  {
    _id: { type: String, required: true },
    state: { type: String, required: true, enum: ["running", "done"] },
    owner: { type: String, required: true },
    until: { type: Date, required: true },
  },
  SCHEMA_OPTIONS,
);
