import { packPress } from "../bot/callback-data.ts";
import { type Button, type Card, shortLabel } from "../bot/card.ts";
import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { showDateRange, showShortDate, showTime } from "../dates.ts";
import { ownButtons, ownLine } from "../enrolments/own-card.ts";
import type { Enrolment } from "./enrolment.ts";
import { hoursWords } from "./training-words.ts";
import {
  hasEnded,
  holdsSeat,
  isSelected,
  PROMISES,
  seatsLeft,
  takesSeats,
  type Training,
  whereOf,
} from "./training.ts";

/** Who looks at it; undefined for someone who is not registered. */
export type Viewer = { id: string; name: string } | undefined;

/** What became of the viewer in each training, by its id. */
export type Own = ReadonlyMap<string, Enrolment>;
const NOTHING: Own = new Map();

const MOST_LISTED = 8;

/** The trainings one can still go to, soonest first, with a numbered button each. */
export function trainingListCard(
  speech: Speech,
  trainings: readonly Training[],
  viewer: Viewer,
  now: Date,
  own: Own = NOTHING,
): Card {
  const listed = trainings.slice(0, MOST_LISTED);
  if (!listed.length) return { text: speech.html("training-list-none") };
  const entries = listed.map((training, index) =>
    joinHtml([
      speech.html("training-list-entry", {
        number: String(index + 1),
        title: training.title,
        dates: datesOf(speech, training),
        hostCity: training.hostCity,
      }),
      stateOf(speech, training, { viewer, own: own.get(training.id) }, now),
    ]),
  );
  return {
    text: joinHtml([speech.html("training-list-title"), ...entries], "\n\n"),
    buttons: listed.map(({ id, title }, index) => [
      { label: shortLabel(`${index + 1}. ${title}`), press: packPress("training.open", id) },
    ]),
  };
}

interface Shown {
  viewer: Viewer;
  now: Date;
  /** Who may apply; empty: everybody. */
  who: string;
  own?: Enrolment | undefined;
  /** What else the viewer may do. */
  more?: Button[][];
  mayChange?: boolean;
}

/** One training: when, where, what to bring, and what the viewer can do about it. */
export function trainingCard(
  speech: Speech,
  training: Training,
  { viewer, now, who, own, more = [], mayChange = false }: Shown,
): Card {
  const looks = { viewer, own };
  const state = stateOf(speech, training, looks, now);
  return {
    text: joinHtml([joinHtml(factsOf(speech, training, who)), state], "\n\n"),
    buttons: [
      ...seatButtons(speech, training, looks, now),
      ...(hasCard(training, viewer, own, now)
        ? [[trainingButton(speech, "button-my-card", training.id)]]
        : []),
      ...more,
      ...(mayChange ? [[trainingButton(speech, "button-plan-open", training.id)]] : []),
      [trainingButton(speech, "training-all")],
    ],
  };
}

const hasCard = (training: Training, viewer: Viewer, own: Enrolment | undefined, now: Date) =>
  viewer !== undefined &&
  holdsSeat(training, viewer.id) &&
  own?.state !== "offered" &&
  !hasEnded(training, now);

function factsOf(speech: Speech, training: Training, who: string): Html[] {
  const { title, organiser, partners, bring, contact, travel, invented } = training;
  const promised = promisesOf(speech, training);
  const facts = [
    speech.html("training-card", {
      title,
      dates: datesOf(speech, training),
      hours: hoursWords(speech, training.days),
      place: whereOf(training),
      organiser,
    }),
    partners.length > 0 && speech.html("training-card-partners", { partners: partners.join("; ") }),
    who !== "" && speech.html("training-card-who", { who }),
    gatheringOf(speech, training),
    travel !== undefined && speech.html("training-card-travel", { travel }),
    promised !== "" && speech.html("training-card-promises", { promised }),
    bring.length > 0 && speech.html("training-card-bring", { bring: bring.join(", ") }),
    speech.html("training-card-contact", { contact }),
    invented && speech.html("training-card-invented"),
  ];
  return facts.filter((fact): fact is Html => Boolean(fact));
}

/** On the first day, which is said: the card is read long before. */
function gatheringOf(speech: Speech, { gathering, days }: Training): Html | undefined {
  const [first] = days;
  if (!gathering || !first) return undefined;
  return speech.html("training-card-gathering", {
    place: gathering.place,
    date: showShortDate(first.date, speech.language).replace(/ \d{4}$/, ""),
    time: showTime(gathering.at, speech.language),
  });
}

function promisesOf(speech: Speech, { promises = {} }: Training): string {
  return PROMISES.flatMap((one) => {
    const words = promises[one];
    return words === undefined ? [] : [`${speech.plain(`promise-${one}`)}: ${words}`];
  }).join("; ");
}

interface Looks {
  viewer: Viewer;
  own: Enrolment | undefined;
}

function stateOf(speech: Speech, training: Training, { viewer, own }: Looks, now: Date): Html {
  const line = ownLine(speech, training, own, now);
  if (line) return line;
  if (viewer && holdsSeat(training, viewer.id)) return speech.html("training-yours");
  if (isSelected(training) && ["open", "selecting"].includes(training.state))
    return speech.html(`training-chosen-${training.state}`);
  if (!takesSeats(training, now)) return speech.html("training-seats-closed");
  const left = seatsLeft(training);
  if (left === 0) return speech.html("training-seats-none");
  const values = { left: String(left), seats: String(training.seats) };
  return speech.html("training-seats-left", values);
}

function seatButtons(
  speech: Speech,
  training: Training,
  { viewer, own }: Looks,
  now: Date,
): Button[][] {
  const buttons = ownButtons(speech, training, own, now);
  if (buttons) return buttons;
  if (viewer && holdsSeat(training, viewer.id))
    return hasEnded(training, now) ? [] : holderButtons(speech, training, own);
  if (isSelected(training) || !takesSeats(training, now)) return [];
  const free = seatsLeft(training) > 0 && !training.waitingList?.length;
  return [[trainingButton(speech, free ? "training-join" : "training-wait", training.id)]];
}

function holderButtons(speech: Speech, { id }: Training, own: Enrolment | undefined): Button[][] {
  return [
    ...(own?.quiet ? [[trainingButton(speech, "training-reminders", id)]] : []),
    [trainingButton(speech, "training-leave", id)],
  ];
}

const PRESSES = {
  "training-all": "training.list",
  "training-see": "training.open",
  "training-join": "training.join",
  "training-wait": "training.join",
  "training-quiet": "quiet.on",
  "training-reminders": "quiet.off",
  "training-leave": "training.leave",
  "training-leave-yes": "training.leaveYes",
  "training-leave-no": "training.open",
  "button-my-card": "kartu.open",
  "button-plan-open": "ubah.open",
} as const;

/** A button about a training, or about all of them. */
export function trainingButton(
  speech: Speech,
  label: keyof typeof PRESSES,
  ...ids: string[]
): Button {
  return { label: speech.plain(label), press: packPress(PRESSES[label], ...ids) };
}

function datesOf({ language }: Speech, { days }: Training): string {
  return showDateRange(
    days.map(({ date }) => date),
    language,
  );
}
