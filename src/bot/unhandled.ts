import { Composer } from "grammy";
import { isTalking } from "../../scenes/index.ts";
import type { Services } from "../services.ts";
import type { BotContext } from "./context.ts";
import { continueCard } from "./continue-card.ts";

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
  if (isTalking(ctx)) return false;
  const { behalfDrafts, changes, corrections, drafts } = services;
  const open = [
    ["register", drafts],
    ["resume", changes],
    ["behalf", behalfDrafts],
    ["correct", corrections],
  ] as const;
  for (const [action, kept] of open) {
    if (!(await kept.read(ctx.person))) continue;
    await ctx.show(continueCard(ctx.speech, action));
    return true;
  }
  return false;
}
