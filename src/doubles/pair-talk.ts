import { note } from "../access/note.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import type { Permit } from "../bot/gate.ts";
import type { Services } from "../services.ts";
import type { Task } from "../office/task.ts";
import type { Double, Side } from "./double.ts";
import { mergeRecords, pairRecords } from "./merge.ts";
import { draftOf, isMergeField, type Pair } from "./merge-fields.ts";
import { doublesLine, mergedCard, nextCard, pairCard, pickCard, summaryCard } from "./pair-card.ts";
import type { ShowEnv } from "./show-field.ts";

const AT_ONCE = 50;

/** What the pressed button carries after its action. */
export function pressed(ctx: BotContext): string[] {
  return readPress(ctx.callbackQuery?.data ?? "").args;
}

/** Pairs that wait for somebody else's decision than that of the records' own person. */
async function waiting(ctx: BotContext, { artisans, doubles }: Services): Promise<Double[]> {
  const own = (await artisans.byTelegram(ctx.person))?.id;
  const open = await doubles.open(AT_ONCE);
  return open.filter((double) => own === undefined || !double.artisans.includes(own));
}

/** The line of /tugas for pairs that wait. */
export async function doubleTask(ctx: BotContext, services: Services): Promise<Task | undefined> {
  const [next] = await waiting(ctx, services);
  return next && doublesLine(ctx.speech, await services.doubles.countOpen(), next);
}

/** The pair waits, and the next one is offered. */
export async function putOff(ctx: BotContext, { id }: Double, services: Services): Promise<void> {
  const open = await waiting(ctx, services);
  const next = open[open.findIndex((double) => double.id === id) + 1];
  await ctx.replace(nextCard(ctx.speech.html("double-later"), ctx.speech, next));
}

async function envOf(ctx: BotContext, { a, b }: Pair, services: Services): Promise<ShowEnv> {
  const ids = [a.community, b.community].filter((id) => id !== undefined);
  const found = await Promise.all(ids.map((id) => services.communities.byId(id)));
  const communities = new Map(found.flatMap((one) => (one ? [[one.id, one.name] as const] : [])));
  return { speech: ctx.speech, places: services.places, communities };
}

/** Both records of an open pair; a question that has answered itself is said to be gone. */
async function pairInHand(
  ctx: BotContext,
  { state, artisans }: Double,
  services: Services,
): Promise<Pair | undefined> {
  const pair = state === "open" ? await pairRecords(artisans, services) : undefined;
  if (!pair) await ctx.replace(ctx.speech.html("double-gone"));
  return pair;
}

/** Both records, after the line of the audit. */
export async function showPair(
  ctx: BotContext,
  double: Double,
  permit: Permit,
  services: Services,
): Promise<void> {
  const pair = await pairInHand(ctx, double, services);
  if (!pair) return;
  await note(permit, double.artisans, services);
  await ctx.replace(pairCard(double, pair, await envOf(ctx, pair, services)));
}

/** Two people after all. */
export async function tellApart(
  ctx: BotContext,
  double: Double,
  permit: Permit,
  services: Services,
): Promise<void> {
  await note(permit, double.artisans, services);
  await services.doubles.different(double, permit.telegram, services.clock.now());
  const [next] = await waiting(ctx, services);
  await ctx.replace(nextCard(ctx.speech.html("double-different"), ctx.speech, next));
}

/** The first field that is not picked yet, or what will come of it all. */
export async function askNext(ctx: BotContext, double: Double, services: Services): Promise<void> {
  const pair = await pairInHand(ctx, double, services);
  if (!pair) return;
  const env = await envOf(ctx, pair, services);
  const draft = draftOf(pair, double.choices);
  const [field] = draft.open;
  await ctx.replace(
    field ? pickCard(double, field, pair, env) : summaryCard(double, pair, draft, env),
  );
}

/** Keeps one pick; what was never offered is not taken. */
export async function pick(ctx: BotContext, double: Double, services: Services): Promise<void> {
  const [, , field = "", side = ""] = pressed(ctx);
  if (!isMergeField(field) || !isSide(side)) return;
  await services.doubles.pick(double, field, side);
  await askNext(ctx, (await services.doubles.byId(double.id)) ?? double, services);
}

function isSide(value: string): value is Side {
  return value === "a" || value === "b";
}

/** Pressed again it is the same merge, also when its answer was lost. */
export async function merge(
  ctx: BotContext,
  double: Double,
  permit: Permit,
  services: Services,
): Promise<void> {
  const { speech } = ctx;
  const seen = Number(pressed(ctx)[1]);
  const known = await services.merges.byId(`merge:${double.handle}.${seen}`);
  if (double.version !== seen && !known) return ctx.replace(speech.html("double-stale"));
  await note(permit, double.artisans, services);
  const outcome = await mergeRecords({ ...double, version: seen }, permit.telegram, services);
  if (!outcome.ok) return ctx.replace(speech.html(`merge-${outcome.reason}`));
  const [next] = await waiting(ctx, services);
  await ctx.replace(mergedCard(outcome.merge.id, speech, next));
}
