import type { Training } from "../trainings/training.ts";
import { type Mark, presencesOf } from "./mark.ts";

/** What a certificate may say of one artisan, and why there is none. */
export interface Entitlement {
  artisan: string;
  /** The days present, of those in the plan; earliest first. */
  dates: string[];
  /** Lesson hours (JP) of the days present, never of the plan. */
  lessonHours: number;
  entitled: boolean;
  /** The first that stands in the way. */
  because?: "notClosed" | "openDispute" | "dayToCheck" | "belowThreshold";
}

/** The seed of the setting: the share of the days that asks for presence. */
export const THRESHOLD = 0.8;

interface Obstacles {
  /** Ids of artisans whose objection nobody settled. */
  openDisputes?: readonly string[];
  /** Dates that make no paper yet (`holdsPaperBack`). */
  daysToCheck?: readonly string[];
}

/**
 * Who of those present may have a certificate, in the order of ids. Only presence counts: a mark
 * that is voided, or of a day that is not in the plan, gives nothing.
 * @param threshold share of the days, 0 to 1
 */
export function entitled(
  training: Pick<Training, "days" | "state">,
  marks: readonly Mark[],
  threshold = THRESHOLD,
  { openDisputes = [], daysToCheck = [] }: Obstacles = {},
): Entitlement[] {
  const { days } = training;
  const present = new Map<string, Set<string>>();
  for (const { artisan, date } of presencesOf(marks))
    present.set(artisan, (present.get(artisan) ?? new Set()).add(date));
  return [...present].sort(byId).flatMap(([artisan, dates]) => {
    const attended = days.filter(({ date }) => dates.has(date));
    if (!attended.length) return [];
    const because = obstacle({
      notClosed: training.state !== "closed" && training.state !== "archived",
      openDispute: openDisputes.includes(artisan),
      dayToCheck: attended.some(({ date }) => daysToCheck.includes(date)),
      belowThreshold: attended.length < leastDays(days.length, threshold),
    });
    const entry = {
      artisan,
      dates: attended.map(({ date }) => date),
      lessonHours: attended.reduce((sum, day) => sum + hoursOf(day), 0),
      entitled: because === undefined,
    };
    return [because === undefined ? entry : { ...entry, because }];
  });
}

/** So many days of a training are asked for; a whisker of rounding asks for no more. */
export const leastDays = (days: number, threshold: number): number =>
  Math.max(1, Math.ceil(days * threshold - 1e-9));

const hoursOf = ({ sessions = [] }: Training["days"][number]): number =>
  sessions.reduce((sum, { lessonHours }) => sum + lessonHours, 0);

type Because = NonNullable<Entitlement["because"]>;

function obstacle(found: Record<Because, boolean>): Because | undefined {
  return (Object.keys(found) as Because[]).find((name) => found[name]);
}

const byId = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);
