import { addDays, daysBetween, instantOf } from "../dates.ts";
import { nextDay, type Training, type TrainingDay } from "../trainings/training.ts";

/** All of a training that participants are told and may rely on. */
export type Plan = Pick<
  Training,
  "days" | "place" | "hostCity" | "gathering" | "promises" | "state" | "cancelReason"
> &
  Partial<Pick<Training, "travel" | "point" | "bring">>;

/** What one change puts in the place of what was told before. */
export type PlanChange = Partial<
  Pick<
    Training,
    | ("days" | "place" | "gathering" | "promises" | "state" | "cancelReason")
    | ("travel" | "point" | "bring")
  >
>;

/** Why a typed change cannot be: the sentence says what to do. */
export type Misfit = "dayTaken" | "dayPast" | "hoursTurned";

export function planOf(training: Training): Plan {
  const { days, place, hostCity, gathering, promises, state, cancelReason } = training;
  const { travel, point, bring } = training;
  return {
    ...{ days, place, hostCity, state, bring },
    ...(travel !== undefined && { travel }),
    ...(point && { point }),
    ...(gathering && { gathering }),
    ...(promises && { promises }),
    ...(cancelReason !== undefined && { cancelReason }),
  };
}

/** Days moved along with the first one, which comes to lie on this local date. */
export function movedTo(days: readonly TrainingDay[], first: string): TrainingDay[] {
  const by = daysBetween(days[0]?.date ?? first, first);
  return days.map((day) => ({ ...day, date: addDays(day.date, by) }));
}

/** The days with one of them changed, earliest first. */
export function withDay(
  days: readonly TrainingDay[],
  date: string,
  change: Partial<TrainingDay>,
): TrainingDay[] {
  const changed = days.map((day) => (day.date === date ? { ...day, ...change } : day));
  return changed.sort((a, b) => a.date.localeCompare(b.date));
}

/** What stands against these days; a day that lay behind already may stay there. */
export function misfitOf(
  days: readonly TrainingDay[],
  before: readonly TrainingDay[],
  today: string,
): Misfit | undefined {
  if (new Set(days.map(({ date }) => date)).size < days.length) return "dayTaken";
  if (days.some(({ from, until }) => from >= until)) return "hoursTurned";
  const known = new Set(before.map(({ date }) => date));
  return days.some(({ date }) => date < today && !known.has(date)) ? "dayPast" : undefined;
}

/** When the day that is on or comes next begins; undefined when all are over. */
export function nextStart(plan: Pick<Plan, "days">, now: Date): Date | undefined {
  const day = nextDay(plan as Training, now);
  return day && instantOf(day.date, day.from);
}

const HOUR_MS = 3_600_000;

/** The first moment at which somebody could be at the wrong place: of the old plan or the new. */
export function firstAffected(before: Plan, after: Plan, now: Date): Date | undefined {
  const starts = [nextStart(before, now), nextStart(after, now)];
  return starts.filter((one) => one !== undefined).sort((a, b) => a.getTime() - b.getTime())[0];
}

/** A change of what begins within a day is worth waking people for, if somebody says why. */
export function isNear(before: Plan, after: Plan, now: Date): boolean {
  const start = firstAffected(before, after, now);
  return start !== undefined && start.getTime() - now.getTime() < 24 * HOUR_MS;
}

/** How long the letter about it is of use: to the later of both starts, and a day at least. */
export function worthTelling(before: Plan, after: Plan, at: Date): Date {
  const starts = [nextStart(before, at), nextStart(after, at)].map((one) => one?.getTime() ?? 0);
  return new Date(Math.max(at.getTime() + 24 * HOUR_MS, ...starts));
}

/** How long a letter may lie unread before a person takes it over: a day, or 2 h near the start. */
export function patienceMs(start: Date | undefined, now: Date): number {
  const isSoon = start !== undefined && start.getTime() - now.getTime() <= 48 * HOUR_MS;
  return (isSoon ? 2 : 24) * HOUR_MS;
}
