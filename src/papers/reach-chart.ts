import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { localDate, showShortDate } from "../dates.ts";
import { barChart } from "./chart.ts";

export interface Reach {
  /** As `places` shows it: "Kec. Petir". */
  place: string;
  /** Who promised to share. */
  sharers: number;
  /** Sharing sessions held, and the people in them. */
  sessions: number;
  people: number;
}

export interface ReachFigures {
  places: readonly Reach[];
  asOf: Date;
}

/** The same people may come twice, so that these are visits, counted as the sharers tell them. */
const total = (places: readonly Reach[], of: "sharers" | "sessions" | "people") =>
  places.reduce((sum, one) => sum + one[of], 0);

/** Those with nothing yet first: they are whom the office can help. */
const inOrder = (places: readonly Reach[]) =>
  [...places].sort(
    (a, b) => Number(a.sessions > 0) - Number(b.sessions > 0) || b.people - a.people,
  );

/** Whom the sharing sessions reached, by kecamatan, as text. */
export function reachText(speech: Speech, { places, asOf }: ReachFigures): Html {
  const head = speech.html("chart-reach-head", {
    ...{ sharers: total(places, "sharers"), sessions: total(places, "sessions") },
    ...{ people: total(places, "people"), date: showShortDate(localDate(asOf), speech.language) },
  });
  const lines = inOrder(places).map(({ place, sharers, sessions, people }) =>
    sessions
      ? speech.html("chart-reach-line", { place, sharers, sessions, people })
      : speech.html("chart-reach-none", { place, sharers }),
  );
  return joinHtml([head, ...lines]);
}

/** The same as a picture: people by kecamatan. */
export function reachPicture(speech: Speech, { places, asOf }: ReachFigures): Promise<Buffer> {
  const picture = {
    title: speech.plain("chart-reach"),
    note: speech.plain("chart-reach-note", {
      ...{ sessions: total(places, "sessions"), people: total(places, "people") },
      date: showShortDate(localDate(asOf), speech.language),
    }),
  };
  return barChart(
    picture,
    inOrder(places).map(({ place, people }) => ({ label: place, value: people })),
  );
}
