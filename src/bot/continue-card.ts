import { packPress } from "./callback-data.ts";
import type { Card } from "./card.ts";
import type { Speech } from "./language.ts";

/** The way back into a form that was left open; the action opens it, and reads the facts again. */
export function continueCard(speech: Speech, ...press: Parameters<typeof packPress>): Card {
  return {
    text: speech.html("continue-offer"),
    buttons: [[{ label: speech.plain("button-continue"), press: packPress(...press) }]],
  };
}
