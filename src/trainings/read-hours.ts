import { readTime } from "../read-date.ts";
import { cleanLines, type Reading } from "../text.ts";
import type { Hours } from "./training-answers.ts";

export type HoursProblem = "notATime" | "noSuchTime" | "backwards" | "wrongCount";

/** "Hari ke-2–4: …", as the card of a training says it. */
const FOR_DAYS = /^hari\s*(?:ke)?[\s-]*(\d{1,2})(?:\s*[–—-]\s*(\d{1,2}))?\s*:\s*/i;
const BETWEEN = /\s*(?:[–—-]|\bs\/d\b|\bs\.?d\.?(?=\s)|\bsampai\b|\bhingga\b|\bto\b|\buntil\b)\s*/i;

/**
 * Reads the hours of so many days: one span for all of them, or one for each with commas or line
 * breaks between. Local times, WIB.
 */
export function readHours(typed: string, days: number): Reading<Hours[], HoursProblem> {
  const items = cleanLines(typed)
    .split(/[;,\n]+/)
    .filter((item) => item.trim() !== "");
  const hours: Hours[] = [];
  for (const item of items) {
    const [said = "", first = "", last = first] = FOR_DAYS.exec(item.trim()) ?? [];
    const read = readSpan(item.trim().slice(said.length));
    if (!read.ok) return read;
    const times = said ? Number(last) - Number(first) + 1 : 1;
    if (times < 1 || times > days) return { ok: false, reason: "wrongCount" };
    hours.push(...Array.from({ length: times }, () => read.value));
  }
  if (!hours.length) return { ok: false, reason: "notATime" };
  return hours.length === 1 || hours.length === days
    ? { ok: true, value: hours }
    : { ok: false, reason: "wrongCount" };
}

function readSpan(typed: string): Reading<Hours, HoursProblem> {
  const [start, end, more] = typed.split(BETWEEN);
  if (!start || !end || more !== undefined) return { ok: false, reason: "notATime" };
  const from = readTime(start);
  if (!from.ok) return from;
  const until = readTime(end);
  if (!until.ok) return until;
  return from.value < until.value
    ? { ok: true, value: { from: from.value, until: until.value } }
    : { ok: false, reason: "backwards" };
}
