import { packPress } from "../bot/callback-data.ts";
import type { Button, Card } from "../bot/card.ts";
import { joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { showMoment } from "../dates.ts";
import type { Training } from "../trainings/training.ts";

const button = (speech: Speech, label: string, ...press: [string, ...string[]]): Button => ({
  label: speech.plain(label),
  press: packPress(...press),
});

/** Asked once, in clear words; a pause is the smaller step. */
export function leaveQuestionCard(speech: Speech, registered: boolean): Card {
  return {
    text: speech.html(registered ? "leave-question" : "leave-question-draft"),
    buttons: [
      [button(speech, "button-leave-yes", "leave", "yes")],
      ...(registered ? [[button(speech, "button-pause", "pause", "on")]] : []),
      [button(speech, "button-leave-no", "leave", "no")],
    ],
  };
}

/** Said at the wish, and again at /start and /profil until the erasure. */
export function leavingCard(
  speech: Speech,
  eraseAt: Date,
  seats: readonly Pick<Training, "title">[] = [],
): Card {
  const when = showMoment(eraseAt, speech.language);
  const titles = seats.map(({ title }) => title).join("; ");
  return {
    text: joinHtml(
      [
        speech.html("leaving", { when }),
        ...(seats.length ? [speech.html("leaving-seats", { titles })] : []),
      ],
      "\n\n",
    ),
    buttons: [[button(speech, "button-leave-undo", "leave", "undo")]],
  };
}

/** What the notices are now, and the way back. */
export function pauseCard(speech: Speech, paused: boolean): Card {
  return {
    text: speech.html(paused ? "paused" : "pause-over"),
    buttons: [
      [
        paused
          ? button(speech, "button-pause-end", "pause", "off")
          : button(speech, "button-pause", "pause", "on"),
      ],
    ],
  };
}
