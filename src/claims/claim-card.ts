import type { Artisan } from "../artisans/artisan.ts";
import { packPress } from "../bot/callback-data.ts";
import type { Button, Card } from "../bot/card.ts";
import type { Speech, Values } from "../bot/language.ts";
import type { Places } from "../places/places.ts";
import { maskName } from "./claim.ts";

const button = (speech: Speech, key: string, action: string): Button[] => [
  { label: speech.plain(key), press: packPress(action) },
];

/** For newcomers: whoever was registered by somebody else has a code. */
export function claimOfferCard(speech: Speech): Card {
  return {
    text: speech.html("claim-offer"),
    buttons: [button(speech, "button-claim", "claim")],
  };
}

/** Only so much as its person recognises and nobody else learns from. */
export function isItYouCard(
  speech: Speech,
  { name, kecamatan }: Artisan,
  places: Pick<Places, "showKecamatan">,
): Card {
  const values = { name: maskName(name), kecamatan: places.showKecamatan(kecamatan) };
  return {
    text: speech.html("claim-question", values),
    buttons: [
      button(speech, "button-claim-yes", "claim.yes"),
      button(speech, "button-claim-no", "claim.no"),
    ],
  };
}

/** The consent is asked afresh, in the words of the registration. */
export function claimConsentCard(speech: Speech, settings: Values, full: boolean): Card {
  return {
    text: speech.html(full ? "consent-full-text" : "ask-consent", settings),
    buttons: [
      button(speech, "consent-yes", "claim.agree"),
      button(speech, "consent-no", "claim.refuse"),
      ...(full ? [] : [button(speech, "consent-full", "claim.full")]),
    ],
  };
}

/** It is theirs now. */
export function claimedCard(speech: Speech, name: string): Card {
  return {
    text: speech.html("claim-agreed", { name }),
    buttons: [
      button(speech, "button-profile", "profile"),
      button(speech, "button-trainings", "trainings"),
    ],
  };
}

/** They did not agree: what may be done with the record is theirs to say. */
export function refusedCard(speech: Speech): Card {
  return {
    text: speech.html("claim-refused"),
    buttons: [
      button(speech, "button-claim-erase", "claim.erase"),
      button(speech, "button-claim-office", "claim.office"),
    ],
  };
}
