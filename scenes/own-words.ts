import { readWordList, readWords, type WordsLength } from "../src/artisans/read-words.ts";
import type { Env, Reading } from "./questions.ts";

type Speaking = Pick<Env<unknown>, "speech">;

/** A few words of one's own, such as the name of a business. */
export function readOwnWords(typed: string, length: WordsLength, env: Speaking): Reading {
  const read = readWords(typed, length);
  return read.ok ? { is: "answer", value: read.value } : complaint(read.reason, { ...length }, env);
}

/** Several of them, with commas or line breaks between. */
export function readOwnList(
  typed: string,
  length: WordsLength & { count: number },
  env: Speaking,
): Reading {
  const read = readWordList(typed, length);
  return read.ok ? { is: "answer", value: read.value } : complaint(read.reason, { ...length }, env);
}

function complaint(problem: string, length: Record<string, number>, { speech }: Speaking): Reading {
  return { is: "say", text: speech.html(`own-words-${problem}`, length) };
}
