import type { Html } from "../src/bot/html.ts";
import type { Speech, Values } from "../src/bot/language.ts";
import type { PhotoAnswer } from "../src/artisans/answers.ts";
import type { Services } from "../src/services.ts";

/** How many choices fit under a message; the rest is on further pages. */
export const CHOICES_A_PAGE = 8;

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
  /** What is ticked now of a question with several answers; it stays open for more. */
  | { is: "ticked"; value: string[]; page: number }
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
  /** Its text where it is not `ask-<field>`. */
  text?: string;
  /** What helps whoever was not understood, where it is not `hint-<field>`. */
  hint?: string;
  /** "Langkah 3 dari 8": questions that belong together share a step. */
  step?: number;
  /** May be skipped. */
  optional?: boolean;
  /** What skipping a needed question stands for, where it has a choice for that. */
  skipAs?: unknown;
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
  /** Several choices may be ticked, at least and at most so many. */
  many?: { least: number; most: number };
  /** Buttons that stand in rows of their own above the choices. */
  actions?(env: Env<Answers>): Choice[];
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
  readPhoto?(photo: PhotoAnswer): Reading;
  /** The stored answer in words; without it the question has nothing to store. */
  show?(env: Env<Answers>): MaybePromise<string>;
  /** Fields whose answer hangs on this one; they are asked again when it changes to this value. */
  reopens?:
    | readonly (keyof Answers & string)[]
    | ((value: unknown, before: Answers) => readonly (keyof Answers & string)[]);
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

/** Questions that apply and can be changed, in their order. */
export function changeableQuestions<Answers>(
  questions: Questions<Answers>,
  answers: Answers,
): Question<Answers>[] {
  return questions.filter((question) => applies(question, answers) && !question.final);
}

/** How many questions of a script wait for an answer, the card at the end left out. */
export function openQuestions<Answers>(questions: Questions<Answers>, answers: Answers): number {
  return questions.filter(
    (question) =>
      question.show && applies(question, answers) && answers[question.field] === undefined,
  ).length;
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
