import type { Answers } from "../src/artisans/answers.ts";
import { cleanText, graphemes } from "../src/text.ts";
import type { Env, Reading } from "./questions.ts";

/** Signs that a text in one's own words may have. */
export interface Length {
  least: number;
  most: number;
}

/** A few words of one's own, such as the name of a business. */
export function readOwnWords(typed: string, length: Length, env: Env<Answers>): Reading {
  const value = cleanText(typed);
  const reason = problemOf(value, length);
  return reason ? complaint(reason, length, env) : { is: "answer", value };
}

/** Several of them, with commas or line breaks between. */
export function readOwnList(
  typed: string,
  { count, ...length }: Length & { count: number },
  env: Env<Answers>,
): Reading {
  const items = typed.split(/[,;\n]+/).map(cleanText);
  const value = [...new Set(items.filter((item) => item !== ""))];
  if (value.length > count) {
    return { is: "say", text: env.speech.html("own-words-tooMany", { count }) };
  }
  const reason = value.length
    ? value.map((one) => problemOf(one, length)).find(Boolean)
    : "tooShort";
  return reason ? complaint(reason, length, env) : { is: "answer", value };
}

type Problem = "tooShort" | "tooLong" | "signs";

function problemOf(value: string, { least, most }: Length): Problem | undefined {
  if (graphemes(value) < least || !/\p{L}{2}/u.test(value)) return "tooShort";
  if (graphemes(value) > most) return "tooLong";
  return /[<>@]|:\/\//.test(value) ? "signs" : undefined;
}

function complaint(problem: Problem, length: Length, { speech }: Env<Answers>): Reading {
  return { is: "say", text: speech.html(`own-words-${problem}`, { ...length }) };
}
