import { Composer } from "grammy";
import { instantOf, localDate } from "../dates.ts";
import type { Services } from "../services.ts";
import type { BotContext } from "./context.ts";
import { readRefusal } from "./telegram-errors.ts";

/**
 * Keeps who can be reached: a block ends it, any message brings it back; and the last day of
 * which there is a sign of the person.
 */
export function reachable(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on("my_chat_member", async (ctx) => {
    if (ctx.myChatMember.new_chat_member.status === "kicked") await lose(ctx, services, "blocked");
    else await services.artisans.markReachable(ctx.person);
  });
  composer.use(async (ctx, next) => {
    const now = services.clock.now();
    const today = instantOf(localDate(now), "00:00");
    await services.recordLife.touch(ctx.person, today, now, { wrote: ctx.message !== undefined });
    await next();
  });
  composer.use(async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const kind = readRefusal(error)?.kind;
      if (kind !== "blocked" && kind !== "deactivated") throw error;
      // Nobody is there to answer: trying again would only end in an alarm.
      await lose(ctx, services, kind);
    }
  });
  return composer;
}

async function lose(
  { person }: BotContext,
  { artisans, clock }: Services,
  reason: "blocked" | "deactivated",
): Promise<void> {
  const artisan = await artisans.byTelegram(person);
  if (artisan) await artisans.markUnreachable(artisan.id, reason, clock.now());
}
