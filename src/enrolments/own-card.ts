import { packPress } from "../bot/callback-data.ts";
import type { Button } from "../bot/card.ts";
import type { Html } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { showMoment } from "../dates.ts";
import type { Enrolment } from "../trainings/enrolment.ts";
import { hasBegun, isSelected, type Training } from "../trainings/training.ts";

const button = (speech: Speech, key: string, action: string, training: Training): Button => ({
  label: speech.plain(`button-${key}`),
  press: packPress(action, training.id),
});

/** How a person stands who neither holds a seat for sure nor is unknown; undefined: nothing to say. */
export function ownLine(
  speech: Speech,
  training: Training,
  own: Enrolment | undefined,
  now: Date,
): Html | undefined {
  if (!own || hasBegun(training, now)) return undefined;
  switch (own.state) {
    case "offered":
      return own.answerBy
        ? speech.html("own-offered-until", { when: showMoment(own.answerBy, speech.language) })
        : speech.html("own-offered");
    case "waiting":
      return speech.html("own-waiting", { number: String(own.number ?? "") });
    case "interested":
    case "notChosen":
      return speech.html(`own-${own.state}`);
    case "released":
      return speech.html("own-released");
    default:
      return undefined;
  }
}

/** What such a person can do; undefined: what anybody can. */
export function ownButtons(
  speech: Speech,
  training: Training,
  own: Enrolment | undefined,
  now: Date,
): Button[][] | undefined {
  if (hasBegun(training, now)) return undefined;
  switch (own?.state) {
    case "offered":
      return [
        [button(speech, "offer-yes", "offer.yes", training)],
        [button(speech, "offer-no", "offer.no", training)],
      ];
    case "waiting":
      return [[button(speech, "list-leave", "training.leave", training)], ...why(speech, training)];
    case "interested":
      return [
        ...(training.state === "selecting" ? why(speech, training) : []),
        [button(speech, "interest-no", "interest.no", training)],
      ];
    case "notChosen":
      return why(speech, training);
    case "accepted":
    case "confirmed":
      return undefined;
    default:
      return isSelected(training) && training.state === "open"
        ? [[button(speech, "interest-yes", "interest.yes", training)]]
        : undefined;
  }
}

function why(speech: Speech, training: Training): Button[][] {
  return isSelected(training) ? [[button(speech, "why", "why.own", training)]] : [];
}
