import type { Speech } from "../bot/language.ts";
import { showDate, showDateRange, showHours, showTime } from "../dates.ts";
import { namesAmount } from "./amount.ts";
import type { MapPoint } from "../trainings/training.ts";
import type { Difference } from "./differences.ts";

/** How plans are told: whether sums of money are shown. */
export interface Manner {
  showAmounts: boolean;
}

/** A promise in the office's words; sums only where the office shows them. */
export function showPromise(
  speech: Speech,
  promise: string,
  words: string | undefined,
  { showAmounts }: Manner,
): string {
  if (words === undefined) return speech.plain("plan-none");
  return !showAmounts && namesAmount(promise, words) ? speech.plain("plan-as-ruled") : words;
}

/** Latitude first, as map programs take it. */
export const showPoint = ({ latitude, longitude }: MapPoint): string => `${latitude}, ${longitude}`;

/** What changed, old and new, a paragraph each. */
export function showDifferences(
  speech: Speech,
  found: readonly Difference[],
  manner: Manner,
): string {
  return found.map((one) => showDifference(speech, one, manner)).join("\n\n");
}

function showDifference(speech: Speech, difference: Difference, manner: Manner): string {
  if (difference.what === "cancelled") return difference.reason;
  const [was, now] = sides(speech, difference, manner);
  const what = whatOf(speech, difference);
  if (was === now) return speech.plain("plan-change-hidden", { what, now });
  return speech.plain("plan-change", { what, was, now });
}

type Told = Exclude<Difference, { what: "cancelled" }>;

function whatOf(speech: Speech, difference: Told): string {
  switch (difference.what) {
    case "promise":
      return speech.plain(`promise-${difference.promise}`);
    case "hours":
    case "dayPlace": {
      const date = showDate(difference.date, speech.language);
      return speech.plain(`plan-what-${difference.what}`, { date });
    }
    default:
      return speech.plain(`plan-what-${difference.what}`);
  }
}

/** How it was and how it is. */
function sides(speech: Speech, one: Told, manner: Manner): [string, string] {
  const { language } = speech;
  const none = speech.plain("plan-none");
  const either = <T>(show: (side: T) => string, was: T | undefined, now: T | undefined) =>
    [was, now].map((side) => (side === undefined ? none : show(side))) as [string, string];
  switch (one.what) {
    case "dates":
      return either((dates) => showDateRange(dates, language), one.was, one.now);
    case "date":
      return either((date) => showDate(date, language), one.was, one.now);
    case "hours":
      return either(({ from, until }) => showHours(from, until, language), one.was, one.now);
    case "gathering":
      return either(({ place, at }) => `${place}, ${showTime(at, language)}`, one.was, one.now);
    case "travel":
      return either((words) => words, one.was, one.now);
    case "point":
      return either(showPoint, one.was, one.now);
    case "bring":
      return either((things) => things.join(", ") || none, one.was, one.now);
    case "promise":
      return either((words) => showPromise(speech, one.promise, words, manner), one.was, one.now);
    case "place":
    case "dayPlace":
      return either((place) => place || speech.plain("plan-usual-place"), one.was, one.now);
  }
}
