import { cleanText, graphemes, type Reading } from "../text.ts";

/** Signs that a text in one's own words may have. */
export interface WordsLength {
  least: number;
  most: number;
}

export type WordsProblem = "tooShort" | "tooLong" | "signs";

/**
 * Reads a few words of one's own, such as the name of a business.
 *
 * Reasons: `tooShort`, `tooLong` by what is seen; `signs` an address or markup.
 */
export function readWords(typed: string, length: WordsLength): Reading<string, WordsProblem> {
  const value = cleanText(typed);
  const reason = problemOf(value, length);
  return reason === undefined ? { ok: true, value } : { ok: false, reason };
}

/** Reads several of them, with commas or line breaks between. `tooMany`: more than `count`. */
export function readWordList(
  typed: string,
  { count, ...length }: WordsLength & { count: number },
): Reading<string[], WordsProblem | "tooMany"> {
  const items = typed.split(/[,;\n]+/).map(cleanText);
  const value = [...new Set(items.filter((item) => item !== ""))];
  if (value.length > count) return { ok: false, reason: "tooMany" };
  const reason = value.length
    ? value.map((one) => problemOf(one, length)).find(Boolean)
    : "tooShort";
  return reason === undefined ? { ok: true, value } : { ok: false, reason };
}

function problemOf(value: string, { least, most }: WordsLength): WordsProblem | undefined {
  if (graphemes(value) < least || !/\p{L}{2}/u.test(value)) return "tooShort";
  if (graphemes(value) > most) return "tooLong";
  return /[<>@]|:\/\//.test(value) ? "signs" : undefined;
}

/** How long the answers in one's own words may be, and how many. */
export const WORDS = {
  communityOther: { least: 3, most: 60 },
  craftOther: { least: 3, most: 60 },
  businessName: { least: 2, most: 60 },
  products: { least: 2, most: 40, count: 5 },
  teach: { least: 3, most: 60, count: 3 },
} as const;

/** Crafts that one person may name. */
export const MOST_CRAFTS = 5;
