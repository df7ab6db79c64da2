import { Composer } from "grammy";
import type { Services } from "../services.ts";
import { standingOf } from "../access/standing.ts";
import { commandsOf } from "./commands.ts";
import type { BotContext } from "./context.ts";
import { type Html, joinHtml } from "./html.ts";

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
  const text = ctx.speech.html("help", { officeName });
  await ctx.show(await withOwnCommands(text, ctx, services));
}

/** The text, and below it what this person may do besides everybody's. */
export async function withOwnCommands(
  text: Html,
  { person, speech }: BotContext,
  services: Services,
): Promise<Html> {
  const own = commandsOf(await standingOf(person, services));
  if (!own.length) return text;
  const lines = own.map((command) =>
    speech.html("help-own-line", { command, what: speech.plain(`command-${command}`) }),
  );
  return joinHtml([text, joinHtml([speech.html("help-own"), ...lines])], "\n\n");
}
