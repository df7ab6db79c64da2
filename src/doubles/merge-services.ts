import type { Services } from "../services.ts";

export type MergeServices = Pick<
  Services,
  | "artisans"
  | "clock"
  | "communities"
  | "doubles"
  | "gate"
  | "log"
  | "merges"
  | "messenger"
  | "texts"
  | "unitedMarks"
  | "unitedRecords"
  | "unitedRows"
  | "unitedSeats"
>;

/** How long a merge can be undone, and its old values are kept. */
const UNDO_MS = 30 * 86_400_000;

/** The merges made by then can no longer be undone. */
export function undoableSince(now: Date): Date {
  return new Date(now.getTime() - UNDO_MS);
}
