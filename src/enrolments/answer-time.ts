import { addDays, instantOf, localDate } from "../dates.ts";
import type { TrainingDay } from "../trainings/training.ts";

const HOUR_MS = 3_600_000;
const LONG_MS = 24 * HOUR_MS;
/** From H-3 on. */
const SHORT_MS = 6 * HOUR_MS;
/** Nobody is asked who would have less time than this. */
const LEAST_MS = HOUR_MS;
/** The night does not count: it ends in the morning, and begins in the evening. */
const DAY = { from: "07:00", until: "20:30" };

type Days = readonly TrainingDay[];

const firstDate = (days: Days) => days[0]?.date ?? "1970-01-01";

/** From H-1 16.00 (WIB) on only people fill seats, by phone. */
export function byPhoneFrom(days: Days): Date {
  return instantOf(addDays(firstDate(days), -1), "16:00");
}

/**
 * Until when somebody of the waiting list may answer who is asked at this moment: 24 hours, from
 * H-3 on six, the night not counted, and at H-1 16.00 at the latest. Undefined: it is too late to
 * ask anybody.
 */
export function answerTime(askedAt: Date, days: Days): Date | undefined {
  const isShort = localDate(askedAt) >= addDays(firstDate(days), -3);
  const end = byPhoneFrom(days);
  const answerBy = afterWaking(askedAt, isShort ? SHORT_MS : LONG_MS);
  const capped = answerBy < end ? answerBy : end;
  return afterWaking(askedAt, LEAST_MS) > capped ? undefined : capped;
}

/** The moment at which so many milliseconds outside the night have passed. */
function afterWaking(from: Date, ms: number): Date {
  let [left, at] = [ms, from];
  for (;;) {
    const date = localDate(at);
    const morning = instantOf(date, DAY.from);
    const evening = instantOf(date, DAY.until);
    const start = at < morning ? morning : at;
    const awake = Math.max(0, evening.getTime() - start.getTime());
    if (left <= awake) return new Date(start.getTime() + left);
    left -= awake;
    at = instantOf(addDays(date, 1), "00:00");
  }
}
