import type { Speech } from "../bot/language.ts";
import { instantOf } from "../dates.ts";
import type { CalendarEvent } from "../papers/calendar-file.ts";
import type { Training } from "../trainings/training.ts";
import { placeOf } from "./living-card.ts";

/** One entry a day; a moved day keeps its place among the days, and so its entry. */
export function trainingEvents(speech: Speech, training: Training): CalendarEvent[] {
  const { id, title, days, planVersion, state } = training;
  return days.map((day, index) => ({
    uid: `${id}-hari-${index + 1}@sanggar`,
    sequence: planVersion,
    from: instantOf(day.date, day.from),
    until: instantOf(day.date, day.until),
    title:
      days.length === 1
        ? title
        : speech.plain("calendar-day", {
            title,
            day: String(index + 1),
            days: String(days.length),
          }),
    place: placeOf(training, day),
    ...(day.topic !== undefined && { words: day.topic }),
    isCancelled: state === "cancelled",
  }));
}
