import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import { CHANNELS, type Consent, NIB, SEXES, WORKERS } from "./answers.ts";
import type { Artisan } from "./artisan.ts";
import { type Check, CHECKERS, HANDED, RESULTS } from "./check.ts";

/** Fields kept as sealed JSON: whoever reads the database alone cannot read them. */
export const SEALED_FIELDS = ["phone", "birthYear", "turnover", "nibNumber"] as const;
export type SealedField = (typeof SEALED_FIELDS)[number];

/** `_id` is the artisan's random id. */
export interface ArtisanDocument
  extends Omit<Artisan, "id" | SealedField>, Partial<Record<SealedField, string>> {
  _id: string;
  /** Digest of a verified number: it belongs to one record only. */
  phoneIndex?: string;
  /** Digest of any number, by which other records with it are found. */
  phoneKey?: string;
  /** By these, records of a close name in the kecamatan are found. */
  nameKeys?: string[];
  /** By these, whose name begins like what is typed. */
  startKeys?: string[];
  /** The version of a change after which it was not yet compared with others. */
  uncompared?: number;
  /** The merge, or its undoing, that has this record in hand. */
  inMerge?: string;
  /** Highest version of the person document that wrote: an older worker is fenced off. */
  by: number;
}

const consent = new Schema<Consent>(
  {
    version: { type: String, required: true },
    at: { type: String, required: true },
    update: { type: Number, required: true },
  },
  { ...SCHEMA_OPTIONS, _id: false },
);

const check = new Schema<Check>(
  {
    with: { type: String, required: true, enum: CHECKERS },
    community: String,
    since: { type: Date, required: true },
    asked: { type: Number, required: true },
    dueAt: Date,
    why: { type: String, enum: HANDED },
    result: { type: String, enum: RESULTS },
    reason: String,
    by: Number,
    at: Date,
    untold: Date,
  },
  { ...SCHEMA_OPTIONS, _id: false },
);

const unlessEmpty = { type: [String], default: undefined };

export const artisanSchema = new Schema<ArtisanDocument>(
  {
    _id: { type: String, required: true },
    state: {
      type: String,
      required: true,
      enum: ["pending", "active", "returned", "declined", "merged"],
    },
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
    phoneKey: String,
    nameKeys: unlessEmpty,
    startKeys: unlessEmpty,
    inMerge: String,
    uncompared: Number,
    whatsapp: Boolean,
    businessName: String,
    products: unlessEmpty,
    shopLink: String,
    photo: { type: { fileId: String, uniqueId: String, _id: false }, default: undefined },
    sex: { type: String, enum: SEXES },
    birthYear: String,
    yearsInCraft: Number,
    workers: { type: String, enum: WORKERS },
    channels: { type: [String], enum: CHANNELS, default: undefined },
    turnover: String,
    nib: { type: String, enum: NIB },
    nibNumber: String,
    teach: unlessEmpty,
    consent: { type: consent, required: true },
    ticks: {
      type: {
        news: consent,
        phoneToLeader: consent,
        catalogue: consent,
        pionir: consent,
        _id: false,
      },
      default: undefined,
    },
    registeredAt: { type: Date, required: true },
    check: { type: check, default: undefined },
    registrar: { type: { telegram: Number, manner: String, _id: false }, default: undefined },
    activeAt: { type: Date, required: true },
    confirmedAt: Date,
    nudge: { type: { at: Date, dueAt: Date, _id: false }, default: undefined },
    warnedAt: Date,
    pausedAt: Date,
    leaving: { type: { since: Date, eraseAt: Date, _id: false }, default: undefined },
    mergedInto: String,
    unreachable: { type: { reason: String, at: Date, _id: false }, default: undefined },
    by: { type: Number, required: true },
  },
  SCHEMA_OPTIONS,
)
  .index({ telegram: 1 }, { unique: true, sparse: true })
  .index({ phoneIndex: 1 }, { unique: true, sparse: true })
  .index({ phoneKey: 1 }, { sparse: true })
  .index({ kecamatan: 1, nameKeys: 1 })
  .index({ mergedInto: 1 }, { sparse: true })
  .index({ nameKeys: 1 }, { sparse: true })
  .index({ startKeys: 1 }, { sparse: true })
  .index({ uncompared: 1 }, { sparse: true })
  .index({ name: 1, _id: 1 })
  .index({ kecamatan: 1, name: 1, _id: 1 })
  .index({ community: 1, name: 1, _id: 1 })
  .index({ state: 1, name: 1, _id: 1 })
  .index({ "unreachable.at": 1, _id: 1 }, { sparse: true })
  .index({ confirmedAt: 1, _id: 1 })
  .index({ "nudge.dueAt": 1 }, { sparse: true })
  .index({ "leaving.eraseAt": 1 }, { sparse: true })
  .index({ activeAt: 1, _id: 1 })
  .index({ state: 1, "check.with": 1, "check.since": 1 })
  .index({ "check.untold": 1 }, { sparse: true });
