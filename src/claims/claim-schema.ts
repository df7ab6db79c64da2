import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import { type Claim, CLAIM_STATES, type ClaimOffer, ROADS } from "./claim.ts";

/** `_id` is `claim:<artisan>`. */
export interface ClaimDocument extends Claim {
  _id: string;
}

/** The record an account was asked about; `_id` is `claimer:<telegram>`. */
export interface ClaimerDocument extends ClaimOffer {
  _id: string;
}

const text = { type: String, required: true };
const consent = { version: String, at: String, update: Number, _id: false };
const registrar = { telegram: Number, manner: String, _id: false };

export const claimSchema = new Schema<ClaimDocument>(
  {
    _id: text,
    artisan: text,
    code: text,
    expiresAt: { type: Date, required: true },
    registrar: { type: Number, required: true },
    state: { ...text, enum: CLAIM_STATES },
    boundTo: Number,
    boundAt: Date,
    before: { type: { consent, registrar, _id: false }, default: undefined },
  },
  SCHEMA_OPTIONS,
).index({ code: 1 }, { unique: true });

export const claimerSchema = new Schema<ClaimerDocument>(
  {
    _id: text,
    artisan: text,
    road: { ...text, enum: ROADS },
    at: { type: Date, required: true },
  },
  SCHEMA_OPTIONS,
)
  .index({ at: 1 })
  .index({ artisan: 1 });
