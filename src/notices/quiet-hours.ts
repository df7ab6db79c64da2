import { addDays, instantOf, localDate, localTime, weekday } from "../dates.ts";

/** A row of the office's calendar; the owner enters next year's rows, code knows none. */
export interface Holiday {
  /** YYYY-MM-DD in Asia/Jakarta */
  date: string;
  name: string;
  kind: "national" | "jointLeave";
  /** Nothing at all is sent that day: the first two days of Idulfitri and Iduladha. */
  silent?: true;
  /** The decree that names the day. */
  source: string;
}

/** Days from `from` to `until`, both included. */
export interface Period {
  from: string;
  until: string;
  source: string;
}

/** Local hours "HH:MM" from one up to, not including, the other. */
interface Hours {
  from: string;
  until: string;
}

/** The settings `quiet.*`. */
export interface QuietHours {
  /** Until the next morning. */
  night: Hours;
  /** From when the morning's word to participants of that day may go. */
  today: string;
  noon: Hours;
  /** Noon on Fridays. */
  friday: Hours;
  evening: Hours;
  /** In Ramadan nothing goes to many from this hour on. */
  ramadan: string;
}

export interface OfficeCalendar {
  holidays: readonly Holiday[];
  ramadan: readonly Period[];
  /** Undefined: the hours of the seed. */
  hours?: QuietHours | undefined;
  /** When the office works; undefined: the seed. */
  office?: Hours | undefined;
}

const SEED: QuietHours = {
  night: { from: "20:30", until: "07:00" },
  today: "06:00",
  noon: { from: "11:30", until: "13:00" },
  friday: { from: "11:00", until: "13:30" },
  evening: { from: "17:30", until: "19:30" },
  ramadan: "16:30",
};

const OFFICE: Hours = { from: "07:30", until: "17:00" };

/** When the office works on its days. */
export const officeHours = ({ office = OFFICE }: OfficeCalendar): Hours => office;

/**
 * today: tells participants of a training on the day itself. announcement: to many, can wait for
 * a working day. reminder: everything else that goes to many.
 */
export type Urgency = "today" | "reminder" | "announcement";

/** Local hours from `from` up to, not including, `until`. */
type Window = [from: string, until: string];

export function isHoliday(date: string, { holidays }: OfficeCalendar): boolean {
  return holidays.some((holiday) => holiday.date === date);
}

/**
 * The first moment at or after `at`, and before `notAfter`, at which such a notice may go to
 * many. Undefined when all that is left is quiet.
 */
export function nextOpen(
  at: Date,
  notAfter: Date,
  urgency: Urgency,
  calendar: OfficeCalendar,
): Date | undefined {
  let open = at;
  while (open < notAfter) {
    const quiet = quietAround(open, urgency, calendar);
    if (!quiet) return open;
    open = quiet.until;
  }
  return undefined;
}

/**
 * When a notice that should go at `dueAt` is planned: the next open moment, or, where everything
 * up to `notAfter` is quiet, the last open minute before. Undefined when the month before has none.
 */
export function plannedFor(
  dueAt: Date,
  notAfter: Date,
  urgency: Urgency,
  calendar: OfficeCalendar,
): Date | undefined {
  return (
    nextOpen(dueAt, notAfter, urgency, calendar) ??
    lastOpen(dueAt, new Date(dueAt.getTime() - 31 * 24 * HOUR_MS), urgency, calendar)
  );
}

function lastOpen(
  before: Date,
  notBefore: Date,
  urgency: Urgency,
  calendar: OfficeCalendar,
): Date | undefined {
  let open = before;
  while (open > notBefore) {
    const quiet = quietAround(open, urgency, calendar);
    if (!quiet) return open;
    open = new Date(quiet.from.getTime() - MINUTE_MS);
  }
  return undefined;
}

/**
 * The start of the next stretch of open hours: at once ends the quiet, or, where it is open now,
 * after the quiet that comes next. Undefined when the fortnight ahead has none.
 */
export function nextWindow(at: Date, urgency: Urgency, calendar: OfficeCalendar): Date | undefined {
  const end = new Date(at.getTime() + 14 * 24 * HOUR_MS);
  const open = nextOpen(at, end, urgency, calendar);
  if (open === undefined || open > at) return open;
  const [date, time] = [localDate(at), localTime(at)];
  const next = quietWindows(date, urgency, calendar)
    .map(([from]) => from)
    .filter((from) => from > time)
    .sort()[0];
  return nextOpen(
    instantOf(next ? date : addDays(date, 1), next ?? "00:00"),
    end,
    urgency,
    calendar,
  );
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The quiet window that holds this moment; undefined when the moment is open. */
function quietAround(at: Date, urgency: Urgency, calendar: OfficeCalendar) {
  const [date, time] = [localDate(at), localTime(at)];
  const windows = quietWindows(date, urgency, calendar);
  const quiet = windows.find(([from, until]) => from <= time && time < until);
  return quiet && { from: instantOf(date, quiet[0]), until: instantOf(date, quiet[1]) };
}

/** As ISO 8601 calls the end of a day. */
const MIDNIGHT = "24:00";
const FRIDAY = 5;
const SATURDAY = 6;

/** The office's quiet hours of one local day. */
function quietWindows(date: string, urgency: Urgency, calendar: OfficeCalendar): Window[] {
  if (isSilent(date, calendar)) return [["00:00", MIDNIGHT]];
  if (urgency === "announcement" && !isWorkable(date, calendar)) return [["00:00", MIDNIGHT]];
  const { night, today, noon, friday, evening, ramadan } = calendar.hours ?? SEED;
  const midday = weekday(date) === FRIDAY ? friday : noon;
  const dusk = isRamadan(date, calendar) && ramadan < night.from ? ramadan : night.from;
  return [
    ["00:00", urgency === "today" && today < night.until ? today : night.until],
    [midday.from, midday.until],
    [evening.from, evening.until],
    [dusk, MIDNIGHT],
  ];
}

function isSilent(date: string, { holidays }: OfficeCalendar): boolean {
  return holidays.some((holiday) => holiday.date === date && holiday.silent);
}

function isRamadan(date: string, { ramadan }: OfficeCalendar): boolean {
  return ramadan.some(({ from, until }) => from <= date && date <= until);
}

/** No holiday, and no weekend that only prolongs one. */
function isWorkable(date: string, calendar: OfficeCalendar): boolean {
  if (isHoliday(date, calendar)) return false;
  return weekday(date) < SATURDAY || isWorkable(addDays(date, -1), calendar);
}
