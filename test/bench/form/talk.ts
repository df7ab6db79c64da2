import { questionCard, shownAnswer } from "../../../scenes/question-card.ts";
import { read } from "../../../scenes/read.ts";
import type { Script } from "../../../scenes/script.ts";
import { inlineKeyboard } from "../../../src/bot/card.ts";
import type { Services } from "../../../src/services.ts";
import { createSampleTexts, type Form, type Sample } from "./sample.ts";

const HTML = { parse_mode: "HTML", link_preview_options: { is_disabled: true } } as const;

/** How a way says something: sends a message, or puts a line in place of one. */
export interface Mouth {
  send(text: string, options: object): Promise<number>;
  edit(message: number, text: string, options: object): Promise<unknown>;
}

/** What was typed to the question of that number, which stands in that message. */
export interface Typed {
  typed: string;
  number: number;
  message: number;
}

/**
 * What every other way does with a question: the same texts, readers and calls as the project's
 * dialogue. So the ways differ only in how they remember where the person is.
 */
export function createTalk({ questions }: Form) {
  const speech = createSampleTexts().id;
  const script = { questions } as unknown as Script<Sample>;
  const envOf = (answers: Sample) => ({ answers, speech, services: {} as Services, update: 0 });
  const questionAt = (number: number) => {
    const question = questions[number];
    if (!question) throw new Error(`there is no question ${number}`);
    return question;
  };

  /** Answers the message it stands in. */
  async function ask(number: number, answers: Sample, mouth: Mouth): Promise<number> {
    const question = questionAt(number);
    const card = await questionCard(script, question, envOf(answers));
    if (!question.contact) {
      const keyboard = inlineKeyboard(card);
      return mouth.send(card.text, { ...HTML, ...(keyboard && { reply_markup: keyboard }) });
    }
    const words = (card.buttons ?? []).map((row) => row.map(({ label }) => ({ text: label })));
    const share = [{ text: speech.plain("ask-share-contact"), request_contact: true }];
    const reply_markup = { keyboard: [share, ...words], resize_keyboard: true };
    return mouth.send(card.text, { ...HTML, reply_markup });
  }

  /** Puts an answer among the answers and asks on; undefined when it was none. */
  async function take(
    { typed, number, message }: Typed,
    answers: Sample,
    mouth: Mouth,
  ): Promise<number | undefined> {
    const question = questionAt(number);
    const open = { script, question, env: envOf(answers), offered: undefined };
    const reading = await read({ kind: "text", text: typed }, open);
    if (reading.is !== "answer") {
      await mouth.send(reading.is === "say" ? reading.text : "", HTML);
      return undefined;
    }
    answers[question.field] = reading.value;
    const answer = await shownAnswer(question, envOf(answers));
    const label = speech.plain(`field-${question.field}`);
    const line = speech.html("ask-answered", { label, answer: answer ?? "" });
    if (!question.contact) await mouth.edit(message, line, HTML);
    else await mouth.send(line, { ...HTML, reply_markup: { remove_keyboard: true } });
    return ask(number + 1, answers, mouth);
  }

  return { ask, take };
}
