import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import { GIVEN_ROLES, type Grant } from "./role.ts";

/** `_id` is `role:<telegram>:<role>[:<scope>]`. */
export interface RoleDocument extends Grant {
  _id: string;
  /** The end that was told of. */
  warnedFor?: Date;
}

export const roleSchema = new Schema<RoleDocument>(
  {
    _id: { type: String, required: true },
    telegram: { type: Number, required: true },
    role: { type: String, required: true, enum: GIVEN_ROLES },
    scope: String,
    since: { type: Date, required: true },
    until: { type: Date, required: true },
    endedAt: Date,
    warnedFor: Date,
    by: { type: Number, required: true },
  },
  SCHEMA_OPTIONS,
)
  .index({ telegram: 1 })
  .index({ role: 1, until: 1 });
