import { type Html, joinHtml } from "../src/bot/html.ts";
import { readWord } from "../src/text.ts";
import { shownAnswer } from "./question-card.ts";
import {
  changeableQuestions,
  type Choice,
  type Env,
  type Question,
  type Questions,
  type Reading,
} from "./questions.ts";

/**
 * The last question of a script: all answers on one card, a button to change each, and one that
 * ends it ("send", "done"). It stores nothing, so it is open until then.
 */
export function reviewQuestion<Answers extends { review?: never }>(
  questions: Questions<Answers>,
  end: "send" | "done",
): Question<Answers> {
  const changeable = ({ answers }: Env<Answers>) => changeableQuestions(questions, answers);
  const isTold = ({ field }: Question<Answers>, { answers }: Env<Answers>) =>
    answers[field] !== undefined && answers[field] !== null;

  const choices = (env: Env<Answers>): Choice[] =>
    changeable(env).map((question) => ({
      value: question.field,
      label: env.speech.plain(isTold(question, env) ? "review-change" : "review-add", {
        label: env.speech.plain(`field-${question.field}`),
      }),
    }));

  async function details(env: Env<Answers>): Promise<Html> {
    const told = changeable(env).filter((question) => isTold(question, env));
    const lines = told.map(async (question) =>
      env.speech.html("review-line", {
        label: env.speech.plain(`field-${question.field}`),
        answer: (await shownAnswer(question, env)) ?? "",
      }),
    );
    return joinHtml(await Promise.all(lines));
  }

  function pick(value: string, env: Env<Answers>): Reading {
    if (value === end) return { is: "finish" };
    return changeable(env).some(({ field }) => field === value)
      ? { is: "change", field: value }
      : { is: "say", text: env.speech.html("ask-gone") };
  }

  return {
    field: "review",
    stays: true,
    columns: 2,
    unnumbered: true,
    values: () => ({ end }),
    actions: ({ speech }) => [{ value: end, label: speech.plain(`review-${end}`) }],
    details,
    choices,
    pick,
    read: (typed, { speech }) =>
      readWord(typed) === "yes" || FINISHED.test(typed.trim())
        ? { is: "finish" }
        : { is: "say", text: speech.html("review-how", { end }) },
  };
}

const FINISHED = /^(?:kirim|selesai|sudah|oke?|sip|send|done)\b/i;
