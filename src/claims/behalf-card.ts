import type { Answers } from "../artisans/answers.ts";
import { packPress } from "../bot/callback-data.ts";
import type { Card } from "../bot/card.ts";
import { joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";

/**
 * It is done: the code for the person, and a text to send them, which names nobody. The button
 * opens WhatsApp on their own number only: the code is for them, and for no group.
 */
export function behalfDoneCard(
  speech: Speech,
  { id, name = "", phone }: Pick<Answers, "name" | "phone"> & { id: string },
  { code, bot }: { code: string; bot: string },
): Card {
  const link = `https://t.me/${bot}?start=k_${code.replace("-", "")}`;
  const text = speech.plain("behalf-whatsapp", { code, link });
  const digits = phone?.number.replace(/\D/g, "");
  const url = `https://wa.me/${digits}?text=${encodeURIComponent(text)}`;
  return {
    text: joinHtml(
      [speech.html("behalf-done", { name, code }), speech.html("behalf-text", { text })],
      "\n\n",
    ),
    buttons: [
      ...(digits ? [[{ label: speech.plain("button-behalf-whatsapp"), url }]] : []),
      [{ label: speech.plain("button-member-correct"), press: packPress("member.correct", id) }],
      [{ label: speech.plain("button-behalf-next"), press: packPress("behalf") }],
    ],
  };
}
