import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import { CARRIED_ANSWERS } from "./asks.ts";
import { CARRY_ROADS } from "./carried.ts";
import { ACTS, type Delivery, DELIVERY_STATES, REASONS } from "./delivery.ts";

/** `_id` is `dlv:<notice>:<artisan>`. */
export type DeliveryDocument = Omit<Delivery, "id"> & { _id: string };

const text = { type: String, required: true };
const number = { type: Number, required: true };
const date = { type: Date, required: true };

export const deliverySchema = new Schema<DeliveryDocument>(
  {
    _id: text,
    notice: text,
    artisan: text,
    planVersion: number,
    state: { ...text, enum: DELIVERY_STATES },
    reason: { type: String, enum: REASONS },
    lane: number,
    seq: number,
    nextAt: date,
    notAfter: date,
    owner: { type: String, default: "" },
    until: date,
    tries: number,
    doubts: number,
    plain: { type: Boolean, required: true },
    after: String,
    act: { type: String, enum: ACTS },
    messageId: Number,
    chat: Number,
    revision: Number,
    sentAt: Date,
    carried: {
      type: {
        ...{ state: String, by: Number, as: String, at: Date },
        ...{ road: { type: String, enum: CARRY_ROADS }, times: Number, _id: false },
        ...{ answer: { type: String, enum: CARRIED_ANSWERS }, answeredAt: Date },
      },
      default: undefined,
    },
    asked: { type: { leader: Boolean, coordinator: Boolean, _id: false }, default: undefined },
    endedAt: date,
    readAt: Date,
  },
  SCHEMA_OPTIONS,
)
  .index({ state: 1, lane: 1, nextAt: 1, seq: 1 })
  .index({ state: 1, notAfter: 1 })
  .index({ state: 1, until: 1 })
  .index({ artisan: 1 })
  .index({ notice: 1, state: 1 })
  .index({ endedAt: 1 })
  .index({ chat: 1 }, { sparse: true });
