import type { MiddlewareFn } from "grammy";
import type { BotContext } from "./context.ts";
import { letPass } from "./telegram-errors.ts";

/** A command, and the bot it names: in a group several may listen. */
const COMMAND = /^\/\w+(?:@(\w+))?(?=\s|$)/;

/** Personal data is shown in private chats only; a group gets one line with the bot's link. */
export const privateOnly: MiddlewareFn<BotContext> = async (ctx, next) => {
  if (ctx.chat === undefined || ctx.chat.type === "private") return next();
  const [command, name] = COMMAND.exec(ctx.message?.text ?? "") ?? [];
  const ours = name === undefined || name.toLowerCase() === ctx.me.username.toLowerCase();
  if (command && ours) {
    const link = `https://t.me/${ctx.me.username}`;
    // A group that muted the bot, or threw it out meanwhile, needs no answer.
    await letPass(ctx.show(ctx.speech.html("private-only", { link })), "refused", "notMember");
  }
};
