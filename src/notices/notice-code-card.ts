import type { Card } from "../bot/card.ts";
import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { showCode } from "../codes.ts";
import { showDateRange, showHours, showMoment } from "../dates.ts";
import { trainingButton } from "../trainings/training-card.ts";
import { type Training, whereOf } from "../trainings/training.ts";
import type { NoticeFacts } from "./notice-check.ts";

/** What anybody learns of a notice that the office issued. */
export function noticeFactsCard(speech: Speech, facts: NoticeFacts, officeName: string): Card {
  const { code, state, issuedAt, training } = facts;
  const issued = speech.html("notice-check-issued", {
    code: showCode(code),
    officeName,
    when: showMoment(issuedAt, speech.language),
  });
  const told = state === "cancelled" || !training ? undefined : publicPart(speech, training, facts);
  const subject = training?.title ?? facts.title;
  const about = subject ? speech.html("notice-check-about", { about: subject }) : undefined;
  const parts = [issued, about, told, speech.html(`notice-check-${state}`)];
  return {
    text: joinHtml(
      parts.filter((part): part is Html => part !== undefined),
      "\n\n",
    ),
    ...(training && { buttons: [[trainingButton(speech, "training-see", training.id)]] }),
  };
}

/** The days, or the one day it speaks of; hours and place. */
function publicPart(speech: Speech, training: Training, { reminder }: NoticeFacts): Html {
  const { language } = speech;
  const isOfOneDay = reminder?.kind === "day" || reminder?.kind === "departure";
  const days = isOfOneDay ? [reminder.day] : training.days;
  const [first] = days;
  return speech.html("notice-check-training", {
    dates: showDateRange(
      days.map(({ date }) => date),
      language,
    ),
    hours: first ? showHours(first.from, first.until, language) : "",
    place: whereOf(training),
    organiser: training.organiser,
  });
}
