import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { CODE_SIGNS, readCode, showCode } from "../codes.ts";

export const NOTICE_CODE_LENGTH = 6;

/** Wrong codes a Telegram account may try in an hour. */
export const CHECK_TRIES = { most: 10, withinMs: 3_600_000 } as const;

/** "K3M-9QX" as notices show it: capitals and a dash, so that no word of a text is taken for one. */
const SHOWN = new RegExp(
  `(?<![\\p{L}\\p{N}-])[${CODE_SIGNS}]{3}-[${CODE_SIGNS}]{3}(?![\\p{L}\\p{N}-])`,
  "gu",
);

/**
 * The notice code in a message: typed alone, in any letter case and with or without its dash, or
 * the last one that the text of a notice shows. Undefined: there is none.
 */
export function codeIn(text: string): string | undefined {
  const typed = readCode(text, NOTICE_CODE_LENGTH);
  if (typed !== undefined) return typed;
  const shown = (text.match(SHOWN) ?? []).map((one) => readCode(one, NOTICE_CODE_LENGTH));
  return shown.findLast((one) => one !== undefined);
}

/** The message with its code in the last line. */
export function withCode(speech: Speech, text: Html, code: string | undefined): Html {
  if (code === undefined) return text;
  return joinHtml([text, speech.html("notice-code-line", { code: showCode(code) })], "\n\n");
}
