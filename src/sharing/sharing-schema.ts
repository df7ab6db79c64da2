import { Schema } from "mongoose";
import type { PhotoAnswer } from "../artisans/answers.ts";
import { SCHEMA_OPTIONS } from "../database.ts";
import { type Sharing, SHARING_STATES } from "./sharing.ts";

/** `_id` is drawn when the session is begun, so that it is made once. */
export type SharingDocument = Omit<Sharing, "id"> & { _id: string };

const text = { type: String, required: true };
const date = { type: Date, required: true };

const photoSchema = new Schema<PhotoAnswer>(
  { fileId: text, uniqueId: text },
  { ...SCHEMA_OPTIONS, _id: false },
);

export const sharingSchema = new Schema<SharingDocument>(
  {
    _id: text,
    ...{ training: text, artisan: text, topic: text, craft: text, place: text, kecamatan: text },
    seats: { type: Number, required: true },
    ...{ date: text, time: text },
    state: { ...text, enum: SHARING_STATES },
    madeAt: date,
    guests: { type: [String], required: true },
    men: Number,
    women: Number,
    photo: photoSchema,
    sentence: String,
    heldAt: Date,
    confirmedBy: Number,
    confirmedAt: Date,
  },
  SCHEMA_OPTIONS,
)
  .index({ artisan: 1 })
  .index({ guests: 1 })
  .index({ state: 1, date: 1 })
  .index({ confirmedBy: 1 }, { sparse: true });
