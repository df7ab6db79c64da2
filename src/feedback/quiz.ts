import { cleanText, graphemes, type Reading } from "../text.ts";

/** One question of a test with its choices; `right` is the index of the right one. */
export interface QuizQuestion {
  text: string;
  choices: string[];
  right: number;
}

/** The same test before and after a training. */
export interface Quiz {
  training: string;
  questions: QuizQuestion[];
}

/** The questions of a training's test as they are typed; the first three are needed. */
export interface QuizAnswers {
  training?: string;
  question1?: QuizQuestion;
  question2?: QuizQuestion;
  question3?: QuizQuestion;
  question4?: QuizQuestion | null;
  question5?: QuizQuestion | null;
}

export type QuizProblem = "noChoices" | "tooManyChoices" | "noRight" | "length";

/** A question as the office types it: its text, then a choice a line, `*` before the right one. */
export const QUIZ_LIMITS = { choices: [2, 5], text: 200, choice: 80 } as const;

/** Reads a typed question. */
export function readQuizQuestion(typed: string): Reading<QuizQuestion, QuizProblem> {
  const [text = "", ...lines] = typed
    .split("\n")
    .map(cleanText)
    .filter((line) => line !== "");
  const choices = lines.map((line) => line.replace(/^\*\s*/, ""));
  const marked = lines.flatMap((line, index) => (line.startsWith("*") ? [index] : []));
  const [least, most] = QUIZ_LIMITS.choices;
  if (choices.length < least) return { ok: false, reason: "noChoices" };
  if (choices.length > most) return { ok: false, reason: "tooManyChoices" };
  const [right] = marked;
  if (right === undefined || marked.length > 1) return { ok: false, reason: "noRight" };
  const isLong =
    graphemes(text) > QUIZ_LIMITS.text ||
    choices.some((choice) => choice === "" || graphemes(choice) > QUIZ_LIMITS.choice);
  return isLong ? { ok: false, reason: "length" } : { ok: true, value: { text, choices, right } };
}

/** How many of the answers are right. */
export function rightOf({ questions }: Quiz, answers: readonly string[]): number {
  return questions.filter(({ right }, index) => answers[index] === String(right)).length;
}
