import { cleanText, type Reading, westernDigits } from "../text.ts";

const LINK_LENGTH = 100;

/**
 * Reads where a shop is found: "@name", or an address, kept with https. It is never fetched.
 *
 * Reasons: `notALink` neither; `tooLong` over 100 signs.
 */
export function readShopLink(raw: string): Reading<string, "notALink" | "tooLong"> {
  const typed = cleanText(raw);
  if (/^@[A-Za-z0-9_.]{2,50}$/.test(typed)) return { ok: true, value: typed };
  const address = typed.replace(/^http:\/\//i, "https://");
  const link = /^https:\/\//i.test(address) ? address : `https://${address}`;
  if (link.length > LINK_LENGTH) return { ok: false, reason: "tooLong" };
  return isAddress(link) ? { ok: true, value: link } : { ok: false, reason: "notALink" };
}

function isAddress(link: string): boolean {
  if (/[\s<>"'\\]/.test(link) || !URL.canParse(link)) return false;
  const { hostname, username, password } = new URL(link);
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(hostname) && !username && !password;
}

const YEARS = 80;

/** Reads years of work, 0 to 80: "5", "5 tahun", "baru". */
export function readYears(raw: string): Reading<number, "notANumber" | "tooMany"> {
  const typed = westernDigits(cleanText(raw)).toLowerCase();
  if (/^(?:baru|belum lama|new)\b/.test(typed)) return { ok: true, value: 0 };
  const digits = /^(\d{1,4})\s*(?:tahun|thn|th|years?)?\.?$/.exec(typed)?.[1];
  if (digits === undefined) return { ok: false, reason: "notANumber" };
  const value = Number(digits);
  return value <= YEARS ? { ok: true, value } : { ok: false, reason: "tooMany" };
}

const AGE = { least: 18, most: 100 };

/** Reads a year of birth of four digits; who is under 18 cannot be registered. */
export function readBirthYear(
  raw: string,
  thisYear: number,
): Reading<number, "notAYear" | "tooYoung"> {
  const typed = westernDigits(cleanText(raw));
  const value = Number(/^(?:tahun\s*)?(\d{4})$/i.exec(typed)?.[1]);
  if (!(value >= thisYear - AGE.most && value <= thisYear))
    return { ok: false, reason: "notAYear" };
  return value <= thisYear - AGE.least ? { ok: true, value } : { ok: false, reason: "tooYoung" };
}

/** Reads a nomor induk berusaha: thirteen digits (PP 5/2021). */
export function readNib(raw: string): Reading<string, "notANib"> {
  const typed = westernDigits(cleanText(raw))
    .replace(/^nib\b/i, "")
    .replace(/[\s.:-]/g, "");
  return /^\d{13}$/.test(typed) ? { ok: true, value: typed } : { ok: false, reason: "notANib" };
}
