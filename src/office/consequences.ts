import type { Html } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import type { OfficeCalendar } from "../notices/quiet-hours.ts";
import type { Services } from "../services.ts";
import { remindersOf } from "../trainings/reminder-rules.ts";
import { mayRegisterPeople } from "./settings.ts";
import type { SettingKey } from "./setting-table.ts";

/** When each reminder of the trainings to come is due, by what names it. */
export async function remindersDue({
  calendar,
  clock,
  trainings,
}: Pick<Services, "calendar" | "clock" | "trainings">): Promise<Map<string, number>> {
  const now = clock.now();
  const still: OfficeCalendar = {
    ...{ holidays: calendar.holidays, ramadan: calendar.ramadan, hours: calendar.hours },
  };
  const found = (await trainings.announced(now)).flatMap((training) =>
    remindersOf(training, still)
      .filter(({ notAfter }) => notAfter > now)
      .map(({ rule, dueAt }) => [`${training.id} ${rule}`, dueAt.getTime()] as const),
  );
  return new Map(found);
}

/** How many of them go at another time now, or not at all. */
export function countMoved(before: Map<string, number>, after: Map<string, number>): number {
  const all = new Set([...before.keys(), ...after.keys()]);
  return [...all].filter((name) => before.get(name) !== after.get(name)).length;
}

/** What a change means for what was promised, in sentences. */
export async function consequencesOf(
  key: SettingKey,
  dueBefore: Map<string, number>,
  speech: Speech,
  services: Services,
): Promise<Html[]> {
  const { certificates, settings } = services;
  if (key === "certificate.threshold") {
    const count = await certificates.countTrainings();
    return count ? [speech.html("setting-after-threshold", { count })] : [];
  }
  if (key.startsWith("quiet.") || key === "office.hours") {
    const count = countMoved(dueBefore, await remindersDue(services));
    return count ? [speech.html("setting-after-reminders", { count })] : [];
  }
  if (key === "privacy.contact" || key === "privacy.dataPlace") {
    const open = mayRegisterPeople(await settings.read());
    return [speech.html(open ? "setting-after-open" : "setting-after-closed")];
  }
  if (key === "privacy.basis" || key === "retention.recordMonths")
    return [speech.html("setting-after-consent")];
  return [];
}
