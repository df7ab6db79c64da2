/** How long what is kept: the first values of the settings `retention.*`. */
export const RETENTION = {
  /** A form nobody goes on with: reminded of once, then dropped. */
  nudgeHours: 24,
  draftDays: 7,
  dialogueDays: 7,
  personDays: 30,
  parkedHours: 48,
  /** The hour in which wrong codes count is over long since. */
  claimerHours: 24,
  /** A record without a sign of its person, and how long before its end that is told. */
  recordMonths: 24,
  warnDays: 30,
  /** From the wish to be erased to the erasure. */
  leaveDays: 7,
  deliveryMonths: 12,
  auditMonths: 24,
  /** Free words about a training; the taps stay. */
  feedbackTextMonths: 12,
  /** After the record is gone. */
  proofMonths: 12,
  /** Marks of presence; then the name is replaced by a number. */
  markMonths: 60,
  /** Who asked for which list, with the reason; the audit keeps the rest. */
  exportDays: 30,
  /** Longer than any backup. */
  erasureListDays: 42,
};

/** However the owner sets it, the list of erasures reaches back so far. */
export const LEAST_ERASURE_LIST_DAYS = 36;

export type Retention = typeof RETENTION;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export const hoursBefore = (at: Date, hours: number) => new Date(at.getTime() - hours * HOUR_MS);
export const daysBefore = (at: Date, days: number) => new Date(at.getTime() - days * DAY_MS);
export const daysAfter = (at: Date, days: number) => daysBefore(at, -days);

/** The same moment so many months before; from the 31st it may be the first days of the next. */
export function monthsBefore(at: Date, months: number): Date {
  const moved = new Date(at);
  moved.setUTCMonth(moved.getUTCMonth() - months);
  return moved;
}

export const monthsAfter = (at: Date, months: number) => monthsBefore(at, -months);
