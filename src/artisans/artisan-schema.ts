import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import type { Artisan } from "./artisan.ts";

/** `_id` is the artisan's random id; the phone is sealed. */
export interface ArtisanDocument extends Omit<Artisan, "id" | "phone"> {
  _id: string;
  phone?: string;
  /** Digest of a verified number: it belongs to one record only. */
  phoneIndex?: string;
}

export const artisanSchema = new Schema<ArtisanDocument>(
  {
    _id: { type: String, required: true },
    state: { type: String, required: true, enum: ["pending", "active", "returned", "declined"] },
    telegram: Number,
    language: { type: String, required: true, enum: ["id", "en"] },
    name: { type: String, required: true },
    kecamatan: { type: String, required: true },
    desa: String,
    community: String,
    communityOther: String,
    crafts: { type: [String], required: true },
    mainCraft: { type: String, required: true },
    craftOther: String,
    phone: String,
    phoneIndex: String,
    consent: {
      version: { type: String, required: true },
      at: { type: String, required: true },
      update: { type: Number, required: true },
    },
    registeredAt: { type: Date, required: true },
    unreachable: { type: { reason: String, at: Date, _id: false }, default: undefined },
  },
  SCHEMA_OPTIONS,
)
  .index({ telegram: 1 }, { unique: true, sparse: true })
  .index({ phoneIndex: 1 }, { unique: true, sparse: true })
  .index({ kecamatan: 1, name: 1 });
