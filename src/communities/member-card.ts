import type { Artisan } from "../artisans/artisan.ts";
import { type Far, FAR, type MemberFilter, packFilter } from "../artisans/member-filter.ts";
import type { Member } from "../artisans/member-repository.ts";
import { maskPhone, showPhone } from "../artisans/phone.ts";
import { packPress } from "../bot/callback-data.ts";
import { type Button, type Card, shortLabel } from "../bot/card.ts";
import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { localDate, showShortDate } from "../dates.ts";
import { CRAFTS, showCraft } from "../places/crafts.ts";
import type { Places } from "../places/places.ts";

/** "own": the leader's community; "all": every record. */
export type List = "own" | "all";

interface Env {
  speech: Speech;
  places: Places;
}

/** What a list shows: a page of rows, and whether there are rows on either side. */
export interface Page {
  rows: readonly Member[];
  before: boolean;
  after: boolean;
}

const button = ({ speech }: Env, key: string, action: string, ...args: string[]): Button => ({
  label: speech.plain(key),
  press: packPress(action, ...args),
});

const openRow = ({ id, name }: Member): Button[] => [
  { label: shortLabel(name), press: packPress("member.open", id) },
];

function memberLine({ name, kecamatan, mainCraft, state, reachable }: Member, env: Env): Html {
  const { speech, places } = env;
  return speech.html("member-line", {
    name,
    kecamatan: places.showKecamatan(kecamatan),
    craft: showCraft(mainCraft, speech.language, "short"),
    mark: [
      ...(state === "active" ? [] : [speech.plain("member-unchecked")]),
      ...(reachable ? [] : [speech.plain("member-far")]),
    ].join(""),
  });
}

/** A page of a list, its rows as buttons, and the ways to narrow it. */
export function memberListCard(
  env: Env,
  list: List,
  { filter, page, community }: { filter: MemberFilter; page: Page; community: string },
): Card {
  const { speech } = env;
  const packed = packFilter(filter);
  const narrowed = filterWords(filter, env);
  const title = speech.html(`members-title-${list}`, { community });
  const rows = page.rows.map((row) => memberLine(row, env));
  return {
    text: joinHtml(
      [
        joinHtml([
          title,
          ...(narrowed ? [speech.html("members-narrowed", { filter: narrowed })] : []),
        ]),
        rows.length ? joinHtml(rows) : speech.html("members-none"),
        speech.html("members-how"),
      ],
      "\n\n",
    ),
    buttons: [
      ...page.rows.map(openRow),
      ...turns(env, page, "members.page", list, packed),
      [
        button(env, "button-members-filter", "members.filter", list, packed),
        button(env, "button-members-far", "members.far", list, "blocked"),
      ],
    ],
  };
}

/** Each page begins beside a row that was shown: none is slower than the first. */
function turns(
  env: Env,
  { rows, before, after }: Page,
  ...press: [string, ...string[]]
): Button[][] {
  const [first, last] = [rows[0], rows.at(-1)];
  const row = [
    ...(before && first ? [button(env, "button-members-before", ...press, `b${first.id}`)] : []),
    ...(after && last ? [button(env, "button-members-after", ...press, `n${last.id}`)] : []),
  ];
  return row.length ? [row] : [];
}

function filterWords(filter: MemberFilter, { speech, places }: Env): string {
  const { kecamatan, craft } = filter;
  return [
    ...(kecamatan === undefined ? [] : [places.showKecamatan(kecamatan)]),
    ...(craft === undefined ? [] : [showCraft(craft, speech.language, "short")]),
    ...FLAGS.flatMap((flag) =>
      filter[flag] === undefined ? [] : [speech.plain(flagKey(flag, filter[flag]))],
    ),
  ].join(", ");
}

const FLAGS = ["verified", "reachable", "trained"] as const;
const flagKey = (flag: string, on: boolean) => `button-members-${flag}-${on ? "yes" : "no"}`;

/** What a list may be narrowed to; one tap each, a second takes it back. */
export function filterCard(env: Env, list: List, filter: MemberFilter): Card {
  const { speech } = env;
  const packed = packFilter(filter);
  const flag = (name: (typeof FLAGS)[number], on: boolean): Button => {
    const { [name]: now, ...others } = filter;
    const next = now === on ? others : { ...others, [name]: on };
    const label = speech.plain(flagKey(name, on));
    return {
      label: now === on ? `☑ ${label}` : `☐ ${label}`,
      press: packPress("members.filter", list, packFilter(next)),
    };
  };
  return {
    text: joinHtml(
      [
        speech.html("members-filter"),
        ...(packed === "-"
          ? []
          : [speech.html("members-narrowed", { filter: filterWords(filter, env) })]),
      ],
      "\n\n",
    ),
    buttons: [
      [
        button(env, "button-members-kecamatan", "members.by", list, packed, "k", "0"),
        button(env, "button-members-craft", "members.by", list, packed, "c", "0"),
      ],
      ...FLAGS.flatMap((name) => [[flag(name, true)], [flag(name, false)]]),
      [button(env, "button-members-show", "members.list", list, packed)],
      ...(packed === "-" ? [] : [[button(env, "button-members-clear", "members.list", list, "-")]]),
    ],
  };
}

const CHOICES = 8;
const WHICH = { k: "members-which-kecamatan", c: "members-which-craft" };

