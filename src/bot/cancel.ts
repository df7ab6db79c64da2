import type { Composer } from "grammy";
import type { Services } from "../services.ts";
import type { BotContext } from "./context.ts";
import { endingCommand } from "./ending.ts";

/** /batal leaves the dialogue; what was answered stays in the draft. */
export function cancel({ clock }: Services): Composer<BotContext> {
  return endingCommand(["batal", "cancel"], leave, clock);
}

async function leave(ctx: BotContext): Promise<void> {
  const open = Object.keys(ctx.conversation.active()).length > 0;
  await ctx.conversation.exitAll();
  await ctx.showWithoutKeyboard(ctx.speech.html(open ? "cancelled" : "nothing-to-cancel"));
}
