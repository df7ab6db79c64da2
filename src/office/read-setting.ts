import { readTime } from "../read-date.ts";
import { cleanText, graphemes, normalise, type Reading, westernDigits } from "../text.ts";
import type { Setting, SettingValue } from "./setting-table.ts";

/**
 * empty, tooLong: of words. notANip: not 18 digits. notANumber, notHours, notATime, notASwitch: it
 * is none. outOfRange: beyond the bounds of the setting. turned: hours that end before they begin.
 */
type Complaint =
  | ("empty" | "tooLong" | "notANip" | "notANumber" | "outOfRange")
  | ("notHours" | "notATime" | "turned" | "notASwitch");

type Read = Reading<SettingValue, Complaint>;

/** What was typed for a setting: "jam 8 malam", "80 %", "09.00 – 15.00", "ya". */
export function readSetting(typed: string, { shape }: Pick<Setting, "shape">): Read {
  switch (shape.kind) {
    case "words":
      return readWords(typed, shape.most);
    case "nip":
      return readNip(typed);
    case "switch":
      return readSwitch(typed);
    case "percent":
    case "count":
      return within(readNumber(typed, shape.kind === "percent"), shape);
    case "time":
      return readHour(typed, shape);
    case "span":
      return readSpan(typed, shape);
  }
}

function readWords(typed: string, most: number): Read {
  const value = cleanText(typed);
  if (value === "") return { ok: false, reason: "empty" };
  return graphemes(value) > most ? { ok: false, reason: "tooLong" } : { ok: true, value };
}

/** "19700101/200003/1/001": sixteen digits in a row never get this far. */
function readNip(typed: string): Read {
  const digits = westernDigits(typed).replace(/^\s*nip\W*/i, "");
  const all = digits.replace(/[\s./-]/g, "");
  const parts = /^(\d{8})(\d{6})(\d)(\d{3})$/.exec(all);
  if (!parts) return { ok: false, reason: "notANip" };
  return { ok: true, value: parts.slice(1).join(" ") };
}

const SAID: Record<string, boolean> = {
  ...{ ya: true, iya: true, boleh: true, nyala: true, aktif: true, hidup: true, yes: true },
  ...{ on: true, off: false, tidak: false, jangan: false, mati: false, nonaktif: false, no: false },
};

function readSwitch(typed: string): Read {
  const said = normalise(typed);
  const value = Object.hasOwn(SAID, said) ? SAID[said] : undefined;
  return value === undefined ? { ok: false, reason: "notASwitch" } : { ok: true, value };
}

const NUMBER = /^(\d{1,3}(?:\.\d{3})+|\d{1,6})\s*(\p{L}+)?$/u;
const PERCENT = /^(\d{1,3})\s*(?:%|persen|percent)?$/i;

/** "50", "50 orang", "1.000"; of a share "80", "80 %", "80 persen", "0,8". */
function readNumber(typed: string, isShare: boolean): number | undefined {
  const said = westernDigits(cleanText(typed));
  const share = /^0[.,](\d{1,2})$/.exec(said)?.[1];
  if (isShare && share !== undefined) return Number(share.padEnd(2, "0"));
  const found = (isShare ? PERCENT : NUMBER).exec(said)?.[1];
  return found === undefined ? undefined : Number(found.replaceAll(".", ""));
}

function within(value: number | undefined, { least, most }: { least: number; most: number }): Read {
  if (value === undefined) return { ok: false, reason: "notANumber" };
  return value < least || value > most ? { ok: false, reason: "outOfRange" } : { ok: true, value };
}

function readHour(typed: string, { least, most }: { least: string; most: string }): Read {
  const read = readTime(typed);
  if (!read.ok) return { ok: false, reason: "notATime" };
  const isWithin = read.value >= least && read.value <= most;
  return isWithin ? read : { ok: false, reason: "outOfRange" };
}

const UNTIL = /\s*(?:\p{Pd}|\bs\.?\s?d\.?|\bsampai\b|\bhingga\b|\bto\b|\buntil\b)\s*/iu;

function readSpan(
  typed: string,
  { least, most, night = false }: { least: string; most: string; night?: boolean },
): Read {
  const parts = typed.replace(/^\s*dari\s+/i, "").split(UNTIL);
  const [from, until] = parts.map((part) => readTime(part));
  if (parts.length !== 2 || !from?.ok || !until?.ok) return { ok: false, reason: "notHours" };
  if (from.value > until.value !== night) return { ok: false, reason: "turned" };
  if (from.value < least || until.value > most) return { ok: false, reason: "outOfRange" };
  return { ok: true, value: `${from.value}-${until.value}` };
}
