import { type Quiz, rightOf } from "./quiz.ts";
import { RATINGS, type Survey, testAnswers } from "./survey.ts";

/** Fewer would let single answers be guessed. */
export const LEAST_ANSWERS = 5;

export interface Totals {
  /** How many answered; below `LEAST_ANSWERS` nothing else is told. */
  count: number;
  /** The mean of each rating, from 1 to 5; absent where too few answered. */
  means?: Record<(typeof RATINGS)[number], number>;
  /** Of those who took both tests: how many, and the mean share of right answers. */
  tests?: { count: number; before: number; after: number };
}

/** What all said together. */
export function totalsOf(surveys: readonly Survey[], quiz: Quiz | undefined): Totals {
  const told = surveys.filter(({ form }) => form === "feedback");
  const tests = quiz && pairsOf(surveys, quiz);
  return {
    count: told.length,
    ...(told.length >= LEAST_ANSWERS && { means: meansOf(told) }),
    ...(tests && { tests }),
  };
}

function meansOf(told: readonly Survey[]): NonNullable<Totals["means"]> {
  const mean = (rating: (typeof RATINGS)[number]) => {
    const given = told.flatMap(({ answers }) => answers[`rate-${rating}`] ?? []).map(Number);
    return given.reduce((sum, one) => sum + one, 0) / Math.max(1, given.length);
  };
  return Object.fromEntries(RATINGS.map((rating) => [rating, mean(rating)])) as ReturnType<
    typeof meansOf
  >;
}

function pairsOf(surveys: readonly Survey[], quiz: Quiz): Totals["tests"] {
  const taken = (form: Survey["form"]) =>
    new Map(surveys.filter((one) => one.form === form).map((one) => [one.artisan, one]));
  const [before, after] = [taken("before"), taken("after")];
  const both = [...before].flatMap(([artisan, first]) => {
    const second = after.get(artisan);
    return second ? [[first, second] as const] : [];
  });
  if (both.length < LEAST_ANSWERS || quiz.questions.length === 0) return undefined;
  const share = (taker: Survey) => rightOf(quiz, testAnswers(taker)) / quiz.questions.length;
  const mean = (which: 0 | 1) =>
    both.reduce((sum, pair) => sum + share(pair[which]), 0) / both.length;
  return { count: both.length, before: mean(0), after: mean(1) };
}
