import { readTime } from "../read-date.ts";
import type { Reading } from "../text.ts";

/**
 * Reads from when until when, WIB, as typed: "9-15", "09.00 – 15.00", "9 sampai 15.30". `notHours`
 * it is none; `turned` it ends before it begins.
 */
export function readHours(
  text: string,
): Reading<{ from: string; until: string }, "notHours" | "turned"> {
  const parts = text.split(
    /\s*(?:\p{Pd}|\bs\.?\s?d\.?|\bsampai\b|\bhingga\b|\bto\b|\buntil\b)\s*/iu,
  );
  const [from, until] = parts.map((part) => readTime(part));
  if (parts.length !== 2 || !from?.ok || !until?.ok) return { ok: false, reason: "notHours" };
  if (from.value >= until.value) return { ok: false, reason: "turned" };
  return { ok: true, value: { from: from.value, until: until.value } };
}
