import type { Card } from "../bot/card.ts";
import type { Speech } from "../bot/language.ts";
import { showDate, showTime } from "../dates.ts";
import type { SeatAnswer } from "./seat.ts";
import { hasEnded, isWaiting, nextDay, type Training, whereOf } from "./training.ts";
import { trainingButton, type Viewer } from "./training-card.ts";

type Asked = NonNullable<Viewer>;

/** Asks before a seat is given up: a slip of the thumb must not cost it. */
export function leaveQuestionCard(speech: Speech, training: Training, who: Asked): Card {
  const { id, title } = training;
  const waits = isWaiting(training, who.id);
  const question = waits ? "training-leave-list-question" : "training-leave-question";
  return {
    text: speech.html(question, { name: who.name, title }),
    buttons: [
      [trainingButton(speech, "training-leave-yes", id)],
      [trainingButton(speech, "training-leave-no", id)],
    ],
  };
}

const ANSWERS = {
  joined: "training-joined",
  alreadyJoined: "training-already-joined",
  waiting: "training-waiting",
  closed: "training-closed",
  unknown: "training-unknown",
  left: "training-left",
  leftList: "training-left-list",
  notJoined: "training-not-joined",
  over: "training-over",
} as const satisfies Record<SeatAnswer["outcome"], string>;

/** What became of a press on Ikut or Batal ikut, and the way on. */
export function seatAnswerCard(
  speech: Speech,
  { outcome, training, number }: SeatAnswer,
  name: string,
  now: Date,
): Card {
  if (!training) return unknownTrainingCard(speech);
  const day = nextDay(training, now);
  const { language } = speech;
  const wasThere = outcome === "alreadyJoined" && hasEnded(training, now);
  return {
    text: speech.html(wasThere ? "training-was-there" : ANSWERS[outcome], {
      name,
      title: training.title,
      contact: training.contact,
      place: whereOf(training),
      number: String(number ?? ""),
      next: day ? `${showDate(day.date, language)}, ${showTime(day.from, language)}` : "",
    }),
    buttons: [
      ...(outcome === "joined" ? [[trainingButton(speech, "training-quiet", training.id)]] : []),
      [trainingButton(speech, "training-see", training.id)],
      [trainingButton(speech, "training-all")],
    ],
  };
}

/** Reminders are off, or on again; what always comes is said. */
export function quietCard(speech: Speech, { id, title }: Training, quiet: boolean): Card {
  const other = quiet ? "training-reminders" : "training-quiet";
  return {
    text: speech.html(quiet ? "training-quiet-on" : "training-quiet-off", { title }),
    buttons: [[trainingButton(speech, other, id)], [trainingButton(speech, "training-see", id)]],
  };
}

/** For a button of a training that is not there, or not any more. */
export function unknownTrainingCard(speech: Speech): Card {
  return {
    text: speech.html("training-unknown"),
    buttons: [[trainingButton(speech, "training-all")]],
  };
}

/** For someone who wants to join and is not registered. */
export function registerFirstCard(speech: Speech): Card {
  return { text: speech.html("training-register-first") };
}
