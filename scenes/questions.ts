import type { Button, Card } from "../src/bot/card.ts";
import { packPress } from "../src/bot/callback-data.ts";
import { type Html, joinHtml } from "../src/bot/html.ts";
import type { Speech, Values } from "../src/bot/language.ts";
import type { Services } from "../src/services.ts";

const CHOICES_A_PAGE = 8;

export interface Choice {
  value: string;
  label: string;
}

/** What a question may look at. It is made anew for every update. */
export interface Env<Answers> {
  answers: Answers;
  speech: Speech;
  services: Services;
  /** The update that is being answered, for proofs. */
  update: number;
}

/** What became of something a person said to an open question. */
export type Reading =
  | { is: "answer"; value: unknown }
  /** Said to the person; the question stays open. */
  | { is: "say"; text: Html }
  /** Several things may be meant: these buttons ask which. */
  | { is: "unsure"; text: Html; choices: Choice[] }
  /** Another page of the question's choices. */
  | { is: "page"; page: number }
  /** The stored answer stays, and the talk goes on where it was. */
  | { is: "keep" }
  /** Another field is asked next. */
  | { is: "change"; field: string }
  /** Put aside for later; all answers are kept. */
  | { is: "save" }
  /** All is answered: the form is sent. */
  | { is: "finish" }
  /** The talk ends kindly and nothing of it is kept. */
  | { is: "end"; text: Html };

type MaybePromise<T> = T | Promise<T>;

/**
 * One question of a script. Its texts go by its field: `ask-<field>` is the question and
 * `field-<field>` its short name.
 */
export interface Question<Answers> {
  field: keyof Answers & string;
  /** "Langkah 3 dari 8": questions that belong together share a step. */
  step?: number;
  /** May be skipped. */
  optional?: boolean;
  /** The form cannot go back to it or change it: it is what the form rests on. */
  final?: boolean;
  /** Its text stays readable once it is answered; others make room for the answer. */
  stays?: boolean;
  onlyIf?(answers: Answers): boolean;
  /** Values of the question's text. */
  values?(env: Env<Answers>): MaybePromise<Values>;
  /** Stands below the question. */
  details?(env: Env<Answers>): MaybePromise<Html>;
  /** Buttons, likeliest first; each can also be answered by its number in the whole list. */
  choices?(env: Env<Answers>): MaybePromise<Choice[]>;
  columns?: 1 | 2;
  /** Choices that are spoken words rather than a list ("Ya") carry no number. */
  unnumbered?: boolean;
  /** Offers the button that shares the person's own number. */
  contact?: boolean;
  /** A choice by its value; without it the value itself is the answer. */
  pick?(value: string, env: Env<Answers>): MaybePromise<Reading>;
  /** What was typed. */
  read?(typed: string, env: Env<Answers>): MaybePromise<Reading>;
  /** A shared contact; `own` when it is the sender's. */
  readContact?(contact: { number: string; own: boolean }, env: Env<Answers>): Reading;
  /** The stored answer in words; without it the question has nothing to store. */
  show?(env: Env<Answers>): MaybePromise<string>;
  /** Fields whose answer hangs on this one; they are asked again when it changes. */
  reopens?: (keyof Answers & string)[];
}

export type Questions<Answers> = readonly Question<Answers>[];

function applies<Answers>(question: Question<Answers>, answers: Answers): boolean {
  return question.onlyIf?.(answers) ?? true;
}

/** The field the person went back to, else the first open one; undefined: all is answered. */
export function nextQuestion<Answers>(
  questions: Questions<Answers>,
  answers: Answers,
  asking?: string,
): Question<Answers> | undefined {
  const open = questions.filter((question) => applies(question, answers));
  return (
    open.find((question) => question.field === asking) ??
    open.find((question) => answers[question.field] === undefined)
  );
}

/** Questions that apply and have an answer, in their order. */
export function answeredQuestions<Answers>(
  questions: Questions<Answers>,
  answers: Answers,
): Question<Answers>[] {
  return questions.filter(
    (question) => applies(question, answers) && answers[question.field] !== undefined,
  );
}

/** The question before the field that the person may go back to. */
export function questionBefore<Answers>(
  questions: Questions<Answers>,
  answers: Answers,
  field: string,
): Question<Answers> | undefined {
  const open = questions.filter((question) => applies(question, answers));
  const at = open.findIndex((question) => question.field === field);
  return open.slice(0, at === -1 ? open.length : at).findLast((question) => !question.final);
}

export const askPress = (field: string, value: string) => packPress("ask", field, value);

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
