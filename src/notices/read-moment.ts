import { instantOf, localDate } from "../dates.ts";
import { readDate, readTime } from "../read-date.ts";
import type { Reading } from "../text.ts";

const FURTHEST_MS = 60 * 24 * 3_600_000;

/**
 * Reads when to send, as typed: a date and a time ("besok 08.00", "22 Agustus jam 7 malam"), or a
 * time of today. WIB. `past` it is over; `tooFar` more than 60 days ahead; `notAMoment` neither.
 */
export function readMoment(
  text: string,
  now: Date,
): Reading<Date, "notAMoment" | "past" | "tooFar"> {
  const at = momentIn(text, localDate(now));
  if (at === undefined) return { ok: false, reason: "notAMoment" };
  if (at <= now) return { ok: false, reason: "past" };
  if (at.getTime() - now.getTime() > FURTHEST_MS) return { ok: false, reason: "tooFar" };
  return { ok: true, value: at };
}

/** The longest time at the end of which what stands before it is a date. */
function momentIn(text: string, today: string): Date | undefined {
  const words = text.trim().split(/[\s,]+/);
  for (let at = 0; at < words.length; at += 1) {
    const time = readTime(words.slice(at).join(" "));
    if (!time.ok) continue;
    if (at === 0) return instantOf(today, time.value);
    const date = readDate(words.slice(0, at).join(" "), today);
    if (date.ok) return instantOf(date.value, time.value);
  }
  return undefined;
}
