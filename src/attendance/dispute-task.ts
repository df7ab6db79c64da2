import { packPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { addDays, localDate } from "../dates.ts";
import type { Task } from "../office/task.ts";
import type { Services } from "../services.ts";
import { type Roll, rollOf } from "./roll.ts";

/** The line of /tugas for objections. */
export async function disputeTask(ctx: BotContext, services: Services): Promise<Task | undefined> {
  const own = (await services.artisans.byTelegram(ctx.person))?.id ?? "";
  const count = await services.presenceReceipts.countObjections(own);
  if (!count) return undefined;
  const label = ctx.speech.plain("button-dispute-open");
  return {
    text: ctx.speech.html("tasks-disputes", { count }),
    button: { label, press: packPress("dispute.open") },
  };
}

const SINCE_DAYS = 100;

/** The line of /tugas for days with more presences than heads, or that nobody counted. */
export async function dayTask(ctx: BotContext, services: Services): Promise<Task | undefined> {
  const since = addDays(localDate(services.clock.now()), -SINCE_DAYS);
  const rolls: Roll[] = [];
  for (const day of await services.attendanceDays.countable(since)) {
    const roll = await rollOf(day, services);
    if (roll && (roll.status === "toCheck" || roll.status === "uncounted")) rolls.push(roll);
  }
  const [first] = rolls;
  if (!first) return undefined;
  return {
    text: ctx.speech.html("tasks-days", { count: rolls.length }),
    button: {
      label: ctx.speech.plain("button-attend-day"),
      press: packPress("att.day", first.day.handle),
    },
  };
}
