import { Composer } from "grammy";
import { standingOf } from "../access/standing.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { permitOf } from "../bot/gate.ts";
import { localDate } from "../dates.ts";
import { showLivingCard } from "../promises/keep-cards.ts";
import { hasEnded, holdsSeat } from "./training.ts";
import { joinTraining, leaveTraining } from "./seat.ts";
import {
  leaveQuestionCard,
  registerFirstCard,
  seatAnswerCard,
  unknownTrainingCard,
} from "./seat-card.ts";
import { hindranceCard } from "../enrolments/interest-card.ts";
import { whyNotEligible } from "../enrolments/eligible.ts";
import { fillSeats } from "../enrolments/fill.ts";
import { answerOffer } from "../enrolments/offer.ts";
import { staffButtons } from "../enrolments/sheet-card.ts";
import type { Services } from "../services.ts";
import { type Own, trainingCard, trainingListCard, type Viewer } from "./training-card.ts";
import { eligibilityWords } from "./training-words.ts";

/** /pelatihan, and the buttons of its cards and of reminders. */
export function trainingCommands(services: Services): Composer<BotContext> {
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

async function listCard(ctx: BotContext, services: Services) {
  const { artisans, clock, trainings } = services;
  const now = clock.now();
  const viewer = await artisans.byTelegram(ctx.person);
  const listed = await trainings.upcoming(localDate(now));
  return trainingListCard(ctx.speech, listed, viewer, now, await ownOf(viewer, services));
}

async function ownOf(viewer: Viewer, { enrolments }: Services): Promise<Own> {
  const own = viewer ? await enrolments.ofArtisan(viewer.id) : [];
  return new Map(own.map((one) => [one.training, one]));
}

async function open(ctx: BotContext, services: Services) {
  const { clock, communities, places, trainings } = services;
  const training = await trainings.byId(pressed(ctx));
  // What is being made is nobody's but the office's.
  if (!training || training.state === "draft") return ctx.replace(unknownTrainingCard(ctx.speech));
  const standing = await standingOf(ctx.person, services);
  const viewer = standing.record;
  const own = viewer && (await services.enrolments.one(training.id, viewer.id));
  const mayChange = permitOf(standing, "plan.change", {}, "private") !== undefined;
  const more = staffButtons(ctx.speech, training, standing, services);
  const named = training.mayApply?.communities.length ? await communities.all() : [];
  const who = eligibilityWords(ctx.speech, training.mayApply, { places, communities: named });
  const shown = { viewer, now: clock.now(), who, own, more, mayChange };
  await ctx.replace(trainingCard(ctx.speech, training, shown));
}

async function join(ctx: BotContext, services: Services) {
  const artisan = await services.artisans.byTelegram(ctx.person);
  const training = await services.trainings.byId(pressed(ctx));
  if (!artisan) {
    // Offered again when the registration is sent.
    if (training) await services.people.want(ctx.person, training.id);
    return ctx.replace(registerFirstCard(ctx.speech));
  }
  const hindrance = training && whyNotEligible(training.mayApply, artisan);
  if (training && hindrance && !holdsSeat(training, artisan.id))
    return ctx.replace(hindranceCard(ctx.speech, training, hindrance));
  // Ikut on an older card says yes to the seat that was offered meanwhile.
  if (training) await answerOffer(training, artisan.id, { yes: true }, services);
  const answer = await joinTraining(pressed(ctx), artisan.id, services);
  if (answer.training && answer.outcome === "joined")
    await showLivingCard(answer.training, { id: artisan.id, chat: ctx.person }, services);
  await ctx.replace(seatAnswerCard(ctx.speech, answer, artisan.name, services.clock.now()));
}

async function askBeforeLeaving(ctx: BotContext, { artisans, clock, trainings }: Services) {
  const training = await trainings.byId(pressed(ctx));
  const artisan = await artisans.byTelegram(ctx.person);
  const now = clock.now();
  if (training && artisan && hasEnded(training, now)) {
    const outcome = holdsSeat(training, artisan.id) ? "over" : "notJoined";
    return ctx.replace(seatAnswerCard(ctx.speech, { outcome, training }, artisan.name, now));
  }
  await ctx.replace(
    training && artisan
      ? leaveQuestionCard(ctx.speech, training, artisan)
      : unknownTrainingCard(ctx.speech),
  );
}

async function leave(ctx: BotContext, services: Services) {
  const artisan = await services.artisans.byTelegram(ctx.person);
  if (!artisan) return ctx.replace(registerFirstCard(ctx.speech));
  const answer = await leaveTraining(pressed(ctx), artisan.id, services);
  if (answer.training) await fillSeats(answer.training.id, services);
  await ctx.replace(seatAnswerCard(ctx.speech, answer, artisan.name, services.clock.now()));
}

/** The training that the pressed button names; it may be one that is not there. */
function pressed(ctx: BotContext): string {
  return readPress(ctx.callbackQuery?.data ?? "").args[0] ?? "";
}
