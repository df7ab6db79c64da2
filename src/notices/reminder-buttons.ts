import type { Button } from "../bot/card.ts";
import type { Speech } from "../bot/language.ts";
import type { ReminderKind } from "../trainings/reminder-rules.ts";
import { sureButtons, unsureButton } from "../answers/answer-card.ts";
import { surveyButton } from "../feedback/survey-card.ts";
import type { SurveyForm } from "../feedback/survey.ts";
import { sharingButton } from "../sharing/sharing-card.ts";
import { trainingButton } from "../trainings/training-card.ts";
import type { Training } from "../trainings/training.ts";

/** A row that has nothing to ask is left out. */
type Row = (speech: Speech, training: Training) => Button[];

const look: Row = (speech, { id }) => [trainingButton(speech, "training-see", id)];
const sure: Row = (speech, { id }) => sureButtons(speech, id);
const unsure: Row = (speech, training) => [
  unsureButton(speech, training.id),
  ...look(speech, training),
];
const lookOrLeave: Row = (speech, { id }) => [
  trainingButton(speech, "training-see", id),
  trainingButton(speech, "training-leave", id),
];

const survey =
  (form: SurveyForm): Row =>
  (speech, { id }) => [surveyButton(speech, form, id)];
const test =
  (form: "before" | "after"): Row =>
  (speech, { id, hasTest }) =>
    hasTest ? [surveyButton(speech, form, id)] : [];
const share: Row = (speech, { id }) => [sharingButton(speech, id)];

/** What each reminder asks for, row by row. A new question of a kind is a row here. */
const ROWS: Record<ReminderKind, readonly Row[]> = {
  week: [sure, unsure],
  sure: [sure, unsure],
  travel: [lookOrLeave],
  eve: [test("before"), sure, look],
  departure: [lookOrLeave],
  day: [lookOrLeave],
  thanks: [survey("feedback"), test("after"), share],
  month: [survey("month"), share],
  quarter: [survey("quarter"), share],
};

export function reminderButtons(
  speech: Speech,
  training: Training,
  kind: ReminderKind,
): Button[][] {
  return ROWS[kind].map((row) => row(speech, training)).filter((row) => row.length > 0);
}
