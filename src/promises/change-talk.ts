import { note } from "../access/note.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import type { Permit } from "../bot/gate.ts";
import { newCode } from "../codes.ts";
import { localDate, showMoment } from "../dates.ts";
import { nextOpen } from "../notices/quiet-hours.ts";
import type { Services } from "../services.ts";
import { hasBegun, hasEnded, PROMISES, type Training } from "../trainings/training.ts";
import type { Asked, ChangeDraft } from "./change-draft.ts";
import {
  askCard,
  dayCard,
  doneCard,
  nightCard,
  previewCard,
  promisesCard,
  whatCard,
} from "./change-card.ts";
import { changePlan, changeValues, toldOf } from "./change-plan.ts";
import { differences } from "./differences.ts";
import { firstAffected, isNear, planOf, worthTelling } from "./plan.ts";

/** What the pressed button carries after its action. */
export const pressed = (ctx: BotContext): string[] => readPress(ctx.callbackQuery?.data ?? "").args;

const HANDLE_LENGTH = 8;

/** Begins a change of a training that is published and not over. */
export async function beginChange(ctx: BotContext, training: Training, services: Services) {
  if (!mayChange(training, services.clock.now()))
    return ctx.replace(ctx.speech.html("plan-not-open", { title: training.title }));
  await services.changeDrafts.put(ctx.person, {
    ...{ training: training.id, version: training.planVersion, change: {} },
    ...{ handle: newCode(HANDLE_LENGTH), update: ctx.update.update_id },
  });
  await ctx.replace(whatCard(ctx.speech, training));
}

/** A draft is changed freely; what is over, or was called off, stays as it was. */
function mayChange(training: Training, now: Date): boolean {
  return ["open", "selecting", "running"].includes(training.state) && !hasEnded(training, now);
}

/** The draft that a coordinator writes, with its training. */
export interface Writing {
  draft: ChangeDraft;
  training: Training;
}

export async function writingOf(ctx: BotContext, services: Services): Promise<Writing | undefined> {
  const draft = await services.changeDrafts.read(ctx.person);
  const training = draft && (await services.trainings.byId(draft.training));
  return training && { draft, training };
}

/** The plan as this draft would have it. */
export const drafted = ({ draft, training }: Writing) => ({
  ...planOf(training),
  ...draft.change,
});

/** What may change, once more; what was written so far stays. */
export async function showMenu(ctx: BotContext, { training }: Writing, services: Services) {
  await services.changeDrafts.stopAsking(ctx.person);
  await ctx.replace(whatCard(ctx.speech, training));
}

/** The part that shall change is named: of which day, or straight to the question. */
export async function chooseWhat(ctx: BotContext, writing: Writing, services: Services) {
  const [what = ""] = pressed(ctx);
  if (what === "promise") return ctx.replace(promisesCard(ctx.speech));
  if (what === "gathering") return ask(ctx, writing, "gatherPlace", undefined, services);
  if (what === "travel" || what === "point" || what === "bring")
    return ask(ctx, writing, what, undefined, services);
  if (what === "cancel") return ask(ctx, writing, "reason", undefined, services);
  if (what !== "date" && what !== "hours" && what !== "place") return;
  const now = services.clock.now();
  const { days } = drafted(writing);
  const open = days.filter(({ date }) => date >= localDate(now));
  if (days.length === 1) return ask(ctx, writing, what, days[0]?.date, services);
  const all = what !== "date" || !hasBegun(writing.training, now);
  await ctx.replace(dayCard(ctx.speech, what, open, { all }));
}

export async function chooseDay(ctx: BotContext, writing: Writing, services: Services) {
  const [what, date] = pressed(ctx);
  if (what === "date" || what === "hours" || what === "place")
    await ask(ctx, writing, what, date, services);
}

export async function choosePromise(ctx: BotContext, writing: Writing, services: Services) {
  const promise = PROMISES.find((one) => one === pressed(ctx)[0]);
  if (promise) await ask(ctx, writing, "promise", promise, services);
}

/** The promise that was asked about holds no more, or nothing need be brought. */
export async function dropPromise(ctx: BotContext, writing: Writing, services: Services) {
  const { about, asks } = writing.draft;
  if (asks === "bring") return keep(ctx, writing, { change: { bring: [] } }, services);
  const kept = Object.entries(drafted(writing).promises ?? {}).filter(([key]) => key !== about);
  await keep(ctx, writing, { change: { promises: Object.fromEntries(kept) } }, services);
}

