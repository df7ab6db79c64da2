import type { Answers } from "../artisans/answers.ts";
import { packPress } from "../bot/callback-data.ts";
import type { Card } from "../bot/card.ts";
import { joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";

/** What opens the bot with the code. */
export const claimLink = (bot: string, code: string): string =>
  `https://t.me/${bot}?start=k_${code.replace("-", "")}`;

/**
 * It is done: the code for the person, and a text to send them, which names nobody. The button
 * opens WhatsApp on their own number only: the code is for them, and for no group. With `again` it is
 * a new code for somebody who was registered before.
 */
export function behalfDoneCard(
  speech: Speech,
  { id, name = "", phone }: Pick<Answers, "name" | "phone"> & { id: string },
  { code, bot, again = false }: { code: string; bot: string; again?: boolean },
): Card {
  const link = claimLink(bot, code);
  const done = again ? speech.html("claim-code-new", { name, code }) : undefined;
  const text = speech.plain("behalf-whatsapp", { code, link });
  const digits = phone?.number.replace(/\D/g, "");
  const url = `https://wa.me/${digits}?text=${encodeURIComponent(text)}`;
  return {
    text: joinHtml(
      [done ?? speech.html("behalf-done", { name, code }), speech.html("behalf-text", { text })],
      "\n\n",
    ),
    buttons: [
      ...(digits ? [[{ label: speech.plain("button-behalf-whatsapp"), url }]] : []),
      [{ label: speech.plain("button-member-correct"), press: packPress("member.correct", id) }],
      [{ label: speech.plain("button-behalf-next"), press: packPress("behalf") }],
    ],
  };
}
