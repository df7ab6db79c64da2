import type { Standing } from "../access/standing.ts";
import { packPress } from "../bot/callback-data.ts";
import { type Button, type Card, shortLabel } from "../bot/card.ts";
import { permitOf } from "../bot/gate.ts";
import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { pageOf, turnRow } from "../bot/pages.ts";
import { localDate, showShortDate } from "../dates.ts";
import type { Places } from "../places/places.ts";
import { isSelected, seatsLeft, type Training } from "../trainings/training.ts";
import { phaseOf, type Selection } from "./candidates.ts";
import type { EnrolmentServices } from "./enrolment-services.ts";
import { trainingHandle } from "../trainings/training-handle.ts";
import type { Candidate } from "./order.ts";
import type { QuotaWarning } from "./quota.ts";

export interface SheetEnv {
  speech: Speech;
  places: Places;
  /** Names of communities by their ids. */
  communities: ReadonlyMap<string, string>;
}

/** On the card of a training, for who may choose. */
export function staffButtons(
  speech: Speech,
  training: Training,
  standing: Standing,
  services: Pick<EnrolmentServices, "calendar" | "clock">,
): Button[][] {
  if (!permitOf(standing, "enrolment.sheet", undefined, "private")) return [];
  if (!isSelected(training) && phaseOf(training, services) !== "phoning") return [];
  return [
    [{ label: speech.plain("button-sheet"), press: packPress("choose.sheet", training.id, "0") }],
  ];
}

/** The selection sheet, a page at a time: facts about each, in the order that is suggested. */
export function sheetCard(env: SheetEnv, selection: Selection, wanted: unknown): Card {
  const { speech } = env;
  const { training, order, phase } = selection;
  const state = phase ?? "none";
  const page = pageOf(order, wanted);
  const rows = page.items.map((one, at) => rowOf(env, one, page.first + at));
  const { title, seats } = training;
  const head = speech.html("sheet-head", {
    ...{ title, seats: String(seats), free: String(seatsLeft(training)) },
    ...{ offered: String(selection.offered), going: String(selection.going) },
    ...{ waiting: String(selection.waiting), count: String(order.length) },
  });
  return {
    text: joinHtml(
      [
        joinHtml([head, speech.html(`sheet-phase-${state}`)]),
        ...selection.warnings.map((one) => warningOf(env, one)),
        ...rows,
      ],
      "\n\n",
    ),
    buttons: [
      ...page.items.map((one, at): Button[] => [
        {
          label: shortLabel(`${page.first + at}. ${one.name}`),
          press: packPress("choose.open", trainingHandle(training.id), one.id),
        },
      ]),
      ...turnRow(page, speech, "choose.sheet", training.id),
      ...(selection.offered
        ? [
            [
              {
                label: speech.plain("button-offered"),
                press: packPress("choose.offered", training.id, "0"),
              },
            ],
          ]
        : []),
    ],
  };
}

/** Who has not answered yet, each with their card. */
export function offeredCard(
  { speech }: SheetEnv,
  training: Training,
  people: readonly { id: string; name: string }[],
  wanted: unknown,
): Card {
  const page = pageOf(people, wanted);
  return {
    text: speech.html(people.length ? "sheet-offered" : "sheet-offered-none", {
      title: training.title,
    }),
    buttons: [
      ...page.items.map(({ id, name }): Button[] => [
        {
          label: shortLabel(name),
          press: packPress("choose.open", trainingHandle(training.id), id),
        },
      ]),
      ...turnRow(page, speech, "choose.offered", training.id),
      backRow(speech, training),
    ],
  };
}

const backRow = (speech: Speech, { id }: Training): Button[] => [
  { label: speech.plain("button-sheet-back"), press: packPress("choose.sheet", id, "0") },
];

/** One person: their facts, and what can be done about them. */
export function candidateCard(
  env: SheetEnv,
  { training, phase }: Selection,
  one: Candidate,
  place: number,
): Card {
  const { speech } = env;
  const act = (key: string, action: string): Button[] => [
    { label: speech.plain(key), press: packPress(action, trainingHandle(training.id), one.id) },
  ];
  return {
    text: rowOf(env, one, place),
    buttons: [
      ...(phase
        ? [
            act(phase === "choosing" ? "button-pick" : "button-pick-phone", "choose.pick"),
            act("button-skip", "choose.skip"),
            [
              {
                label: speech.plain("button-member-open"),
                press: packPress("member.open", one.id),
              },
            ],
          ]
        : []),
      backRow(speech, training),
    ],
  };
}

/** Somebody who was offered a seat: what they say can be written down for them. */
export function offeredPersonCard(
  speech: Speech,
  training: Training,
  { id, name }: { id: string; name: string },
): Card {
  const said = (key: string, answer: string): Button[] => [
    {
      label: speech.plain(key),
      press: packPress("offer.for", answer, trainingHandle(training.id), id),
    },
  ];
  return {
    text: speech.html("sheet-offered-person", { name, title: training.title }),
    buttons: [
      said("button-offer-yes", "y"),
      said("button-offer-no", "n"),
      [{ label: speech.plain("button-member-open"), press: packPress("member.open", id) }],
      backRow(speech, training),
    ],
  };
}

function rowOf(env: SheetEnv, one: Candidate, number: number): Html {
  const { speech, places, communities } = env;
  const { community, lastTrained, skipped } = one;
  const last = lastTrained && showShortDate(lastTrained, speech.language);
  const facts = [
    speech.plain(one.craftMatch ? "fact-craft" : "fact-other-craft"),
    last
      ? speech.plain("fact-trained", { count: String(one.trainings), last })
      : speech.plain("fact-never"),
    ...(one.reached ? [] : [speech.plain("fact-new-kecamatan")]),
    ...(one.passedOver ? [speech.plain("fact-passed", { count: String(one.passedOver) })] : []),
    ...(community === undefined
      ? []
      : [speech.plain("fact-share", { count: String(one.communitySeats) })]),
    speech.plain(`fact-road-${one.road}`),
  ];
  return joinHtml([
    speech.html("sheet-row", {
      ...{ number: String(number), name: one.name, facts: facts.join(" · ") },
      kecamatan: places.showKecamatan(one.kecamatan),
      community:
        community === undefined
          ? speech.plain("sheet-no-community")
          : (communities.get(community) ?? community),
      since: showShortDate(localDate(one.interestedAt), speech.language),
    }),
    ...(skipped === undefined ? [] : [speech.html("sheet-skipped", { reason: skipped })]),
  ]);
}

function warningOf({ speech, places, communities }: SheetEnv, one: QuotaWarning): Html {
  const { by, of, has, kind, wished } = one;
  const name = by === "kecamatan" ? places.showKecamatan(of) : (communities.get(of) ?? of);
  return speech.html(`quota-${kind}`, { name, has: String(has), wished: String(wished) });
}
