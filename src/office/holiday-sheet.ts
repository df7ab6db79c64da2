import type { YearRows } from "./holiday.ts";

/** preview: nothing is written yet. saved: it holds. undone: what was there before holds. */
export const HOLIDAY_SHEET_STATES = ["preview", "saved", "undone"] as const;

/** A year's list that came in, and what stood there before. */
export interface HolidaySheet {
  /** By the update that brought it. */
  id: string;
  by: number;
  year: string;
  state: (typeof HOLIDAY_SHEET_STATES)[number];
  at: Date;
  rows: YearRows;
  /** Absent: nothing was entered, the seed held. */
  before?: YearRows;
}

export const HOLIDAY_LIMITS = { bytes: 500_000, rows: 200, undoMs: 7 * 86_400_000 } as const;
