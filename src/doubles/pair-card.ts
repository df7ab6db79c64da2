import type { Artisan } from "../artisans/artisan.ts";
import { packPress } from "../bot/callback-data.ts";
import { type Button, type Card, shortLabel } from "../bot/card.ts";
import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { localDate, showShortDate } from "../dates.ts";
import type { Task } from "../office/task.ts";
import type { Double, Side } from "./double.ts";
import { type Draft, isAsked, MERGE_FIELDS, type MergeField, type Pair } from "./merge-fields.ts";
import { showField, type ShowEnv } from "./show-field.ts";

/** How many pairs wait, and the way to the first of them. */
export function doublesLine(speech: Speech, count: number, next: Double): Task {
  return {
    text: speech.html("tasks-doubles", { count }),
    button: checkButton(speech, "button-check", next),
  };
}

/** A line of what was done, and the way to the next pair. */
export function nextCard(text: Html, speech: Speech, next: Double | undefined): Card {
  return next ? { text, buttons: [[checkButton(speech, "button-check-next", next)]] } : { text };
}

function checkButton(speech: Speech, key: string, { handle }: Double): Button {
  return { label: speech.plain(key), press: packPress("double.open", handle) };
}

/** Both records side by side, and what speaks for one person. */
export function pairCard(double: Double, { a, b }: Pair, env: ShowEnv): Card {
  const { speech } = env;
  const { handle, version, reasons, claimed } = double;
  const why = [...reasons, ...(claimed ? ["claimed"] : [])];
  const button = (action: string, key: string): Button[] => [
    { label: speech.plain(key), press: packPress(action, handle, String(version)) },
  ];
  return {
    text: joinHtml(
      [
        speech.html("double-title"),
        joinHtml(why.map((reason) => speech.html(`double-reason-${reason}`))),
        recordText(a, 1, env),
        recordText(b, 2, env),
      ],
      "\n\n",
    ),
    buttons: [
      button("double.same", "button-double-same"),
      button("double.diff", "button-double-different"),
      button("double.later", "button-double-later"),
    ],
  };
}

const SHOWN: MergeField[] = ["name", "kecamatan", "community", "crafts", "phone", "birthYear"];

function recordText(artisan: Artisan, number: 1 | 2, env: ShowEnv): Html {
  const { speech } = env;
  const date = showShortDate(localDate(artisan.registeredAt), speech.language);
  return joinHtml([
    speech.html("double-record", { number: String(number) }),
    ...SHOWN.flatMap((field) => fieldLine(field, showField(field, artisan, number, env), speech)),
    speech.html("double-registered", { date }),
    speech.html(artisan.telegram === undefined ? "double-no-telegram" : "double-telegram"),
  ]);
}

function fieldLine(field: MergeField, answer: string | undefined, speech: Speech): Html[] {
  if (answer === undefined) return [];
  return [speech.html("review-line", { label: speech.plain(`field-${field}`), answer })];
}

/** Which of two values is right: one question, the values as buttons. */
export function pickCard(double: Double, field: MergeField, { a, b }: Pair, env: ShowEnv): Card {
  const { speech } = env;
  const values: [side: Side, number: 1 | 2, value: string][] = [
    ["a", 1, showField(field, a, 1, env) ?? ""],
    ["b", 2, showField(field, b, 2, env) ?? ""],
  ];
  const { handle, version } = double;
  return {
    text: joinHtml(
      [
        speech.html("merge-question", { field: speech.plain(`field-${field}`) }),
        joinHtml(values.map(([, number, value]) => line(number, value, speech))),
      ],
      "\n\n",
    ),
    buttons: values.map(([side, number, value]) => [
      {
        // An account is told in more words than a button has room for.
        label:
          field === "account"
            ? speech.plain("button-merge-account", { number: String(number) })
            : shortLabel(speech.plain("merge-value", { number: String(number), value })),
        press: packPress("merge.pick", handle, String(version), field, side),
      },
    ]),
  };
}

const line = (number: number, value: string, speech: Speech): Html =>
  speech.html("merge-value", { number: String(number), value });

/** What the record will be, and the one button that does it. */
export function summaryCard(double: Double, pair: Pair, draft: Draft, env: ShowEnv): Card {
  const { speech } = env;
  const { handle, version } = double;
  const lines = MERGE_FIELDS.flatMap((field) => {
    const side = draft.sides[field] ?? draft.survivor;
    return fieldLine(field, showField(field, pair[side], side === "a" ? 1 : 2, env), speech);
  });
  const button = (action: string, key: string): Button[] => [
    { label: speech.plain(key), press: packPress(action, handle, String(version)) },
  ];
  const asked = MERGE_FIELDS.some((field) => isAsked(field, pair));
  return {
    text: joinHtml(
      [
        speech.html("merge-summary"),
        joinHtml(lines),
        ...(isAsked("account", pair) ? [speech.html("merge-other-account")] : []),
      ],
      "\n\n",
    ),
    buttons: [
      button("merge.do", "button-merge-do"),
      ...(asked ? [button("merge.again", "button-merge-again")] : []),
      button("double.later", "button-double-later"),
    ],
  };
}

/** It is done; for 30 days it can be taken back. */
export function mergedCard(merge: string, speech: Speech, next: Double | undefined): Card {
  const undo = packPress("merge.undo", merge.slice("merge:".length));
  return {
    text: speech.html("merge-done"),
    buttons: [
      [{ label: speech.plain("button-merge-undo"), press: undo }],
      ...(next ? [[checkButton(speech, "button-check-next", next)]] : []),
    ],
  };
}
