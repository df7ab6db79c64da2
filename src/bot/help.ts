import { Composer } from "grammy";
import type { Services } from "../services.ts";
import { standingOf } from "../access/standing.ts";
import { commandsOf } from "./commands.ts";
import type { BotContext } from "./context.ts";
import { joinHtml } from "./html.ts";

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
  const { speech } = ctx;
  const own = commandsOf(await standingOf(ctx.person, services));
  const lines = own.map((command) =>
    speech.html("help-own-line", { command, what: speech.plain(`command-${command}`) }),
  );
  const more = own.length ? [speech.html("help-own"), ...lines] : [];
  await ctx.show(joinHtml([speech.html("help", { officeName }), ...more]));
}
