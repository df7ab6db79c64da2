import type { Card } from "../bot/card.ts";
import type { Speech, Values } from "../bot/language.ts";
import { showDate, showHours, showTime } from "../dates.ts";
import { dayWord, type Reminder } from "../trainings/reminder-rules.ts";
import { reminderButtons } from "./reminder-buttons.ts";
import { type Training, type TrainingDay, whereOf } from "../trainings/training.ts";
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
    buttons: reminderButtons(speech, training, reminder.kind),
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
    bring: bringOf(training, day, speech),
    contact: training.contact,
    gathering: gatheringOf(training, speech),
    day: String(dayNumber),
    days: String(training.days.length),
  };
}

function bringOf({ bring }: Training, day: TrainingDay, speech: Speech): string {
  const all = [...bring, ...(day.bring ?? [])];
  return all.length > 0 ? all.join(", ") : speech.plain("reminder-bring-nothing");
}

/** Where and when people gather, with its date: on the eve it is not the day of reading. */
function gatheringOf({ days, gathering, travel }: Training, speech: Speech): string {
  if (!gathering) return travel ?? speech.plain("reminder-gathering-there");
  const values = {
    place: gathering.place,
    date: showDate(days[0]?.date ?? "", speech.language),
    time: showTime(gathering.at, speech.language),
  };
  const text = speech.plain("reminder-gathering", values);
  return travel === undefined ? text : `${text}; ${travel}`;
}
