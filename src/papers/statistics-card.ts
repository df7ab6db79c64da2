import { packPress } from "../bot/callback-data.ts";
import type { Card } from "../bot/card.ts";
import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { localDate, showMonth, showShortDate } from "../dates.ts";
import { isCraftKey, showCraft } from "../places/crafts.ts";
import type { Places } from "../places/places.ts";
import { type Bar, barChart, tileMap } from "./chart.ts";
import { columnChart } from "./column-chart.ts";
import { type Count, type Statistic, STATISTICS } from "./statistics.ts";

export interface StatisticEnv {
  speech: Speech;
  places: Places;
  communities: ReadonlyMap<string, string>;
  /** How many artisans there are in all. */
  total: number;
  now: Date;
}

/** Lines of a message; what is beyond them is summed up. */
const MOST_LINES = 40;

/** The numbers as text, with a button for each other kind and for the picture. */
export function statisticsCard(by: Statistic, counts: readonly Count[], env: StatisticEnv): Card {
  const { speech, total } = env;
  const told = inOrder(by, counts).filter(({ count }) => count > 0 || by === "month");
  const none = counts.filter(({ count }) => count === 0).length;
  const shown = told
    .slice(0, MOST_LINES)
    .map((one): Html =>
      speech.html("statistics-line", { name: nameOf(by, one, env), count: one.count }),
    );
  const rest = told.slice(MOST_LINES).reduce((sum, { count }) => sum + count, 0);
  return {
    text: joinHtml([
      speech.html(`statistics-${by}`, { total, date: asOf(env) }),
      ...shown,
      ...(rest ? [speech.html("statistics-rest", { count: rest })] : []),
      ...(none && by !== "month" ? [speech.html(`statistics-none-${by}`, { count: none })] : []),
    ]),
    buttons: [
      ...pairs(
        STATISTICS.filter((one) => one !== by).map((one) => ({
          label: speech.plain(`button-statistics-${one}`),
          press: packPress("statistics", one),
        })),
      ),
      [{ label: speech.plain("button-statistics-reach"), press: packPress("statistics.reach") }],
      [
        {
          label: speech.plain("button-statistics-picture"),
          press: packPress("statistics.picture", by),
        },
      ],
    ],
  };
}

const pairs = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / 2) }, (_, at) => all.slice(at * 2, at * 2 + 2));

/** Rows of a picture, so that it can be read on a small screen; the rest is one row. */
const MOST_BARS = 20;

/** The same numbers as a picture: tiles for kecamatan, bars for the rest. */
export function statisticsPicture(
  by: Statistic,
  counts: readonly Count[],
  env: StatisticEnv,
): Promise<Buffer> {
  const { places, speech } = env;
  const title = speech.plain(`chart-${by}`);
  const note = speech.plain("chart-note", { total: env.total, date: asOf(env) });
  if (by === "kecamatan" && places.tiles.length > 0) {
    const named = counts.map(
      ({ value, count }) => [places.kecamatanByCode(value)?.name ?? value, count] as const,
    );
    return tileMap({ title, note }, new Map(named), places.tiles);
  }
  // Those without a community are many, and would make all bars short; the text tells them.
  const ordered = inOrder(by, counts).filter(({ value }) => value !== "");
  const bars = ordered
    .slice(0, MOST_BARS)
    .map((one): Bar => ({ label: nameOf(by, one, env), value: one.count }));
  const rest = ordered.slice(MOST_BARS).reduce((sum, { count }) => sum + count, 0);
  if (rest) bars.push({ label: speech.plain("chart-rest"), value: rest });
  if (by === "month") return columnChart({ title, note }, bars.map(inTwoLines));
  return barChart({ title, note }, bars);
}

/** "Agu 2025" under a narrow column. */
const inTwoLines = ({ label, value }: Bar) => ({ label: label.replace(" ", "\n"), value });

/** Months stay in their order; of the rest the most come first. */
function inOrder(by: Statistic, counts: readonly Count[]): Count[] {
  if (by === "month") return [...counts];
  return [...counts].sort(
    (a, b) => Number(a.value === "") - Number(b.value === "") || b.count - a.count,
  );
}

const asOf = ({ now, speech }: StatisticEnv) => showShortDate(localDate(now), speech.language);

function nameOf(by: Statistic, { value }: Count, env: StatisticEnv): string {
  const { communities, places, speech } = env;
  switch (by) {
    case "kecamatan":
      return places.showKecamatan(value);
    case "craft":
      return isCraftKey(value) ? showCraft(value, speech.language, "short") : value;
    case "community":
      return value === ""
        ? speech.plain("statistics-no-community")
        : (communities.get(value) ?? value);
    case "month":
      return showMonth(value, speech.language);
  }
}
