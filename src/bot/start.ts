import { Composer } from "grammy";
import { leavingCard } from "../privacy/leave-card.ts";
import type { Services } from "../services.ts";
import { packPress } from "./callback-data.ts";
import type { Button } from "./card.ts";
import { showOwnCommands } from "./commands.ts";
import type { BotContext } from "./context.ts";
import { withOwnCommands } from "./help.ts";
import { partOfDay } from "../dates.ts";

/** /start and its look for newcomers, for those in the middle of the form, and for artisans. */
export function start(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command("start", async (ctx) => {
    const { speech } = ctx;
    await showOwnCommands(ctx, services);
    const part = speech.plain(`greeting-${partOfDay(services.clock.now())}`);
    const button = (key: string, action: string): Button[] => [
      { label: speech.plain(key), press: packPress(action) },
    ];
    const trainings = button("button-trainings", "trainings");
    const artisan = await services.artisans.byTelegram(ctx.person);
    if (artisan?.leaving) {
      await ctx.show(leavingCard(speech, artisan.leaving.eraseAt));
      return;
    }
    if (artisan) {
      const hello = speech.html("start-artisan", { part, name: artisan.name });
      const text = await withOwnCommands(hello, ctx, services);
      await ctx.show({ text, buttons: [trainings, button("button-profile", "profile")] });
      return;
    }
    const { officeName } = await services.settings.read();
    const draft = await services.drafts.read(ctx.person);
    const hello = speech.html(draft ? "start-draft" : "start-new", { part, officeName });
    const text = await withOwnCommands(hello, ctx, services);
    const register = button(draft ? "button-continue" : "button-register", "register");
    await ctx.show({ text, buttons: [register, trainings] });
  });
  return composer;
}
