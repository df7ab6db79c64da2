import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import { CERTIFICATE_STATES, type IssuedCertificate, WITHDRAW_REASONS } from "./certificate.ts";

/** `_id` is `cert:` and a digest of training, artisan and edition; the name is sealed. */
export type CertificateDocument = Omit<IssuedCertificate, "id"> & { _id: string };

const text = { type: String, required: true };
const number = { type: Number, required: true };

export const certificateSchema = new Schema<CertificateDocument>(
  {
    _id: text,
    ...{ code: text, training: text, artisan: text },
    edition: number,
    name: String,
    days: { type: [String], required: true },
    lessonHours: number,
    issuedAt: { type: Date, required: true },
    state: { ...text, enum: CERTIFICATE_STATES },
    threshold: Number,
    nameless: Boolean,
    ended: {
      type: {
        at: Date,
        by: Number,
        reason: { type: String, enum: WITHDRAW_REASONS },
        _id: false,
      },
      default: undefined,
    },
  },
  SCHEMA_OPTIONS,
)
  .index({ code: 1 }, { unique: true })
  .index({ training: 1 })
  .index({ "ended.by": 1 }, { sparse: true })
  .index({ artisan: 1 });
