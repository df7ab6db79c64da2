import { readWordList } from "../artisans/read-words.ts";
import type { BotContext } from "../bot/context.ts";
import { localDate } from "../dates.ts";
import { readDate, readTime } from "../read-date.ts";
import type { Services } from "../services.ts";
import { readPoint } from "../trainings/read-point.ts";
import type { TrainingDay } from "../trainings/training.ts";
import { cleanText, graphemes } from "../text.ts";
import { REASON, THINGS, WORDS } from "./change-draft.ts";
import { ask, drafted, keep, showPreview, type Writing } from "./change-talk.ts";
import { misfitOf, movedTo, withDay } from "./plan.ts";
import { readHours } from "./read-hours.ts";

/** Reads what a coordinator typed for the question that is open. */
export async function takeChange(
  ctx: BotContext,
  writing: Writing,
  services: Services,
): Promise<void> {
  const typed = ctx.message?.text ?? "";
  const { draft } = writing;
  if (draft.update === ctx.update.update_id) return showPreview(ctx, writing, services);
  switch (draft.asks) {
    case "date":
      return takeDate(ctx, writing, typed, services);
    case "hours":
      return takeHours(ctx, writing, typed, services);
    case "gatherAt":
      return takeGathering(ctx, writing, typed, services);
    case "point":
      return takePoint(ctx, writing, typed, services);
    case "bring":
      return takeThings(ctx, writing, typed, services);
    case undefined:
      return;
    default:
      return takeWords(ctx, writing, typed, services);
  }
}

const complain = async (ctx: BotContext, key: string, values = {}) => {
  await ctx.show(ctx.speech.html(`plan-bad-${key}`, values));
};

async function takeDate(ctx: BotContext, writing: Writing, typed: string, services: Services) {
  const read = readDate(typed, localDate(services.clock.now()));
  if (!read.ok) return complain(ctx, read.reason);
  const { about = "all" } = writing.draft;
  const { days } = drafted(writing);
  const moved =
    about === "all" ? movedTo(days, read.value) : withDay(days, about, { date: read.value });
  await keepDays(ctx, writing, moved, services);
}

async function takeHours(ctx: BotContext, writing: Writing, typed: string, services: Services) {
  const read = readHours(typed);
  if (!read.ok) return complain(ctx, read.reason);
  await keepDays(ctx, writing, eachDay(writing, read.value, services), services);
}

/** The change on the day it is about, or on all that are not over. */
function eachDay(
  writing: Writing,
  change: Partial<TrainingDay>,
  { clock }: Services,
): TrainingDay[] {
  const { about = "all" } = writing.draft;
  const { days } = drafted(writing);
  if (about !== "all") return withDay(days, about, change);
  const today = localDate(clock.now());
  return days.map((day) => (day.date < today ? day : { ...day, ...change }));
}

async function keepDays(
  ctx: BotContext,
  writing: Writing,
  days: TrainingDay[],
  services: Services,
) {
  const misfit = misfitOf(days, writing.training.days, localDate(services.clock.now()));
  if (misfit) return complain(ctx, misfit);
  await keep(ctx, writing, { change: { days } }, services);
}

async function takeGathering(ctx: BotContext, writing: Writing, typed: string, services: Services) {
  const read = readTime(typed);
  if (!read.ok) return complain(ctx, read.reason);
  const gathering = { place: writing.draft.about ?? "", at: read.value };
  await keep(ctx, writing, { change: { gathering } }, services);
}

/** A location that was sent, or coordinates that were typed. */
async function takePoint(ctx: BotContext, writing: Writing, typed: string, services: Services) {
  const sent = ctx.message?.location;
  const point = sent ? { latitude: sent.latitude, longitude: sent.longitude } : readPoint(typed);
  if (!point) return complain(ctx, "notAPoint");
  await keep(ctx, writing, { change: { point } }, services);
}

async function takeThings(ctx: BotContext, writing: Writing, typed: string, services: Services) {
  const read = readWordList(typed, THINGS);
  if (!read.ok) return complain(ctx, "things", THINGS);
  await keep(ctx, writing, { change: { bring: read.value } }, services);
}

async function takeWords(ctx: BotContext, writing: Writing, typed: string, services: Services) {
  const { asks, about = "" } = writing.draft;
  const isReason = asks === "reason" || asks === "night";
  const { least, most } = isReason ? REASON : WORDS;
  const words = cleanText(typed);
  if (graphemes(words) < least) return complain(ctx, "short", { least });
  if (graphemes(words) > most) return complain(ctx, "long", { most });
  switch (asks) {
    case "place":
      return about === "all" || writing.training.days.length === 1
        ? keep(ctx, writing, { change: { place: words } }, services)
        : keepDays(ctx, writing, eachDay(writing, { place: words }, services), services);
    case "gatherPlace":
      return ask(ctx, writing, "gatherAt", words, services);
    case "promise": {
      const promises = { ...drafted(writing).promises, [about]: words };
      return keep(ctx, writing, { change: { promises } }, services);
    }
    case "travel":
      return keep(ctx, writing, { change: { travel: words } }, services);
    case "night":
      return keep(ctx, writing, { night: words }, services);
    default: {
      const change = { state: "cancelled", cancelReason: words } as const;
      return keep(ctx, writing, { change }, services);
    }
  }
}
