import { Composer } from "grammy";
import { openQuiz } from "../../scenes/index.ts";
import { note } from "../access/note.ts";
import type { BotContext } from "../bot/context.ts";
import { allowed, guarded } from "../bot/gate.ts";
import type { Services } from "../services.ts";
import { onTraining } from "../trainings/on-training.ts";
import { openForm, showHelp, showTotals, showWords, waitingForHelp } from "./feedback-talk.ts";

/** What participants say of a training, and what the office sees of it. */
export function feedbackCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.callbackQuery(/^sv\.open:/, (ctx) => openForm(ctx, services));
  composer.callbackQuery(
    /^sv\.totals:/,
    onTraining(services, "feedback.totals", (ctx, found) => showTotals(ctx, found, services)),
  );
  composer.callbackQuery(
    /^sv\.words:/,
    onTraining(services, "feedback.words", (ctx, found, permit) =>
      showWords(ctx, found, permit, services),
    ),
  );
  composer.callbackQuery(
    /^sv\.quiz:/,
    onTraining(services, "feedback.quiz", (ctx, found) => openQuiz(ctx, found.id, services)),
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
