import { packPress } from "../src/bot/callback-data.ts";
import type { Button, Card } from "../src/bot/card.ts";
import { type Html, joinHtml } from "../src/bot/html.ts";
import type { Speech } from "../src/bot/language.ts";
import {
  type Choice,
  type Env,
  type Question,
  questionBefore,
  type Questions,
} from "./questions.ts";

const CHOICES_A_PAGE = 8;

const askPress = (field: string, value: string) => packPress("ask", field, value);

/** The question as it is shown, on one page of its choices. */
export async function questionCard<Answers>(
  questions: Questions<Answers>,
  question: Question<Answers>,
  env: Env<Answers>,
  page = 0,
): Promise<Card> {
  const choices = (await question.choices?.(env)) ?? [];
  const answer = await shownAnswer(question, env);
  const keep: Button[] =
    answer === undefined
      ? []
      : [{ label: env.speech.plain("ask-keep"), press: askPress(question.field, "~keep") }];
  return {
    text: await questionText(questions, question, env, answer),
    buttons: [
      ...choiceRows(question, choices, page),
      ...pageRow(question, choices.length, page, env.speech),
      keep,
      controlRow(questions, question, env),
    ].filter((row) => row.length > 0),
  };
}

/** The answer stored for a question in words; undefined while there is none. */
export async function shownAnswer<Answers>(
  question: Question<Answers>,
  env: Env<Answers>,
): Promise<string | undefined> {
  const answer = env.answers[question.field];
  if (answer === undefined) return undefined;
  return answer === null ? env.speech.plain("ask-skipped") : await question.show?.(env);
}

async function questionText<Answers>(
  questions: Questions<Answers>,
  question: Question<Answers>,
  env: Env<Answers>,
  answer: string | undefined,
): Promise<Html> {
  const { speech } = env;
  const steps = Math.max(...questions.map(({ step = 0 }) => step));
  return joinHtml(
    [
      ...(question.step ? [speech.html("ask-step", { step: question.step, steps })] : []),
      speech.html(`ask-${question.field}`, await question.values?.(env)),
      ...(question.details ? [await question.details(env)] : []),
      ...(answer === undefined ? [] : [speech.html("ask-now", { answer })]),
    ],
    "\n\n",
  );
}

function choiceRows<Answers>(question: Question<Answers>, choices: Choice[], page: number) {
  const first = page * CHOICES_A_PAGE;
  const shown = choices.slice(first, first + CHOICES_A_PAGE).map(({ value, label }, index) => ({
    label: question.unnumbered ? label : `${first + index + 1}. ${label}`,
    press: askPress(question.field, value),
  }));
  const columns = question.columns ?? 1;
  return Array.from({ length: Math.ceil(shown.length / columns) }, (_, row): Button[] =>
    shown.slice(row * columns, (row + 1) * columns),
  );
}

function pageRow<Answers>(
  question: Question<Answers>,
  count: number,
  page: number,
  speech: Speech,
): Button[][] {
  const pages = Math.ceil(count / CHOICES_A_PAGE);
  if (pages <= 1) return [];
  const turn = (to: number, key: string): Button => ({
    label: speech.plain(key, { page: String(to + 1), pages: String(pages) }),
    press: askPress(question.field, `~page.${to}`),
  });
  return [
    [
      ...(page > 0 ? [turn(page - 1, "ask-page-before")] : []),
      ...(page < pages - 1 ? [turn(page + 1, "ask-page-after")] : []),
    ],
  ];
}

function controlRow<Answers>(
  questions: Questions<Answers>,
  question: Question<Answers>,
  { answers, speech }: Env<Answers>,
): Button[] {
  const button = (control: string): Button => ({
    label: speech.plain(`ask-${control}`),
    press: askPress(question.field, `~${control}`),
  });
  return [
    ...(questionBefore(questions, answers, question.field) ? [button("back")] : []),
    ...(question.optional ? [button("skip")] : []),
    ...(question.final ? [] : [button("save")]),
  ];
}

/** Asks which of several things was meant. */
export function unsureCard<Answers>(
  question: Question<Answers>,
  { text, choices }: { text: Html; choices: readonly Choice[] },
): Card {
  return {
    text,
    buttons: choices.map(({ value, label }) => [{ label, press: askPress(question.field, value) }]),
  };
}
