import { Composer, InputFile } from "grammy";
import type { BotContext } from "../bot/context.ts";
import { localDate } from "../dates.ts";
import { calendarFile } from "../papers/calendar-file.ts";
import { fileName } from "../papers/file-name.ts";
import type { Services } from "../services.ts";
import { onTraining } from "../trainings/on-training.ts";
import { nextDay, type Training, whereOf } from "../trainings/training.ts";
import { showLivingCard } from "./keep-cards.ts";
import { bringOf } from "./living-card.ts";
import { trainingEvents } from "./training-calendar.ts";

/** The living card of a participant, and what its buttons bring. */
export function cardCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const on = (name: string, handle: (ctx: BotContext, training: Training) => Promise<unknown>) =>
    composer.callbackQuery(
      new RegExp(`^kartu\\.${name}:`),
      onTraining(services, "card.own", async (ctx, training) => void (await handle(ctx, training))),
    );
  on("open", (ctx, training) => openCard(ctx, training, services));
  on("bring", (ctx, training) => showBring(ctx, training, services));
  on("calendar", (ctx, training) => sendCalendar(ctx, training));
  on("map", (ctx, training) => sendMap(ctx, training));
  return composer;
}

/** New, or brought up to date where it lies, with a line that leads there. */
async function openCard(ctx: BotContext, training: Training, services: Services): Promise<void> {
  const record = await services.artisans.byTelegram(ctx.person);
  const enrolment = record && (await services.enrolments.one(training.id, record.id));
  if (!record || !enrolment) return ctx.toast(ctx.speech.plain("living-none"));
  const reader = { id: record.id, chat: ctx.person };
  const shown = await showLivingCard(training, reader, services);
  if (!shown) return ctx.toast(ctx.speech.plain("living-soon"));
  if (shown.isNew || ctx.callbackQuery?.message?.message_id === shown.message) return;
  await ctx.api.sendMessage(ctx.person, ctx.speech.html("living-here"), {
    parse_mode: "HTML",
    reply_parameters: { message_id: shown.message, allow_sending_without_reply: true },
  });
}

async function showBring(ctx: BotContext, training: Training, { clock }: Services): Promise<void> {
  const day = nextDay(training, clock.now());
  const things = day ? bringOf(training, day) : training.bring;
  const list = things.map((thing) => `• ${thing}`).join("\n");
  const { title } = training;
  await ctx.show(
    list
      ? ctx.speech.html("living-bring-list", { title, list })
      : ctx.speech.html("living-bring-none", { title }),
  );
}

async function sendCalendar(ctx: BotContext, training: Training): Promise<void> {
  const events = trainingEvents(ctx.speech, training);
  const bytes = calendarFile(training.title, events, training.plannedAt);
  const date = training.days[0]?.date ?? localDate(training.plannedAt);
  const name = fileName({ paper: "timetable", about: training.title, date, ending: "ics" });
  await ctx.api.sendDocument(ctx.person, new InputFile(bytes, name), {
    caption: ctx.speech.html("living-calendar", { title: training.title }),
    parse_mode: "HTML",
  });
}

async function sendMap(ctx: BotContext, training: Training): Promise<void> {
  const { point, place, title } = training;
  if (!point) return ctx.toast(ctx.speech.plain("button-gone"));
  const { latitude, longitude } = point;
  await ctx.api.sendVenue(ctx.person, latitude, longitude, place || title, whereOf(training));
}
