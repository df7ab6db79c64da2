import { packPress } from "../bot/callback-data.ts";
import { type Button, type Card, shortLabel } from "../bot/card.ts";
import { joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { pageOf, turnRow } from "../bot/pages.ts";
import { showDateRange } from "../dates.ts";
import { type Goal, movesFrom } from "./moves.ts";
import type { Moved } from "./make-training.ts";
import { hasBegun, isSelected, type Training, type TrainingState, whereOf } from "./training.ts";
import { trainingCard } from "./training-card.ts";

/** now: what is being made or going on. past: what is over, and what was called off. */
export const TABS = {
  now: ["draft", "open", "selecting", "running"],
  past: ["closed", "archived", "cancelled"],
} as const satisfies Record<string, readonly TrainingState[]>;
export type Tab = keyof typeof TABS;

const button = (speech: Speech, key: string, action: string, ...args: string[]): Button => ({
  label: speech.plain(key),
  press: packPress(action, ...args),
});

const datesOf = ({ language }: Speech, { days }: Training) =>
  showDateRange(
    days.map(({ date }) => date),
    language,
  );

/** Rows of trainings, each opened by a numbered button. */
function rowsOf(
  speech: Speech,
  all: readonly Training[],
  { page, turn, open }: { page: unknown; turn: string[]; open: string },
) {
  const shown = pageOf(all, page);
  const lines = shown.items.map((training, index) =>
    speech.html("manage-line", {
      number: String(shown.first + index),
      title: training.title,
      dates: datesOf(speech, training),
      state: speech.plain(`training-state-${training.state}`),
      held: String(training.seatHolders.length),
      seats: String(training.seats),
    }),
  );
  const buttons = shown.items.map(({ id, title }, index): Button[] => [
    { label: shortLabel(`${shown.first + index}. ${title}`), press: packPress(open, id) },
  ]);
  const [action = "", ...args] = turn;
  return { lines, buttons: [...buttons, ...turnRow(shown, speech, action, ...args)] };
}

/** /kelola: trainings by their state, and the ways to a new one. */
export function manageListCard(
  speech: Speech,
  trainings: readonly Training[],
  tab: Tab,
  page: unknown,
): Card {
  const byState = TABS[tab].flatMap((state) => trainings.filter((one) => one.state === state));
  const rows = rowsOf(speech, byState, { page, turn: ["manage.list", tab], open: "manage.open" });
  const other = tab === "now" ? "past" : "now";
  const lines = rows.lines.length ? rows.lines : [speech.html("manage-none")];
  return {
    text: joinHtml([speech.html(`manage-title-${tab}`), ...lines], "\n\n"),
    buttons: [
      ...rows.buttons,
      [button(speech, `manage-tab-${other}`, "manage.list", other, "0")],
      [button(speech, "manage-new", "manage.new")],
      [button(speech, "manage-from", "manage.from", "0")],
    ],
  };
}

/** From which training a new one is copied, the latest first. */
export function copyListCard(speech: Speech, trainings: readonly Training[], page: unknown): Card {
  const latest = trainings.toReversed();
  const rows = rowsOf(speech, latest, { page, turn: ["manage.from"], open: "manage.copy" });
  return {
    text: latest.length
      ? joinHtml([speech.html("manage-copy-which"), ...rows.lines], "\n\n")
      : speech.html("manage-copy-none"),
    buttons: [...rows.buttons, [toList(speech)]],
  };
}

const toList = (speech: Speech) => button(speech, "manage-all", "manage.list", "now", "0");

/** One training as the office sees it, with what can be done about it now. */
export function manageCard(speech: Speech, training: Training, now: Date): Card {
  const { id, title, state, seats, seatHolders, admission = "direct" } = training;
  const isDraft = state === "draft";
  const moves = movesFrom(training, now).filter((goal) => !(isDraft && goal === "open"));
  return {
    text: speech.html("manage-card", {
      ...{ title, dates: datesOf(speech, training), place: whereOf(training) },
      state: speech.plain(`training-state-${state}`),
      held: String(seatHolders.length),
      seats: String(seats),
      admission: speech.plain(`plan-admission-${admission}`),
    }),
    buttons: [
      [button(speech, isDraft ? "manage-preview" : "manage-look", "manage.preview", id)],
      ...(isDraft ? [[button(speech, "manage-edit", "manage.edit", id)]] : []),
      ...(isDraft ? [] : runningRows(speech, training, now)),
      ...moves.map((goal) => [button(speech, `manage-move-${goal}`, "manage.move", id, goal)]),
      ...(isDraft ? [[button(speech, "manage-drop", "manage.drop", id)]] : []),
      [button(speech, "manage-copy", "manage.copy", id)],
      [toList(speech)],
      [
        button(speech, "manage-papers", "berkas.open", id),
        ...(hasBegun(training, now) ? [button(speech, "manage-photos", "foto.open", id, "0")] : []),
      ],
    ],
  };
}

/** What a published training is run by. */
function runningRows(speech: Speech, training: Training, now: Date): Button[][] {
  const { id, state } = training;
  const isAlive = ["open", "selecting", "running"].includes(state);
  const isChosen = isSelected(training) && ["open", "selecting"].includes(state);
  return [
    [button(speech, "manage-board", "manage.board", id)],
    ...(isChosen ? [[button(speech, "button-sheet", "choose.sheet", id, "0")]] : []),
    ...(isAlive
      ? [
          [
            button(speech, "button-plan-open", "ubah.open", id),
            button(speech, "manage-promises", "janji.open", id),
          ],
        ]
      : []),
    hasBegun(training, now)
      ? [button(speech, "manage-feedback", "sv.totals", id)]
      : [button(speech, "manage-test", "sv.quiz", id)],
  ];
}

/** As artisans will see it once it is published; of a draft with the button that does so. */
export function previewCard(speech: Speech, training: Training, now: Date, who: string): Card {
  const isDraft = training.state === "draft";
  const seen = trainingCard(speech, isDraft ? { ...training, state: "open" } : training, {
    viewer: undefined,
    now,
    who,
  });
  return {
    text: joinHtml([speech.html("manage-preview-title"), seen.text], "\n\n"),
    buttons: [
      ...(isDraft
        ? [[button(speech, "manage-move-open", "manage.moveYes", training.id, "open")]]
        : []),
      [button(speech, "manage-back", "manage.open", training.id)],
    ],
  };
}

/** Asks before a training is moved on: participants notice it. */
export function moveQuestionCard(speech: Speech, { id, title }: Training, goal: Goal): Card {
  return {
    text: speech.html(`manage-question-${goal}`, { title }),
    buttons: [
      [button(speech, `manage-move-${goal}`, "manage.moveYes", id, goal)],
      [button(speech, "manage-back", "manage.open", id)],
    ],
  };
}

/** What came of it, and the card as it is now. */
export function movedCard(speech: Speech, moved: Moved, goal: Goal, now: Date): Card {
  const { training } = moved;
  const card = manageCard(speech, training, now);
  const said = moved.ok
    ? speech.html(`manage-moved-${goal}`, { title: training.title })
    : speech.html(`manage-refused-${moved.reason}`, {
        title: training.title,
        state: speech.plain(`training-state-${training.state}`),
      });
  return { ...card, text: joinHtml([said, card.text], "\n\n") };
}

/** What is said when the questions are answered: a draft that nobody else sees yet. */
export function draftedCard(speech: Speech, { id, title }: Training): Card {
  return {
    text: speech.html("manage-drafted", { title }),
    buttons: [
      [button(speech, "manage-preview", "manage.preview", id)],
      [button(speech, "manage-card-button", "manage.open", id)],
    ],
  };
}

/** Something is half made: it would be lost. */
export function unfinishedCard(
  speech: Speech,
  title: string,
  instead: [string, ...string[]],
): Card {
  const [action, ...args] = instead;
  return {
    text: speech.html("manage-unfinished", { title: title || "–" }),
    buttons: [
      [button(speech, "button-continue", "manage.resume")],
      [button(speech, "manage-instead", action, ...args)],
      [toList(speech)],
    ],
  };
}

export function dropQuestionCard(speech: Speech, { id, title }: Training): Card {
  return {
    text: speech.html("manage-drop-question", { title }),
    buttons: [
      [button(speech, "manage-drop", "manage.dropYes", id)],
      [button(speech, "manage-back", "manage.open", id)],
    ],
  };
}
