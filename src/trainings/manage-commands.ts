import { Composer } from "grammy";
import { note } from "../access/note.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { allowed, type Permit } from "../bot/gate.ts";
import type { Services } from "../services.ts";
import { boardOf, isLack, isNudged, nudge } from "./board.ts";
import { boardCard, lackCard, nudgedCard } from "./board-card.ts";
import {
  copyListCard,
  dropQuestionCard,
  manageCard,
  manageListCard,
  movedCard,
  moveQuestionCard,
  previewCard,
  TABS,
} from "./manage-card.ts";
import { beginCopy, beginEdit, beginNew, resume } from "./manage-talk.ts";
import { moveTraining } from "./make-training.ts";
import { isGoal } from "./moves.ts";
import { onTraining, type OnTraining } from "./on-training.ts";
import { type Training, TRAINING_STATES } from "./training.ts";
import { eligibilityWords, type Naming } from "./training-words.ts";

const pressed = (ctx: BotContext): string[] => readPress(ctx.callbackQuery?.data ?? "").args;

const namingOf = async ({ places, communities }: Services): Promise<Naming> => ({
  places,
  communities: await communities.all(),
});

/** /kelola: the trainings of the office, making them, moving them on, and their boards. */
export function manageCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const { clock, managedTrainings } = services;
  const list = allowed(services, "training.list", async (ctx) => {
    const [tab = "now", page] = pressed(ctx);
    const wanted = tab === "past" ? "past" : "now";
    const trainings = await managedTrainings.inStates(TABS[wanted]);
    const card = manageListCard(ctx.speech, trainings, wanted, page);
    await (ctx.callbackQuery ? ctx.replace(card) : ctx.show(card).then(() => undefined));
  });
  composer.command(["kelola", "manage"], list);
  composer.callbackQuery(/^manage\.list:/, list);
  composer.callbackQuery(
    /^manage\.open:/,
    onTraining(services, "training.list", async (ctx, training) => {
      await ctx.replace(manageCard(ctx.speech, training, clock.now()));
    }),
  );
  composer.callbackQuery(
    /^manage\.preview:/,
    onTraining(services, "training.list", async (ctx, training) => {
      const who = eligibilityWords(ctx.speech, training.mayApply, await namingOf(services));
      await ctx.replace(previewCard(ctx.speech, training, clock.now(), who));
    }),
  );
  composer.use(making(services), moving(services), board(services));
  return composer;
}

/** From nothing, from an earlier one, or a draft again. */
function making(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const manage = (handle: (ctx: BotContext) => Promise<void>) =>
    allowed(services, "training.manage", handle);
  const on = (press: RegExp, handle: OnTraining) =>
    composer.callbackQuery(press, onTraining(services, "training.manage", handle));
  composer.callbackQuery(
    ["manage.new", "manage.newYes"],
    manage((ctx) => beginNew(ctx, ctx.callbackQuery?.data === "manage.newYes", services)),
  );
  composer.callbackQuery("manage.resume", manage(resume));
  composer.callbackQuery(
    /^manage\.from:/,
    manage(async (ctx) => {
      const all = await services.managedTrainings.inStates(TRAINING_STATES);
      await ctx.replace(copyListCard(ctx.speech, all, pressed(ctx)[0]));
    }),
  );
  on(/^manage\.copy:/, (ctx, training) => beginCopy(ctx, training, false, services));
  on(/^manage\.copyYes:/, (ctx, training) => beginCopy(ctx, training, true, services));
  on(/^manage\.edit:/, (ctx, training) => beginEdit(ctx, training, false, services));
  on(/^manage\.editYes:/, (ctx, training) => beginEdit(ctx, training, true, services));
  on(/^manage\.drop:/, async (ctx, training) => {
    await ctx.replace(dropQuestionCard(ctx.speech, training));
  });
  on(/^manage\.dropYes:/, async (ctx, training, permit) => {
    await note(permit, [], services);
    const dropped = await services.managedTrainings.dropDraft(training.id);
    await ctx.replace(ctx.speech.html(dropped ? "manage-dropped" : "plan-published"));
  });
  return composer;
}

/** Published, chosen from, begun, closed, put away. */
function moving(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const on = (
    press: RegExp,
    handle: (ctx: BotContext, training: Training, goal: string, permit: Permit) => Promise<void>,
  ) =>
    composer.callbackQuery(
      press,
      onTraining(services, "training.manage", (ctx, training, permit) =>
        handle(ctx, training, pressed(ctx)[1] ?? "", permit),
      ),
    );
  on(/^manage\.move:/, async (ctx, training, goal) => {
    if (!isGoal(goal)) return ctx.toast(ctx.speech.plain("button-gone"));
    await ctx.replace(moveQuestionCard(ctx.speech, training, goal));
  });
  on(/^manage\.moveYes:/, async (ctx, training, goal, permit) => {
    if (!isGoal(goal)) return ctx.toast(ctx.speech.plain("button-gone"));
    await note(permit, [], services);
    const moved = await moveTraining(training, goal, services);
    await ctx.replace(movedCard(ctx.speech, moved, goal, services.clock.now()));
  });
  return composer;
}

/** Numbers, who lacks what, and one tap to remind them. */
function board(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.callbackQuery(
    /^manage\.board:/,
    onTraining(services, "training.board", async (ctx, training) => {
      const naming = await namingOf(services);
      await ctx.replace(boardCard(ctx.speech, await boardOf(training, services), naming));
    }),
  );
  composer.callbackQuery(
    /^manage\.lack:/,
    onTraining(services, "training.people", async (ctx, training, permit) => {
      const [, lack = "", page] = pressed(ctx);
      if (!isLack(lack)) return ctx.toast(ctx.speech.plain("button-gone"));
      const found = await boardOf(training, services);
      const about = { lack, page, places: services.places };
      const { card, shown } = lackCard(ctx.speech, found, about);
      await note(
        permit,
        shown.map(({ id }) => id),
        services,
      );
      await ctx.replace(card);
    }),
  );
  composer.callbackQuery(
    /^manage\.nudge:/,
    onTraining(services, "training.nudge", async (ctx, training, permit) => {
      const [, lack = ""] = pressed(ctx);
      if (!isNudged(lack)) return ctx.toast(ctx.speech.plain("button-gone"));
      const found = await boardOf(training, services);
      const whom = found.lacks[lack].map(({ id }) => id);
      await note(permit, whom, services);
      const outcome = await nudge(found, lack, services);
      const about = { training: training.id, count: whom.length };
      await ctx.replace(nudgedCard(ctx.speech, outcome, about));
    }),
  );
  return composer;
}
