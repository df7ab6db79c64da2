import { Composer } from "grammy";
import { openQuiz } from "../../scenes/index.ts";
import { note } from "../access/note.ts";
import type { BotContext } from "../bot/context.ts";
import { allowed, guarded } from "../bot/gate.ts";
import type { Services } from "../services.ts";
import {
  openForm,
  pressed,
  showHelp,
  showTotals,
  showWords,
  waitingForHelp,
} from "./feedback-talk.ts";

/** What participants say of a training, and what the office sees of it. */
export function feedbackCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const training = (ctx: BotContext) => services.trainings.byId(pressed(ctx)[0] ?? "");
  const ofTraining = { find: training, thing: () => ({}) };
  composer.callbackQuery(/^sv\.open:/, (ctx) => openForm(ctx, services));
  composer.callbackQuery(
    /^sv\.totals:/,
    guarded(services, { action: "feedback.totals", ...ofTraining }, (ctx, found) =>
      showTotals(ctx, found, services),
    ),
  );
  composer.callbackQuery(
    /^sv\.words:/,
    guarded(services, { action: "feedback.words", ...ofTraining }, (ctx, found, permit) =>
      showWords(ctx, found, permit, services),
    ),
  );
  composer.callbackQuery(
    /^sv\.quiz:/,
    guarded(services, { action: "feedback.quiz", ...ofTraining }, (ctx, found) =>
      openQuiz(ctx, found.id, services),
    ),
  );
  composer.callbackQuery(
    "sv.help",
    allowed(services, "feedback.help", (ctx, permit) => showHelp(ctx, permit, services)),
  );
  composer.callbackQuery(
    /^sv\.helped:/,
    guarded(
      services,
      {
        action: "feedback.help",
        find: (ctx) => waitingForHelp(ctx, services),
        thing: ({ artisan }) => ({ artisans: [artisan] }),
      },
      async (ctx, survey, permit) => {
        await note(permit, [survey.artisan], services);
        await services.surveys.helped(survey, { by: ctx.person, at: services.clock.now() });
        await showHelp(ctx, permit, services);
      },
    ),
  );
  return composer;
}
