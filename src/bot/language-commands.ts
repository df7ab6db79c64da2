import { Composer } from "grammy";
import { askAgain } from "../../scenes/index.ts";
import type { Services } from "../services.ts";
import { showOwnCommands } from "./commands.ts";
import { packPress, readPress } from "./callback-data.ts";
import type { BotContext } from "./context.ts";
import { isLanguage, LANGUAGES } from "./language.ts";

/** /bahasa: Indonesian whatever the phone says, until the person chooses otherwise. */
export function languageCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command(["bahasa", "language"], async (ctx) => {
    const buttons = LANGUAGES.map((language) => ({
      label: services.texts[language].plain("language-name"),
      press: packPress("language", language),
    }));
    await ctx.show({ text: ctx.speech.html("language-which"), buttons: [buttons] });
  });
  composer.callbackQuery(/^language:/, async (ctx) => {
    const [language] = readPress(ctx.callbackQuery.data).args;
    if (!isLanguage(language)) return;
    ctx.speak(language);
    await services.artisans.setLanguage(ctx.person, language);
    await ctx.replace(ctx.speech.html("language-chosen"));
    await showOwnCommands(ctx, services);
    await askAgain(ctx);
  });
  return composer;
}
