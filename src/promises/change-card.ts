import { packPress } from "../bot/callback-data.ts";
import { type Button, type Card, shortLabel } from "../bot/card.ts";
import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { showDate, showShortDate } from "../dates.ts";
import { PROMISES, type Training, type TrainingDay } from "../trainings/training.ts";
import type { Asked } from "./change-draft.ts";

/** A button of this dialogue; its label is the text `button-plan-<name>`. */
function button(speech: Speech, name: string, action: string, ...args: string[]): Button {
  return { label: speech.plain(`button-plan-${name}`), press: packPress(action, ...args) };
}

/** What of the training shall change? */
export function whatCard(speech: Speech, { id, title }: Training): Card {
  const what = (field: string) => button(speech, field, "ubah.what", field);
  return {
    text: speech.html("plan-what", { title }),
    buttons: [
      [what("date"), what("hours")],
      [what("place"), what("point")],
      [what("gathering"), what("travel")],
      [what("bring"), what("promise")],
      [what("cancel")],
      [button(speech, "ledger", "janji.open", id)],
      [{ label: speech.plain("training-see"), press: packPress("training.open", id) }],
    ],
  };
}

/** Which day, or all of them? Days that are over cannot change. */
export function dayCard(
  speech: Speech,
  field: string,
  days: readonly TrainingDay[],
  { all }: { all: boolean },
): Card {
  const rows = days.map(({ date }) => [
    {
      label: shortLabel(showShortDate(date, speech.language)),
      press: packPress("ubah.day", field, date),
    },
  ]);
  const whole = button(speech, "all-days", "ubah.day", field, "all");
  return {
    text: speech.html("plan-which-day"),
    buttons: [...(all ? [[whole]] : []), ...rows, [button(speech, "back", "ubah.menu")]],
  };
}

/** Which of the promises? */
export function promisesCard(speech: Speech): Card {
  return {
    text: speech.html("plan-which-promise"),
    buttons: [
      ...PROMISES.map((promise) => [
        {
          label: shortLabel(speech.plain(`promise-${promise}`)),
          press: packPress("ubah.promise", promise),
        },
      ]),
      [button(speech, "back", "ubah.menu")],
    ],
  };
}

const dropButton = (speech: Speech, asks: "promise" | "bring"): Button =>
  button(speech, asks === "bring" ? "bring-nothing" : "drop", "ubah.drop");

/** One thing to type. */
export function askCard(speech: Speech, asks: Asked, about: string | undefined): Card {
  const isDay = about !== undefined && /^\d{4}-/.test(about);
  const date = isDay ? showDate(about, speech.language) : "";
  const what = asks === "promise" ? speech.plain(`promise-${about ?? ""}`) : "";
  const key = asks === "date" && about === "all" ? "plan-ask-dates" : `plan-ask-${asks}`;
  const drop = asks === "promise" || asks === "bring" ? [[dropButton(speech, asks)]] : [];
  return {
    text: speech.html(key, { date, what }),
    buttons: [...drop, [button(speech, "back", "ubah.menu")]],
  };
}

/** The letter as it will read, and to how many it goes. */
export function previewCard(
  speech: Speech,
  letter: Html,
  { count, handle, isCancel, night }: Preview,
): Card {
  const lines = [
    speech.html("plan-preview", { count }),
    letter,
    night !== undefined && speech.html("plan-preview-night", { reason: night }),
  ];
  return {
    text: joinHtml(
      lines.filter((line) => line !== false),
      "\n\n",
    ),
    buttons: [
      [button(speech, isCancel ? "send-cancel" : "send", "ubah.send", handle, "now")],
      ...(isCancel ? [] : [[button(speech, "more", "ubah.menu")]]),
      [button(speech, "discard", "ubah.drop-all")],
    ],
  };
}

interface Preview {
  count: number;
  handle: string;
  isCancel: boolean;
  night: string | undefined;
}

/** It is night and the training is near: wake people, or wait until they are up? */
export function nightCard(
  speech: Speech,
  handle: string,
  { start, open }: { start: string; open: string | undefined },
): Card {
  const wait = open === undefined ? [] : [[button(speech, "wait", "ubah.send", handle, "wait")]];
  return {
    text:
      open === undefined
        ? speech.html("plan-night-only", { start })
        : speech.html("plan-night", { start, open }),
    buttons: [
      [button(speech, "wake", "ubah.night")],
      ...wait,
      [button(speech, "discard", "ubah.drop-all")],
    ],
  };
}

/** A sentence and the way back to the training and to what may change. */
export function doneCard(speech: Speech, text: Html, training: string): Card {
  return {
    text,
    buttons: [
      [button(speech, "ledger", "janji.open", training)],
      [button(speech, "open", "ubah.open", training)],
    ],
  };
}
