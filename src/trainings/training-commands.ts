import { Composer } from "grammy";
import { standingOf } from "../access/standing.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { permitOf } from "../bot/gate.ts";
import { localDate } from "../dates.ts";
import { type CardServices, showLivingCard } from "../promises/keep-cards.ts";
import type { Services } from "../services.ts";
import { joinTraining, leaveTraining } from "./seat.ts";
import {
  leaveQuestionCard,
  registerFirstCard,
  seatAnswerCard,
  unknownTrainingCard,
} from "./seat-card.ts";
import { trainingCard, trainingListCard } from "./training-card.ts";

type TrainingServices = CardServices & Pick<Services, "ownerIds" | "roles">;

/** /pelatihan, and the buttons of its cards and of reminders. */
export function trainingCommands(services: TrainingServices): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const showList = async (ctx: BotContext) => {
    await ctx.show(await listCard(ctx, services));
  };
  composer.command("pelatihan", showList);
  // From the cards of others, which stay as they are.
  composer.callbackQuery("trainings", showList);
  composer.callbackQuery("training.list", async (ctx) => {
    await ctx.replace(await listCard(ctx, services));
  });
  composer.callbackQuery(/^training\.open:/, (ctx) => open(ctx, services));
  composer.callbackQuery(/^training\.join:/, (ctx) => join(ctx, services));
  composer.callbackQuery(/^training\.leave:/, (ctx) => askBeforeLeaving(ctx, services));
  composer.callbackQuery(/^training\.leaveYes:/, (ctx) => leave(ctx, services));
  return composer;
}

async function listCard(ctx: BotContext, { artisans, clock, trainings }: TrainingServices) {
  const now = clock.now();
  const viewer = await artisans.byTelegram(ctx.person);
  return trainingListCard(ctx.speech, await trainings.upcoming(localDate(now)), viewer, now);
}

async function open(ctx: BotContext, services: TrainingServices) {
  const { artisans, clock, trainings } = services;
  const training = await trainings.byId(pressed(ctx));
  const viewer = await artisans.byTelegram(ctx.person);
  const standing = await standingOf(ctx.person, services);
  const mayChange = permitOf(standing, "plan.change", {}, "private") !== undefined;
  await ctx.replace(
    training
      ? trainingCard(ctx.speech, training, viewer, clock.now(), { mayChange })
      : unknownTrainingCard(ctx.speech),
  );
}

async function join(ctx: BotContext, services: TrainingServices) {
  const artisan = await services.artisans.byTelegram(ctx.person);
  if (!artisan) return ctx.replace(registerFirstCard(ctx.speech));
  const answer = await joinTraining(pressed(ctx), artisan.id, services);
  if (answer.training && answer.outcome === "joined")
    await showLivingCard(answer.training, { id: artisan.id, chat: ctx.person }, services);
  await ctx.replace(seatAnswerCard(ctx.speech, answer, artisan.name, services.clock.now()));
}

async function askBeforeLeaving(ctx: BotContext, { artisans, trainings }: TrainingServices) {
  const training = await trainings.byId(pressed(ctx));
  const artisan = await artisans.byTelegram(ctx.person);
  await ctx.replace(
    training && artisan
      ? leaveQuestionCard(ctx.speech, training, artisan.name)
      : unknownTrainingCard(ctx.speech),
  );
}

async function leave(ctx: BotContext, services: TrainingServices) {
  const artisan = await services.artisans.byTelegram(ctx.person);
  if (!artisan) return ctx.replace(registerFirstCard(ctx.speech));
  const answer = await leaveTraining(pressed(ctx), artisan.id, services);
  await ctx.replace(seatAnswerCard(ctx.speech, answer, artisan.name, services.clock.now()));
}

/** The training that the pressed button names; it may be one that is not there. */
function pressed(ctx: BotContext): string {
  return readPress(ctx.callbackQuery?.data ?? "").args[0] ?? "";
}
