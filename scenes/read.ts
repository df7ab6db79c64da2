import { joinHtml } from "../src/bot/html.ts";
import { readChoice, readChoices, readWord } from "../src/text.ts";
import type { Control, Heard } from "./heard.ts";
import {
  CHOICES_A_PAGE,
  type Choice,
  type Env,
  type Question,
  questionBefore,
  type Reading,
} from "./questions.ts";
import { isOpenedFromMenu, type Offer, type Script } from "./script.ts";

/** What may be said to an open question: all that is heard but what is not meant for it. */
export type Said = Exclude<Heard, { kind: "pass" | "stale" }>;

interface Open<Answers> {
  script: Script<Answers>;
  question: Question<Answers>;
  env: Env<Answers>;
  /** What was offered when the last thing said left a doubt. */
  offered: Offer | undefined;
}

/** Reads what was said as an answer to the question; nothing is stored or sent here. */
export async function read<Answers>(said: Said, open: Open<Answers>): Promise<Reading> {
  const { question, env } = open;
  switch (said.kind) {
    case "page":
      return { is: "page", page: said.page };
    case "control":
      return readControl(said.control, open);
    case "choice":
      return readPick(said.value, open);
    case "text":
      return readText(said.text, open);
    case "contact":
      return question.readContact?.(said, env) ?? otherwise(open);
    case "photo":
      return question.readPhoto?.(said.photo) ?? otherwise(open);
    case "point":
      return question.readPoint?.(said.point, env) ?? otherwise(open);
    case "other":
      return otherwise(open);
  }
}

function readControl<Answers>(control: Control, open: Open<Answers>): Reading {
  const { question, script, env } = open;
  switch (control) {
    case "save":
      return { is: "save" };
    case "keep":
      return env.answers[question.field] === undefined ? otherwise(open) : { is: "keep" };
    case "done":
      return readDone(open);
    case "skip":
      if (question.optional) return { is: "answer", value: null };
      return question.skipAs === undefined
        ? { is: "say", text: env.speech.html("ask-needed") }
        : { is: "answer", value: question.skipAs };
    case "back": {
      if (isOpenedFromMenu(script, question, env.answers)) return { is: "keep" };
      const before = questionBefore(script.questions, env.answers, question.field);
      return before
        ? { is: "change", field: before.field }
        : { is: "say", text: env.speech.html("ask-first") };
    }
  }
}

/** Ends a question with several answers. */
function readDone<Answers>(open: Open<Answers>): Reading {
  const { question, env } = open;
  if (!question.many) return otherwise(open);
  const value = tickedOf(open);
  if (!value.length && question.optional) return { is: "answer", value: null };
  return value.length < question.many.least
    ? { is: "say", text: env.speech.html("ask-many-least", { least: question.many.least }) }
    : { is: "answer", value };
}

/** A pressed choice; one that was never offered (a forged or outdated button) is not taken. */
async function readPick<Answers>(value: string, open: Open<Answers>): Promise<Reading> {
  const { question, env } = open;
  if (question.many) return readTick(value, open);
  if (question.pick) return question.pick(value, env);
  const offered = await question.choices?.(env);
  return offered?.some((choice) => choice.value === value)
    ? { is: "answer", value }
    : otherwise(open);
}

/** "+rajut" ticks and "-rajut" unticks: pressed twice it is the same. */
function readTick<Answers>(value: string, open: Open<Answers>): Promise<Reading> {
  const [sign, key] = [value.slice(0, 1), value.slice(1)];
  const others = tickedOf(open).filter((one) => one !== key);
  return tick(sign === "+" ? [...others, key] : others, key, open);
}

/** The choices that are ticked now, in their order. `last` tells which page to show. */
async function tick<Answers>(
  ticked: readonly string[],
  last: string,
  open: Open<Answers>,
): Promise<Reading> {
  const { question, env } = open;
  const choices = ((await question.choices?.(env)) ?? []).map(({ value }) => value);
  const value = choices.filter((choice) => ticked.includes(choice));
  const at = choices.indexOf(last);
  if (at === -1) return otherwise(open);
  const most = question.many?.most ?? choices.length;
  if (value.length > most) return { is: "say", text: env.speech.html("ask-many-most", { most }) };
  return { is: "ticked", value, page: Math.floor(at / CHOICES_A_PAGE) };
}

function tickedOf<Answers>({ question, env }: Open<Answers>): string[] {
  return (env.answers[question.field] as string[] | null | undefined) ?? [];
}

/**
 * A number of the list or a spoken "ya" stands for its button, 0 for *Kembali*; the rest is the
 * question's. After a doubt they stand for what was offered then.
 */
async function readText<Answers>(text: string, open: Open<Answers>): Promise<Reading> {
  const { question, env, offered } = open;
  const meant = offered?.field === question.field && readOffered(text, offered.values);
  if (meant) return readPick(question.many ? `+${meant}` : meant, open);
  const choices = (await question.choices?.(env)) ?? [];
  if (choices.length && readChoice(text, 0).ok) return readControl("back", open);
  if (question.many) return readTypedTicks(text, choices, open);
  const number = readChoice(text, choices.length);
  const chosen = number.ok ? choices[number.value - 1] : undefined;
  const spoken = choices.find((choice) => choice.value === readWord(text));
  const choice = chosen ?? spoken;
  if (choice) return readPick(choice.value, open);
  return question.read?.(text, env) ?? otherwise(open);
}

/** "ya" to a single guess, or the number of one of several. */
function readOffered(text: string, values: readonly string[]): string | undefined {
  if (values.length === 1 && readWord(text) === "yes") return values[0];
  const number = readChoice(text, values.length);
  return number.ok ? values[number.value - 1] : undefined;
}

/** Typed numbers and words add to what is ticked; the buttons take away. */
async function readTypedTicks<Answers>(
  text: string,
  choices: readonly Choice[],
  open: Open<Answers>,
): Promise<Reading> {
  const numbers = readChoices(text, choices.length);
  const named = numbers.flatMap((number) => choices[number - 1]?.value ?? []);
  if (named.length) return tick([...tickedOf(open), ...named], named.at(-1) ?? "", open);
  const reading = await open.question.read?.(text, open.env);
  if (reading?.is !== "ticked") return reading ?? otherwise(open);
  return tick([...tickedOf(open), ...reading.value], reading.value.at(-1) ?? "", open);
}

function otherwise<Answers>({ question, env }: Open<Answers>): Reading {
  return {
    is: "say",
    text: joinHtml(
      [
        env.speech.html("ask-otherwise"),
        env.speech.html(question.hint ?? `hint-${question.field}`),
      ],
      " ",
    ),
  };
}
