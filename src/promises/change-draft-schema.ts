import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import { ASKED, type ChangeDraft } from "./change-draft.ts";

/** `_id` is `planDraft:<telegram>`. */
export interface ChangeDraftDocument extends ChangeDraft {
  _id: string;
  until: Date;
}

const text = { type: String, required: true };

export const changeDraftSchema = new Schema<ChangeDraftDocument>(
  {
    _id: text,
    training: text,
    version: { type: Number, required: true },
    handle: text,
    change: { type: Object, required: true },
    asks: { type: String, enum: ASKED },
    about: String,
    night: String,
    update: { type: Number, required: true },
    until: { type: Date, required: true },
  },
  SCHEMA_OPTIONS,
).index({ until: 1 });
