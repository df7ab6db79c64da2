import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import { EXPORT_STATES, type ExportFilter, type ExportState } from "./export.ts";
import { SHEET_FORMATS, type SheetFormat } from "./spreadsheet.ts";

export interface ExportDocument {
  _id: string;
  by: number;
  format: SheetFormat;
  kind: ExportFilter["kind"];
  value: string;
  count: number;
  state: ExportState;
  askedAt: Date;
  until: Date;
  /** Sealed: the reason and the name. Empty until it was given. */
  why: string;
  decidedBy?: number;
  decidedAt?: Date;
}

const text = { type: String, required: true };
const date = { type: Date, required: true };

export const exportSchema = new Schema<ExportDocument>(
  {
    _id: text,
    by: { type: Number, required: true },
    format: { ...text, enum: SHEET_FORMATS },
    kind: { ...text, enum: ["all", "kecamatan", "craft", "community", "notice"] },
    value: { type: String, default: "" },
    count: { type: Number, required: true },
    state: { ...text, enum: EXPORT_STATES },
    askedAt: date,
    until: date,
    why: { type: String, default: "" },
    decidedBy: Number,
    decidedAt: Date,
  },
  SCHEMA_OPTIONS,
)
  .index({ by: 1, state: 1, askedAt: 1 })
  .index({ decidedBy: 1 }, { sparse: true })
  .index({ askedAt: 1 });
