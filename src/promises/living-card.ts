import { createHash } from "node:crypto";
import { packPress } from "../bot/callback-data.ts";
import type { Button, Card } from "../bot/card.ts";
import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { showDate, showHours, showTime } from "../dates.ts";
import type { EnrolmentState } from "../trainings/enrolment.ts";
import { dayWord } from "../trainings/reminder-rules.ts";
import {
  hasBegun,
  nextDay,
  type Training,
  type TrainingDay,
  whereOf,
} from "../trainings/training.ts";

/** Where the one message lies that always shows a participant what is next. */
export interface LivingCard {
  id: string;
  training: string;
  artisan: string;
  chat: number;
  /** Telegram's id of the message; 0: there is none yet, or not any more. */
  message: number;
  /** Of what it shows; another than what it should show: it is out of date. */
  print: string;
  /** It may still change. */
  open: boolean;
  /** Its person has just asked for it, so that it may come at any hour. */
  asked: boolean;
}

export const livingCardId = (training: string, artisan: string) => `card:${training}:${artisan}`;

/** What the card of one participant speaks of. */
export interface CardView {
  training: Training;
  name: string;
  /** Undefined: not enrolled, or not any more. */
  state: EnrolmentState | undefined;
  /** On the waiting list. */
  number?: number | undefined;
  now: Date;
}

const HAS_A_PART: readonly (EnrolmentState | undefined)[] = [
  ...(["interested", "waiting", "offered", "accepted", "confirmed"] as const),
];

/** The next date, the place, what to bring and the own state, as they are at this moment. */
export function livingCard(speech: Speech, view: CardView): Card {
  const { training, now, state } = view;
  const day = nextDay(training, now);
  const goesOn = day !== undefined && training.state !== "cancelled" && HAS_A_PART.includes(state);
  return {
    text: joinHtml(
      [
        speech.html("living-title", { title: training.title, name: view.name }),
        stateLine(speech, view, day),
        ...(goesOn ? [joinHtml(factsOf(speech, view, day))] : []),
      ],
      "\n\n",
    ),
    buttons: goesOn ? buttonsOf(speech, training) : [],
  };
}

/** Whether it may change again. */
export function mayChange({ training, state, now }: CardView): boolean {
  const isOn = training.state !== "cancelled" && nextDay(training, now) !== undefined;
  return isOn && HAS_A_PART.includes(state);
}

/** Tells one content of a card from another. */
export function printOf(card: Card): string {
  return createHash("sha256").update(JSON.stringify(card)).digest("hex").slice(0, 16);
}

function stateLine(speech: Speech, view: CardView, day: TrainingDay | undefined): Html {
  const { training, state, number } = view;
  if (training.state === "cancelled")
    return speech.html("living-cancelled", { reason: training.cancelReason ?? "" });
  if (state === undefined) return speech.html("living-not-enrolled");
  if (!day) return speech.html("living-over");
  if (state === "waiting" && number !== undefined)
    return speech.html("living-waiting-number", { number: String(number) });
  return speech.html(`living-${state}`);
}

function factsOf(speech: Speech, { training, now }: CardView, day: TrainingDay): Html[] {
  const { language } = speech;
  const { contact, days, gathering } = training;
  const word = dayWord(now, day.date);
  const when = showDate(day.date, language);
  const bringKey = word === "tomorrow" ? "living-pack" : "living-bring";
  const facts = [
    speech.html("living-next", {
      when: word === "date" ? when : speech.plain(`living-${word}`, { when }),
      hours: showHours(day.from, day.until, language),
    }),
    days.length > 1 &&
      speech.html("living-day", {
        day: String(days.indexOf(day) + 1),
        days: String(days.length),
      }),
    speech.html("living-place", { place: placeOf(training, day) }),
    gathering &&
      !hasBegun(training, now) &&
      speech.html("living-gathering", {
        place: gathering.place,
        time: showTime(gathering.at, language),
      }),
    bringOf(training, day).length > 0 &&
      speech.html(bringKey, {
        bring: bringOf(training, day).join(", "),
      }),
    speech.html("living-contact", { contact }),
  ];
  return facts.filter((fact): fact is Html => Boolean(fact));
}

/** Where one day of a training is. */
export function placeOf(training: Training, day: TrainingDay): string {
  return day.place ?? whereOf(training);
}

/** What is brought to this day. */
export function bringOf({ bring }: Training, day: TrainingDay): string[] {
  return [...bring, ...(day.bring ?? [])];
}

function buttonsOf(speech: Speech, { id, point }: Training): Button[][] {
  const button = (name: string): Button => ({
    label: speech.plain(`button-card-${name}`),
    press: packPress(`kartu.${name}`, id),
  });
  return [[button("bring"), button("calendar")], ...(point ? [[button("map")]] : [])];
}
