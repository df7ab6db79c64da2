import type { HeadCount, Listed } from "../artisans/audience-repository.ts";
import { packPress } from "../bot/callback-data.ts";
import type { Button, Card } from "../bot/card.ts";
import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { nextTrained } from "./audience.ts";
import { titleOf } from "./content.ts";
import { handleOf, type Notice } from "./notice.ts";
import { takesButtons } from "./parcel.ts";

const button = (speech: Speech, name: string, action: string, ...args: string[]): Button => ({
  label: speech.plain(`button-notice-${name}`),
  press: packPress(action, ...args),
});

/** What was written lately, and the way to write. */
export function menuCard(speech: Speech, notices: readonly Notice[]): Card {
  const lines = notices.map((notice, at) =>
    speech.html("notice-menu-line", {
      number: String(at + 1),
      title: titleOf(notice, 40) || speech.plain("notice-untitled"),
      state: speech.plain(`notice-state-${notice.state}`),
    }),
  );
  const openers = notices.map(({ id }, at) => ({
    label: String(at + 1),
    press: packPress("kb.open", handleOf(id)),
  }));
  return {
    text: joinHtml([speech.html("notice-menu"), ...lines]),
    buttons: [
      [button(speech, "new", "kb.new")],
      ...(openers.length ? [openers.slice(0, 4), openers.slice(4)] : []).filter(
        (row) => row.length,
      ),
    ],
  };
}

/** One question, and the way out of it. */
export function askCard(speech: Speech, text: Html, notice: string): Card {
  return { text, buttons: [[button(speech, "back", "kb.back", handleOf(notice))]] };
}

/** What the audience is called, line by line. */
export type AudienceLines = Html[];

export function countLines(speech: Speech, { telegram, without, silent }: HeadCount): Html[] {
  return [
    speech.html("notice-count", { telegram, without }),
    ...(silent ? [speech.html("notice-count-silent", { count: silent })] : []),
  ];
}

/** The draft: to whom it goes, how many that is, and the next step. */
export function draftCard(
  speech: Speech,
  notice: Notice,
  audience: AudienceLines,
  count: HeadCount,
): Card {
  const handle = handleOf(notice.id);
  const part = (name: string) => button(speech, name, "kb.part", handle, "only", name);
  const own = notice.community !== undefined;
  return {
    text: joinHtml(
      [
        speech.html("notice-draft"),
        joinHtml([...audience, ...countLines(speech, count)]),
        ...(notice.content && !takesButtons(notice.content)
          ? [speech.html("notice-album-unread")]
          : []),
      ],
      "\n\n",
    ),
    buttons: [
      [button(speech, "preview", "kb.pre", handle)],
      own ? [part("kec"), part("ker")] : [part("kec"), part("kom")],
      own ? [part("pel")] : [part("ker"), part("pel")],
      [
        button(speech, "trained", "kb.trained", handle, nextTrained(notice.audience) ?? "all"),
        button(speech, "except", "kb.except", handle),
      ],
      [button(speech, "names", "kb.names", handle, "0")],
      [
        button(speech, "content", "kb.content", handle),
        button(speech, "discard", "kb.discard", handle),
      ],
    ],
  };
}

/** Which list the exception is chosen from. */
export function exceptCard(speech: Speech, { id, community }: Notice): Card {
  const handle = handleOf(id);
  const parts = community === undefined ? ["kec", "kom", "ker", "pel"] : ["kec", "ker", "pel"];
  return {
    text: speech.html("notice-except"),
    buttons: [
      ...parts.map((name) => [button(speech, name, "kb.part", handle, "except", name)]),
      [button(speech, "back", "kb.back", handle)],
    ],
  };
}

export interface Option {
  value: string;
  label: string;
  on: boolean;
}

const OPTIONS = 8;
const SIGNS = 24;

/** A page of a list to tick. */
export function optionsCard(
  speech: Speech,
  { id }: Notice,
  { side, part }: { side: "only" | "except"; part: string },
  options: readonly Option[],
  page: number,
): Card {
  const handle = handleOf(id);
  const rows = options.slice(page * OPTIONS, (page + 1) * OPTIONS).map((option, at) => [
    {
      label: clip(`${option.on ? "☑" : "☐"} ${page * OPTIONS + at + 1}. ${option.label}`),
      press: packPress("kb.t", handle, `${side[0]}${part}`, option.on ? "0" : "1", option.value),
    },
  ]);
  return {
    text: speech.html(`notice-choose-${side}`, {
      part: speech.plain(`notice-part-${part}`),
      ...pagesOf(page, options.length, OPTIONS),
    }),
    buttons: [
      ...rows,
      pager(speech, page, options.length, OPTIONS, ["kb.part", handle, side, part]),
      [button(speech, "back", "kb.back", handle)],
    ].filter((row) => row.length),
  };
}

