import { isDeepStrictEqual } from "node:util";
import type { Conversation } from "@grammyjs/conversations";
import type { BotContext } from "../src/bot/context.ts";
import type { Services } from "../src/services.ts";
import { hear } from "./heard.ts";
import { questionCard, shownAnswer, unsureCard } from "./question-card.ts";
import { type Env, nextQuestion, type Question, type Reading } from "./questions.ts";
import type { Loaded, Offer, Script } from "./script.ts";
import { read } from "./read.ts";

/** What the bookmark remembers of the open question. */
interface Asked {
  field: string;
  message: number;
}

/** The update is none of ours; or the question stays, the talk goes on, or it is over. */
type Next = "pass" | "stay" | "goOn" | "end";

interface Turn<Answers> {
  ctx: BotContext;
  script: Script<Answers>;
  question: Question<Answers>;
  env: Env<Answers>;
  asked: Asked;
  offered: Offer | undefined;
}

/**
 * Runs a script. The library replays a dialogue from its first line for every update, so all
 * that has an effect stands inside `external`, where it happens once and with the outer context;
 * and after each stored answer the dialogue rewinds to its beginning, so that the log never
 * holds more than one question.
 */
export function dialogue<Answers>(script: Script<Answers>, services: Services) {
  return async (conversation: Conversation<BotContext>): Promise<void> => {
    const beginning = conversation.checkpoint();
    const asked = await outside(conversation, (ctx) => ask(ctx, script, services));
    if (!asked) return;
    await conversation.wait({ collationKey: `ask:${asked.field}` });
    const next = await outside(conversation, (ctx) => answer(ctx, asked, script, services));
    if (next === "pass") await conversation.skip({ next: true });
    if (next === "stay") await conversation.skip({ next: false });
    if (next === "goOn") await conversation.rewind(beginning);
  };
}

/** The library throws a copy of what is thrown inside, which has lost its kind. */
async function outside<T>(
  conversation: Conversation<BotContext>,
  task: (ctx: BotContext) => Promise<T>,
): Promise<T> {
  let thrown: unknown;
  try {
    return await conversation.external((ctx) =>
      task(ctx).catch((error: unknown) => {
        thrown = error;
        throw error;
      }),
    );
  } catch (copy) {
    throw thrown ?? copy;
  }
}

async function ask<Answers>(
  ctx: BotContext,
  script: Script<Answers>,
  services: Services,
): Promise<Asked | undefined> {
  const loaded = await script.load(ctx);
  if (!loaded) {
    await ctx.show(ctx.speech.html("ask-over"));
    return undefined;
  }
  const question = nextQuestion(script.questions, loaded.answers, loaded.asking);
  if (!question) throw new Error(`${script.id} has no last question`);
  const card = await questionCard(script, question, envOf(ctx, loaded, services));
  const message = question.contact ? await ctx.showWithContact(card) : await ctx.show(card);
  return { field: question.field, message };
}

async function answer<Answers>(
  ctx: BotContext,
  asked: Asked,
  script: Script<Answers>,
  services: Services,
): Promise<Next> {
  const heard = hear(ctx, asked.field);
  if (heard.kind === "pass") return "pass";
  if (heard.kind === "stale") {
    await ctx.toast(ctx.speech.plain("ask-stale"));
    return "stay";
  }
  const loaded = await script.load(ctx);
  const question = loaded && nextQuestion(script.questions, loaded.answers, asked.field);
  if (question?.field !== asked.field || isGone(script, question, loaded)) return "goOn";
  const env = envOf(ctx, loaded, services);
  const { offered } = loaded;
  const reading = await read(heard, { script, question, env, offered });
  return follow(reading, { ctx, script, question, env, asked, offered });
}

/** The answers expired while a later question was open: the talk begins anew. */
function isGone<Answers>(
  { questions }: Script<Answers>,
  question: Question<Answers>,
  loaded: Loaded<Answers> | undefined,
): loaded is undefined {
  const [first] = questions;
  if (!first || !loaded) return true;
  return (
    question !== first && question.show !== undefined && loaded.answers[first.field] === undefined
  );
}

/** Does what follows from a reading. What is stored is stored before anything is said. */
async function follow<Answers>(reading: Reading, turn: Turn<Answers>): Promise<Next> {
  const { ctx, script, question, env, asked } = turn;
  switch (reading.is) {
    case "say":
      await ctx.show(reading.text);
      return "stay";
    case "unsure": {
      const message = await ctx.show(unsureCard(question, reading));
      const values = reading.choices.map(({ value }) => value);
      await script.offer(ctx, { field: question.field, message, values });
      return "stay";
    }
    case "page":
      await ctx.replace(await questionCard(script, question, env, reading.page));
      return "stay";
    case "ticked": {
      await keep(reading.value, true, turn);
      if (!ctx.callbackQuery) {
        await ctx.settle(asked.message);
        return "goOn";
      }
      const ticked = { ...env, answers: { ...env.answers, [question.field]: reading.value } };
      await ctx.replace(await questionCard(script, question, ticked, reading.page));
      return "stay";
    }
    case "answer":
      await keep(reading.value, false, turn);
      await close(turn, { ...env.answers, [question.field]: reading.value });
      return "goOn";
    case "keep":
      await script.askNext(ctx, undefined);
      await close(turn, env.answers);
      return "goOn";
    case "change":
      await script.askNext(ctx, reading.field);
      await close(turn, env.answers);
      return "goOn";
    case "save":
      await close(turn, env.answers);
      await ctx.show(script.saved(ctx));
      return "end";
    case "finish": {
      const last = await script.finish(ctx);
      await close(turn, env.answers);
      await ctx.show(last);
      return "end";
    }
    case "end":
      await script.drop(ctx);
      await close(turn, {} as Answers);
      await ctx.show(reading.text);
      return "end";
  }
}

/** The same answer again changes nothing that hangs on it. */
async function keep<Answers>(
  value: unknown,
  stillOpen: boolean,
  { ctx, script, question, env }: Turn<Answers>,
): Promise<void> {
  const same = isDeepStrictEqual(env.answers[question.field], value);
  const { field, reopens = [] } = question;
  const hang = typeof reopens === "function" ? reopens(value, env.answers) : reopens;
  await script.keep(ctx, { field, value, reopened: same ? [] : [...hang], stillOpen });
}

/** Takes the buttons off the question, so that an old tap cannot confuse, and says the answer. */
async function close<Answers>(turn: Turn<Answers>, answers: Answers): Promise<void> {
  const { ctx, question, env, asked, offered } = turn;
  if (offered?.field === question.field) await ctx.settle(offered.message);
  if (question.stays) return ctx.settle(asked.message);
  const answer = await shownAnswer(question, { ...env, answers });
  const label = ctx.speech.plain(`field-${question.field}`);
  const line =
    answer === undefined ? undefined : ctx.speech.html("ask-answered", { label, answer });
  if (!question.contact) await ctx.settle(asked.message, line);
  else await ctx.showWithoutKeyboard(line ?? ctx.speech.html("ask-closed", { label }));
}

function envOf<Answers>(
  ctx: BotContext,
  { answers }: Loaded<Answers>,
  services: Services,
): Env<Answers> {
  return { answers, speech: ctx.speech, services, update: ctx.update.update_id };
}
