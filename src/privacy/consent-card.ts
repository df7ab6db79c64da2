import { type Artisan, TICKS } from "../artisans/artisan.ts";
import { packPress } from "../bot/callback-data.ts";
import type { Button, Card } from "../bot/card.ts";
import { joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import type { Settings } from "../office/settings.ts";

const choice = (speech: Speech, value: "yes" | "no" | "full"): Button[] => [
  { label: speech.plain(`consent-${value}`), press: packPress("consent", value) },
];

/** The text has changed: it is shown, and asked again. */
export function consentAgainCard(speech: Speech, settings: Settings): Card {
  return {
    text: joinHtml(
      [speech.html("consent-again"), speech.html("ask-consent", { ...settings })],
      "\n\n",
    ),
    buttons: [choice(speech, "yes"), choice(speech, "no"), choice(speech, "full")],
  };
}

/** *Baca lengkap*, with the answer right under it. */
export function consentFullCard(speech: Speech, settings: Settings): Card {
  return {
    text: speech.html("consent-full-text", { ...settings }),
    buttons: [choice(speech, "yes"), choice(speech, "no")],
  };
}

/** Without consent nothing may be kept: the way out, and the way back. */
export function consentRefusedCard(speech: Speech): Card {
  const erase = { label: speech.plain("button-leave"), press: packPress("leave", "ask") };
  return {
    text: speech.html("consent-again-refused"),
    buttons: [[erase], choice(speech, "yes")],
  };
}

/** After agreeing: on to where people mostly want to go. */
export function consentThanksCard(speech: Speech): Card {
  return {
    text: speech.html("consent-again-thanks"),
    buttons: ["trainings", "profile"].map((action) => [
      { label: speech.plain(`button-${action}`), press: packPress(action) },
    ]),
  };
}

/** "Izin tambahan": four permissions, each given and taken back by its own button. */
export function ticksCard(speech: Speech, { ticks = {} }: Pick<Artisan, "ticks">): Card {
  const texts = TICKS.map((tick) => speech.html(`tick-${tick}`));
  return {
    text: joinHtml([speech.html("ticks-title"), ...texts], "\n\n"),
    buttons: TICKS.map((tick) => {
      const on = ticks[tick] !== undefined;
      const label = `${on ? "☑" : "☐"} ${speech.plain(`button-tick-${tick}`)}`;
      // It carries what is wanted, so that pressed twice is once.
      return [{ label, press: packPress("tick", tick, on ? "off" : "on") }];
    }),
  };
}
