import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import type { AuditLine } from "./audit-line.ts";

/** `_id` is the running number: whoever draws one that is taken draws the next. */
export interface AuditDocument extends Omit<AuditLine, "number"> {
  _id: number;
}

const text = { type: String, required: true };

export const auditSchema = new Schema<AuditDocument>(
  {
    _id: { type: Number, required: true },
    at: { type: Date, required: true },
    who: { type: Number, required: true },
    as: text,
    what: text,
    whom: { type: [String], required: true },
    from: text,
    result: text,
    before: { type: String, default: "" },
    hash: text,
  },
  SCHEMA_OPTIONS,
)
  .index({ whom: 1, _id: 1 })
  .index({ who: 1, _id: 1 });

/** How many lines there were at least: tells when the last ones are gone. `_id` is `audit`. */
export interface AuditHeadDocument {
  _id: string;
  lines: number;
}

export const auditHeadSchema = new Schema<AuditHeadDocument>(
  { _id: text, lines: { type: Number, required: true } },
  SCHEMA_OPTIONS,
);
