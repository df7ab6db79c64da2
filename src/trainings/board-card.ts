import type { Artisan } from "../artisans/artisan.ts";
import { packPress } from "../bot/callback-data.ts";
import { type Button, type Card, shortLabel } from "../bot/card.ts";
import { joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { pageOf, turnRow } from "../bot/pages.ts";
import type { Places } from "../places/places.ts";
import { type Board, isNudged, type Lack, LACKS, type NudgeOutcome } from "./board.ts";
import { ENROLMENT_STATES } from "./enrolment.ts";
import { type Naming, quotaWords } from "./training-words.ts";

/** The numbers of one training. No name stands here. */
export function boardCard(speech: Speech, board: Board, naming: Naming): Card {
  const { training, states, lacks, warnings } = board;
  const counted = ENROLMENT_STATES.filter((state) => states[state] > 0).map((state) =>
    speech.plain("board-state", {
      state: speech.plain(`enrolment-${state}`),
      count: String(states[state]),
    }),
  );
  const missing = LACKS.filter((lack) => lacks[lack].length > 0);
  return {
    text: joinHtml(
      [
        speech.html("board-title", {
          title: training.title,
          held: String(training.seatHolders.length),
          seats: String(training.seats),
        }),
        ...(counted.length ? [speech.html("board-states", { states: counted.join(", ") })] : []),
        speech.html(missing.length ? "board-lacks" : "board-complete"),
        ...warnings.map(({ quota, held }) =>
          speech.html("board-quota", {
            quota: quotaWords(speech, quota, naming),
            held: String(held),
          }),
        ),
      ],
      "\n\n",
    ),
    buttons: [
      ...missing.map((lack): Button[] => [
        {
          label: shortLabel(`${speech.plain(`lack-${lack}`)} (${lacks[lack].length})`),
          press: packPress("manage.lack", training.id, lack, "0"),
        },
      ]),
      [{ label: speech.plain("manage-back"), press: packPress("manage.open", training.id) }],
    ],
  };
}

/** One page of who lacks something; whom it shows stands in `shown`, for the audit. */
export function lackCard(
  speech: Speech,
  { training, lacks }: Board,
  { lack, page: wanted, places }: { lack: Lack; page: unknown; places: Places },
): { card: Card; shown: Artisan[] } {
  const page = pageOf(lacks[lack], wanted);
  const lines = page.items.map(({ name, kecamatan }, index) =>
    speech.html("board-person", {
      number: String(page.first + index),
      name,
      kecamatan: places.showKecamatan(kecamatan),
    }),
  );
  const count = String(lacks[lack].length);
  const nudge: Button = {
    label: speech.plain("board-nudge", { count }),
    press: packPress("manage.nudge", training.id, lack),
  };
  const card = {
    text: joinHtml(
      [
        speech.html("board-lack-title", {
          title: training.title,
          lack: speech.plain(`lack-${lack}`),
          count,
        }),
        lines.length ? joinHtml(lines) : speech.html("board-lack-none"),
        speech.html(`lack-hint-${lack}`),
      ],
      "\n\n",
    ),
    buttons: [
      ...(isNudged(lack) && lines.length ? [[nudge]] : []),
      ...turnRow(page, speech, "manage.lack", training.id, lack),
      [{ label: speech.plain("board-back"), press: packPress("manage.board", training.id) }],
    ],
  };
  return { card, shown: page.items };
}

/** What came of a nudge. */
export function nudgedCard(
  speech: Speech,
  outcome: NudgeOutcome,
  { training, count }: { training: string; count: number },
): Card {
  return {
    text: speech.html(`board-nudged-${outcome}`, { count: String(count) }),
    buttons: [[{ label: speech.plain("board-back"), press: packPress("manage.board", training) }]],
  };
}
