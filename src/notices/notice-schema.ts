import { Schema } from "mongoose";
import type { Mark } from "../bot/html.ts";
import { SCHEMA_OPTIONS } from "../database.ts";
import type { Audience, Lists } from "./audience.ts";
import { type Content, FILE_KINDS, type SentFile } from "./content.ts";
import { type Letter, LETTER_MESSAGES, type LetterButton, URGENCIES } from "./letter.ts";
import { AWAITED, type Awaits, type Notice, NOTICE_KINDS, NOTICE_STATES } from "./notice.ts";
import type { Progress, Upload } from "./notice.ts";

/** `_id` is `run:<training>:<planVersion>:<rule>`, `notice:<handle>`, or as `notice.ts` says. */
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
const words = { type: [String], required: true };
/** An empty string is a missing value to mongoose's `required`. */
const maybeEmpty = { type: String, default: "" };
const PART = { ...SCHEMA_OPTIONS, _id: false };

const markSchema = new Schema<Mark>(
  { type: { type: String, required: true }, offset: number, length: number, url: String },
  PART,
);
const fileSchema = new Schema<SentFile>(
  { kind: { ...text, enum: FILE_KINDS }, fileId: text, message: number },
  PART,
);
const contentSchema = new Schema<Content>(
  {
    text: maybeEmpty,
    marks: { type: [markSchema], required: true },
    files: { type: [fileSchema], required: true },
    album: String,
  },
  PART,
);
const listsSchema = new Schema<Lists>({ kec: words, kom: words, ker: words, pel: words }, PART);
const audienceSchema = new Schema<Audience>(
  {
    only: { type: listsSchema, required: true },
    except: { type: listsSchema, required: true },
    trained: { type: String, enum: ["yes", "never"] },
  },
  PART,
);
const buttonSchema = new Schema<LetterButton>({ label: text, press: text }, PART);
const letterSchema = new Schema<Letter>(
  {
    message: { ...text, enum: LETTER_MESSAGES },
    // The names of values are the message's; a language more is a key more.
    values: { type: Object, required: true },
    buttons: { type: [[buttonSchema]], required: true },
    urgency: { ...text, enum: URGENCIES },
    whileIn: { type: [String], default: undefined },
    ofThisPlan: Boolean,
    follows: String,
    always: Boolean,
  },
  PART,
);
const awaitsSchema = new Schema<Awaits>({ what: { ...text, enum: AWAITED }, by: number }, PART);
const progressSchema = new Schema<Progress>(
  { chat: number, message: number, at: date, open: { type: Boolean, required: true } },
  PART,
);

const uploadSchema = new Schema<Upload>(
  { at: date, tries: number, fileIds: { type: [String], default: undefined } },
  PART,
);

export const noticeSchema = new Schema<NoticeDocument>(
  {
    _id: text,
    code: String,
    kind: { ...text, enum: NOTICE_KINDS },
    training: String,
    planVersion: number,
    rule: String,
    lane: number,
    state: { ...text, enum: NOTICE_STATES },
    asOf: date,
    startAt: date,
    notAfter: date,
    cursor: maybeEmpty,
    listed: number,
    isListed: { type: Boolean, required: true },
    revision: number,
    of: String,
    author: Number,
    community: String,
    signature: String,
    content: contentSchema,
    audience: audienceSchema,
    letter: letterSchema,
    to: { type: [String], default: undefined },
    version: number,
    previewed: Number,
    awaits: awaitsSchema,
    pending: contentSchema,
    confirmedBy: Number,
    confirmedAt: Date,
    correctedAt: Date,
    progress: progressSchema,
    upload: uploadSchema,
    owner: maybeEmpty,
    until: date,
    fence: number,
  },
  SCHEMA_OPTIONS,
)
  .index({ state: 1, until: 1 })
  .index({ code: 1 }, { unique: true, sparse: true })
  .index({ author: 1 }, { sparse: true })
  .index({ training: 1 }, { sparse: true })
  .index({ to: 1 }, { sparse: true })
  .index({ kind: 1, asOf: -1 })
  .index({ "awaits.by": 1 }, { sparse: true })
  .index({ "progress.open": 1 }, { sparse: true });
