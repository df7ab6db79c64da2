import { addDays, isLocalDate } from "./dates.ts";
import { normalise, type Reading } from "./text.ts";

/** Spellings of months that people use; luxon knows neither "Agt" and "Ags" nor "Peb" and "Nop". */
const MONTHS: readonly string[] = [
  "jan januari january",
  "feb februari february peb pebruari",
  "mar mrt maret march",
  "apr april",
  "mei may",
  "jun juni june",
  "jul juli july",
  "agu ags agt agus agust agustus aug august",
  "sep sept september",
  "okt oktober oct october",
  "nov november nop nopember",
  "des desember dec december",
];
const monthNumbers = new Map(
  MONTHS.flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
);

const DAYS_AHEAD = new Map([
  ["hari ini", 0],
  ["today", 0],
  ["besok", 1],
  ["tomorrow", 1],
  ["lusa", 2],
]);

/** A weekday said along with a date is not compared: the date is echoed with its own, for a tap. */
const BEFORE_A_DATE =
  /^(?:(?:hari|tanggal|tgl|senin|selasa|rabu|kamis|jumat|sabtu|minggu|ahad|monday|tuesday|wednesday|thursday|friday|saturday|sunday) )+(?=\S)/;

const DAY_FIRST = /^(\d{1,2}) (\d{1,2}|\p{L}+)(?: (\d{4}|\d{2}))?$/u;
const YEAR_FIRST = /^(\d{4}) (\d{1,2}) (\d{1,2})$/;

/**
 * Reads a date as typed, day first and never month first, into "YYYY-MM-DD". Without a year it is
 * the next such date from `today` (a local date) on, `today` among them. Echo it in the long form.
 *
 * Reasons: `notADate` it is no date at all; `noSuchDate` the calendar lacks it (31 April), or it
 * lies outside 1900–2100.
 */
export function readDate(text: string, today: string): Reading<string, "notADate" | "noSuchDate"> {
  const said = spaced(text);
  const ahead = DAYS_AHEAD.get(said);
  if (ahead !== undefined) return { ok: true, value: addDays(today, ahead) };
  const parts = partsOf(said.replace(BEFORE_A_DATE, ""));
  if (parts === undefined) return { ok: false, reason: "notADate" };
  const found = parts.year === undefined ? nextSuch(parts, today) : isoDate(parts, parts.year);
  return found === undefined ? { ok: false, reason: "noSuchDate" } : { ok: true, value: found };
}

/** Small words and numbers, one space apart: "22/08/2025", "22.8.2025" and "22Agustus" alike. */
function spaced(text: string): string {
  return normalise(text.replace(/\./g, " ")).replace(/(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/gu, " ");
}

interface DateParts {
  day: number;
  month: number;
  year?: number;
}

function partsOf(said: string): DateParts | undefined {
  const [, isoYear, isoMonth, isoDay] = YEAR_FIRST.exec(said) ?? [];
  if (isoYear !== undefined)
    return { day: Number(isoDay), month: Number(isoMonth), year: Number(isoYear) };
  const [, day, monthSaid = "", year] = DAY_FIRST.exec(said) ?? [];
  const month = /^\d/.test(monthSaid) ? Number(monthSaid) : monthNumbers.get(monthSaid);
  if (day === undefined || month === undefined) return undefined;
  const parts = { day: Number(day), month };
  return year === undefined ? parts : { ...parts, year: fullYear(year) };
}

/** "25" is 2025. */
function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

/** A leap day may lie up to eight years ahead (the year 2100 has none). */
function nextSuch(parts: DateParts, today: string): string | undefined {
  const year = Number(today.slice(0, 4));
  const years = Array.from({ length: 9 }, (_, ahead) => year + ahead);
  return years
    .map((one) => isoDate(parts, one))
    .find((date) => date !== undefined && date >= today);
}

function isoDate({ day, month }: DateParts, year: number): string | undefined {
  if (year < 1900 || year > 2100) return undefined;
  const date = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  return isLocalDate(date) ? date : undefined;
}

const twoDigits = (number: number) => String(number).padStart(2, "0");

const TIME =
  /^(?:(?:pukul|jam|pkl|at) )?(\d{1,2})(?: (\d{2}))?(?: (pagi|siang|sore|malam|am|pm))?(?: wib)?$/;

/**
 * Reads a local time of day, WIB, as typed ("9", "09.00", "9:30", "jam 2 siang"), into "HH:MM".
 * A bare number is the hour of 24. `notATime` it is none; `noSuchTime` past 23.59.
 */
export function readTime(text: string): Reading<string, "notATime" | "noSuchTime"> {
  // "9-15" is from nine to three, not a quarter past nine.
  if (/[\p{Pd}/]/u.test(text)) return { ok: false, reason: "notATime" };
  const found = TIME.exec(spaced(text).replace(/\b(\d\d)(\d\d)\b/, "$1 $2"));
  if (found === null) return { ok: false, reason: "notATime" };
  const hour = hourOf(Number(found[1]), found[3]);
  const minute = Number(found[2] ?? "0");
  if (hour > 23 || minute > 59) return { ok: false, reason: "noSuchTime" };
  return { ok: true, value: `${twoDigits(hour)}:${twoDigits(minute)}` };
}

/** "2 siang" is 14, "7 malam" 19, "1 malam" 1, "12 malam" 0; the word adds nothing to "14". */
function hourOf(hour: number, part: string | undefined): number {
  if (hour === 12) return part === "malam" || part === "am" ? 0 : 12;
  if (hour > 12) return hour;
  const afternoon =
    part === "pm" ||
    part === "sore" ||
    (part === "siang" && hour < 6) ||
    (part === "malam" && hour > 5);
  return afternoon ? hour + 12 : hour;
}
