import { Composer } from "grammy";
import type { BotContext } from "./context.ts";

/** /batal leaves the dialogue; what was answered stays in the draft. */
export const cancel = new Composer<BotContext>();

cancel.command(["batal", "cancel"], async (ctx) => {
  const open = Object.keys(ctx.conversation.active()).length > 0;
  await ctx.conversation.exitAll();
  await ctx.showWithoutKeyboard(ctx.speech.html(open ? "cancelled" : "nothing-to-cancel"));
});
