import { openTrainingForm } from "../../scenes/index.ts";
import type { BotContext } from "../bot/context.ts";
import type { Services } from "../services.ts";
import { unfinishedCard } from "./manage-card.ts";
import { newTrainingId } from "./make-training.ts";
import type { Training } from "./training.ts";
import { answersForCopy, answersOfTraining, type TrainingAnswers } from "./training-answers.ts";

const writerOf = (ctx: BotContext) => ({ chat: ctx.person, version: ctx.fence });

/** Opens the questions of a training; what is half made is put away only when they say so. */
export async function beginNew(ctx: BotContext, sure: boolean, services: Services): Promise<void> {
  if (!sure && (await isUnfinished(ctx, ["manage.newYes"], services))) return;
  await services.trainingDrafts.drop(writerOf(ctx));
  await openTrainingForm(ctx);
}

/** The same, with all answers of an earlier training but its dates. */
export async function beginCopy(
  ctx: BotContext,
  training: Training,
  sure: boolean,
  services: Services,
): Promise<void> {
  if (!sure && (await isUnfinished(ctx, ["manage.copyYes", training.id], services))) return;
  await begin(ctx, newTrainingId(), answersForCopy(training), services);
}

/** The card of a draft's answers, each with a button to change it. */
export async function beginEdit(
  ctx: BotContext,
  training: Training,
  sure: boolean,
  services: Services,
): Promise<void> {
  if (training.state !== "draft") return ctx.replace(ctx.speech.html("plan-published"));
  if (!sure && (await isUnfinished(ctx, ["manage.editYes", training.id], services))) return;
  await begin(ctx, training.id, answersOfTraining(training), services);
}

/** Goes on with what is half made. */
export async function resume(ctx: BotContext): Promise<void> {
  await openTrainingForm(ctx);
}

async function begin(
  ctx: BotContext,
  id: string,
  answers: TrainingAnswers,
  { trainingDrafts }: Services,
): Promise<void> {
  await trainingDrafts.drop(writerOf(ctx));
  await trainingDrafts.open(writerOf(ctx), answers, { artisan: id });
  await openTrainingForm(ctx);
}

async function isUnfinished(
  ctx: BotContext,
  instead: [string, ...string[]],
  { trainingDrafts }: Services,
): Promise<boolean> {
  const draft = await trainingDrafts.read(ctx.person);
  if (!draft) return false;
  await ctx.show(unfinishedCard(ctx.speech, draft.answers.title ?? "", instead));
  return true;
}
