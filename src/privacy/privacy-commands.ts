import { Composer } from "grammy";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import type { Services } from "../services.ts";
import { leave, pause, stay } from "./leave.ts";
import { leaveQuestionCard, leavingCard, pauseCard } from "./leave-card.ts";

/** /jeda, /berhenti and /hapus, and their buttons. */
export function privacyCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command(["jeda", "pause"], (ctx) => setPause(ctx, services, true));
  composer.callbackQuery(/^pause:(on|off)$/, (ctx) =>
    setPause(ctx, services, pressed(ctx) === "on"),
  );
  composer.command(["berhenti", "hapus", "stop", "delete"], (ctx) => askToLeave(ctx, services));
  composer.callbackQuery("leave:ask", (ctx) => askToLeave(ctx, services));
  composer.callbackQuery("leave:yes", (ctx) => takeLeave(ctx, services));
  composer.callbackQuery("leave:no", (ctx) => ctx.replace(ctx.speech.html("leave-not")));
  composer.callbackQuery("leave:undo", (ctx) => takeBack(ctx, services));
  // That they pressed it is the sign: `reachable.ts` has moved the day.
  composer.callbackQuery("still-here", (ctx) => ctx.replace(ctx.speech.html("still-here")));
  return composer;
}

function pressed(ctx: BotContext): string {
  return readPress(ctx.callbackQuery?.data ?? "").args[0] ?? "";
}

async function setPause(ctx: BotContext, services: Services, paused: boolean): Promise<void> {
  const done = await pause(ctx, paused, services);
  await ctx.replace(done ? pauseCard(ctx.speech, paused) : ctx.speech.html("not-registered"));
}

async function askToLeave(ctx: BotContext, { artisans, drafts }: Services): Promise<void> {
  const artisan = await artisans.byTelegram(ctx.person);
  if (artisan?.leaving) await ctx.show(leavingCard(ctx.speech, artisan.leaving.eraseAt));
  else if (artisan || (await drafts.read(ctx.person)))
    await ctx.show(leaveQuestionCard(ctx.speech, artisan !== undefined));
  else await ctx.show(ctx.speech.html("leave-unknown"));
}

async function takeLeave(ctx: BotContext, services: Services): Promise<void> {
  const left = await leave(ctx, services);
  await ctx.conversation.exitAll();
  if (left.is === "leaving") await ctx.replace(leavingCard(ctx.speech, left.eraseAt, left.seats));
  else
    await ctx.replace(ctx.speech.html(left.is === "dropped" ? "leave-dropped" : "leave-unknown"));
}

async function takeBack(ctx: BotContext, services: Services): Promise<void> {
  const back = await stay(ctx, services);
  await ctx.replace(ctx.speech.html(back ? "leave-undone" : "leave-unknown"));
}
