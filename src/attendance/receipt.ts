import type { MarkRoad } from "./mark.ts";

/** That an artisan was told of a presence, once a day, and what they said to it. */
export interface Receipt {
  id: string;
  /** Names it in buttons. */
  handle: string;
  training: string;
  artisan: string;
  /** YYYY-MM-DD in Asia/Jakarta. */
  date: string;
  at: Date;
  /** By which road the mark came that was first. */
  road: MarkRoad;
  by: number;
  nameless?: boolean;
  objection?: Objection;
}

/** "Ini keliru". voided: the marks count no more. kept: they are right after all. */
export interface Objection {
  at: Date;
  state: "open" | "voided" | "kept";
  settledBy?: number;
  settledAt?: Date;
  reason?: string;
}

const OBJECTION_MS = 7 * 86_400_000;

/** So long an artisan may say that it is wrong. */
export const mayObject = ({ at }: Pick<Receipt, "at">, now: Date): boolean =>
  now.getTime() < at.getTime() + OBJECTION_MS;

/** When the time to object is over. */
export const objectUntil = ({ at }: Pick<Receipt, "at">): Date =>
  new Date(at.getTime() + OBJECTION_MS);
