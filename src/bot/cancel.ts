import type { Composer } from "grammy";
import { wayBack } from "../../scenes/index.ts";
import type { Services } from "../services.ts";
import type { BotContext } from "./context.ts";
import { endingCommand } from "./ending.ts";

/** /batal leaves the dialogue; what was answered stays in the draft. */
export function cancel(services: Services): Composer<BotContext> {
  return endingCommand(["batal", "cancel"], (ctx) => leave(ctx, services), services.clock);
}

async function leave(ctx: BotContext, services: Services): Promise<void> {
  const { attendanceWaits, changeDrafts, choices, desks, noticeDrafts } = services;
  const { paperWaits, settingWaits } = services;
  const way = wayBack(ctx, services) ?? ctx.speech.html("cancelled");
  const open = Object.keys(ctx.conversation.active()).length > 0;
  await ctx.conversation.exitAll();
  if (await noticeDrafts.stopAsking(ctx.person)) {
    await ctx.showWithoutKeyboard(ctx.speech.html("notice-put-by"));
    return;
  }
  if (!open && (await choices.stopAsking(ctx.person))) {
    await ctx.showWithoutKeyboard(ctx.speech.html("choice-stopped"));
    return;
  }
  if (!open && (await changeDrafts.stopAsking(ctx.person))) {
    await ctx.showWithoutKeyboard(ctx.speech.html("plan-put-by"));
    return;
  }
  if (!open && (await attendanceWaits.clear(ctx.person))) {
    await ctx.showWithoutKeyboard(ctx.speech.html("attend-stopped"));
    return;
  }
  if (!open && (await paperWaits.clear(ctx.person))) {
    await ctx.showWithoutKeyboard(ctx.speech.html("paper-stopped"));
    return;
  }
  if (!open && (await settingWaits.clear(ctx.person))) {
    await ctx.showWithoutKeyboard(ctx.speech.html("setting-stopped"));
    return;
  }
  if (!open && (await desks.read(ctx.person))) {
    await desks.clear(ctx.person);
    await ctx.showWithoutKeyboard(ctx.speech.html("community-stopped"));
    return;
  }
  await ctx.showWithoutKeyboard(open ? way : ctx.speech.html("nothing-to-cancel"));
}
