import { packPress } from "../bot/callback-data.ts";
import type { Button, Card } from "../bot/card.ts";
import { joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { showDate, showMoment } from "../dates.ts";
import type { Places } from "../places/places.ts";
import { trainingHandle } from "../trainings/training-handle.ts";
import type { Training } from "../trainings/training.ts";
import { trainingButton } from "../trainings/training-card.ts";
import type { Call } from "./call-list.ts";
import type { OwnAnswer } from "./give-answer.ts";

/** What a participant presses for themselves. */
const OWN = { yes: "answer.yes", no: "answer.no", noYes: "answer.noYes", maybe: "answer.maybe" };

const own = (speech: Speech, what: keyof typeof OWN, label: string, training: string): Button => ({
  label: speech.plain(label),
  press: packPress(OWN[what], training),
});

/** Whether one comes: yes and no. */
export function sureButtons(speech: Speech, training: string): Button[] {
  return [
    own(speech, "yes", "button-answer-yes", training),
    own(speech, "no", "button-answer-no", training),
  ];
}

export function unsureButton(speech: Speech, training: string): Button {
  return own(speech, "maybe", "button-answer-maybe", training);
}

/** Asks before a seat is given up: a slip of the thumb must not cost it. */
export function reallyNotCard(speech: Speech, { id, title }: Training, name: string): Card {
  return {
    text: speech.html("answer-really-not", { name, title }),
    buttons: [
      [own(speech, "noYes", "button-answer-no-yes", id)],
      [own(speech, "yes", "button-answer-yes-after-all", id)],
    ],
  };
}

const WORDS = { coming: "coming", notComing: "not-coming", unsure: "unsure" } as const;

/** What became of the person's own answer. */
export function ownAnswerCard(
  speech: Speech,
  { id, title, contact, days }: Training,
  { name, word, outcome }: { name: string; word: keyof typeof WORDS; outcome: OwnAnswer },
): Card {
  const key = outcome === "done" ? WORDS[word] : OUTCOMES[outcome];
  const date = showDate(days[0]?.date ?? "", speech.language);
  const mayAnswer = outcome === "done" && word === "unsure";
  return {
    text: speech.html(`answer-${key}`, { name, title, contact, date }),
    buttons: [
      ...(mayAnswer ? [sureButtons(speech, id)] : []),
      [trainingButton(speech, "training-see", id)],
    ],
  };
}

const OUTCOMES = { notYours: "not-yours", full: "full", over: "over" } as const;

/** One person of whom nobody heard, for whoever asks them; which one of how many, from 1. */
export function callCard(
  speech: Speech,
  call: Call,
  { number, count, places }: { number: number; count: number; places: Places },
): Card {
  const { person, training, enrolment } = call;
  const values = {
    ...{ number, count, name: person.name, title: training.title },
    kecamatan: places.showKecamatan(person.kecamatan),
    date: showDate(training.days[0]?.date ?? "", speech.language),
  };
  const tried = triedLine(speech, call);
  const what = speech.html(`call-${whatOf(enrolment)}`);
  return {
    text: joinHtml([speech.html("call-card", values), what, ...(tried ? [tried] : [])], "\n\n"),
    buttons: [
      ["yes", "no"].map((word) => setButton(speech, call, word)),
      [setButton(speech, call, "lost")],
      [{ label: speech.plain("button-call-member"), press: packPress("member.open", person.id) }],
      ...(number < count ? [[listButton(speech, "button-call-next", number)]] : []),
    ],
  };
}

function whatOf({ state, answer }: Call["enrolment"]): "offered" | "unsure" | "silent" {
  if (state === "offered") return "offered";
  return answer?.word === "unsure" ? "unsure" : "silent";
}

function triedLine(speech: Speech, { enrolment: { answer } }: Call) {
  if (answer?.word !== "notReached") return undefined;
  return speech.html("call-tried", {
    who: speech.plain(`role-${answer.as}`),
    when: showMoment(answer.at, speech.language),
  });
}

function setButton(speech: Speech, { person, training }: Call, word: string): Button {
  const label = speech.plain(`button-call-${word}`);
  return { label, press: packPress("call.set", trainingHandle(training.id), person.id, word) };
}

/** Opens the list at the place, from 0. */
export function listButton(speech: Speech, label: string, at = 0): Button {
  return { label: speech.plain(label), press: packPress("call.list", String(at)) };
}
