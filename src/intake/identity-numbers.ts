import type { Update } from "grammy/types";

/** Stands for one unit of a digit, so that a text keeps its length and its entities their places. */
const MASK = "•";
/** What may stand between the digits of one number, seen or unseen. */
const BETWEEN = "[\\p{Zs}\\p{Cf}.\\-‐-―]*";
const SIXTEEN_DIGITS = new RegExp(`\\p{Nd}(?:${BETWEEN}\\p{Nd}){15,}`, "gu");
const MASKED = new RegExp(`${MASK}(?:${BETWEEN}${MASK}){15}`, "u");

/** Where a message holds what a person typed; ids of files are left alone, whatever they hold. */
const TYPED = new Set([
  ...["text", "caption", "question", "explanation", "title", "address", "description"],
  ...["file_name", "first_name", "last_name", "vcard", "url"],
]);

/**
 * The update without any number of sixteen digits, such as an NIK, in what its person typed: it
 * is never asked for and never stored. Two phone numbers in one breath look the same and are
 * masked too: that costs a question, the other mistake an identity number at rest.
 */
export function maskIdentityNumbers(update: Update): Update {
  const { message, edited_message } = update;
  return {
    ...update,
    ...(message && { message: maskTyped(message) }),
    ...(edited_message && { edited_message: maskTyped(edited_message) }),
  };
}

/** Whether something of this message itself was masked; what it replies to does not count. */
export function holdsMaskedNumber({ message, edited_message }: Update): boolean {
  const own = { ...(message ?? edited_message), reply_to_message: undefined, quote: undefined };
  return MASKED.test(JSON.stringify(own));
}

function maskTyped<T>(part: T): T {
  if (Array.isArray(part)) return part.map((one: unknown) => maskTyped(one)) as T;
  if (part === null || typeof part !== "object") return part;
  const entries = Object.entries(part).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === "string" && TYPED.has(name) ? mask(value) : maskTyped(value),
  ]);
  return Object.fromEntries(entries) as T;
}

function mask(text: string): string {
  return text.replace(SIXTEEN_DIGITS, (number) =>
    number.replace(/\p{Nd}/gu, (digit) => MASK.repeat(digit.length)),
  );
}
