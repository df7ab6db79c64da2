import { button } from "../access/role-card.ts";
import type { Artisan } from "../artisans/artisan.ts";
import { packPress } from "../bot/callback-data.ts";
import { type Button, type Card, shortLabel } from "../bot/card.ts";
import { joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { pageOf, turnRow } from "../bot/pages.ts";
import { showDate, showMoment, showShortDate } from "../dates.ts";
import type { Mark } from "./mark.ts";
import type { Roll } from "./roll.ts";

/** /hadir: the days, the latest first. */
export function rollsCard(speech: Speech, rolls: readonly Roll[], wanted?: string): Card {
  if (!rolls.length) return { text: speech.html("attend-none") };
  const page = pageOf(rolls, wanted);
  return {
    text: speech.html("attend-list"),
    buttons: [
      ...page.items.map(({ day, training }) => [
        {
          label: shortLabel(`${showShortDate(day.date, speech.language)} ${training.title}`),
          press: packPress("att.day", day.handle),
        },
      ]),
      ...turnRow(page, speech, "att.days"),
    ],
  };
}

/** One day: numbers, and what may be done. Only coordinators run the room. */
export function rollCard(
  speech: Speech,
  { day, training, present, status }: Roll,
  { runs, isToday }: { runs: boolean; isToday: boolean },
): Card {
  const on = (key: string, press: string): Button[] => [button(speech, key, press, day.handle)];
  const text = speech.html("attend-day", {
    ...{ training: training.title, when: showDate(day.date, speech.language) },
    ...{ present: present.size, holders: training.seatHolders.length },
  });
  const state = speech.html(`attend-status-${status}`, {
    ...{ counted: day.counted ?? 0, present: present.size },
  });
  const room: Button[][] = !runs
    ? []
    : day.open
      ? [on("room-show", "room.show"), on("room-qr", "room.qr"), on("room-close", "room.close")]
      : [
          ...(isToday ? [on("room-open", "room.open")] : []),
          ...(day.openedAt ? [on("room-count", "room.count")] : []),
          ...(status === "toCheck" ? [on("room-settle", "room.settle")] : []),
        ];
  return {
    text: runs ? joinHtml([text, state], "\n\n") : text,
    buttons: [
      ...room,
      [
        {
          label: speech.plain("button-attend-list"),
          press: packPress("att.list", day.handle, "0"),
        },
      ],
      [{ label: speech.plain("button-attend-days"), press: packPress("att.days", "0") }],
    ],
  };
}

/** The holders with who is present; a tap marks, a tap on who is present asks first. */
export function holdersCard(
  speech: Speech,
  { day, training, present }: Roll,
  holders: readonly Artisan[],
  wanted: string | undefined,
): Card {
  const page = pageOf(holders, wanted);
  const here = holders.filter(({ id }) => present.has(id)).length;
  return {
    text: speech.html(holders.length ? "attend-holders" : "attend-holders-none", {
      ...{ training: training.title, when: showDate(day.date, speech.language) },
      ...{ present: here, holders: holders.length },
    }),
    buttons: [
      ...page.items.map(({ id, name }, at) => [
        {
          label: shortLabel(`${present.has(id) ? "✓" : "○"} ${page.first + at}. ${name}`),
          press: present.has(id)
            ? packPress("att.who", day.handle, id)
            : packPress("att.tick", day.handle, id, String(page.page)),
        },
      ]),
      ...turnRow(page, speech, "att.list", day.handle),
      [button(speech, "attend-back", "att.day", day.handle)],
    ],
  };
}

/** One line a mark: how, by whom, when, and why it counts no more. */
export const markLines = (speech: Speech, marks: readonly Mark[]) =>
  marks.map(({ road, as, at, reason = "", voided }) =>
    speech.html(voided ? "attend-mark-voided" : "attend-mark", {
      ...{ road: speech.plain(`attend-road-${road}`), who: speech.plain(`role-${as}`) },
      ...{ when: showMoment(at, speech.language), reason, why: voided?.reason ?? "" },
    }),
  );

/** One person on one day, with the undo. */
export function personCard(
  speech: Speech,
  { day }: Roll,
  { id, name }: Artisan,
  marks: readonly Mark[],
  { may, telegram }: { may: "leader" | "coordinator"; telegram: number },
): Card {
  const own = marks.some(({ by, as, voided }) => !voided && by === telegram && as !== "artisan");
  const counts = marks.some(({ voided }) => !voided);
  const on = (key: string, press: string, ...more: string[]): Button[] => [
    button(speech, key, press, day.handle, id, ...more),
  ];
  const text = speech.html("attend-person", { name, when: showDate(day.date, speech.language) });
  return {
    text: joinHtml([text, ...markLines(speech, marks)]),
    buttons: [
      ...(own ? [on("attend-undo", "att.undo")] : []),
      ...(may === "coordinator" && counts ? [on("attend-void", "att.void")] : []),
      ...(may === "coordinator" ? [on("attend-paper", "att.late", "paper")] : []),
      [
        {
          label: speech.plain("button-attend-list"),
          press: packPress("att.list", day.handle, "0"),
        },
      ],
    ],
  };
}

/** A day after the end only a coordinator may mark, and says why. */
export function lateCard(speech: Speech, { day }: Roll, { id, name }: Artisan): Card {
  return {
    text: speech.html("attend-late", { name }),
    buttons: [
      [button(speech, "attend-paper", "att.late", day.handle, id, "paper")],
      [button(speech, "attend-late", "att.late", day.handle, id, "tick")],
      [
        {
          label: speech.plain("button-attend-list"),
          press: packPress("att.list", day.handle, "0"),
        },
      ],
    ],
  };
}
