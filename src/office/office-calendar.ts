import type { Clock } from "../clock.ts";
import type { OfficeCalendar } from "../notices/quiet-hours.ts";
import { calendarOf, type YearRows } from "./holiday.ts";
import type { SettingValues } from "./setting-table.ts";

/** So old a reading may be: a change in another process is seen after these seconds. */
const FRESH_MS = 2_000;

/** The calendar as it stands: what is read of it is of the last reading. */
export type LivingCalendar = OfficeCalendar & {
  /** Reads it anew unless it was read just now. */
  refresh(): Promise<void>;
  /** Reads it anew: it was changed here. */
  reread(): Promise<void>;
};

/**
 * Rules take a calendar and work out dates by the thousand, so it is read once for each update and
 * each tick and not once for each rule. Until the first reading the seed holds.
 */
export function createOfficeCalendar(
  settings: {
    all(): Promise<SettingValues>;
    years(): Promise<Record<string, YearRows>>;
  },
  { seed, clock }: { seed: OfficeCalendar; clock: Clock },
): LivingCalendar {
  let current = seed;
  let readAt = -Infinity;
  const reread = async () => {
    const at = clock.now().getTime();
    const [years, values] = await Promise.all([settings.years(), settings.all()]);
    current = calendarOf(years, seed, values);
    readAt = at;
  };
  return {
    get holidays() {
      return current.holidays;
    },
    get ramadan() {
      return current.ramadan;
    },
    get hours() {
      return current.hours;
    },
    get office() {
      return current.office;
    },
    reread,
    async refresh() {
      if (Math.abs(clock.now().getTime() - readAt) >= FRESH_MS) await reread();
    },
  };
}
