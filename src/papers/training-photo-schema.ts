import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import type { TrainingPhoto } from "./training-photo.ts";

export interface TrainingPhotoDocument extends Omit<TrainingPhoto, "id"> {
  _id: string;
  /** As it was sent. */
  bytes: Buffer;
}

const text = { type: String, required: true };

export const trainingPhotoSchema = new Schema<TrainingPhotoDocument>(
  {
    _id: text,
    training: text,
    date: text,
    by: { type: Number, required: true },
    at: { type: Date, required: true },
    caption: String,
    ending: text,
    size: { type: Number, required: true },
    bytes: { type: Buffer, required: true },
  },
  SCHEMA_OPTIONS,
)
  .index({ training: 1, date: 1 })
  .index({ by: 1 })
  .index({ at: 1 });
