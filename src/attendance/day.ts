import { instantOf, localDate } from "../dates.ts";
import type { TrainingDay } from "../trainings/training.ts";

/** The one message that shows the code of a room, and the minute it shows. */
export interface Screen {
  chat: number;
  message: number;
  minute: number;
  /** It is a picture with a QR; its link leads to the bot of this name. */
  botName?: string;
}

/** The attendance of one day of a training, and its room. */
export interface AttendanceDay {
  id: string;
  training: string;
  /** YYYY-MM-DD in Asia/Jakarta. */
  date: string;
  /** Names the day in buttons and links. */
  handle: string;
  /** Codes are taken. */
  open: boolean;
  /** Of the latest opening: codes of an earlier one hold no more. */
  openedAt?: Date;
  openedBy?: number;
  shown?: Screen;
  closedAt?: Date;
  /** Heads counted by eye. */
  counted?: number;
  countedBy?: number;
  /** A coordinator looked into it; presences that came later are not covered. */
  settled?: { by: number; at: Date; reason: string; presences: number };
}

/**
 * never: no room was opened. uncounted: closed, and nobody counted yet. fewer: fewer presences than
 * heads. toCheck: more presences than heads, or than were settled.
 */
export type DayStatus = "never" | "open" | "uncounted" | "even" | "fewer" | "toCheck" | "settled";

/** How the day stands with so many presences. */
export function dayStatus(
  {
    open,
    openedAt,
    counted,
    settled,
  }: Pick<AttendanceDay, "open" | "openedAt" | "counted" | "settled">,
  presences: number,
): DayStatus {
  if (open) return "open";
  if (counted === undefined) return openedAt ? "uncounted" : "never";
  if (presences > counted) return settled && presences <= settled.presences ? "settled" : "toCheck";
  return presences === counted ? "even" : "fewer";
}

/** As long as it stands so, the day makes no paper. */
export const holdsPaperBack = (status: DayStatus): boolean =>
  status === "open" || status === "uncounted" || status === "toCheck";

/** A day has begun on its date, from midnight on. */
export const mayBeMarked = ({ date }: Pick<TrainingDay, "date">, now: Date): boolean =>
  localDate(now) >= date;

/** So long after the last hour of its day a room still takes codes. */
const LINGERS_MS = 3_600_000;

/** Its day is over, also for who came to sign late; opened after that it gets the time again. */
export function isRoomOver(
  { date, openedAt }: Pick<AttendanceDay, "date" | "openedAt">,
  until: string | undefined,
  now: Date,
): boolean {
  if (date !== localDate(now) || until === undefined) return true;
  const from = Math.max(instantOf(date, until).getTime(), openedAt?.getTime() ?? 0);
  return now.getTime() >= from + LINGERS_MS;
}

const LATE_MS = 24 * 3_600_000;

/** A day after its last hour only a coordinator may mark, with a reason. */
export function isLate({ date, until }: Pick<TrainingDay, "date" | "until">, now: Date): boolean {
  return now.getTime() >= instantOf(date, until).getTime() + LATE_MS;
}

/** More than any hall holds. */
const MOST_HEADS = 999;

/** The number of heads as somebody typed it. */
export function readHeads(text: string): number | undefined {
  const digits = /^\s*(\d{1,3})\s*(orang|people)?\s*$/i.exec(text)?.[1];
  const heads = Number(digits);
  return digits !== undefined && heads <= MOST_HEADS ? heads : undefined;
}
