import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import type { Community } from "./community.ts";

export interface CommunityDocument extends Omit<Community, "id"> {
  _id: string;
}

export const communitySchema = new Schema<CommunityDocument>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    kecamatan: { type: [String], required: true },
    state: { type: String, required: true, enum: ["active", "dormant", "closed"] },
    leaders: { type: [String], required: true },
    invented: { type: Boolean, required: true },
  },
  SCHEMA_OPTIONS,
).index({ state: 1, name: 1 });
