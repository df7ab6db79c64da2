import { Composer } from "grammy";
import type { Services } from "../services.ts";
import type { BotContext } from "./context.ts";

/** Keeps who can be reached: a block ends it, any message brings it back. */
export function reachable({ artisans, clock }: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on("my_chat_member", async (ctx) => {
    if (ctx.myChatMember.new_chat_member.status === "kicked") {
      const artisan = await artisans.byTelegram(ctx.person);
      if (artisan) await artisans.markUnreachable(artisan.id, "blocked", clock.now());
    } else {
      await artisans.markReachable(ctx.person);
    }
  });
  composer.on("message", async (ctx, next) => {
    await artisans.markReachable(ctx.person);
    await next();
  });
  return composer;
}
