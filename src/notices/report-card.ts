import { packPress } from "../bot/callback-data.ts";
import type { Button, Card } from "../bot/card.ts";
import { joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { localDate, localTime, showMoment, showShortDate, showTime } from "../dates.ts";
import { CARRIED_STATES } from "./carried.ts";
import { DELIVERY_STATES } from "./delivery.ts";
import { titleOf } from "./content.ts";
import { handleOf, isUnderWay, type Notice } from "./notice.ts";
import type { Report } from "./report.ts";

/** How fast it goes, where that is known. */
export interface Pace {
  /** Deliveries that came to their end in a second. */
  perSecond: number;
}

/** How many messages a correction has mended, and how many it has still to. */
export interface Fixes {
  done: number;
  open: number;
}

/** What became of a notice so far, and what can be done with it. */
export function reportCard(speech: Speech, report: Report, pace?: Pace, fixes?: Fixes): Card {
  const { notice } = report;
  return {
    text: joinHtml(
      [
        speech.html("notice-state", {
          title: titleOf(notice, 60),
          state: speech.plain(`notice-state-${notice.state}`),
        }),
        ...whenLines(speech, notice),
        ...(notice.isListed || report.total > 0 ? totalLines(speech, report, pace) : []),
        ...(fixes ? [speech.html("report-fixes", { done: fixes.done, open: fixes.open })] : []),
      ],
      "\n",
    ),
    buttons: buttonsOf(speech, report),
  };
}

function whenLines(speech: Speech, { correctedAt, startAt, state }: Notice) {
  const { language } = speech;
  return [
    ...(state === "queued"
      ? [speech.html("notice-starts", { when: showMoment(startAt, language) })]
      : []),
    ...(correctedAt
      ? [
          speech.html("notice-corrected", {
            date: showShortDate(localDate(correctedAt), language),
            time: showTime(localTime(correctedAt), language),
          }),
        ]
      : []),
  ];
}

const CELLS = 10;

function totalLines(speech: Speech, report: Report, pace: Pace | undefined) {
  const { total, roads, states, read, doubted } = report;
  const done = total - roads.open;
  const share = total === 0 ? 1 : done / total;
  const full = Math.floor(share * CELLS);
  const bar = "▰".repeat(full) + "▱".repeat(CELLS - full);
  return [
    speech.html("notice-bar", { bar, percent: Math.floor(share * 100), done, total }),
    ...(pace && pace.perSecond > 0 && roads.open > 0 ? [paceLine(speech, roads.open, pace)] : []),
    ...DELIVERY_STATES.flatMap((state) =>
      states[state]
        ? [
            speech.html("report-line", {
              state: speech.plain(`outcome-${state}`),
              count: states[state],
            }),
          ]
        : [],
    ),
    ...(read ? [speech.html("report-read", { count: read })] : []),
    ...(doubted ? [speech.html("report-doubted", { count: doubted })] : []),
  ];
}

function paceLine(speech: Speech, open: number, { perSecond }: Pace) {
  const seconds = Math.ceil(open / perSecond);
  return speech.html("notice-pace", {
    rate: String(Math.max(1, Math.round(perSecond))),
    left:
      seconds < 60
        ? speech.plain("notice-left-seconds", { seconds })
        : speech.plain("notice-left-minutes", { minutes: Math.ceil(seconds / 60) }),
  });
}

function buttonsOf(speech: Speech, { notice, states, read }: Report): Button[][] {
  const handle = handleOf(notice.id);
  const button = (name: string, action: string, ...args: string[]): Button => ({
    label: speech.plain(`button-notice-${name}`),
    press: packPress(action, handle, ...args),
  });
  if (notice.state === "queued") return [[button("undo", "kb.undo")], [button("again", "kb.open")]];
  const untold = CARRIED_STATES.some((state) => states[state]);
  const unread = (states.sent ?? 0) > read;
  return [
    ...(notice.state === "paused" ? [[button("go-on", "kb.goon")]] : []),
    ...(["expanding", "sending"].includes(notice.state) ? [[button("pause", "kb.pause")]] : []),
    ...(isUnderWay(notice) ? [[button("cancel", "kb.stop")]] : []),
    ...(unread ? [[button("unread", "kb.list", "unread", "0")]] : []),
    ...(untold ? [[button("untold", "kb.list", "untold", "0")]] : []),
    ...(unread && notice.state === "done" ? [[button("remind", "kb.remind")]] : []),
    ...(notice.isListed ? [paperButtons(notice, button)] : []),
    ...(notice.state === "cancelled" ? [] : [[button("fix", "kb.fix")]]),
    [button("again", "kb.open")],
  ];
}

/** A leader takes no list of people away, and has a picture of the numbers. */
function paperButtons(
  { community }: Notice,
  button: (name: string, action: string) => Button,
): Button[] {
  return [
    ...(community === undefined ? [button("sheet", "kb.sheet")] : []),
    button("chart", "kb.chart"),
  ];
}