export const pageOfOption = (at: number) => Math.floor(Math.max(0, at) / OPTIONS);

function pagesOf(page: number, count: number, size: number) {
  return { page: String(page + 1), pages: String(Math.max(1, Math.ceil(count / size))) };
}

function pager(
  speech: Speech,
  page: number,
  count: number,
  size: number,
  [action, ...args]: [string, ...string[]],
): Button[] {
  const to = (name: string, target: number) =>
    button(speech, name, action, ...args, String(target));
  return [
    ...(page > 0 ? [to("before", page - 1)] : []),
    ...((page + 1) * size < count ? [to("after", page + 1)] : []),
  ];
}

function clip(label: string): string {
  const signs = Array.from(label);
  return signs.length <= SIGNS ? label : `${signs.slice(0, SIGNS - 1).join("")}…`;
}

/** How many names stand on a page. */
export const NAMES = 10;

/** A page of people; `list` says which list and how to turn the page. */
export function namesCard(
  speech: Speech,
  {
    title,
    people,
    page,
    count,
    turn,
  }: {
    title: Html;
    people: readonly (Pick<Listed, "name"> & { note: string })[];
    page: number;
    count: number;
    turn: [string, ...string[]];
  },
): Card {
  const [, handle = ""] = turn;
  const lines = people.map(({ name, note }, at) =>
    speech.html("notice-name-line", { number: String(page * NAMES + at + 1), name, note }),
  );
  return {
    text: joinHtml([
      title,
      ...(lines.length ? lines : [speech.html("notice-names-none")]),
      speech.html("notice-page", pagesOf(page, count, NAMES)),
    ]),
    buttons: [
      pager(speech, page, count, NAMES, turn),
      [button(speech, "back", "kb.back", handle)],
    ].filter((row) => row.length),
  };
}

/** The preview lies above: how many get it, and when it shall go. */
export function sendCard(
  speech: Speech,
  { id, version }: Notice,
  count: HeadCount,
  { quietUntil, nextWindow }: { quietUntil: string | undefined; nextWindow: string | undefined },
): Card {
  const handle = handleOf(id);
  const go = (name: string, when: string) =>
    button(speech, name, "kb.go", handle, String(version), when);
  return {
    text: joinHtml(
      [
        speech.html("notice-previewed"),
        joinHtml(countLines(speech, count)),
        ...(quietUntil ? [speech.html("notice-quiet", { when: quietUntil })] : []),
        ...(nextWindow ? [speech.html("notice-next-window", { when: nextWindow })] : []),
      ],
      "\n\n",
    ),
    buttons: [
      [button(speech, "test", "kb.test", handle)],
      [go("send", "now")],
      [
        button(speech, "at", "kb.at", handle),
        ...(nextWindow === undefined ? [] : [go("window", "win")]),
      ],
      [button(speech, "back", "kb.back", handle)],
    ],
  };
}

/** The time as it was understood, for a tap. */
export function scheduleCard(
  speech: Speech,
  { id, version }: Notice,
  at: Date,
  lines: { when: string; quietUntil: string | undefined },
): Card {
  const handle = handleOf(id);
  const minutes = Math.round(at.getTime() / 60_000).toString(36);
  return {
    text: joinHtml([
      speech.html("notice-schedule", { when: lines.when }),
      ...(lines.quietUntil ? [speech.html("notice-quiet", { when: lines.quietUntil })] : []),
    ]),
    buttons: [
      [button(speech, "schedule", "kb.go", handle, String(version), minutes)],
      [button(speech, "at-again", "kb.at", handle)],
      [button(speech, "back", "kb.back", handle)],
    ],
  };
}

/** The correction lies above as it will stand. */
export function correctionCard(speech: Speech, { id, revision }: Notice, sent: number): Card {
  const handle = handleOf(id);
  return {
    text: speech.html("notice-fix-previewed", { count: sent }),
    buttons: [
      [button(speech, "fix-send", "kb.fixgo", handle, String(revision + 1))],
      [button(speech, "back", "kb.back", handle)],
    ],
  };
}

/** A line, and the way to the notice. */
export function lineCard(speech: Speech, text: Html, notice: string): Card {
  return { text, buttons: [[button(speech, "open", "kb.open", handleOf(notice))]] };
}
