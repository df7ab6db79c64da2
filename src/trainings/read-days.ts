import { addDays, daysBetween } from "../dates.ts";
import { readDate } from "../read-date.ts";
import { cleanLines, type Reading } from "../text.ts";

export const MOST_DAYS = 14;

/** The days of a training lie within so many days, so that a few signs can name them all. */
const MOST_SPAN = 60;

export type DaysProblem = "notADate" | "noSuchDate" | "past" | "backwards" | "tooMany" | "tooFar";
type Days = Reading<string[], DaysProblem>;

const WEEKDAYS =
  /\b(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|hari|tanggal|tgl|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/gi;
/** Words and dashes between the ends of a span. A dash inside "22-8-2025" stands without spaces. */
const CLEAR_SPAN =
  /\s+(?:s\/d|s\.?\s?d\.?|sampai(?:\s+dengan)?|hingga|to|until)\s+|\s+-\s+|\s*[–—]\s*/i;
const ANY_DASH = /\s*-\s*/;
const BETWEEN_ITEMS = /[,;\n&]|\bdan\b|\band\b/i;

/**
 * Reads the days of a training as people write them: "22–26 Agustus 2025", "30 Agustus s.d.
 * 2 September", "22, 23 dan 25 Agustus". Local dates, earliest first, each once.
 */
export function readDays(typed: string, today: string): Days {
  const said = cleanLines(typed).replace(WEEKDAYS, " ");
  const items = said
    .split(BETWEEN_ITEMS)
    .map((item) => item.replace(/^[\s–—-]+|[\s–—-]+$/g, ""))
    .filter((item) => item !== "");
  const days: string[] = [];
  // A bare number takes its month and year from what follows it.
  let tail = "";
  for (const item of items.reverse()) {
    const read = readItem(item, tail, today);
    if (!read.ok) return read;
    days.push(...read.value);
    tail = tailOf(item) || tail;
  }
  return checked([...new Set(days)].sort(), today);
}

function checked(days: string[], today: string): Days {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { ok: false, reason: "notADate" };
  if (first < today) return { ok: false, reason: "past" };
  if (days.length > MOST_DAYS) return { ok: false, reason: "tooMany" };
  return daysBetween(first, last) > MOST_SPAN
    ? { ok: false, reason: "tooFar" }
    : { ok: true, value: days };
}

/** "Agustus 2025" of "22 Agustus 2025" and of "22–26 Agustus 2025". */
const tailOf = (item: string): string =>
  /\d\s*(\p{L}{3,}\.?(?:\s+\d{2,4})?)$/u.exec(item)?.[1] ?? "";

const isBare = (item: string) => /^\d{1,2}$/.test(item);

function readItem(item: string, tail: string, today: string): Days {
  const whole = readDate(isBare(item) ? `${item} ${tail}` : item, today);
  if (whole.ok) return { ok: true, value: [whole.value] };
  for (const between of [CLEAR_SPAN, ANY_DASH]) {
    const [from, until, more] = item.split(between);
    if (from && until && more === undefined) return readSpan(from, until, tail, today);
  }
  return whole;
}

function readSpan(from: string, until: string, tail: string, today: string): Days {
  const last = readDate(isBare(until) ? `${until} ${tail}` : until, today);
  if (!last.ok) return last;
  const first = firstOf(from, until, tail, last.value);
  if (!first.ok) return first;
  const days = daysBetween(first.value, last.value) + 1;
  if (days < 1) return { ok: false, reason: "backwards" };
  if (days > MOST_DAYS) return { ok: false, reason: "tooMany" };
  return { ok: true, value: Array.from({ length: days }, (_, day) => addDays(first.value, day)) };
}

/** The first day, with the month and year that only the last one says; a year earlier over New Year. */
function firstOf(from: string, until: string, tail: string, last: string) {
  const year = last.slice(0, 4);
  const said = isBare(from) ? `${from} ${tailOf(until) || tail}` : from;
  const named = /\b\d{4}\b/.test(said) ? said : `${said} ${year}`;
  const first = readDate(named, last);
  if (!first.ok || first.value <= last || /\b\d{4}\b/.test(from)) return first;
  if (isBare(from)) return first;
  return readDate(`${said} ${Number(year) - 1}`, last);
}

/** Days in a few signs, for a button: the first date and a mask of those that follow. */
export function packDays(days: readonly string[]): string {
  const [first = ""] = days;
  const mask = days.reduce((sum, date) => sum | (1n << BigInt(daysBetween(first, date))), 0n);
  return `${first}.${mask.toString(36)}`;
}

/** The days of such a button; undefined for one that was made up. */
export function unpackDays(packed: string, today: string): string[] | undefined {
  const [, first = "", mask = ""] = /^(\d{4}-\d\d-\d\d)\.([0-9a-z]{1,13})$/.exec(packed) ?? [];
  if (!first) return undefined;
  const read = readDate(first, today);
  if (!read.ok) return undefined;
  const bits = [...mask].reduce((sum, digit) => sum * 36n + BigInt(parseInt(digit, 36)), 0n);
  const offsets = Array.from({ length: MOST_SPAN + 1 }, (_, day) => day);
  const days = offsets
    .filter((day) => (bits >> BigInt(day)) & 1n)
    .map((day) => addDays(read.value, day));
  const sound = checked(days, today);
  return sound.ok ? sound.value : undefined;
}
