import type { Card } from "../bot/card.ts";
import type { Speech, Values } from "../bot/language.ts";
import { showDate, showHours, showTime } from "../dates.ts";
import { dayWord, type Reminder } from "../trainings/reminder-rules.ts";
import { trainingButton } from "../trainings/training-card.ts";
import { type Training, whereOf } from "../trainings/training.ts";
import { withCode } from "./notice-code.ts";

/** A reminder as it reads at this moment, for the person of this name. */
export function reminderCard(
  speech: Speech,
  training: Training,
  reminder: Reminder,
  name: string,
  now: Date,
  code?: string,
): Card {
  const word = dayWord(now, reminder.day.date);
  const values = reminderValues(speech, training, reminder, word);
  const text = speech.html(`reminder-${reminder.kind}`, { ...values, name });
  return {
    text: withCode(speech, text, code),
    buttons: [
      [
        trainingButton(speech, "training-see", training.id),
        trainingButton(speech, "training-leave", training.id),
      ],
    ],
  };
}

/** What the reminder is called in lists and on the demo's clock. */
export function reminderLabel(speech: Speech, { title }: Training, reminder: Reminder): string {
  return speech.plain(`reminder-label-${reminder.kind}`, {
    training: title,
    day: String(reminder.dayNumber),
  });
}

/** What every form of a reminder may speak of; the word for the day is as true as its moment. */
export function reminderValues(
  speech: Speech,
  training: Training,
  { day, dayNumber }: Reminder,
  word: ReturnType<typeof dayWord>,
): Values {
  const { language } = speech;
  return {
    training: training.title,
    when: speech.plain("reminder-when", {
      word,
      date: showDate(day.date, language),
    }),
    hours: showHours(day.from, day.until, language),
    place: whereOf(training),
    bring: training.bring.join(", "),
    contact: training.contact,
    gathering: gatheringOf(training, speech),
    day: String(dayNumber),
    days: String(training.days.length),
  };
}

function gatheringOf({ gathering }: Training, speech: Speech): string {
  if (!gathering) return speech.plain("reminder-gathering-there");
  const time = showTime(gathering.at, speech.language);
  return speech.plain("reminder-gathering", { place: gathering.place, time });
}
