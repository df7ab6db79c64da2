import { addDays, daysBetween, instantOf, localDate, weekday } from "../dates.ts";
import {
  isHoliday,
  type OfficeCalendar,
  plannedFor,
  type Urgency,
} from "../notices/quiet-hours.ts";
import type { Training, TrainingDay } from "./training.ts";

/** week: H-7, eve: H-1, day: on the morning of each training day. */
export type ReminderKind = "week" | "eve" | "day";

/** One reminder of one plan of a training. */
export interface Reminder {
  /** "H-7", "H-1", "hari-1", "hari-2" …: unique within a plan. */
  rule: string;
  kind: ReminderKind;
  /** The training day it speaks of, and which one that is, from 1. */
  day: TrainingDay;
  dayNumber: number;
  dueAt: Date;
  /** From this moment it is stale and never sent. */
  notAfter: Date;
  urgency: Urgency;
  /** Arrives without a sound. */
  silent: boolean;
}

/**
 * The reminders of a plan, earliest first. H is the local date of the first day in Asia/Jakarta;
 * dates are counted, never steps of 24 hours.
 */
export function remindersOf(
  { days }: Pick<Training, "days">,
  calendar: OfficeCalendar,
): Reminder[] {
  const [first] = days;
  if (!first) return [];
  const planned = [
    weekBefore(first, calendar),
    dayBefore(first),
    ...days.map((day, index) => onTheDay(day, index + 1)),
  ];
  return planned
    .flatMap((reminder) => (reminder ? toOpenHours(reminder, calendar) : []))
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

const SUNDAY = 7;

/** H-7 at 09.00, dead at 20.30 of H-6. On a Sunday or holiday it goes earlier, never later. */
function weekBefore(day: TrainingDay, calendar: OfficeCalendar): Reminder {
  let date = addDays(day.date, -7);
  while (weekday(date) === SUNDAY || isHoliday(date, calendar)) date = addDays(date, -1);
  return {
    rule: "H-7",
    kind: "week",
    day,
    dayNumber: 1,
    dueAt: instantOf(date, "09:00"),
    notAfter: instantOf(addDays(day.date, -6), "20:30"),
    urgency: "reminder",
    silent: false,
  };
}

/** H-1 at 16.00, dead at local midnight. */
function dayBefore(day: TrainingDay): Reminder {
  return {
    rule: "H-1",
    kind: "eve",
    day,
    dayNumber: 1,
    dueAt: instantOf(addDays(day.date, -1), "16:00"),
    notAfter: instantOf(day.date, "00:00"),
    urgency: "reminder",
    silent: false,
  };
}

/** At 06.30, or 08.00 if the day starts after 10.00; none if it starts before 07.30. */
function onTheDay(day: TrainingDay, dayNumber: number): Reminder | undefined {
  if (day.from < "07:30") return undefined;
  return {
    rule: `hari-${dayNumber}`,
    kind: "day",
    day,
    dayNumber,
    dueAt: instantOf(day.date, day.from > "10:00" ? "08:00" : "06:30"),
    notAfter: new Date(instantOf(day.date, day.from).getTime() - 30 * 60_000),
    urgency: "today",
    silent: dayNumber > 1,
  };
}

/** Where quiet hours cover all of its life it goes earlier; where a month is quiet, not at all. */
function toOpenHours(reminder: Reminder, calendar: OfficeCalendar): Reminder[] {
  const { dueAt, notAfter, urgency } = reminder;
  const open = plannedFor(dueAt, notAfter, urgency, calendar);
  if (!open) return [];
  return [open < dueAt ? { ...reminder, dueAt: open } : reminder];
}

/** How the day is called by whoever reads it at this moment. */
export function dayWord(now: Date, date: string): "today" | "tomorrow" | "date" {
  const days = daysBetween(localDate(now), date);
  if (days === 0) return "today";
  return days === 1 ? "tomorrow" : "date";
}
