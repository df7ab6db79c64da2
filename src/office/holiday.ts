import type { Holiday, OfficeCalendar, Period, QuietHours } from "../notices/quiet-hours.ts";
import { hoursOf, type SettingValues } from "./setting-table.ts";

/** What the office entered for one year. */
export interface YearRows {
  rows: Holiday[];
  ramadan: Period[];
}

/** The years of a calendar, each with its rows. */
export function byYear({ holidays, ramadan }: OfficeCalendar): Record<string, YearRows> {
  const years: Record<string, YearRows> = {};
  const of = (date: string) => (years[date.slice(0, 4)] ??= { rows: [], ramadan: [] });
  for (const holiday of holidays) of(holiday.date).rows.push(holiday);
  for (const period of ramadan) of(period.from).ramadan.push(period);
  return years;
}

/** The calendar that holds: what was entered, and the seed for the years that were not. */
export function calendarOf(
  entered: Record<string, YearRows>,
  seed: OfficeCalendar,
  values: SettingValues,
): OfficeCalendar {
  const years = Object.values({ ...byYear(seed), ...entered });
  return {
    holidays: years.flatMap(({ rows }) => rows),
    ramadan: years.flatMap(({ ramadan }) => ramadan),
    hours: quietHoursOf(values),
    office: hoursOf(values["office.hours"]),
  };
}

function quietHoursOf(values: SettingValues): QuietHours {
  return {
    ...{ night: hoursOf(values["quiet.night"]), today: values["quiet.today"] },
    ...{ noon: hoursOf(values["quiet.noon"]), friday: hoursOf(values["quiet.friday"]) },
    ...{ evening: hoursOf(values["quiet.evening"]), ramadan: values["quiet.ramadan"] },
  };
}
