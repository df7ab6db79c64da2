/** What a notice is: so far only the run of a reminder. */
export const NOTICE_KINDS = ["reminder"] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * expired: too late when it was first seen, and reported. skipped: a later reminder was due as
 * well, or the plan is younger than the reminder's life; nobody need know.
 */
export const NOTICE_STATES = [
  "queued",
  "expanding",
  "sending",
  "done",
  "expired",
  "skipped",
  "cancelled",
] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** The order of sending: reminders before what can wait. Replies have no delivery. */
export const LANES = { reminder: 1, broadcast: 2 } as const;
export type Lane = (typeof LANES)[keyof typeof LANES];

/** One message to many. Counts are never kept here; they are counted from the deliveries. */
export interface Notice {
  id: string;
  /** By which anybody can check that the office issued it; made with the notice, unique. */
  code?: string;
  kind: NoticeKind;
  training: string;
  planVersion: number;
  /** Which reminder of the plan: "H-7", "H-1", "hari-1" … */
  rule: string;
  lane: Lane;
  state: NoticeState;
  /** When its audience was settled. */
  asOf: Date;
  notAfter: Date;
  /** The last artisan that has a delivery; artisans are taken in the order of their ids. */
  cursor: string;
  /** How many deliveries it has in all. */
  listed: number;
}

/** A notice that is not yet taken in hand. */
export type NewNotice = Omit<Notice, "code" | "cursor" | "listed">;

/** The same run has the same id in every process and at every try. */
export function runId(training: string, planVersion: number, rule: string): string {
  return `run:${training}:${planVersion}:${rule}`;
}
