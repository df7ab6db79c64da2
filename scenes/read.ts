import { joinHtml } from "../src/bot/html.ts";
import { readChoice, readWord } from "../src/text.ts";
import type { Control, Heard } from "./heard.ts";
import {
  type Env,
  type Question,
  questionBefore,
  type Questions,
  type Reading,
} from "./questions.ts";

/** What may be said to an open question: all that is heard but what is not meant for it. */
export type Said = Exclude<Heard, { kind: "pass" | "stale" }>;

/** Reads what was said as an answer to the question; nothing is stored or sent here. */
export async function read<Answers>(
  said: Said,
  question: Question<Answers>,
  questions: Questions<Answers>,
  env: Env<Answers>,
): Promise<Reading> {
  switch (said.kind) {
    case "page":
      return { is: "page", page: said.page };
    case "control":
      return readControl(said.control, question, questions, env);
    case "choice":
      return readPick(said.value, question, env);
    case "text":
      return readText(said.text, question, questions, env);
    case "contact":
      return question.readContact?.(said, env) ?? otherwise(question, env);
    case "other":
      return otherwise(question, env);
  }
}

function readControl<Answers>(
  control: Control,
  question: Question<Answers>,
  questions: Questions<Answers>,
  env: Env<Answers>,
): Reading {
  switch (control) {
    case "save":
      return { is: "save" };
    case "keep":
      return { is: "keep" };
    case "skip":
      return question.optional
        ? { is: "answer", value: null }
        : { is: "say", text: env.speech.html("ask-needed") };
    case "back": {
      const before = questionBefore(questions, env.answers, question.field);
      return before
        ? { is: "change", field: before.field }
        : { is: "say", text: env.speech.html("ask-first") };
    }
  }
}

/** A pressed choice; one that was never offered (a forged or outdated button) is not taken. */
async function readPick<Answers>(
  value: string,
  question: Question<Answers>,
  env: Env<Answers>,
): Promise<Reading> {
  if (question.pick) return question.pick(value, env);
  const offered = await question.choices?.(env);
  return offered?.some((choice) => choice.value === value)
    ? { is: "answer", value }
    : otherwise(question, env);
}

/**
 * A number of the list or a spoken "ya" stands for its button, 0 for *Kembali*; the rest is the
 * question's.
 */
async function readText<Answers>(
  text: string,
  question: Question<Answers>,
  questions: Questions<Answers>,
  env: Env<Answers>,
): Promise<Reading> {
  const choices = (await question.choices?.(env)) ?? [];
  const number = readChoice(text, choices.length);
  if (number.ok && number.value === 0 && choices.length) {
    return readControl("back", question, questions, env);
  }
  const chosen = number.ok ? choices[number.value - 1] : undefined;
  const spoken = choices.find((choice) => choice.value === readWord(text));
  const choice = chosen ?? spoken;
  if (choice) return readPick(choice.value, question, env);
  return question.read?.(text, env) ?? otherwise(question, env);
}

function otherwise<Answers>({ field }: Question<Answers>, { speech }: Env<Answers>): Reading {
  return {
    is: "say",
    text: joinHtml([speech.html("ask-otherwise"), speech.html(`hint-${field}`)], " "),
  };
}
