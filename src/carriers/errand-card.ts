import { packPress } from "../bot/callback-data.ts";
import type { Button, Card } from "../bot/card.ts";
import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { showMoment } from "../dates.ts";
import { showPhone } from "../artisans/phone.ts";
import type { CarriedAnswer } from "../notices/asks.ts";
import { CARRY_ROADS } from "../notices/carried.ts";
import { carriedWords, type CarriedWords, subjectLabel } from "../notices/notice-words.ts";
import type { Places } from "../places/places.ts";
import { shorten } from "../text.ts";
import { type Errand, type ErrandState, isLate, type OpenErrand, spokenCode } from "./errand.ts";
import { waLink } from "./wa-link.ts";

const A_PAGE = 6;
const MOST_LETTERS = 24;

export interface CardEnv {
  speech: Speech;
  places: Pick<Places, "showKecamatan">;
  now: Date;
  /** The bot's name, such as "@sanggar_bot". */
  bot: string;
}

export interface Page {
  errands: readonly OpenErrand[];
  /** From 0. */
  number: number;
  /** Of how many. */
  of: number;
  /** Of all pages. */
  count: number;
}

/** The errands of one page; a page that is not there is the last one. */
export function pageOf(errands: readonly OpenErrand[], wanted: number): Page {
  const of = Math.max(1, Math.ceil(errands.length / A_PAGE));
  const number = Math.min(Math.max(0, Math.trunc(wanted) || 0), of - 1);
  const from = number * A_PAGE;
  return { errands: errands.slice(from, from + A_PAGE), number, of, count: errands.length };
}

/** Who waits for what until when, with a button each. */
export function errandListCard(
  env: CardEnv,
  page: Page,
  { withLeaders, mayReport }: { withLeaders: number; mayReport: boolean },
): Card {
  const { speech } = env;
  const leaders = withLeaders > 0 && speech.html("carry-with-leaders", { count: withLeaders });
  const parts = page.count
    ? [speech.html("carry-list-title", { count: page.count }), ...entries(env, page), leaders]
    : [speech.html("carry-list-none"), leaders];
  const first = page.number * A_PAGE + 1;
  return {
    text: joinHtml(parts.filter(isPart), "\n\n"),
    buttons: [
      ...page.errands.map((errand, index) => [
        errandButton("carry.open", errand, `${first + index}. ${errand.person.name}`),
      ]),
      ...pageButtons(speech, page),
      ...groupButton(env, page),
      ...(mayReport ? reportButtons(speech, page) : []),
    ],
  };
}

function entries({ speech, places, now }: CardEnv, { errands, number }: Page): Html[] {
  return errands.map((errand, index) => {
    const { person, subject, delivery } = errand;
    const entry = speech.html("carry-list-entry", {
      number: String(number * A_PAGE + index + 1),
      name: person.name,
      kecamatan: places.showKecamatan(person.kecamatan),
      what: subjectLabel(speech, subject),
      until: showMoment(delivery.notAfter, speech.language),
    });
    const late = isLate(delivery, now) && speech.html("carry-late");
    return joinHtml([entry, triedLine(speech, errand), late].filter(isPart));
  });
}

function triedLine(speech: Speech, { delivery: { carried } }: Errand): Html | undefined {
  if (carried?.state !== "notReached") return undefined;
  return speech.html("carry-tried", {
    who: speech.plain(`role-${carried.as}`),
    when: showMoment(carried.at, speech.language),
  });
}

function pageButtons(speech: Speech, { number, of }: Page): Button[][] {
  const button = (to: number, key: string): Button => ({
    label: speech.plain(key, { page: String(to + 1), pages: String(of) }),
    press: packPress("carry.list", String(to)),
  });
  const buttons = [
    ...(number > 0 ? [button(number - 1, "ask-page-before")] : []),
    ...(number < of - 1 ? [button(number + 1, "ask-page-after")] : []),
  ];
  return buttons.length ? [buttons] : [];
}

/** Where all wait for the same, its text for a group: it speaks of nobody. */
function groupButton(env: CardEnv, { errands }: Page): Button[][] {
  const [first] = errands;
  if (!first || errands.some(({ notice }) => notice.id !== first.notice.id)) return [];
  return [[groupLink(env, first, "button-carry-group")]];
}