/** Asks one thing, and waits for it to be typed. */
export async function ask(
  ctx: BotContext,
  { draft }: Writing,
  asks: Asked,
  about: string | undefined,
  services: Services,
): Promise<void> {
  const update = ctx.update.update_id;
  await services.changeDrafts.put(ctx.person, { ...draft, asks, about, update });
  await ctx.replace(askCard(ctx.speech, asks, about));
}

/** Keeps an answer, and shows what the letter says by now. */
export async function keep(
  ctx: BotContext,
  { draft, training }: Writing,
  { change = {}, night }: Pick<Partial<ChangeDraft>, "change" | "night">,
  services: Services,
): Promise<void> {
  const update = ctx.update.update_id;
  const kept: ChangeDraft = { ...draft, change: { ...draft.change, ...change }, update };
  const next = { ...kept, asks: undefined, about: undefined, night: night ?? draft.night };
  await services.changeDrafts.put(ctx.person, next);
  await showPreview(ctx, { draft: next, training }, services);
}

/** The letter Semula/Menjadi with the head count; where nothing differs, that. */
export async function showPreview(ctx: BotContext, writing: Writing, services: Services) {
  const { speech } = ctx;
  const { draft, training } = writing;
  const [before, after] = [planOf(training), drafted(writing)];
  if (!differences(before, after).length)
    return ctx.replace(doneCard(speech, speech.html("plan-nothing"), training.id));
  const isCancel = after.state === "cancelled";
  const manner = { showAmounts: await services.settings.showAmounts() };
  const letter = speech.html(isCancel ? "training-cancelled" : "training-changed", {
    ...changeValues(speech, training, { before, after }, manner),
    name: speech.plain("plan-preview-name"),
  });
  const count = (await toldOf(training, services)).length;
  const { handle, night } = draft;
  await ctx.replace(previewCard(speech, letter, { count, handle, isCancel, night }));
}

/** The change comes into force and is told, unless it would wake people for nothing. */
export async function sendChange(
  ctx: BotContext,
  writing: Writing,
  permit: Permit,
  services: Services,
): Promise<void> {
  const { draft, training } = writing;
  const [handle, how] = pressed(ctx);
  if (handle !== draft.handle) return ctx.toast(ctx.speech.plain("button-gone"));
  const isMade = training.planEntry?.endsWith(`:${handle}`) === true;
  if (!isMade && how !== "wait" && draft.night === undefined)
    if (await askAboutNight(ctx, writing, services)) return;
  await note(permit, [], services);
  const { version, change, night } = draft;
  const outcome = await changePlan(
    {
      ...{ training: training.id, version, handle, change, by: ctx.person },
      ...(night !== undefined && how !== "wait" && { night }),
    },
    services,
  );
  await ctx.replace(outcomeCard(ctx, training, outcome));
  // Last: handled twice, the update finds it and says the same again.
  await services.changeDrafts.clear(ctx.person);
}

function outcomeCard(
  { speech }: BotContext,
  { id, title }: Training,
  outcome: Awaited<ReturnType<typeof changePlan>>,
) {
  if (!outcome.ok) {
    if (outcome.reason !== "overtaken") return doneCard(speech, speech.html("plan-nothing"), id);
    return doneCard(speech, speech.html("plan-overtaken", { title }), id);
  }
  const key = outcome.training.state === "cancelled" ? "plan-cancelled" : "plan-sent";
  return doneCard(speech, speech.html(key, { title, count: outcome.count }), id);
}

/** True when the question was asked: it is quiet now, and the training begins within a day. */
async function askAboutNight(
  ctx: BotContext,
  writing: Writing,
  { calendar, clock }: Services,
): Promise<boolean> {
  const now = clock.now();
  const [before, after] = [planOf(writing.training), drafted(writing)];
  const open = nextOpen(now, worthTelling(before, after, now), "reminder", calendar);
  const start = firstAffected(before, after, now);
  if (!start || !isNear(before, after, now) || open?.getTime() === now.getTime()) return false;
  const { language } = ctx.speech;
  const inTime = open !== undefined && open < start ? showMoment(open, language) : undefined;
  const times = { start: showMoment(start, language), open: inTime };
  await ctx.replace(nightCard(ctx.speech, writing.draft.handle, times));
  return true;
}

export async function discard(ctx: BotContext, { training }: Writing, services: Services) {
  await services.changeDrafts.clear(ctx.person);
  await ctx.replace(doneCard(ctx.speech, ctx.speech.html("plan-discarded"), training.id));
}
