import { Composer } from "grammy";
import type { BotContext } from "../bot/context.ts";
import { allowed } from "../bot/gate.ts";
import type { Services } from "../services.ts";
import { tasksCard } from "./tasks.ts";

/** /tugas: what waits for the person. */
export function taskCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const show = allowed(services, "tasks.list", async (ctx) => {
    await ctx.show(await tasksCard(ctx, services));
  });
  composer.command(["tugas", "tasks"], show);
  composer.callbackQuery("tasks", show);
  return composer;
}
