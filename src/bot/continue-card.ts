import { packPress } from "./callback-data.ts";
import type { Card } from "./card.ts";
import type { Speech } from "./language.ts";

/** The way back into a form that was left open. */
export function continueCard(
  speech: Speech,
  action: "register" | "resume" | "behalf" | "correct",
): Card {
  return {
    text: speech.html("continue-offer"),
    buttons: [[{ label: speech.plain("button-continue"), press: packPress(action) }]],
  };
}
