import { Composer } from "grammy";
import type { Clock } from "../clock.ts";
import { packPress } from "./callback-data.ts";
import type { BotContext } from "./context.ts";

/** A command that waited longer was meant for what was open then, not for what is open now. */
const OLD_MS = 15 * 60_000;

/**
 * A command that ends or deletes something, under its names; the first is its own. One that
 * comes late, as after an outage, asks again instead of acting.
 */
export function endingCommand(
  names: readonly [string, ...string[]],
  act: (ctx: BotContext) => Promise<void>,
  clock: Clock,
): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const press = packPress("late", names[0]);
  composer.command([...names], async (ctx) => {
    if (clock.now().getTime() - ctx.msg.date * 1_000 <= OLD_MS) return act(ctx);
    const text = ctx.speech.html("late-command", { command: `/${names[0]}` });
    await ctx.show({ text, buttons: [[{ label: ctx.speech.plain("button-late"), press }]] });
  });
  composer.callbackQuery(press, async (ctx) => {
    await ctx.settle(ctx.callbackQuery.message?.message_id ?? 0);
    await act(ctx);
  });
  return composer;
}
