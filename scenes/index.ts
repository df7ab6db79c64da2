import { createConversation } from "@grammyjs/conversations";
import { Composer } from "grammy";
import type { Artisan } from "../src/artisans/artisan.ts";
import type { BotContext } from "../src/bot/context.ts";
import type { Html } from "../src/bot/html.ts";
import type { SurveyAnswers } from "../src/feedback/survey.ts";
import type { Services } from "../src/services.ts";
import { dialogue } from "./ask.ts";
import { beginChange, CHANGE, changeScript } from "./change.ts";
import { BEHALF, behalfScript, CORRECTION, correctionScript } from "./on-behalf.ts";
import { beginQuiz, QUIZ, quizScript } from "./quiz.ts";
import { REGISTRATION, registrationScript, writerOf } from "./registration.ts";
import { beginShared, SHARED_REPORT, sharedScript } from "./shared.ts";
import { beginSharing, SHARING, sharingScript } from "./sharing.ts";
import { beginSurvey, SURVEY, surveyScript } from "./survey.ts";
import { TRAINING, trainingScript } from "./training.ts";

const scriptsOf = (services: Services) =>
  [
    registrationScript(services),
    changeScript(services),
    behalfScript(services),
    correctionScript(services),
    surveyScript(services),
    quizScript(services),
    sharingScript(services),
    sharedScript(services),
    trainingScript(services),
  ] as const;

/** All dialogues. What does not answer an open question passes them. */
export function scenes(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  for (const script of scriptsOf(services)) {
    composer.use(createConversation(dialogue(script, services), { id: script.id }));
  }
  return composer;
}

/**
 * How one goes on with the dialogue that is open, also one of an earlier number; undefined: it is
 * the registration, or none.
 */
export function wayBack(ctx: BotContext, services: Services): Html | undefined {
  const open = Object.keys(ctx.conversation.active()).map(withoutNumber);
  return scriptsOf(services)
    .filter(({ id }) => id !== REGISTRATION)
    .find(({ id }) => open.includes(withoutNumber(id)))
    ?.saved(ctx);
}

const withoutNumber = (id: string) => id.replace(/\.\d+$/, "");

/** Opens the registration at its first open question, also when it is open already. */
export async function openRegistration(ctx: BotContext): Promise<void> {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter(REGISTRATION);
}

/** Opens the form for somebody without Telegram at its first open question. */
export async function openOnBehalf(ctx: BotContext): Promise<void> {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter(BEHALF);
}

/** Opens the talk about what is wrong in a record that the person made for somebody. */
export async function openCorrection(
  ctx: BotContext,
  artisan: Artisan,
  { corrections }: Services,
): Promise<void> {
  await ctx.conversation.exitAll();
  await corrections.drop(writerOf(ctx));
  await corrections.open(writerOf(ctx), {}, { artisan: artisan.id });
  await ctx.conversation.enter(CORRECTION);
}

/** Goes on with a correction whose dialogue was lost. */
export async function resumeCorrection(ctx: BotContext): Promise<void> {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter(CORRECTION);
}

/** Opens the talk about changes of a record; with `complete` at what was never told. */
export async function openChange(
  ctx: BotContext,
  artisan: Artisan,
  services: Services,
  options: { complete?: boolean } = {},
): Promise<void> {
  await ctx.conversation.exitAll();
  await beginChange(ctx, artisan, services, options);
  await ctx.conversation.enter(CHANGE);
}

/** Opens the questions about a training. */
export async function openSurveyTalk(
  ctx: BotContext,
  artisan: string,
  answers: SurveyAnswers,
  services: Services,
): Promise<void> {
  await ctx.conversation.exitAll();
  await beginSurvey(ctx, artisan, answers, services);
  await ctx.conversation.enter(SURVEY);
}

/** Opens the writing of a training's test. */
export async function openQuiz(
  ctx: BotContext,
  training: string,
  services: Services,
): Promise<void> {
  await ctx.conversation.exitAll();
  await beginQuiz(ctx, training, services);
  await ctx.conversation.enter(QUIZ);
}

/** Opens the promise of a session. */
export async function openSharingTalk(
  ctx: BotContext,
  training: string,
  services: Services,
): Promise<void> {
  await ctx.conversation.exitAll();
  await beginSharing(ctx, training, services);
  await ctx.conversation.enter(SHARING);
}

/** Opens the report of a session. */
export async function openSharedTalk(
  ctx: BotContext,
  session: string,
  services: Services,
): Promise<void> {
  await ctx.conversation.exitAll();
  await beginShared(ctx, session, services);
  await ctx.conversation.enter(SHARED_REPORT);
}

/** Goes on with a talk about changes whose dialogue was lost. */
export async function resumeChange(ctx: BotContext): Promise<void> {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter(CHANGE);
}

/** Opens the making of a training at its first open question, or its card. */
export async function openTrainingForm(ctx: BotContext): Promise<void> {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter(TRAINING);
}

/** Asks the open question again, in the language chosen meanwhile. */
export async function askAgain(ctx: BotContext): Promise<void> {
  const open = openDialogue(ctx);
  if (!open) return;
  await ctx.conversation.exitAll();
  await ctx.conversation.enter(open);
}

const DIALOGUES = [
  ...[REGISTRATION, CHANGE, BEHALF, CORRECTION],
  ...[SURVEY, QUIZ, SHARING, SHARED_REPORT, TRAINING],
];

/** Whether a dialogue waits for an answer. */
export function isTalking(ctx: BotContext): boolean {
  return openDialogue(ctx) !== undefined;
}

/** A dialogue of an earlier number, which nobody runs any more, is not open. */
function openDialogue(ctx: BotContext): string | undefined {
  return DIALOGUES.find((id) => ctx.conversation.active(id) > 0);
}
