/** What a reader makes of typed text: a value, or the reason for the sentence that asks again. */
export type Reading<Value, Reason extends string> =
  { ok: true; value: Value } | { ok: false; reason: Reason };

const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Control, bidi, zero-width, half a surrogate pair, private use, and letters that show nothing. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Typed text as it may be kept: NFC, one line, single spaces, nothing invisible. Never fails. */
export function cleanText(raw: string): string {
  // Before NFC: an unseen sign between a letter and its mark would keep them from joining.
  const seen = raw.replace(LINE_BREAKS, " ").replace(UNSEEN, "").normalize("NFC");
  return seen.replace(/\s+/g, " ").trim();
}

/** The same with its lines kept. */
export function cleanLines(raw: string): string {
  const lines = raw.split(/\r\n|[\n\r\u2028\u2029]/).map(cleanText);
  return lines.join("\n").trim();
}

/** At most so many signs, with "…" where it was cut. */
export function shorten(text: string, most: number): string {
  const signs = Array.from(segmenter.segment(text), ({ segment }) => segment);
  if (signs.length <= most) return text;
  return `${signs
    .slice(0, Math.max(0, most - 1))
    .join("")
    .trimEnd()}…`;
}

const segmenter = new Intl.Segmenter("id", { granularity: "grapheme" });

/** How many signs a person sees (an accented letter or an emoji is one). */
export function graphemes(text: string): number {
  return Array.from(segmenter.segment(text)).length;
}

/** For matching only: lower case, no accents, "Nur'aini" as "nuraini"; other signs are spaces. */
export function normalise(text: string): string {
  // Taken apart again after lower-casing, which can bring marks of its own ("İ").
  const letters = cleanText(text).normalize("NFKD").toLowerCase().normalize("NFKD");
  const bare = letters.replace(/[\p{M}'’‘ʼʻ`´"“”.]/gu, "");
  return westernDigits(bare)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Digits of any script (Arabic, Javanese, full width …) as 0–9; the rest stays. */
export function westernDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

/** Unicode lays decimal digits out in unbroken runs that start at a zero and hold tens. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let start = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start -= 1;
  return (code - start) % 10;
}

/**
 * Letters added, lost, changed or swapped with their neighbour between two texts. Counting stops
 * past `max`: the answer is then `max + 1`.
 */
export function editDistance(a: string, b: string, max: number): number {
  const [from, to] = [Array.from(a), Array.from(b)];
  if (Math.abs(from.length - to.length) > max) return max + 1;
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i += 1) {
    const next = nextRow(from, to, i, before, row);
    if (Math.min(...next) > max) return max + 1;
    [before, row] = [row, next];
  }
  return Math.min(row[to.length] ?? 0, max + 1);
}

function nextRow(from: string[], to: string[], i: number, before: number[], row: number[]) {
  const next = [i];
  for (let j = 1; j <= to.length; j += 1) {
    const change = at(row, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1);
    const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
    const swap = swapped ? at(before, j - 2) + 1 : Infinity;
    next.push(Math.min(change, at(row, j) + 1, at(next, j - 1) + 1, swap));
  }
  return next;
}

const at = (row: number[], index: number): number => row[index] ?? Infinity;

/** What a typed word stands for: the button it replaces. */
export type Word =
  "yes" | "no" | "back" | "skip" | "save" | "keep" | "done" | "cancel" | "menu" | "help";

const SAID: Record<Word, string> = {
  yes: "ya, iya, y, ya betul, iya betul, betul, benar, ya benar, setuju, ya setuju, saya setuju, ya saya setuju, yes",
  no: "tidak, tdk, gak, ga, nggak, enggak, ngga, tak, bukan, tidak setuju, saya tidak setuju, no",
  back: "kembali, balik, sebelumnya, back",
  skip: "lewati, lewat, lewati saja, skip, tidak punya, tdk punya, gak punya, belum punya, tidak ada, tdk ada, gak ada, belum ada, tidak tahu, tdk tahu, gak tahu, gak tau",
  save: "simpan, simpan dulu, save",
  keep: "tetap, tetap pakai ini, keep",
  done: "selesai, sudah, sudah selesai, cukup, done",
  cancel: "batal, batalkan, cancel",
  menu: "menu",
  help: "bantuan, tolong, help",
};

// A Map, not the object: "constructor" and "__proto__" are words people may type.
const WORDS = new Map(
  (Object.keys(SAID) as Word[]).flatMap((word) =>
    SAID[word].split(", ").map((said): [string, Word] => [said, word]),
  ),
);

/** Recognises a typed word that works like a button; `undefined` when it is anything else. */
export function readWord(text: string): Word | undefined {
  return WORDS.get(normalise(text));
}

const CHOICE = /^(?:(?:no|nomor|nomer|number|pilih|pilihan)\s*[.:]?\s*|#)?(\d+)\s*[.)]?$/i;

/**
 * A typed number of a list: 1 to `count` through the whole list, or 0, which is *Kembali*.
 * "no. 3", "3." and digits of other scripts count.
 */
export function readChoice(
  text: string,
  count: number,
): Reading<number, "notANumber" | "outOfRange"> {
  // Without marks: the keycap emoji "3️⃣" is a 3 with a frame.
  const typed = westernDigits(cleanText(text)).replace(/\p{M}/gu, "");
  const digits = CHOICE.exec(typed)?.[1];
  if (digits === undefined) return { ok: false, reason: "notANumber" };
  const value = Number(digits);
  return value <= count ? { ok: true, value } : { ok: false, reason: "outOfRange" };
}

/** Several typed numbers of a list ("1, 3 dan 5"); none when anything else stands among them. */
export function readChoices(text: string, count: number): number[] {
  const words = westernDigits(cleanText(text)).split(/[\s,;.&+]+|\bdan\b|\band\b/i);
  const numbers = words.filter((word) => word !== "").map(Number);
  return numbers.every((number) => Number.isInteger(number) && number >= 1 && number <= count)
    ? numbers
    : [];
}
