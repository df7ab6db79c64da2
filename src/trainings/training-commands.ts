import { Composer } from "grammy";
import { standingOf } from "../access/standing.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { permitOf } from "../bot/gate.ts";
import { localDate } from "../dates.ts";
import { type CardServices, showLivingCard } from "../promises/keep-cards.ts";
import type { Services } from "../services.ts";
import { mayApplyTo } from "./eligibility.ts";
import { joinTraining, leaveTraining } from "./seat.ts";
import {
  leaveQuestionCard,
  notForYouCard,
  registerFirstCard,
  seatAnswerCard,
  unknownTrainingCard,
} from "./seat-card.ts";
import { hasEnded, holdsSeat } from "./training.ts";
import { trainingCard, trainingListCard } from "./training-card.ts";
import { eligibilityWords } from "./training-words.ts";

type TrainingServices = CardServices &
  Pick<Services, "communities" | "ownerIds" | "people" | "places" | "roles">;

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
  const { artisans, clock, communities, places, trainings } = services;
  const training = await trainings.byId(pressed(ctx));
  // What is being made is nobody's but the office's.
  if (!training || training.state === "draft") return ctx.replace(unknownTrainingCard(ctx.speech));
  const viewer = await artisans.byTelegram(ctx.person);
  const standing = await standingOf(ctx.person, services);
  const mayChange = permitOf(standing, "plan.change", {}, "private") !== undefined;
  const named = training.mayApply?.communities.length ? await communities.all() : [];
  const who = eligibilityWords(ctx.speech, training.mayApply, { places, communities: named });
  const now = clock.now();
  await ctx.replace(trainingCard(ctx.speech, training, { viewer, now, who, mayChange }));
}

async function join(ctx: BotContext, services: TrainingServices) {
  const artisan = await services.artisans.byTelegram(ctx.person);
  const wanted = await services.trainings.byId(pressed(ctx));
  if (!artisan) {
    // Offered again when the registration is sent.
    if (wanted) await services.people.want(ctx.person, wanted.id);
    return ctx.replace(registerFirstCard(ctx.speech));
  }
  if (wanted && !holdsSeat(wanted, artisan.id) && !mayApplyTo(wanted, artisan))
    return ctx.replace(notForYouCard(ctx.speech, wanted));
  const answer = await joinTraining(pressed(ctx), artisan.id, services);
  if (answer.training && answer.outcome === "joined")
    await showLivingCard(answer.training, { id: artisan.id, chat: ctx.person }, services);
  await ctx.replace(seatAnswerCard(ctx.speech, answer, artisan.name, services.clock.now()));
}

async function askBeforeLeaving(ctx: BotContext, { artisans, clock, trainings }: TrainingServices) {
  const training = await trainings.byId(pressed(ctx));
  const artisan = await artisans.byTelegram(ctx.person);
  const now = clock.now();
  if (training && artisan && hasEnded(training, now)) {
    const outcome = holdsSeat(training, artisan.id) ? "over" : "notJoined";
    return ctx.replace(seatAnswerCard(ctx.speech, { outcome, training }, artisan.name, now));
  }
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
