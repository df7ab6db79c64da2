import { packPress } from "../bot/callback-data.ts";
import { type Button, type Card, shortLabel } from "../bot/card.ts";
import type { Speech } from "../bot/language.ts";
import { pageOf, turnRow } from "../bot/pages.ts";
import { showDate, showShortDate } from "../dates.ts";
import { hasBegun, hasEnded, type Training } from "../trainings/training.ts";

const button = (speech: Speech, key: string, action: string, ...args: string[]): Button => ({
  label: speech.plain(key),
  press: packPress(action, ...args),
});

/** What can be made of one training now. */
export function trainingPapersCard(speech: Speech, training: Training, now: Date): Card {
  const { id, title, state } = training;
  const isOver = hasEnded(training, now) && state !== "cancelled";
  const isClosed = state === "closed" || state === "archived";
  return {
    text: speech.html(isOver && !isClosed ? "berkas-menu-unclosed" : "berkas-menu", { title }),
    buttons: [
      [
        button(speech, "button-berkas-days", "berkas.days", id, "0"),
        button(speech, "button-berkas-list", "berkas.list", id),
      ],
      [
        button(speech, "button-berkas-invitation", "berkas.invitation", id),
        button(speech, "button-berkas-timetable", "berkas.timetable", id),
      ],
      [
        button(speech, "button-berkas-cards", "kartu.training", id),
        button(speech, "button-berkas-tools", "ba.tools", id),
      ],
      ...(hasBegun(training, now)
        ? [[button(speech, "button-berkas-chart", "berkas.chart", id)]]
        : []),
      ...(isOver ? [[button(speech, "button-berkas-end", "berkas.end", id)]] : []),
      ...(isClosed ? certificateRows(speech, id) : []),
      ...(isOver ? [[button(speech, "button-berkas-spj", "berkas.spj", id)]] : []),
      [button(speech, "button-berkas-back", "manage.open", id)],
    ],
  };
}

/** All in one file, each in its own, and what can be done about one. */
const certificateRows = (speech: Speech, id: string): Button[][] => [
  [
    button(speech, "button-berkas-certificates", "cert.issue", id),
    button(speech, "button-berkas-cert-zip", "cert.zip", id),
  ],
  [button(speech, "button-certificate-list", "cert.list", id, "0")],
];

const toMenu = (speech: Speech, id: string) => [
  button(speech, "button-berkas-menu", "berkas.open", id),
];

/** Of which day the attendance sheet is wanted. */
export function paperDaysCard(speech: Speech, { id, days }: Training, page: unknown): Card {
  const shown = pageOf(days, page);
  return {
    text: speech.html("berkas-which-day"),
    buttons: [
      ...shown.items.map(({ date }, index): Button[] => {
        const number = shown.first + index;
        const label = shortLabel(`${number}. ${showShortDate(date, speech.language)}`);
        return [{ label, press: packPress("berkas.day", id, String(number)) }];
      }),
      ...turnRow(shown, speech, "berkas.days", id),
      toMenu(speech, id),
    ],
  };
}

/** With numbers or without, as a button carries it. */
const PHONES = { with: "hp", without: "-" } as const;

export const withPhonesOf = (arg: string | undefined): boolean => arg === PHONES.with;

/** In which form the sheet of a day is wanted; numbers stand on it only where that was chosen. */
export function paperDayCard(
  speech: Speech,
  { id, days }: Training,
  number: number,
  withPhones: boolean,
): Card {
  const date = days[number - 1]?.date ?? "";
  const make = (key: string, kind: string) =>
    button(speech, key, withPhones ? "berkas.rollHp" : "berkas.roll", id, String(number), kind);
  return {
    text: speech.html(withPhones ? "berkas-day-phones" : "berkas-day", {
      date: showDate(date, speech.language),
    }),
    buttons: [
      [make("button-berkas-empty-pdf", "ep"), make("button-berkas-empty-xlsx", "ex")],
      [make("button-berkas-filled-pdf", "fp"), make("button-berkas-filled-xlsx", "fx")],
      phonesRow(speech, withPhones, "berkas.day", id, String(number)),
      toMenu(speech, id),
    ],
  };
}

/** The button that puts numbers on the sheet, or leaves them out again. */
function phonesRow(speech: Speech, withPhones: boolean, action: string, ...args: string[]) {
  const key = withPhones ? "button-berkas-noPhones" : "button-berkas-phones";
  return [button(speech, key, action, ...args, withPhones ? PHONES.without : PHONES.with)];
}

/** In which form the list of participants is wanted. */
export function paperListCard(speech: Speech, { id }: Training, withPhones: boolean): Card {
  const action = withPhones ? "berkas.peopleHp" : "berkas.people";
  return {
    text: speech.html(withPhones ? "berkas-list-phones" : "berkas-list"),
    buttons: [
      [
        button(speech, "button-berkas-pdf", action, id, "p"),
        button(speech, "button-berkas-xlsx", action, id, "x"),
      ],
      phonesRow(speech, withPhones, "berkas.list", id),
      toMenu(speech, id),
    ],
  };
}
