import { DateTime } from "luxon";

/** Where every date and hour of the office lives: WIB, UTC+7, no summer time. */
export const ZONE = "Asia/Jakarta";

type Language = "id" | "en";

/** The local date of an instant in WIB, "YYYY-MM-DD". */
export function localDate(instant: Date): string {
  return atHome(instant).toFormat("yyyy-MM-dd");
}

/** The local time of an instant in WIB, "HH:MM". */
export function localTime(instant: Date): string {
  return atHome(instant).toFormat("HH:mm");
}

function atHome(instant: Date): DateTime {
  return DateTime.fromJSDate(instant, { zone: ZONE });
}

/** The instant of a local date and time ("HH:MM") in WIB. Throws on one that does not exist. */
export function instantOf(date: string, time: string): Date {
  const text = `${date}T${time}`;
  const found = instants.get(text) ?? readInstant(text);
  if (instants.size >= MOST_INSTANTS) instants.clear();
  instants.set(text, found);
  return new Date(found);
}

/** The same few days and hours are asked for with every message that is sent. */
const instants = new Map<string, number>();
const MOST_INSTANTS = 1_000;

function readInstant(text: string): number {
  const moment = DateTime.fromISO(text, { zone: ZONE });
  if (!moment.isValid) throw new RangeError(`No such local time: "${text.replace("T", '" "')}"`);
  return moment.toMillis();
}

/** Whether the text is a date that exists, as stored: "YYYY-MM-DD". */
export function isLocalDate(text: string): boolean {
  const start = Date.parse(`${text}T00:00:00Z`);
  // 30 February is taken for 2 March, and is not what comes back.
  return !Number.isNaN(start) && isoDay(start) === text;
}

const DAY_MS = 86_400_000;

/** Local dates are counted in days of the calendar, never in 24-hour steps of a clock. */
export function addDays(date: string, days: number): string {
  return isoDay(dayStart(date) + days * DAY_MS);
}

/** Days from one local date to another; negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return (dayStart(to) - dayStart(from)) / DAY_MS;
}

/** 1 Monday to 7 Sunday. */
export function weekday(date: string): number {
  return new Date(dayStart(date)).getUTCDay() || 7;
}

/**
 * A calendar day has no zone; UTC, where each has 24 hours, is only the frame it is computed in.
 * Throws on a date that does not exist.
 */
function dayStart(date: string): number {
  if (!isLocalDate(date)) throw new RangeError(`No such local date: "${date}"`);
  return Date.parse(`${date}T00:00:00Z`);
}

const isoDay = (start: number) => new Date(start).toISOString().slice(0, 10);

/** "Jumat, 22 Agustus 2025"; "Friday, 22 August 2025". */
export function showDate(date: string, language: Language = "id"): string {
  return `${name(date, "weekday", "long", language)}, ${dayOfYear(date, language)}`;
}

/** "Jum, 22 Agu 2025". */
export function showShortDate(date: string, language: Language = "id"): string {
  const month = name(date, "month", "short", language);
  return `${name(date, "weekday", "short", language)}, ${dayOf(date)} ${month} ${yearOf(date)}`;
}

/** "Agu 2025" of a month "2025-08". */
export function showMonth(month: string, language: Language = "id"): string {
  return `${name(`${month}-01`, "month", "short", language)} ${yearOf(month)}`;
}

/**
 * "Jumat–Selasa, 22–26 Agustus 2025": the days of a training, in any order. Days that do not follow
 * one another are all named, so that nobody comes on a day between. No days give "".
 */
export function showDateRange(dates: readonly string[], language: Language = "id"): string {
  return showSpan(dates, language, "–");
}

/** The same as letters write it: "Jumat s.d. Selasa, 22 s.d. 26 Agustus 2025". */
export function showDatesInLetter(dates: readonly string[]): string {
  return showSpan(dates, "id", " s.d. ");
}

function showSpan(dates: readonly string[], language: Language, until: string): string {
  const days = [...new Set(dates)].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return "";
  if (first === last) return showDate(first, language);
  if (daysBetween(first, last) !== days.length - 1)
    return days.map((date) => showDate(date, language)).join("; ");
  const weekdays = [first, last].map((date) => name(date, "weekday", "long", language));
  const from = withoutShared(first, last, language);
  return `${weekdays.join(until)}, ${from}${until}${dayOfYear(last, language)}`;
}

/** The first day of a span, without the month and year that the last day says anyway. */
function withoutShared(first: string, last: string, language: Language): string {
  if (yearOf(first) !== yearOf(last)) return dayOfYear(first, language);
  if (first.slice(0, 7) === last.slice(0, 7)) return dayOf(first);
  return `${dayOf(first)} ${name(first, "month", "long", language)}`;
}

const dayOf = (date: string) => String(Number(date.slice(8)));
const yearOf = (date: string) => date.slice(0, 4);

function dayOfYear(date: string, language: Language): string {
  return `${dayOf(date)} ${name(date, "month", "long", language)} ${yearOf(date)}`;
}

/** "pukul 09.00–15.00 WIB" from two local times "HH:MM"; "09:00–15:00 WIB" in English. */
export function showHours(from: string, until: string, language: Language = "id"): string {
  return language === "id" ? `pukul ${dotted(from)}–${dotted(until)} WIB` : `${from}–${until} WIB`;
}

/** "pukul 09.00 WIB"; "09:00 WIB" in English. */
export function showTime(time: string, language: Language = "id"): string {
  return language === "id" ? `pukul ${dotted(time)} WIB` : `${time} WIB`;
}

/** "Jumat, 22 Agustus 2025, pukul 09.00 WIB". */
export function showMoment(instant: Date, language: Language = "id"): string {
  return `${showDate(localDate(instant), language)}, ${showTime(localTime(instant), language)}`;
}

const dotted = (time: string) => time.replace(":", ".");

export type PartOfDay = "pagi" | "siang" | "sore" | "malam";

/** For greetings, by the clock in WIB: pagi from 04.00, siang 11.00, sore 15.00, malam 18.00. */
export function partOfDay(instant: Date): PartOfDay {
  const { hour } = atHome(instant);
  if (hour >= 4 && hour < 11) return "pagi";
  if (hour >= 11 && hour < 15) return "siang";
  return hour >= 15 && hour < 18 ? "sore" : "malam";
}

/** Building a formatter costs far more than using one. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Only names come from Intl; the order and the commas of a date change between its versions. */
function name(date: string, part: "weekday" | "month", form: "long" | "short", language: Language) {
  const id = `${language} ${part} ${form}`;
  const locale = language === "id" ? "id-ID" : "en-GB";
  const formatter =
    formatters.get(id) ?? new Intl.DateTimeFormat(locale, { [part]: form, timeZone: "UTC" });
  formatters.set(id, formatter);
  return formatter.format(dayStart(date));
}
