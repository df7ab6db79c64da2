import { mayBeMarked } from "../attendance/day.ts";
import { leastDays } from "../attendance/entitled.ts";
import { presencesOf } from "../attendance/mark.ts";
import { thresholdOf } from "../certificates/issue.ts";
import type { Services } from "../services.ts";
import type { Training } from "../trainings/training.ts";
import type { AttendanceFigures } from "./attendance-chart.ts";
import { participantsOf } from "./training-participants.ts";

/** What the end of a training is told by, counted from the records now. */
export async function figuresOf(
  training: Training,
  services: Pick<
    Services,
    "artisans" | "certificates" | "communities" | "enrolments" | "marks" | "places" | "settings"
  >,
) {
  const participants = (await participantsOf(training, services)).length;
  const dates = new Set(training.days.map(({ date }) => date));
  const counted = new Map<string, number>();
  for (const { artisan, date } of presencesOf(await services.marks.of(training.id)))
    if (dates.has(date)) counted.set(artisan, (counted.get(artisan) ?? 0) + 1);
  const least = leastDays(training.days.length, await thresholdOf(training.id, services));
  const completed = [...counted.values()].filter((days) => days >= least).length;
  const issued = await services.certificates.of(training.id);
  const certificates = issued.filter(({ state }) => state === "valid").length;
  return { participants, completed, certificates };
}

/** How many were present on each day that has come, and how many held a seat. */
export async function attendanceFigures(
  { id, title, days, seatHolders }: Training,
  { clock, marks }: Pick<Services, "clock" | "marks">,
): Promise<AttendanceFigures> {
  const now = clock.now();
  const presences = presencesOf(await marks.of(id));
  return {
    training: title,
    asOf: now,
    days: days
      .filter((day) => mayBeMarked(day, now))
      .map(({ date }) => {
        const present = presences.filter((one) => one.date === date);
        // Whoever came without a seat was expected as well, or more came than could.
        const expected = new Set([...seatHolders, ...present.map(({ artisan }) => artisan)]).size;
        return { date, present: present.length, expected };
      }),
  };
}