/** Which kecamatan, or which craft. */
export function choiceCard(
  env: Env,
  list: List,
  filter: MemberFilter,
  { by, at }: { by: "k" | "c"; at: number },
): Card {
  const { speech, places } = env;
  const choices: [label: string, filter: MemberFilter][] =
    by === "k"
      ? places.kecamatan().map(({ code, name }) => [name, { ...filter, kecamatan: code }])
      : CRAFTS.map(({ key }) => [
          showCraft(key, speech.language, "short"),
          { ...filter, craft: key },
        ]);
  const packed = packFilter(filter);
  const shown = choices.slice(at, at + CHOICES);
  const turn = (key: string, to: number) =>
    button(env, key, "members.by", list, packed, by, String(to));
  const row = [
    ...(at > 0 ? [turn("button-members-before", Math.max(0, at - CHOICES))] : []),
    ...(at + CHOICES < choices.length ? [turn("button-members-after", at + CHOICES)] : []),
  ];
  return {
    text: speech.html(WHICH[by]),
    buttons: [
      ...shown.map(([label, next]): Button[] => [
        {
          label: shortLabel(label),
          press: packPress("members.list", list, packFilter(next)),
        },
      ]),
      ...(row.length ? [row] : []),
    ],
  };
}

/** What a search found, the likeliest first. */
export function foundCard(env: Env, list: List, rows: readonly Member[], more: boolean): Card {
  const { speech } = env;
  const back = [button(env, "button-members-all", "members.list", list, "-")];
  if (!rows.length) return { text: speech.html("members-not-found"), buttons: [back] };
  return {
    text: joinHtml(
      [
        speech.html("members-found"),
        joinHtml(rows.map((row) => memberLine(row, env))),
        ...(more ? [speech.html("members-more")] : []),
      ],
      "\n\n",
    ),
    buttons: [...rows.map(openRow), back],
  };
}

/** What the viewer may see and do besides. */
export interface Extras {
  community: string | undefined;
  trainings: readonly string[];
  /** The viewer may ask for the number. */
  number: boolean;
  /** The viewer registered the person, who has not claimed the record yet. */
  correct: boolean;
  /** The viewer may make the person's card. */
  card: boolean;
}

/** One member in detail; the number is masked. */
export function memberCard(env: Env, artisan: Artisan, extras: Extras): Card {
  const { speech, places } = env;
  const { id, desa, kecamatan, crafts, craftOther, phone, telegram, unreachable } = artisan;
  const names = crafts.map((key) => showCraft(key, speech.language, "short"));
  const road = telegram === undefined ? "none" : unreachable ? "blocked" : "open";
  const rows: [field: string, answer: string | undefined][] = [
    ["name", artisan.name],
    ["kecamatan", desa === undefined ? places.showKecamatan(kecamatan) : places.showDesa(desa)],
    ["community", extras.community ?? artisan.communityOther],
    ["crafts", [...names, ...(craftOther === undefined ? [] : [craftOther])].join(", ")],
    ["phone", phone && extras.number ? maskPhone(phone.number) : undefined],
  ];
  const date = showShortDate(localDate(artisan.registeredAt), speech.language);
  return {
    text: joinHtml([
      ...rows.flatMap(([field, answer]) =>
        answer === undefined
          ? []
          : [speech.html("review-line", { label: speech.plain(`field-${field}`), answer })],
      ),
      ...(phone && !extras.number ? [speech.html("member-number-closed")] : []),
      speech.html(`state-${artisan.state}`),
      speech.html("double-registered", { date }),
      speech.html(`member-road-${road}`),
      ...(extras.trainings.length
        ? [speech.html("member-trainings", { titles: extras.trainings.join(", ") })]
        : [speech.html("member-no-training")]),
    ]),
    buttons: [
      ...(phone && extras.number ? [[button(env, "button-number-show", "phone.show", id)]] : []),
      ...(extras.card ? [[button(env, "button-kartu-own", "kartu.of", id)]] : []),
      ...(extras.correct
        ? [
            [button(env, "button-member-correct", "member.correct", id)],
            [button(env, "button-claim-code", "claim.code", id)],
          ]
        : []),
    ],
  };
}

/** The number itself, for a quarter of an hour. */
export function numberLine(speech: Speech, { name, phone }: Artisan): Html {
  return speech.html("number-shown", { name, number: phone ? showPhone(phone.number) : "" });
}

/** Who is hard to reach: of those who can get a message, one tap sends it. */
export function farCard(env: Env, list: List, kind: Far, page: Page): Card {
  const { speech } = env;
  const tab = (one: Far): Button => {
    const { label, press } = {
      label: speech.plain(`button-far-${one}`),
      press: packPress("members.far", list, one),
    };
    return { label: one === kind ? `• ${label}` : label, press };
  };
  const nudge = ({ id, name }: Member): Button[] => [
    { label: shortLabel(`✉ ${name}`), press: packPress("member.nudge", id) },
  ];
  return {
    text: joinHtml(
      [
        speech.html(`far-${kind}`),
        page.rows.length
          ? joinHtml(page.rows.map((row) => memberLine(row, env)))
          : speech.html("members-none"),
        ...(kind === "blocked" || !page.rows.length ? [] : [speech.html("far-how")]),
      ],
      "\n\n",
    ),
    buttons: [
      ...page.rows.map(kind === "blocked" ? openRow : nudge),
      ...turns(env, page, "members.far", list, kind),
      FAR.map(tab),
      [button(env, "button-members-all", "members.list", list, "-")],
    ],
  };
}
