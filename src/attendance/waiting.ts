import type { MarkRoad } from "./mark.ts";

/**
 * What is typed next by somebody of the staff. count: heads of a room. settle: why more presences
 * than heads are right. late: why somebody is marked late. void: why the marks of somebody count no
 * more. disputeVoid, disputeKept: why an objection is settled so.
 */
export const WAITING_STEPS = [
  "count",
  "settle",
  "late",
  "void",
  "disputeVoid",
  "disputeKept",
] as const;

export interface Waiting {
  step: (typeof WAITING_STEPS)[number];
  /** The handle of the day, or of the receipt that is objected to. */
  about: string;
  artisan?: string;
  road?: MarkRoad;
  /** The update that led here: handled twice it is not read as the answer. */
  update: number;
}

export const WAITING_MS = 3_600_000;

/** Signs that a reason may have. */
export const REASON = { least: 5, most: 200 };
