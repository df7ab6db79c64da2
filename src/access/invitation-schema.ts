import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import { type Invitation, INVITATION_STATES } from "./invitation.ts";
import { GIVEN_ROLES } from "./role.ts";

/** `_id` is `invitation:<id>`. */
export interface InvitationDocument extends Omit<Invitation, "id"> {
  _id: string;
  /** Digest of the token: the token itself is in the link only. */
  token: string;
  /** Digest of the number that who is to lead has to have. */
  phoneKey?: string;
}

const text = { type: String, required: true };
const date = { type: Date, required: true };

export const invitationSchema = new Schema<InvitationDocument>(
  {
    _id: text,
    token: text,
    role: { ...text, enum: GIVEN_ROLES },
    scope: String,
    phoneKey: String,
    maker: { type: Number, required: true },
    madeAt: date,
    expiresAt: date,
    state: { ...text, enum: INVITATION_STATES },
    usedBy: Number,
    usedAt: Date,
    toldAt: Date,
    confirmedAt: Date,
  },
  SCHEMA_OPTIONS,
)
  .index({ token: 1 }, { unique: true })
  .index({ state: 1, role: 1 })
  .index({ expiresAt: 1 });
