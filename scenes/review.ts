import { type Html, joinHtml } from "../src/bot/html.ts";
import { readWord } from "../src/text.ts";
import { shownAnswer } from "./question-card.ts";
import {
  answeredQuestions,
  type Choice,
  type Env,
  type Question,
  type Questions,
  type Reading,
} from "./questions.ts";

const SEND = "send";

/**
 * The last question of a form: all answers on one card, a button to change each, and one to
 * send. It stores nothing, so it is open until the form is sent.
 */
export function reviewQuestion<Answers extends { review?: never }>(
  questions: Questions<Answers>,
): Question<Answers> {
  const changeable = (answers: Answers) =>
    answeredQuestions(questions, answers).filter((question) => !question.final);

  async function choices({ answers, speech }: Env<Answers>): Promise<Choice[]> {
    const fields = changeable(answers).map(({ field }) => ({
      value: field,
      label: speech.plain("review-change", { label: speech.plain(`field-${field}`) }),
    }));
    return Promise.resolve([{ value: SEND, label: speech.plain("review-send") }, ...fields]);
  }

  async function details(env: Env<Answers>): Promise<Html> {
    const lines = changeable(env.answers).map(async (question) =>
      env.speech.html("review-line", {
        label: env.speech.plain(`field-${question.field}`),
        answer: (await shownAnswer(question, env)) ?? "",
      }),
    );
    return joinHtml(await Promise.all(lines));
  }

  function pick(value: string, { answers, speech }: Env<Answers>): Reading {
    if (value === SEND) return { is: "finish" };
    return changeable(answers).some((question) => question.field === value)
      ? { is: "change", field: value }
      : { is: "say", text: speech.html("ask-gone") };
  }

  return {
    field: "review",
    stays: true,
    columns: 2,
    unnumbered: true,
    details,
    choices,
    pick,
    read: (typed, { speech }) =>
      readWord(typed) === "yes" || /^kirim|^send/i.test(typed.trim())
        ? { is: "finish" }
        : { is: "say", text: speech.html("review-how") },
  };
}
