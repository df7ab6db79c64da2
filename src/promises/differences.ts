import { daysBetween } from "../dates.ts";
import { type MapPoint, PROMISES, type TrainingDay } from "../trainings/training.ts";
import type { Plan } from "./plan.ts";

type Hours = Pick<TrainingDay, "from" | "until">;
type PromiseKey = (typeof PROMISES)[number];

/**
 * One thing that was told and is otherwise now. dates: all days move together. date: one of them,
 * or one more, or one less. A `date` besides is the day as it is now.
 */
export type Difference =
  | { what: "dates"; was: string[]; now: string[] }
  | { what: "date"; was: string | undefined; now: string | undefined }
  | { what: "hours"; date: string; was: Hours; now: Hours }
  | { what: "dayPlace"; date: string; was: string; now: string }
  | { what: "place"; was: string; now: string }
  | { what: "gathering"; was: Plan["gathering"]; now: Plan["gathering"] }
  | { what: "travel"; was: string | undefined; now: string | undefined }
  | { what: "point"; was: MapPoint | undefined; now: MapPoint | undefined }
  | { what: "bring"; was: string[]; now: string[] }
  | { what: "promise"; promise: PromiseKey; was: string | undefined; now: string | undefined }
  | { what: "cancelled"; reason: string };

/** What participants must be told when this plan takes the place of that one; topics are not. */
export function differences(old: Plan, fresh: Plan): Difference[] {
  if (fresh.state === "cancelled" && old.state !== "cancelled")
    return [{ what: "cancelled", reason: fresh.cancelReason ?? "" }];
  return [
    ...daysBetweenPlans(old, fresh),
    ...(whereIn(old) === whereIn(fresh)
      ? []
      : [{ what: "place" as const, was: whereIn(old), now: whereIn(fresh) }]),
    ...pointIn(old, fresh),
    ...gatheringIn(old, fresh),
    ...travelIn(old, fresh),
    ...bringIn(old, fresh),
    ...promisesIn(old, fresh),
  ];
}

const whereIn = ({ place, hostCity }: Plan) => `${place}, ${hostCity}`;

function daysBetweenPlans(old: Plan, fresh: Plan): Difference[] {
  const pairs = pairsOf(old.days, fresh.days);
  const dates = isShift(old.days, fresh.days)
    ? [{ what: "dates" as const, was: datesOf(old.days), now: datesOf(fresh.days) }]
    : pairs.flatMap(([was, now]): Difference[] =>
        was?.date === now?.date ? [] : [{ what: "date", was: was?.date, now: now?.date }],
      );
  return [...dates, ...pairs.flatMap(([was, now]) => (was && now ? withinDay(was, now) : []))];
}

const datesOf = (days: readonly TrainingDay[]) => days.map(({ date }) => date);

/** Two days or more, each as many days later as the others. */
function isShift(old: readonly TrainingDay[], fresh: readonly TrainingDay[]): boolean {
  if (old.length < 2 || old.length !== fresh.length) return false;
  const steps = old.map(({ date }, index) => daysBetween(date, fresh[index]?.date ?? date));
  return steps[0] !== 0 && steps.every((step) => step === steps[0]);
}

type Pair = [was: TrainingDay | undefined, now: TrainingDay | undefined];

/** Which day became which: in their order if all moved, else by date, and the rest in order. */
function pairsOf(old: readonly TrainingDay[], fresh: readonly TrainingDay[]): Pair[] {
  if (isShift(old, fresh)) return old.map((was, index) => [was, fresh[index]]);
  const same = old.flatMap((was): Pair[] => {
    const now = fresh.find(({ date }) => date === was.date);
    return now ? [[was, now]] : [];
  });
  const gone = old.filter(({ date }) => !fresh.some((day) => day.date === date));
  const come = fresh.filter(({ date }) => !old.some((day) => day.date === date));
  const rest = Array.from({ length: Math.max(gone.length, come.length) }, (_, index): Pair => [
    gone[index],
    come[index],
  ]);
  return [...rest, ...same];
}

function withinDay(was: TrainingDay, now: TrainingDay): Difference[] {
  const { date } = now;
  const hours = ({ from, until }: TrainingDay): Hours => ({ from, until });
  const isSame = was.from === now.from && was.until === now.until;
  return [
    ...(isSame ? [] : [{ what: "hours" as const, date, was: hours(was), now: hours(now) }]),
    ...(was.place === now.place
      ? []
      : [{ what: "dayPlace" as const, date, was: was.place ?? "", now: now.place ?? "" }]),
  ];
}

function gatheringIn({ gathering: was }: Plan, { gathering: now }: Plan): Difference[] {
  const isSame = was?.place === now?.place && was?.at === now?.at;
  return isSame ? [] : [{ what: "gathering", was, now }];
}

function pointIn({ point: was }: Plan, { point: now }: Plan): Difference[] {
  const isSame = was?.latitude === now?.latitude && was?.longitude === now?.longitude;
  return isSame ? [] : [{ what: "point", was, now }];
}

const travelIn = ({ travel: was }: Plan, { travel: now }: Plan): Difference[] =>
  was === now ? [] : [{ what: "travel", was, now }];

/** Changes from before what to bring was kept say nothing of it. */
function bringIn({ bring: was = [] }: Plan, { bring: now = [] }: Plan): Difference[] {
  return was.join("\n") === now.join("\n") ? [] : [{ what: "bring", was, now }];
}

function promisesIn(old: Plan, fresh: Plan): Difference[] {
  return PROMISES.flatMap((promise): Difference[] => {
    const [was, now] = [old.promises?.[promise], fresh.promises?.[promise]];
    return was === now ? [] : [{ what: "promise", promise, was, now }];
  });
}
