import { packPress } from "../bot/callback-data.ts";
import type { Button, Card } from "../bot/card.ts";
import { type Html, joinHtml } from "../bot/html.ts";
import { type Page, turnRow } from "../bot/pages.ts";
import type { Speech } from "../bot/language.ts";
import { showDateRange, showHours, showTime } from "../dates.ts";
import { type Training, whereOf } from "../trainings/training.ts";
import type { Part, Stated } from "./ledger.ts";
import { type Manner, showPoint, showPromise } from "./show-plan.ts";

/** How many know of the last change. */
export interface Reading {
  read: number;
  unread: number;
  byHand: number;
}

export interface LedgerView {
  training: Training;
  stated: readonly Stated[];
  /** Of the last change; undefined: the plan never changed. */
  reading: Reading | undefined;
  manner: Manner;
}

function button(speech: Speech, name: string, action: string, ...args: string[]): Button {
  return { label: speech.plain(`button-plan-${name}`), press: packPress(action, ...args) };
}

/** The ledger of promises of one training. */
export function ledgerCard(speech: Speech, view: LedgerView): Card {
  const { training, stated, reading } = view;
  const lines = stated.map((one) => statedLine(speech, one, view));
  const version = String(training.planVersion);
  return {
    text: joinHtml(
      [
        speech.html("ledger-title", { title: training.title, version }),
        joinHtml(lines),
        reading
          ? speech.html("ledger-reading", { version, ...reading })
          : speech.html("ledger-unchanged"),
      ],
      "\n\n",
    ),
    buttons: [
      ...(reading && reading.unread + reading.byHand > 0
        ? [[button(speech, "unread", "janji.unread", training.id, version, "0")]]
        : []),
      [button(speech, "receipts", "janji.receipts", training.id, "0")],
      [button(speech, "open", "ubah.open", training.id)],
    ],
  };
}

function statedLine(speech: Speech, { part, version, changes }: Stated, view: LedgerView): Html {
  const what = speech.plain(`promise-${part}`);
  const now = showPart(speech, part, view);
  return changes
    ? speech.html("ledger-line-changed", { what, now, version: String(version), changes })
    : speech.html("ledger-line", { what, now });
}

function showPart(speech: Speech, part: Part, { training, manner }: LedgerView): string {
  const { language } = speech;
  const { days, gathering, promises } = training;
  const none = speech.plain("plan-none");
  switch (part) {
    case "dates":
      return showDateRange(
        days.map(({ date }) => date),
        language,
      );
    case "hours":
      return [...new Set(days.map(({ from, until }) => showHours(from, until, language)))].join(
        "; ",
      );
    case "place":
      return whereOf(training);
    case "gathering":
      return gathering ? `${gathering.place}, ${showTime(gathering.at, language)}` : none;
    case "point":
      return training.point ? showPoint(training.point) : none;
    case "travel":
      return training.travel ?? none;
    case "bring":
      return training.bring.join(", ") || none;
    default:
      return showPromise(speech, part, promises?.[part], manner);
  }
}

/** Somebody in a list of coordinators, and what is known of them. */
export interface ListedReader {
  name: string;
  note: string;
}

/** A page of who has not read a change. */
export function unreadCard(
  speech: Speech,
  { id, planVersion }: Training,
  page: Page<ListedReader>,
  askable: number,
): Card {
  const version = String(planVersion);
  return {
    text: joinHtml([speech.html("ledger-unread-title"), ...peopleLines(speech, page)]),
    buttons: [
      ...(askable > 0
        ? [
            [
              {
                label: speech.plain("button-plan-remind"),
                press: packPress("janji.remind", id, version),
              },
            ],
          ]
        : []),
      ...turnRow(page, speech, "janji.unread", id, version),
      [button(speech, "ledger", "janji.open", id)],
    ],
  };
}

/** Who has confirmed the money, and who has not. */
export function receiptsCard(
  speech: Speech,
  { id, title }: Training,
  page: Page<ListedReader>,
  { received, open }: { received: number; open: number },
): Card {
  return {
    text: joinHtml([
      speech.html("receipts-title", { title, received, open }),
      ...peopleLines(speech, page),
    ]),
    buttons: [
      ...(open > 0 ? [[button(speech, "ask-receipts", "janji.ask", id)]] : []),
      ...turnRow(page, speech, "janji.receipts", id),
      [button(speech, "ledger", "janji.open", id)],
    ],
  };
}

function peopleLines(speech: Speech, { items, first }: Page<ListedReader>): Html[] {
  if (!items.length) return [speech.html("ledger-nobody")];
  return items.map(({ name, note }, at) =>
    speech.html("ledger-person", { number: String(first + at), name, note }),
  );
}

/** One sentence, and the way back to the ledger. */
export function ledgerLine(speech: Speech, text: Html, training: string): Card {
  return { text, buttons: [[button(speech, "ledger", "janji.open", training)]] };
}