function groupLink({ speech, bot }: CardEnv, errand: OpenErrand, key: string): Button {
  const said = { name: speech.plain("carry-everybody"), code: spokenCode(errand), bot };
  const { whatsapp } = carriedWords(speech, errand.subject, said);
  return { label: speech.plain(key), url: waLink(whatsapp) };
}

function reportButtons(speech: Speech, { errands }: Page): Button[][] {
  const codes = [...new Set(errands.map(({ notice }) => notice.code))];
  return codes.map((code) => [
    {
      label: speech.plain("button-carry-report", { code }),
      press: packPress("carry.report", code),
    },
  ]);
}

/**
 * One person: what to say and how. The number, where it may be seen, stands in the text for a
 * call and in the link to WhatsApp; without it the text goes to a chat of choice, without a name.
 */
export function errandCard(
  env: CardEnv,
  errand: OpenErrand,
  words: CarriedWords,
  number: string | undefined,
): Card {
  const { speech, places, now } = env;
  const { person, subject, delivery } = errand;
  const reason = delivery.reason ?? "refused";
  const text = [
    speech.html("carry-card", {
      name: person.name,
      kecamatan: places.showKecamatan(person.kecamatan),
      what: subjectLabel(speech, subject),
      until: showMoment(delivery.notAfter, speech.language),
      why: speech.plain(`carry-why-${reason}`),
    }),
    triedLine(speech, errand),
    isLate(delivery, now) && speech.html("carry-late"),
    number !== undefined
      ? speech.html("carry-number", { number: showPhone(number) })
      : speech.html("carry-no-number"),
    speech.html("carry-words", { telepon: words.telepon }),
    speech.html("carry-whatsapp", { whatsapp: words.whatsapp }),
  ];
  const times = String(delivery.carried?.times ?? 0);
  const personal = number !== undefined && person.whatsapp !== false;
  return {
    text: joinHtml(text.filter(isPart), "\n\n"),
    buttons: [
      [
        personal
          ? { label: speech.plain("button-carry-wa"), url: waLink(words.whatsapp, number) }
          : groupLink(env, errand, "button-carry-wa-text"),
      ],
      [
        errandButton("carry.told", errand, speech.plain("button-carry-told")),
        errandButton("carry.no", errand, speech.plain("button-carry-no"), times),
      ],
      [listButton(speech)],
    ],
  };
}

/** It is written down that the person knows: by which road? */
export function toldCard(speech: Speech, errand: Errand): Card {
  return {
    text: speech.html("carry-told", { name: errand.person.name }),
    buttons: [
      ...CARRY_ROADS.map((road) => [
        errandButton("carry.road", errand, speech.plain(`button-carry-road-${road}`), road),
      ]),
      [listButton(speech)],
    ],
  };
}

/** The road is kept: what did the person say to what the notice asks? */
export function answerCard(
  speech: Speech,
  errand: Errand,
  answers: readonly CarriedAnswer[],
): Card {
  return {
    text: speech.html("carry-answer", { name: errand.person.name }),
    buttons: [
      ...[...answers, "none" as const].map((answer) => [
        errandButton("carry.said", errand, speech.plain(`button-carry-said-${answer}`), answer),
      ]),
      [listButton(speech)],
    ],
  };
}

/** One sentence, and the way back to the list. */
export function lineCard(speech: Speech, text: Html): Card {
  return { text, buttons: [[listButton(speech)]] };
}

/** Why there is nothing to do about an errand. */
export function settledCard(
  speech: Speech,
  { person: { name }, delivery: { carried } }: Errand,
  state: Exclude<ErrandState, "open"> | "late",
): Card {
  const who = carried ? speech.plain(`role-${carried.as}`) : "";
  const when = carried ? showMoment(carried.at, speech.language) : "";
  return lineCard(speech, speech.html(`carry-is-${state}`, { name, who, when }));
}

function errandButton(
  action: string,
  { notice, person }: Errand,
  label: string,
  ...more: string[]
): Button {
  const press = packPress(action, notice.code, person.id, ...more);
  return { label: shorten(label, MOST_LETTERS), press };
}

function listButton(speech: Speech): Button {
  return { label: speech.plain("button-carry-list"), press: packPress("carry.list", "0") };
}

const isPart = (part: Html | false | undefined): part is Html => Boolean(part);
