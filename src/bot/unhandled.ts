import { Composer } from "grammy";
import { isRegistering } from "../../scenes/index.ts";
import type { Services } from "../services.ts";
import { packPress } from "./callback-data.ts";
import type { BotContext } from "./context.ts";

/** Whatever nobody took gets a line that names the next step. */
export function unhandled(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on("edited_message", async (ctx) => {
    await ctx.show(ctx.speech.html("edit-not-taken"));
  });
  composer.on("callback_query:data", async (ctx) => {
    await ctx.toast(ctx.speech.plain("button-gone"));
    if (ctx.callbackQuery.data.startsWith("ask:")) await offerToContinue(ctx, services);
  });
  composer.on("message", async (ctx) => {
    const unknown = ctx.message.text?.startsWith("/") ? "command-unknown" : "not-understood";
    if (!(await offerToContinue(ctx, services))) await ctx.show(ctx.speech.html(unknown));
  });
  return composer;
}

/** A form whose dialogue was lost (a new version, a restart) is still there in the draft. */
async function offerToContinue(ctx: BotContext, services: Services): Promise<boolean> {
  if (isRegistering(ctx)) return false;
  const draft = await services.drafts.read(ctx.person);
  if (!draft) return false;
  await ctx.show({
    text: ctx.speech.html("continue-offer"),
    buttons: [[{ label: ctx.speech.plain("button-continue"), press: packPress("register") }]],
  });
  return true;
}
