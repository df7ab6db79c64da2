import { addDays, instantOf, localDate } from "../dates.ts";
import { hasBegun, hasEnded, type Training } from "../trainings/training.ts";

/**
 * before, after: the same test on the eve and at the end. feedback: what they thought of it. month,
 * quarter: what it led to, 30 and 90 days later.
 */
export const SURVEY_FORMS = ["before", "feedback", "after", "month", "quarter"] as const;
export type SurveyForm = (typeof SURVEY_FORMS)[number];

/** Taps from 1 to 5. */
export const RATINGS = ["content", "trainer", "place", "time", "use"] as const;
export const COMMENT = { least: 3, most: 500 } as const;
export const SHARED = ["yes", "no", "help"] as const;
export const INCOME = ["up", "same", "down", "unsaid"] as const;
export const MOST_TEST_QUESTIONS = 5;

type Rating = `rate-${(typeof RATINGS)[number]}`;

/** What is asked after and around a training, field by field; null was skipped. */
export interface SurveyAnswers extends Partial<Record<Rating, string>> {
  /** Given when it is opened, and never asked. */
  form?: SurveyForm;
  training?: string;
  /** How many questions the test has. */
  questions?: number;
  /** Whose answers they are. */
  artisan?: string;
  /** Allows to be asked about sharing. */
  pionir?: boolean;
  comment?: string | null;
  /** As it should stand on the certificate. */
  certificateName?: string;
  answer1?: string;
  answer2?: string;
  answer3?: string;
  answer4?: string;
  answer5?: string;
  shared?: (typeof SHARED)[number];
  product?: "yes" | "no";
  buyer?: "yes" | "no";
  income?: (typeof INCOME)[number];
}

/** Answers of one artisan to one form of one training, sent whole. */
export interface Survey {
  training: string;
  artisan: string;
  form: SurveyForm;
  answers: SurveyAnswers;
  at: Date;
  /** Somebody of the office saw to the wish for help. */
  helpedAt?: Date;
}

export const surveyId = (form: SurveyForm, training: string, artisan: string) =>
  `srv:${form}:${training}:${artisan}`;

/** Days after the last day of the training from which, and before which, a form can be answered. */
const WINDOWS = {
  feedback: [0, 30],
  after: [0, 30],
  month: [30, 60],
  quarter: [90, 120],
} as const;

/** Whether its time has come and is not over. The last day counts from its last hour. */
export function isTimeFor(form: SurveyForm, training: Training, now: Date): boolean {
  if (form === "before") return !hasBegun(training, now);
  const last = training.days.at(-1);
  if (!last || !hasEnded(training, now)) return false;
  const [from, until] = WINDOWS[form];
  return (
    localDate(now) >= addDays(last.date, from) &&
    now < instantOf(addDays(last.date, until), "00:00")
  );
}

/** The answers to a test, in the order of its questions. */
export function testAnswers({ answers }: Pick<Survey, "answers">): string[] {
  const { answer1, answer2, answer3, answer4, answer5 } = answers;
  return [answer1, answer2, answer3, answer4, answer5].filter((one) => one !== undefined);
}
