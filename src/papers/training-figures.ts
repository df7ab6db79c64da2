import { leastDays } from "../attendance/entitled.ts";
import { presencesOf } from "../attendance/mark.ts";
import { thresholdOf } from "../certificates/issue.ts";
import type { Services } from "../services.ts";
import type { Training } from "../trainings/training.ts";
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
