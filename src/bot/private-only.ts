import type { MiddlewareFn } from "grammy";
import type { BotContext } from "./context.ts";

/** Personal data is shown in private chats only; a group gets one line with the bot's link. */
export const privateOnly: MiddlewareFn<BotContext> = async (ctx, next) => {
  if (ctx.chat === undefined || ctx.chat.type === "private") return next();
  const named =
    ctx.message?.text?.startsWith("/") && ctx.message.text.includes(`@${ctx.me.username}`);
  const bare = /^\/\w+$/.test(ctx.message?.text ?? "");
  if (named || bare) {
    await ctx.show(ctx.speech.html("private-only", { link: `https://t.me/${ctx.me.username}` }));
  }
};
