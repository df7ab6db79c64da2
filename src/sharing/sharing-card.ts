import { packPress } from "../bot/callback-data.ts";
import type { Button, Card } from "../bot/card.ts";
import { joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { turnRow, type Page } from "../bot/pages.ts";
import { showDate, showTime } from "../dates.ts";
import { showCraft } from "../places/crafts.ts";
import type { Places } from "../places/places.ts";
import type { Training } from "../trainings/training.ts";
import { headsOf, type Reach, type Sharing } from "./sharing.ts";

const button = (speech: Speech, label: string, press: string, ...args: string[]): Button => ({
  label: speech.plain(label),
  press: packPress(press, ...args),
});

/** The way to a promise, wherever it is offered. */
export const sharingButton = (speech: Speech, training: string): Button =>
  button(speech, "button-sharing-plan", "shr.plan", training);

/** What a session is, for whoever may see it. */
function factsOf(speech: Speech, { topic, craft, place, date, time, guests, seats }: Sharing) {
  const { language } = speech;
  return speech.html("sharing-facts", {
    topic,
    craft: showCraft(craft, language),
    when: `${showDate(date, language)}, ${showTime(time, language)}`,
    place,
    guests: String(guests.length),
    seats: String(seats),
  });
}

/** /berbagi: what the person promised, what they can promise, and what is near by. */
export function sharingCard(
  speech: Speech,
  {
    own,
    near,
    from,
    mayPromise,
    isOffice,
  }: {
    own: readonly Sharing[];
    near: readonly Sharing[];
    from?: Training;
    mayPromise: boolean;
    isOffice: boolean;
  },
): Card {
  const lines = own.map((one) =>
    joinHtml([speech.html(`sharing-state-${one.state}`), factsOf(speech, one)]),
  );
  return {
    text: joinHtml([speech.html(lines.length ? "sharing-own" : "sharing-none"), ...lines], "\n\n"),
    buttons: [
      ...own.flatMap((one) =>
        one.state === "planned" ? [[button(speech, "button-sharing-own", "shr.own", one.id)]] : [],
      ),
      ...(from && mayPromise ? [[sharingButton(speech, from.id)]] : []),
      ...(from && !mayPromise
        ? [[button(speech, "button-sharing-allow", "shr.allow", from.id)]]
        : []),
      ...near.map((one) => [
        {
          label: speech.plain("button-sharing-near", { date: showDate(one.date, speech.language) }),
          press: packPress("shr.see", one.id),
        },
      ]),
      ...(isOffice ? [[button(speech, "button-sharing-reach", "shr.reach", "0")]] : []),
    ],
  };
}

export function promisedCard(speech: Speech, sharing: Sharing): Card {
  return {
    text: joinHtml([speech.html("sharing-promised"), factsOf(speech, sharing)], "\n\n"),
    buttons: [[button(speech, "button-sharing-own", "shr.own", sharing.id)]],
  };
}

/** Their own session that is to come, or was and is not told. */
export function ownCard(speech: Speech, sharing: Sharing, isOver: boolean): Card {
  return {
    text: factsOf(speech, sharing),
    buttons: [
      ...(isOver ? [[button(speech, "button-sharing-tell", "shr.tell", sharing.id)]] : []),
      [button(speech, "button-sharing-cancel", "shr.off", sharing.id)],
    ],
  };
}

export function cancelQuestionCard(speech: Speech, { id, topic }: Sharing): Card {
  return {
    text: speech.html("sharing-cancel-question", { topic }),
    buttons: [
      [button(speech, "button-sharing-cancel-yes", "shr.offYes", id)],
      [button(speech, "button-sharing-keep", "shr.own", id)],
    ],
  };
}

/** A session of somebody near by. */
export function invitedCard(
  speech: Speech,
  sharing: Sharing,
  { pioneer, comes }: { pioneer: string; comes: boolean },
): Card {
  const action = comes
    ? button(speech, "button-sharing-leave", "shr.leave", sharing.id)
    : button(speech, "button-sharing-join", "shr.join", sharing.id);
  const state = speech.html(comes ? "sharing-comes" : "sharing-by", { name: pioneer });
  return {
    text: joinHtml([factsOf(speech, sharing), state], "\n\n"),
    buttons: sharing.state === "planned" ? [[action]] : [],
  };
}

export function thanksCard(speech: Speech, heads: number): Card {
  return { text: speech.html("sharing-thanks", { count: heads }), buttons: [] };
}

/** What the leader, or the office, is asked to say of a session. */
export function checkCard(speech: Speech, sharing: Sharing, pioneer: string): Card {
  return {
    text: joinHtml(
      [
        speech.html("sharing-check", { name: pioneer }),
        factsOf(speech, sharing),
        speech.html("sharing-heads", {
          women: String(sharing.women ?? 0),
          men: String(sharing.men ?? 0),
          sentence: sharing.sentence ?? "",
        }),
      ],
      "\n\n",
    ),
    buttons: [
      [button(speech, "button-sharing-true", "shr.true", sharing.id)],
      [button(speech, "button-sharing-untrue", "shr.untrue", sharing.id)],
    ],
  };
}

/** The office's page: pioneers, sessions, people reached, by kecamatan. */
export function reachCard(
  speech: Speech,
  all: readonly Reach[],
  page: Page<Reach>,
  sharings: readonly Sharing[],
  places: Pick<Places, "showKecamatan">,
): Card {
  const held = sharings.filter(({ state }) => state === "held" || state === "confirmed");
  const sum = {
    pioneers: String(all.reduce((count, one) => count + one.pioneers, 0)),
    planned: String(sharings.filter(({ state }) => state === "planned").length),
    held: String(held.length),
    confirmed: String(held.filter(({ state }) => state === "confirmed").length),
    people: String(held.reduce((count, one) => count + headsOf(one), 0)),
  };
  const lines = page.items.map(({ kecamatan, pioneers, sessions, people }) =>
    speech.html("sharing-reach-line", {
      kecamatan: places.showKecamatan(kecamatan),
      pioneers: String(pioneers),
      sessions: String(sessions),
      people: String(people),
    }),
  );
  return {
    text: joinHtml([speech.html("sharing-reach", sum), joinHtml(lines)], "\n\n"),
    buttons: turnRow(page, speech, "shr.reach"),
  };
}
