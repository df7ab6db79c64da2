// The default metadata cannot tell a mobile number from a landline; /max can.
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { cleanText, westernDigits, type Reading } from "../text.ts";

export type PhoneProblem =
  "notANumber" | "landline" | "foreign" | "tooShort" | "tooLong" | "invalid";

/** Digits after +62: an Indonesian mobile number has 9 to 12, any other number at least 7. */
const LENGTH = { mobileLeast: 9, otherLeast: 7, most: 12 } as const;

/**
 * Reads an Indonesian mobile number, however it is written, into E.164 ("+6281234567890").
 *
 * Reasons: `notANumber` no number or more than one; `landline` a house or office line;
 * `foreign` another country's code; `tooShort`, `tooLong` digits missing or too many;
 * `invalid` no operator has such numbers.
 */
export function readPhone(raw: string): Reading<string, PhoneProblem> {
  const typed = bareNumber(raw);
  if (!/^\+?\d+$/.test(typed)) return { ok: false, reason: "notANumber" };
  const national = nationalDigits(typed);
  if (national === undefined) return { ok: false, reason: "foreign" };
  const reason = problemOf(national);
  return reason === undefined ? { ok: true, value: `+62${national}` } : { ok: false, reason };
}

const LABEL = /^(?:(?:no|nomor|nomer|hp|wa|whatsapp|telp|tel)\b[\s.:]*)+/i;

function bareNumber(raw: string): string {
  return westernDigits(cleanText(raw))
    .replace(LABEL, "")
    .replace(/[\s().\p{Pd}]/gu, "");
}

/** The digits after +62; `undefined` when the number says it is of another country. */
function nationalDigits(typed: string): string | undefined {
  // libphonenumber does not take 00 for Indonesia, so it is read here; so is the 0 after +62.
  const international = /^(?:\+(?:00)?|00)([1-9]\d*)$/.exec(typed)?.[1];
  if (international !== undefined && !international.startsWith("62")) return undefined;
  return (international ?? typed).replace(/^\+/, "").replace(/^62/, "").replace(/^0/, "");
}

function problemOf(national: string): PhoneProblem | undefined {
  const mobile = national.startsWith("8");
  if (national.length < (mobile ? LENGTH.mobileLeast : LENGTH.otherLeast)) return "tooShort";
  if (national.length > LENGTH.most) return "tooLong";
  const type = parsePhoneNumberFromString(`+62${national}`)?.getType();
  if (type === "FIXED_LINE") return "landline";
  return type === "MOBILE" ? undefined : "invalid";
}

/** "+6281234567890" as people write it: "0812-3456-7890". Anything else stays as it is. */
export function showPhone(e164: string): string {
  const phone = parsePhoneNumberFromString(e164);
  return phone?.country === "ID" ? phone.formatNational() : e164;
}

/** "0812-••••-7890": four digits or more stay hidden, and the dots do not tell how many. */
export function maskPhone(e164: string): string {
  const digits = e164.replace(/^\+62/, "0");
  const shown = Math.min(4, digits.length - 8);
  if (!digits.startsWith("0") || shown < 1) return "••••";
  return `${digits.slice(0, 4)}-••••-${digits.slice(-shown)}`;
}
