import { Schema } from "mongoose";
import { SCHEMA_OPTIONS } from "../database.ts";
import { type Notice, NOTICE_KINDS, NOTICE_STATES } from "./notice.ts";

/** `_id` is `run:<training>:<planVersion>:<rule>`. */
export type NoticeDocument = Omit<Notice, "id"> & {
  _id: string;
  /** Who lists its recipients, until when. */
  owner: string;
  until: Date;
  /** Rises each time the listing is taken in hand. */
  fence: number;
};

const text = { type: String, required: true };
const number = { type: Number, required: true };
const date = { type: Date, required: true };

export const noticeSchema = new Schema<NoticeDocument>(
  {
    _id: text,
    code: String,
    kind: { ...text, enum: NOTICE_KINDS },
    training: text,
    planVersion: number,
    rule: text,
    lane: number,
    state: { ...text, enum: NOTICE_STATES },
    asOf: date,
    notAfter: date,
    // An empty string is a missing value to mongoose's `required`.
    cursor: { type: String, default: "" },
    listed: number,
    owner: { type: String, default: "" },
    until: date,
    fence: number,
  },
  SCHEMA_OPTIONS,
)
  .index({ state: 1, until: 1 })
  .index({ code: 1 }, { unique: true, sparse: true });
