import type { Html } from "./html.ts";

/** A button under a message: it carries either what it asks for or an address to open. */
export type Button = { label: string; press: string } | { label: string; url: string };

/** What is shown to a person: one message and the rows of buttons under it. */
export interface Card {
  text: Html;
  buttons?: Button[][];
}

/** The shape Telegram takes inline keyboards in; undefined when a card has no buttons. */
export function inlineKeyboard(card: Card) {
  if (!card.buttons?.length) return undefined;
  return {
    inline_keyboard: card.buttons.map((row) =>
      row.map((button) =>
        "url" in button
          ? { text: button.label, url: button.url }
          : { text: button.label, callback_data: button.press },
      ),
    ),
  };
}

const LABEL = 24;

/** A label cut to what fits on a button. */
export function shortLabel(label: string): string {
  const signs = Array.from(label);
  return signs.length <= LABEL ? label : `${signs.slice(0, LABEL - 1).join("")}…`;
}
