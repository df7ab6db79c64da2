import { Composer } from "grammy";
import type { Services } from "../services.ts";
import type { BotContext } from "./context.ts";

/** /bantuan and /tentang: what the bot can do, and whose it is. */
export function help(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command(["bantuan", "help"], (ctx) => showHelp(ctx, services));
  composer.hears(/^\s*(menu|bantuan|help)\s*$/i, (ctx) => showHelp(ctx, services));
  composer.command("tentang", async (ctx) => {
    const { officeName } = await services.settings.read();
    const { decree, attribution } = services.places;
    await ctx.show(ctx.speech.html("about", { officeName, decree, attribution }));
  });
  return composer;
}

async function showHelp(ctx: BotContext, services: Services): Promise<void> {
  const { officeName } = await services.settings.read();
  await ctx.show(ctx.speech.html("help", { officeName }));
}
