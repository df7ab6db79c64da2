import { Composer, InputFile } from "grammy";
import { TICKS } from "../artisans/artisan.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import type { Services } from "../services.ts";
import { ticksCard } from "./consent-card.ts";
import { leave, pause, stay } from "./leave.ts";
import { leaveQuestionCard, leavingCard, pauseCard } from "./leave-card.ts";
import { myData, myDataFile } from "./my-data.ts";
import { myDataCard } from "./my-data-card.ts";
import { setTick } from "./ticks.ts";

/** /datasaya, /jeda, /berhenti and /hapus, the four permissions, and their buttons. */
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
  composer.command(["datasaya", "mydata"], (ctx) => showMyData(ctx, services));
  composer.callbackQuery("ticks", (ctx) => showTicks(ctx, services));
  composer.callbackQuery(/^tick:/, (ctx) => tick(ctx, services));
  // That they pressed it is the sign: `reachable.ts` has moved the day.
  composer.callbackQuery("still-here", (ctx) => ctx.replace(ctx.speech.html("still-here")));
  return composer;
}

function pressed(ctx: BotContext): string {
  return readPress(ctx.callbackQuery?.data ?? "").args[0] ?? "";
}

/** A message to read, and a file with all of it. */
async function showMyData(ctx: BotContext, services: Services): Promise<void> {
  const data = await myData(ctx.person, services);
  if (!data) {
    await ctx.show(ctx.speech.html("mydata-nothing"));
    return;
  }
  const id = data.artisan?.community;
  const community = id === undefined ? undefined : (await services.communities.byId(id))?.name;
  await ctx.show(myDataCard(ctx.speech, data, { places: services.places, community }));
  const { bytes, name } = myDataFile(data, services.clock.now());
  await ctx.replyWithDocument(new InputFile(bytes, name));
}

async function showTicks(ctx: BotContext, { artisans }: Services): Promise<void> {
  const artisan = await artisans.byTelegram(ctx.person);
  await ctx.show(artisan ? ticksCard(ctx.speech, artisan) : ctx.speech.html("not-registered"));
}

async function tick(ctx: BotContext, services: Services): Promise<void> {
  const { person, fence, speech } = ctx;
  const [name, wanted] = readPress(ctx.callbackQuery?.data ?? "").args;
  const tick = TICKS.find((one) => one === name);
  if (!tick || (wanted !== "on" && wanted !== "off")) return;
  const deciding = { person, fence, update: ctx.update.update_id };
  const artisan = await setTick(deciding, tick, wanted === "on", services);
  await ctx.replace(artisan ? ticksCard(speech, artisan) : speech.html("not-registered"));
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
