import type { Card } from "../bot/card.ts";
import type { Speech } from "../bot/language.ts";
import { packPress } from "../bot/callback-data.ts";
import { trainingButton } from "../trainings/training-card.ts";
import type { Eligibility, Training } from "../trainings/training.ts";
import type { InterestOutcome } from "./interest.ts";
import type { OfferAnswer } from "./offer.ts";

/** A kind word to who may not apply, and the way to other trainings. */
export function hindranceCard(
  speech: Speech,
  { title, contact }: Training,
  hindrance: keyof Eligibility,
): Card {
  return {
    text: speech.html(`interest-${hindrance}`, { title, contact }),
    buttons: [[{ label: speech.plain("training-all"), press: packPress("training.list") }]],
  };
}

/** What became of a wish of one's own. */
export function interestCard(speech: Speech, training: Training, outcome: InterestOutcome): Card {
  if (outcome === "kecamatan" || outcome === "crafts" || outcome === "communities")
    return hindranceCard(speech, training, outcome);
  return answered(speech, training, `interest-${outcome}`);
}

/** The wish was taken back. */
export const takenBackCard = (speech: Speech, training: Training, taken: boolean): Card =>
  answered(speech, training, taken ? "interest-taken-back" : "interest-none");

/** What an answer to an offer led to. */
export function offerAnswerCard(speech: Speech, training: Training, answer: OfferAnswer): Card {
  const card = answered(speech, training, `offer-${answer}`);
  if (answer !== "accepted") return card;
  const quiet = trainingButton(speech, "training-quiet", training.id);
  return { ...card, buttons: [[quiet], ...(card.buttons ?? [])] };
}

function answered(speech: Speech, { id, title, contact }: Training, key: string): Card {
  return {
    text: speech.html(key, { title, contact }),
    buttons: [
      [{ label: speech.plain("training-see"), press: packPress("training.open", id) }],
      [{ label: speech.plain("training-all"), press: packPress("training.list") }],
    ],
  };
}
