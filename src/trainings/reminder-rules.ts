import { addDays, daysBetween, instantOf, localDate, weekday } from "../dates.ts";
import {
  isHoliday,
  type OfficeCalendar,
  plannedFor,
  type Urgency,
} from "../notices/quiet-hours.ts";
import type { Training, TrainingDay } from "./training.ts";

/**
 * week: H-7. sure: H-3, to who is not sure yet. travel: H-2, out of town. eve: H-1. day: on the
 * morning of each training day. departure: the same on a first day that begins with a gathering.
 * thanks: H+1. month, quarter: H+30 and H+90.
 */
export const REMINDER_KINDS = [
  ...(["week", "sure", "travel", "eve", "departure", "day"] as const),
  ...(["thanks", "month", "quarter"] as const),
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/**
 * going: holds a seat and said yes. unsure: the same, but nobody confirmed it yet. present: was
 * there on at least one day.
 */
export type ReminderAudience = "going" | "unsure" | "present";

/** One reminder of one plan of a training. */
export interface Reminder {
  /** "H-7", "H-1", "hari-1", "hari-2", "H+30" …: unique within a plan. */
  rule: string;
  kind: ReminderKind;
  /** Whom it is for: asked when it is listed, and again right before each call. */
  to: ReminderAudience;
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

/** What of a plan its reminders come from. */
type Plan = Pick<Training, "days"> & Partial<Pick<Training, "gathering" | "travel">>;

/**
 * The reminders of a plan, earliest first. H is the local date of the first day in Asia/Jakarta,
 * H+n counts from the last; dates are counted, never steps of 24 hours.
 */
export function remindersOf(plan: Plan, calendar: OfficeCalendar): Reminder[] {
  const { days } = plan;
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const planned = [
    weekBefore(first, calendar),
    askAgain(first),
    isOutOfTown(plan) && beforeLeaving(first),
    dayBefore(first),
    ...days.map((day, index) =>
      index === 0 && plan.gathering
        ? onDeparture(day, plan.gathering.at)
        : onTheDay(day, index + 1),
    ),
    ...AFTERWARDS.map((rule) => afterwards(rule, last, days.length)),
  ];
  return planned
    .flatMap((reminder) => (reminder ? toOpenHours(reminder, calendar) : []))
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

/** People leave together, or the office says how they travel. */
function isOutOfTown({ gathering, travel }: Plan): boolean {
  return gathering !== undefined || travel !== undefined;
}

const SUNDAY = 7;

/** What all that comes before the first day has in common. */
const BEFORE = { dayNumber: 1, urgency: "reminder", silent: false } as const;

/** H-7 at 09.00, dead at 20.30 of H-6. On a Sunday or holiday it goes earlier, never later. */
function weekBefore(day: TrainingDay, calendar: OfficeCalendar): Reminder {
  let date = addDays(day.date, -7);
  while (weekday(date) === SUNDAY || isHoliday(date, calendar)) date = addDays(date, -1);
  return {
    ...{ ...BEFORE, rule: "H-7", kind: "week", to: "going", day },
    dueAt: instantOf(date, "09:00"),
    notAfter: instantOf(addDays(day.date, -6), "20:30"),
  };
}

/** H-3 at 09.00, dead at 20.30 of H-2. */
function askAgain(day: TrainingDay): Reminder {
  return {
    ...{ ...BEFORE, rule: "H-3", kind: "sure", to: "unsure", day },
    dueAt: instantOf(addDays(day.date, -3), "09:00"),
    notAfter: instantOf(addDays(day.date, -2), "20:30"),
  };
}

/** H-2 at 16.00, dead at 12.00 of H-1. */
function beforeLeaving(day: TrainingDay): Reminder {
  return {
    ...{ ...BEFORE, rule: "H-2", kind: "travel", to: "going", day },
    dueAt: instantOf(addDays(day.date, -2), "16:00"),
    notAfter: instantOf(addDays(day.date, -1), "12:00"),
  };
}

/** H-1 at 16.00, dead at local midnight. */
function dayBefore(day: TrainingDay): Reminder {
  return {
    ...{ ...BEFORE, rule: "H-1", kind: "eve", to: "going", day },
    dueAt: instantOf(addDays(day.date, -1), "16:00"),
    notAfter: instantOf(day.date, "00:00"),
  };
}

const MINUTE_MS = 60_000;

/** At 06.30, or 08.00 if the day starts after 10.00; none if it starts before 07.30. */
function onTheDay(day: TrainingDay, dayNumber: number): Reminder | undefined {
  if (day.from < EARLIEST) return undefined;
  return {
    ...{ rule: `hari-${dayNumber}`, kind: "day", to: "going", day, dayNumber },
    ...{ urgency: "today", silent: dayNumber > 1 },
    dueAt: instantOf(day.date, day.from > "10:00" ? "08:00" : MORNING),
    notAfter: new Date(instantOf(day.date, day.from).getTime() - 30 * MINUTE_MS),
  };
}

const MORNING = "06:30";
const EARLIEST = "07:30";

/**
 * Where people gather first, that hour counts and not the start: two hours before it, at 06.30 at
 * the earliest, dead 30 minutes before. None if they gather before 07.30: H-1 told the hour.
 */
function onDeparture(day: TrainingDay, gathering: string): Reminder | undefined {
  const at = gathering < day.from ? gathering : day.from;
  if (at < EARLIEST) return undefined;
  const leaves = instantOf(day.date, at).getTime();
  const dueAt = Math.max(leaves - 120 * MINUTE_MS, instantOf(day.date, MORNING).getTime());
  return {
    ...{ rule: "hari-1", kind: "departure", to: "going", day, dayNumber: 1 },
    ...{ urgency: "today", silent: false },
    ...{ dueAt: new Date(dueAt), notAfter: new Date(leaves - 30 * MINUTE_MS) },
  };
}

/** Days after the last one at which a reminder goes at 09.00, and how long and until when it lives. */
const AFTERWARDS = [
  { kind: "thanks", after: 1, livesFor: 6, until: "20:30" },
  { kind: "month", after: 30, livesFor: 7, until: "09:00" },
  { kind: "quarter", after: 90, livesFor: 7, until: "09:00" },
] as const;

function afterwards(
  { kind, after, livesFor, until }: (typeof AFTERWARDS)[number],
  last: TrainingDay,
  dayNumber: number,
): Reminder {
  return {
    ...{ rule: `H+${after}`, kind, to: "present", day: last, dayNumber },
    ...{ urgency: "reminder", silent: false },
    dueAt: instantOf(addDays(last.date, after), "09:00"),
    notAfter: instantOf(addDays(last.date, after + livesFor), until),
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
