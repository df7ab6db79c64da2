import { packPress } from "../src/bot/callback-data.ts";
import type { Button, Card } from "../src/bot/card.ts";
import { type Html, joinHtml } from "../src/bot/html.ts";
import type { Speech } from "../src/bot/language.ts";
import {
  type Choice,
  CHOICES_A_PAGE,
  type Env,
  openQuestions,
  type Question,
  questionBefore,
} from "./questions.ts";
import { isOpenedFromMenu, type Script } from "./script.ts";

const askPress = (field: string, value: string) => packPress("ask", field, value);

/** The question as it is shown, on one page of its choices. */
export async function questionCard<Answers>(
  script: Script<Answers>,
  question: Question<Answers>,
  env: Env<Answers>,
  page = 0,
): Promise<Card> {
  const choices = (await question.choices?.(env)) ?? [];
  const answer = await shownAnswer(question, env);
  return {
    text: await questionText(script, question, env, answer),
    buttons: [
      ...(question.actions?.(env) ?? []).map((choice) => [asButton(question, choice)]),
      ...choiceRows(question, choices, page, env),
      ...pageRow(question, choices.length, page, env.speech),
      answer === undefined ? [] : answeredRow(question, env),
      controlRow(script, question, env),
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
  { questions, saysLeft = false }: Script<Answers>,
  question: Question<Answers>,
  env: Env<Answers>,
  answer: string | undefined,
): Promise<Html> {
  const { speech } = env;
  const steps = Math.max(...questions.map(({ step = 0 }) => step));
  const left = openQuestions(questions, env.answers);
  return joinHtml(
    [
      ...(question.step ? [speech.html("ask-step", { step: question.step, steps })] : []),
      ...(saysLeft && !question.step && question.show && left > 1
        ? [speech.html("ask-left", { left })]
        : []),
      speech.html(question.text ?? `ask-${question.field}`, await question.values?.(env)),
      ...(question.details ? [await question.details(env)] : []),
      ...(answer === undefined
        ? []
        : [speech.html(question.many ? "ask-ticked" : "ask-now", { answer })]),
    ],
    "\n\n",
  );
}

const asButton = <Answers>({ field }: Question<Answers>, { value, label }: Choice): Button => ({
  label,
  press: askPress(field, value),
});

function choiceRows<Answers>(
  question: Question<Answers>,
  choices: Choice[],
  page: number,
  { answers }: Env<Answers>,
): Button[][] {
  const first = page * CHOICES_A_PAGE;
  const shown = choices.slice(first, first + CHOICES_A_PAGE).map((choice, index) => {
    const label = question.unnumbered ? choice.label : `${first + index + 1}. ${choice.label}`;
    const value = choice.value;
    if (!question.many) return asButton(question, { value, label });
    const ticked = (answers[question.field] as string[] | null | undefined)?.includes(value);
    return ticked
      ? asButton(question, { value: `-${value}`, label: `☑ ${label}` })
      : asButton(question, { value: `+${value}`, label: `☐ ${label}` });
  });
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

/** What is ticked is done with; any other answer may stay as it is. */
function answeredRow<Answers>(question: Question<Answers>, { answers, speech }: Env<Answers>) {
  if (!question.many) return [controlButton(question, "keep", speech)];
  const count = (answers[question.field] as string[] | null)?.length ?? 0;
  return [controlButton(question, "done", speech, { count })];
}

function controlRow<Answers>(
  script: Script<Answers>,
  question: Question<Answers>,
  { answers, speech }: Env<Answers>,
): Button[] {
  const { questions, fromMenu = false } = script;
  const answer = answers[question.field];
  const opened = isOpenedFromMenu(script, question, answers);
  const before = opened || questionBefore(questions, answers, question.field) !== undefined;
  const removable = question.optional && opened && answer !== null;
  return [
    ...(before && !isMenu(question, fromMenu) ? [controlButton(question, "back", speech)] : []),
    ...(removable ? [removeButton(question, speech)] : []),
    ...(question.optional && !opened ? [controlButton(question, "skip", speech)] : []),
    ...(question.final || opened || isMenu(question, fromMenu)
      ? []
      : [controlButton(question, "save", speech)]),
  ];
}

/** The card at the end of a script, from which its questions are opened. */
function isMenu<Answers>(question: Question<Answers>, fromMenu: boolean): boolean {
  return fromMenu && question.show === undefined && !question.final;
}

function controlButton<Answers>(
  { field }: Question<Answers>,
  control: string,
  speech: Speech,
  values = {},
): Button {
  return { label: speech.plain(`ask-${control}`, values), press: askPress(field, `~${control}`) };
}

function removeButton<Answers>({ field }: Question<Answers>, speech: Speech): Button {
  return { label: speech.plain("ask-remove"), press: askPress(field, "~skip") };
}

/** Asks which of several things was meant. */
export function unsureCard<Answers>(
  question: Question<Answers>,
  { text, choices }: { text: Html; choices: readonly Choice[] },
): Card {
  return { text, buttons: choices.map((choice) => [asButton(question, choice)]) };
}
