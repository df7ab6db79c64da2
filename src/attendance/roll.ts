import { ledBy } from "../communities/leading.ts";
import { standingOf } from "../access/standing.ts";
import type { Artisan } from "../artisans/artisan.ts";
import { addDays, localDate } from "../dates.ts";
import type { Services } from "../services.ts";
import type { Training, TrainingDay } from "../trainings/training.ts";
import { type AttendanceDay, type DayStatus, dayStatus, holdsPaperBack } from "./day.ts";
import { presencesOf } from "./mark.ts";

/** A day of a training with all that stands about its attendance. */
export interface Roll {
  day: AttendanceDay;
  training: Training;
  plan: TrainingDay;
  /** Ids of those who are present. */
  present: ReadonlySet<string>;
  status: DayStatus;
}

type RollServices = Pick<Services, "attendanceDays" | "marks" | "trainings">;

/** The day as it stands; undefined: there is no such day, or no longer. */
export async function rollOf(
  day: AttendanceDay | undefined,
  { marks, trainings }: RollServices,
): Promise<Roll | undefined> {
  const training = day && (await trainings.byId(day.training));
  const plan = training?.days.find(({ date }) => date === day?.date);
  if (!day || !training || !plan || training.state === "cancelled") return undefined;
  const presences = presencesOf(await marks.of(training.id, day.date));
  const present = new Set(presences.map(({ artisan }) => artisan));
  return { day, training, plan, present, status: dayStatus(day, present.size) };
}

/** After the last day coordinators still enter what was signed on paper. */
const AFTER_DAYS = 14;

/** The days, up to today, of trainings that run or ended a short while ago; the latest first. */
export async function rollsNow(services: RollServices & Pick<Services, "clock">): Promise<Roll[]> {
  const { attendanceDays, clock, trainings } = services;
  const today = localDate(clock.now());
  const rolls: Roll[] = [];
  for (const training of await trainings.announced(clock.now())) {
    if ((training.days.at(-1)?.date ?? "") < addDays(today, -AFTER_DAYS)) continue;
    for (const { date } of training.days) {
      const day = date <= today ? await attendanceDays.of(training.id, date) : undefined;
      const roll = await rollOf(day, services);
      if (roll) rolls.push(roll);
    }
  }
  return rolls.reverse();
}

/** Whose community's members somebody may see; undefined: everybody's. */
export async function reachOf(telegram: number, services: Services): Promise<string | undefined> {
  const standing = await standingOf(telegram, services);
  const isCoordinator = standing.held.some(({ role }) => role === "coordinator");
  return isCoordinator ? undefined : ledBy(standing);
}

/** The holders of seats, by name; of a leader the own members, and never the viewer. */
export async function holdersOf(
  { training, present }: Pick<Roll, "training" | "present">,
  { telegram, community }: { telegram: number; community: string | undefined },
  { artisans }: Pick<Services, "artisans">,
): Promise<Artisan[]> {
  const ids = new Set([...training.seatHolders, ...present]);
  const found = await Promise.all([...ids].map((id) => artisans.byId(id)));
  return found
    .filter((one) => one !== undefined)
    .filter((one) => one.telegram !== telegram)
    .filter((one) => community === undefined || one.community === community)
    .sort((a, b) => a.name.localeCompare(b.name, "id"));
}

/** Dates of a training that make no paper yet. */
export async function daysToCheck(training: Training, services: RollServices): Promise<string[]> {
  const dates: string[] = [];
  for (const { date } of training.days) {
    const roll = await rollOf(await services.attendanceDays.of(training.id, date), services);
    if (roll && holdsPaperBack(roll.status)) dates.push(date);
  }
  return dates;
}
