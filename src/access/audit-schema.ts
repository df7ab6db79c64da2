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
    who: text,
    as: text,
    what: text,
    whom: { type: [String], required: true },
    from: text,
    result: text,
    detail: String,
    before: { type: String, default: "" },
    hash: text,
  },
  SCHEMA_OPTIONS,
)
  .index({ whom: 1, _id: 1 })
  .index({ who: 1, _id: 1 });

export function readLine({ _id: number, ...line }: AuditDocument): AuditLine {
  return { number, ...line };
}

export const HEAD = "audit";

/** Where the chain begins and how far it went at least. `_id` is `audit`. */
export interface AuditHeadDocument {
  _id: string;
  /** The highest number: tells when the last lines are gone. */
  lines: number;
  /** The last line that grew too old and was let go, with its hash: the next one goes on from it. */
  pruned?: { number: number; hash: string };
}

export const auditHeadSchema = new Schema<AuditHeadDocument>(
  {
    _id: text,
    lines: { type: Number, required: true },
    pruned: { type: { number: Number, hash: String, _id: false }, default: undefined },
  },
  SCHEMA_OPTIONS,
);
