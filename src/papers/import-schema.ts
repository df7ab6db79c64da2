import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import {
  type Import,
  IMPORT_STATES,
  type ImportCounts,
  ROW_STATES,
  type RowState,
} from "./import.ts";

export interface ImportDocument extends Omit<Import, "id"> {
  _id: string;
}

/** `_id` is `<import>:<row>`. */
export interface ImportRowDocument {
  _id: string;
  import: string;
  row: number;
  artisan: string;
  state: RowState;
  /** Sealed: what the row does. */
  plan: string;
  until: Date;
}

const text = { type: String, required: true };
const date = { type: Date, required: true };
const count = { type: Number, required: true };

const counts = new Schema<ImportCounts>(
  { fresh: count, changed: count, same: count, doubtful: count, wrong: count },
  { ...SCHEMA_OPTIONS, _id: false },
);

export const importSchema = new Schema<ImportDocument>(
  {
    _id: text,
    by: count,
    state: { ...text, enum: IMPORT_STATES },
    counts: { type: counts, required: true },
    at: date,
    until: date,
  },
  SCHEMA_OPTIONS,
)
  .index({ by: 1, at: 1 })
  .index({ state: 1, at: 1 })
  .index({ until: 1 });

export const importRowSchema = new Schema<ImportRowDocument>(
  {
    _id: text,
    import: text,
    row: count,
    artisan: text,
    state: { ...text, enum: ROW_STATES },
    plan: text,
    until: date,
  },
  SCHEMA_OPTIONS,
)
  .index({ import: 1, state: 1, row: 1 })
  .index({ artisan: 1 })
  .index({ until: 1 });
