import { details } from "../../../scenes/questions-detail.ts";
import { name, phone, whatsapp } from "../../../scenes/questions-person.ts";
import type { Env, Question, Questions } from "../../../scenes/questions.ts";
import type { Answers } from "../../../src/artisans/answers.ts";
import { createTexts, type Speech, type Texts } from "../../../src/bot/language.ts";

/** The answers of a form made for the bench, by field: `name_1`, `phone_2` … */
export type Sample = Record<string, unknown>;

const detail = (field: string) => details.filter((question) => question.field === field);

/** One question of each kind the registration has for words, and what people type there. */
const KINDS: { question: Question<Answers>; typed: string }[] = [
  { question: name, typed: "Siti Aminah" },
  { question: phone, typed: "0812 3456 7890" },
  { question: whatsapp, typed: "ya" },
  ...detail("workers").map((question) => ({ question, typed: "2" })),
  ...detail("businessName").map((question) => ({ question, typed: "Bros Melati" })),
];

/** Every block of so many questions asks the same, so that blocks can be compared. */
export const BLOCK = KINDS.length;

export interface Form {
  /** All questions; the last one is the card at the end and takes no answer. */
  questions: Questions<Sample>;
  /** What is typed to each question. */
  typed: string[];
  /** Typed to the first question it is none. */
  wrong: string;
}

/** A form of the registration's own questions, asked over again under other fields. */
export function createForm(count: number): Form {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const kind = (number: number) => KINDS[(number - 1) % BLOCK] ?? { question: name, typed: "" };
  return {
    questions: [
      ...numbers.map((number) => renamed(kind(number).question, number)),
      // Without the list of all answers, which is as long as the form for whoever sends it.
      { field: "review", final: true, values: () => ({ end: "send" }) },
    ],
    typed: numbers.map((number) => kind(number).typed),
    wrong: "7",
  };
}

function renamed(question: Question<Answers>, number: number): Question<Sample> {
  const field = `${question.field}_${number}`;
  const { step, optional, unnumbered, contact } = question;
  const [choices, pick] = [question.choices?.bind(question), question.pick?.bind(question)];
  const [read, show] = [question.read?.bind(question), question.show?.bind(question)];
  const of = (env: { answers: Sample }) =>
    ({ ...env, answers: { [question.field]: env.answers[field] } }) as unknown as Env<Answers>;
  return {
    field,
    ...(step && { step }),
    ...(optional && { optional }),
    ...(unnumbered && { unnumbered }),
    ...(contact && { contact }),
    ...(choices && { choices: (env) => choices(of(env)) }),
    ...(pick && { pick: (value, env) => pick(value, of(env)) }),
    ...(read && { read: (typed, env) => read(typed, of(env)) }),
    ...(show && { show: (env) => show(of(env)) }),
  };
}

/** The program's own texts; those of `name_7` are those of `name`. */
export function createSampleTexts(): Texts {
  const texts = createTexts();
  const known = (key: string) => key.replace(/_\d+$/, "");
  const speak = (speech: Speech): Speech => ({
    language: speech.language,
    html: (key, values) => speech.html(known(key), values),
    plain: (key, values) => speech.plain(known(key), values),
    words: (key, values) => speech.words(known(key), values),
  });
  return { id: speak(texts.id), en: speak(texts.en) };
}
