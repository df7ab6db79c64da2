import type { MiddlewareFn } from "grammy";
import { holdsMaskedNumber } from "../intake/identity-numbers.ts";
import type { BotContext } from "./context.ts";
import { letPass } from "./telegram-errors.ts";

/**
 * A message with a number of sixteen digits is taken off the chat and never read: an open
 * question stays open. The number itself was masked before the message was stored.
 */
export const identityNumber: MiddlewareFn<BotContext> = async (ctx, next) => {
  if (!holdsMaskedNumber(ctx.update)) return next();
  await letPass(ctx.deleteMessage(), "gone", "refused");
  await ctx.show(ctx.speech.html("identity-number"));
};
