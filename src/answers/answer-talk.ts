import { note } from "../access/note.ts";
import { standingOf } from "../access/standing.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import type { Permit, Thing } from "../bot/gate.ts";
import { joinHtml, type Html } from "../bot/html.ts";
import type { Task } from "../office/task.ts";
import type { Services } from "../services.ts";
import type { AnswerWord } from "../trainings/enrolment.ts";
import { quietCard, registerFirstCard, unknownTrainingCard } from "../trainings/seat-card.ts";
import { callCard, listButton, ownAnswerCard, reallyNotCard } from "./answer-card.ts";
import { calledOn, callsFor } from "./call-list.ts";
import { answerFor, ensureEnrolment, giveOwnAnswer } from "./give-answer.ts";
import { askerFor } from "./silence.ts";

/** What the pressed button carries after its action. */
export const pressed = (ctx: BotContext): string[] => readPress(ctx.callbackQuery?.data ?? "").args;

/** The training a button names, and the record of whoever pressed it. */
async function mine(ctx: BotContext, { artisans, trainings }: Services) {
  const training = await trainings.byId(pressed(ctx)[0] ?? "");
  const artisan = await artisans.byTelegram(ctx.person);
  if (!training) await ctx.replace(unknownTrainingCard(ctx.speech));
  else if (!artisan) await ctx.replace(registerFirstCard(ctx.speech));
  return training && artisan && { training, artisan };
}

/** A participant answers for themselves. */
export async function answerOwn(
  ctx: BotContext,
  word: Exclude<AnswerWord, "notReached">,
  services: Services,
): Promise<void> {
  const found = await mine(ctx, services);
  if (!found) return;
  const { training, artisan } = found;
  const given = { word, by: ctx.person };
  const outcome = await giveOwnAnswer(training, artisan.id, given, services);
  const card = ownAnswerCard(ctx.speech, training, { name: artisan.name, word, outcome });
  await ctx.replace(card);
}

/** "Tanpa pengingat", and back. */
export async function setReminders(ctx: BotContext, quiet: boolean, services: Services) {
  const found = await mine(ctx, services);
  if (!found) return;
  const { training, artisan } = found;
  await ensureEnrolment(training, artisan.id, services);
  await services.answers.setQuiet(training.id, artisan.id, quiet);
  await ctx.replace(quietCard(ctx.speech, training, quiet));
}

export async function askReallyNot(ctx: BotContext, services: Services): Promise<void> {
  const found = await mine(ctx, services);
  if (found) await ctx.replace(reallyNotCard(ctx.speech, found.training, found.artisan.name));
}

/** The next of those whom this person has to ask, name by name. */
export async function showCalls(
  ctx: BotContext,
  permit: Permit,
  services: Services,
  { said, at = Number(pressed(ctx)[0] ?? 0) }: { said?: Html; at?: number } = {},
): Promise<void> {
  const calls = await callsFor(await standingOf(ctx.person, services), services);
  const index = Math.min(Math.max(0, Math.trunc(at) || 0), Math.max(0, calls.length - 1));
  const call = calls[index];
  const show = (text: Html) =>
    ctx.callbackQuery ? ctx.replace(text) : ctx.show(text).then(() => undefined);
  if (!call) return show(joined(said, ctx.speech.html("call-none")));
  await note({ ...permit, action: "answer.list" }, [call.person.id], services);
  const place = { number: index + 1, count: calls.length, places: services.places };
  const card = callCard(ctx.speech, call, place);
  const shown = { ...card, text: joined(said, card.text) };
  await (ctx.callbackQuery ? ctx.replace(shown) : ctx.show(shown));
}

const joined = (said: Html | undefined, text: Html) =>
  said ? joinHtml([said, text], "\n\n") : text;

export type Called = NonNullable<Awaited<ReturnType<typeof calledOn>>>;

export function pressedCall(ctx: BotContext, services: Services): Promise<Called | undefined> {
  const [handle = "", artisan = ""] = pressed(ctx);
  return calledOn(handle, artisan, services);
}

/** What the gate has to know of it. */
export function callThing({ person }: Called): Thing {
  return { artisans: [person.id], community: person.community };
}

const WORDS: Record<string, Exclude<AnswerWord, "unsure">> = {
  yes: "coming",
  no: "notComing",
  lost: "notReached",
};

/** Keeps what was heard of somebody; then comes the next. */
export async function recordAnswer(
  ctx: BotContext,
  called: Called,
  permit: Permit,
  services: Services,
): Promise<void> {
  const word = WORDS[pressed(ctx)[2] ?? ""];
  if (!word) return ctx.toast(ctx.speech.plain("button-gone"));
  await note(permit, [called.person.id], services);
  const first = await isFirst(ctx, called, word, permit, services);
  const { name } = called.person;
  const said = first ? ctx.speech.html(`call-done-${KEYS[word]}`, { name }) : undefined;
  await showCalls(ctx, permit, services, {
    at: 0,
    said: said ?? (await standsLine(ctx, called, services)),
  });
}

const KEYS = { coming: "coming", notComing: "not-coming", notReached: "not-reached" } as const;

/** Of two answers at once one is first; what somebody said of themselves is left alone. */
async function isFirst(
  ctx: BotContext,
  { training, person }: Called,
  word: AnswerWord,
  { as }: Permit,
  services: Services,
): Promise<boolean> {
  await ensureEnrolment(training, person.id, services);
  const enrolment = await services.enrolments.one(training.id, person.id);
  const now = services.clock.now();
  if (!enrolment || !askerFor(enrolment, training, now)) return false;
  const role = as === "leader" ? "leader" : "coordinator";
  return answerFor(enrolment, { word, by: ctx.person, as: role, at: now }, services);
}

/** What stands of somebody who needs not be asked any more. */
async function standsLine(
  { speech }: BotContext,
  { training, person }: Called,
  services: Services,
): Promise<Html> {
  const enrolment = await services.enrolments.one(training.id, person.id);
  const state = enrolment?.state ?? "none";
  const key = ["confirmed", "withdrawn", "declined"].includes(state) ? state : "other";
  const as = speech.plain(`role-${enrolment?.answer?.as ?? "artisan"}`);
  return speech.html(`call-stands-${key}`, { name: person.name, who: as });
}

/** The line of /tugas for those of whom nobody heard. */
export async function callTask(ctx: BotContext, services: Services): Promise<Task | undefined> {
  const calls = await callsFor(await standingOf(ctx.person, services), services);
  if (!calls.length) return undefined;
  return {
    text: ctx.speech.html("tasks-calls", { count: calls.length }),
    button: listButton(ctx.speech, "button-call-list"),
  };
}
