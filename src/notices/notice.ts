import type { Audience } from "./audience.ts";
import type { Content } from "./content.ts";
import type { Letter } from "./letter.ts";

/**
 * What a notice is: the run of a reminder; what the office or a leader wrote to many; that once
 * more to who has not read it; its correction; what the program writes to named people; and two
 * kinds of lines to staff.
 */
export const NOTICE_KINDS = [
  "reminder",
  "announcement",
  "repeat",
  "correction",
  "letter",
  "report",
  "daily",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * expired: too late when it was first seen, and reported. skipped: a later reminder was due as
 * well, or the plan is younger than the reminder's life; nobody need know.
 */
export const NOTICE_STATES = [
  "draft",
  "queued",
  "expanding",
  "sending",
  "paused",
  "done",
  "expired",
  "skipped",
  "cancelled",
] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** The order of sending: reminders before what can wait. Replies have no delivery. */
export const LANES = { reminder: 1, broadcast: 2 } as const;
export type Lane = (typeof LANES)[keyof typeof LANES];

/** What somebody was asked for and has not sent yet. */
export const AWAITED = ["content", "time", "correction"] as const;
export interface Awaits {
  what: (typeof AWAITED)[number];
  /** Telegram's id of who was asked. */
  by: number;
}

/** The message that shows how far the sending has come. */
export interface Progress {
  chat: number;
  message: number;
  /** When it was last edited. */
  at: Date;
  /** It will change again. */
  open: boolean;
}

/** Telegram did not know the files by their ids any more: the originals were uploaded. */
export interface Upload {
  /** When it was last tried, and how often. */
  at: Date;
  tries: number;
  /** Ids of the files from then on; absent until an upload arrived. */
  fileIds?: string[];
}

/** One message to many. Counts are never kept here; they are counted from the deliveries. */
export interface Notice {
  id: string;
  /** By which anybody can check that the office issued it; made with the notice, unique. */
  code?: string;
  kind: NoticeKind;
  /** Of a reminder: which training, which plan of it, and which rule ("H-7", "hari-1" …). */
  training?: string;
  planVersion: number;
  rule?: string;
  lane: Lane;
  state: NoticeState;
  /** When its audience was settled. */
  asOf: Date;
  /** Nothing of it goes out before. */
  startAt: Date;
  notAfter: Date;
  /** The last artisan that has a delivery; artisans are taken in the order of their ids. */
  cursor: string;
  /** How many deliveries it has in all. */
  listed: number;
  /** Everybody has a delivery. */
  isListed: boolean;
  /** Rises with each correction of the content. */
  revision: number;
  /** Of a repeat, a correction and a report: the notice it is about. */
  of?: string;
  /** Telegram's id of who wrote it. */
  author?: number;
  /** A leader's: only this community can be its audience. */
  community?: string;
  /** Whose message it is, as it stands under it. */
  signature?: string;
  content?: Content;
  audience?: Audience;
  letter?: Letter;
  /** Of a letter: its recipients, in the order of their ids. */
  to?: string[];
  /** Rises with each change of the draft. */
  version: number;
  /** The version whose preview has arrived at the author. */
  previewed?: number;
  awaits?: Awaits;
  /** A correction that was written and not yet sent. */
  pending?: Content;
  confirmedBy?: number;
  confirmedAt?: Date;
  correctedAt?: Date;
  progress?: Progress;
  upload?: Upload;
}

/** A notice that is not yet taken in hand. */
export type NewNotice = Pick<
  Notice,
  "id" | "kind" | "planVersion" | "lane" | "state" | "asOf" | "notAfter"
> &
  Partial<Omit<Notice, "code" | "cursor" | "listed" | "isListed">>;

/** The same run has the same id in every process and at every try. */
export function runId(training: string, planVersion: number, rule: string): string {
  return `run:${training}:${planVersion}:${rule}`;
}

/** The notice of a handle, which is short enough for a button. */
export const noticeId = (handle: string) => `notice:${handle}`;
export const handleOf = (notice: string) => notice.slice("notice:".length);

/** Those who have not read it are reminded once: there is one id for that. */
export const repeatId = (notice: string) => `repeat:${handleOf(notice)}`;
export const correctionId = (notice: string, revision: number) =>
  `fix:${handleOf(notice)}:${revision}`;
export const reportId = (notice: string) => `report:${handleOf(notice)}`;
/** One line a local date. */
export const dailyId = (date: string) => `daily:${date}`;

/** It may still be written at. */
export const isDraft = ({ state }: Notice) => state === "draft";
/** It is on its way: confirmed and not at its end. */
export const isUnderWay = ({ state }: Notice) =>
  ["queued", "expanding", "sending", "paused"].includes(state);
