import type { Card } from "../bot/card.ts";
import type { Speech } from "../bot/language.ts";
import type { Letter } from "./letter.ts";
import { withCode } from "./notice-code.ts";

/** A letter as the person of this name reads it. */
export function letterCard(
  speech: Speech,
  { message, values, buttons }: Letter,
  name: string,
  code: string | undefined,
): Card {
  const text = speech.html(message, { ...values[speech.language], name });
  return {
    text: withCode(speech, text, code),
    buttons: buttons.map((row) =>
      row.map(({ label, press }) => ({ label: speech.plain(label), press })),
    ),
  };
}
