import { Composer } from "grammy";
import { note } from "../access/note.ts";
import type { Artisan } from "../artisans/artisan.ts";
import { packPress, readPress } from "../bot/callback-data.ts";
import { type Button, shortLabel } from "../bot/card.ts";
import type { BotContext } from "../bot/context.ts";
import { guarded, type Permit } from "../bot/gate.ts";
import { localDate } from "../dates.ts";
import { showLivingCard } from "../promises/keep-cards.ts";
import type { Services } from "../services.ts";
import { registerFirstCard, unknownTrainingCard } from "../trainings/seat-card.ts";
import type { Training } from "../trainings/training.ts";
import { trainingHandle } from "../trainings/training-handle.ts";
import { byHandle } from "./handle.ts";
import { beInterested, takeBack, takesWishes } from "./interest.ts";
import { interestCard, offerAnswerCard, takenBackCard } from "./interest-card.ts";
import { answerOffer } from "./offer.ts";
import { whyCard, whyOfCard } from "./why.ts";

const pressed = (ctx: BotContext): string[] => readPress(ctx.callbackQuery?.data ?? "").args;

type OnOwn = (ctx: BotContext, training: Training, artisan: Artisan) => Promise<void>;

/** What artisans do about a training that chooses, and who speaks for them. */
export function enrolmentCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const own = (press: string, handle: OnOwn) =>
    composer.callbackQuery(new RegExp(`^${press}:`), async (ctx) => {
      const artisan = await services.artisans.byTelegram(ctx.person);
      if (!artisan) return ctx.replace(registerFirstCard(ctx.speech));
      const training = await services.trainings.byId(pressed(ctx)[0] ?? "");
      if (!training) return ctx.replace(unknownTrainingCard(ctx.speech));
      await handle(ctx, training, artisan);
    });
  own("interest\\.yes", async (ctx, training, artisan) => {
    const outcome = await beInterested(training, artisan, { as: "self" }, services);
    await ctx.replace(interestCard(ctx.speech, training, outcome));
  });
  own("interest\\.no", async (ctx, training, artisan) => {
    const taken = await takeBack(training.id, artisan.id, services);
    await ctx.replace(takenBackCard(ctx.speech, training, taken));
  });
  for (const yes of [true, false])
    own(`offer\\.${yes ? "yes" : "no"}`, async (ctx, training, artisan) => {
      const answer = await answerOffer(training, artisan.id, { yes }, services);
      if (answer === "accepted")
        await showLivingCard(training, { id: artisan.id, chat: ctx.person }, services);
      await ctx.replace(offerAnswerCard(ctx.speech, training, answer));
    });
  own("why\\.own", async (ctx, training, artisan) => {
    await ctx.replace(await whyCard(ctx.speech, training, artisan.id, services));
  });
  composer.use(forOthers(services));
  return composer;
}

const thingOf = ({ id, community }: Artisan) => ({ artisans: [id], community });

/** Leaders for their members, coordinators for everybody but themselves. */
function forOthers(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const artisanAt = (at: number) => (ctx: BotContext) =>
    services.artisans.byId(pressed(ctx)[at] ?? "");
  composer.callbackQuery(
    /^propose\.ask:/,
    guarded(
      services,
      { action: "enrolment.propose", find: artisanAt(0), thing: thingOf },
      (ctx, artisan, permit) => askWhere(ctx, artisan, permit, services),
    ),
  );
  composer.callbackQuery(
    /^propose\.to:/,
    guarded(
      services,
      { action: "enrolment.propose", find: artisanAt(1), thing: thingOf },
      (ctx, artisan, permit) => propose(ctx, artisan, permit, services),
    ),
  );
  composer.callbackQuery(
    /^offer\.for:/,
    guarded(
      services,
      { action: "enrolment.answer", find: artisanAt(2), thing: thingOf },
      (ctx, artisan, permit) => answerFor(ctx, artisan, permit, services),
    ),
  );
  composer.callbackQuery(
    /^why\.of:/,
    guarded(
      services,
      { action: "enrolment.reasons", find: artisanAt(0), thing: thingOf },
      async (ctx, artisan, permit) => {
        await note(permit, [artisan.id], services);
        await ctx.show(await whyOfCard(ctx.speech, artisan, services));
      },
    ),
  );
  return composer;
}

/** As what somebody proposes: who is both does it as a coordinator where that reaches further. */
const asOf = ({ as }: Permit): "coordinator" | "leader" =>
  as === "coordinator" ? "coordinator" : "leader";

async function askWhere(
  ctx: BotContext,
  { id, name }: Artisan,
  permit: Permit,
  { clock, trainings }: Services,
): Promise<void> {
  const now = clock.now();
  const open = (await trainings.upcoming(localDate(now))).filter((one) =>
    takesWishes(one, asOf(permit), now),
  );
  const buttons = open.slice(0, 8).map((training): Button[] => [
    {
      label: shortLabel(training.title),
      press: packPress("propose.to", trainingHandle(training.id), id),
    },
  ]);
  const text = ctx.speech.html(buttons.length ? "propose-where" : "propose-nowhere", { name });
  await ctx.show({ text, buttons });
}

async function propose(
  ctx: BotContext,
  artisan: Artisan,
  permit: Permit,
  services: Services,
): Promise<void> {
  const training = await byHandle(pressed(ctx)[0] ?? "", services);
  if (!training) return ctx.replace(unknownTrainingCard(ctx.speech));
  await note(permit, [artisan.id], services);
  const by = { as: asOf(permit), by: ctx.person };
  const outcome = await beInterested(training, artisan, by, services);
  const values = { name: artisan.name, title: training.title };
  await ctx.replace(ctx.speech.html(`propose-${outcome}`, values));
}

/** What somebody said on the phone or at the door. */
async function answerFor(
  ctx: BotContext,
  artisan: Artisan,
  permit: Permit,
  services: Services,
): Promise<void> {
  const [said, handle = ""] = pressed(ctx);
  const training = await byHandle(handle, services);
  if (!training) return ctx.replace(unknownTrainingCard(ctx.speech));
  await note(permit, [artisan.id], services);
  const given = { yes: said === "y", by: ctx.person };
  const answer = await answerOffer(training, artisan.id, given, services);
  const values = { name: artisan.name, title: training.title };
  await ctx.replace(ctx.speech.html(`answer-for-${answer}`, values));
}
