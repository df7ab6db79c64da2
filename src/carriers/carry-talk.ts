import { note } from "../access/note.ts";
import { standingOf, type Standing } from "../access/standing.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { type Permit, permitOf, type Thing } from "../bot/gate.ts";
import { asks } from "../notices/asks.ts";
import { CARRY_ROADS } from "../notices/carried.ts";
import type { CarryWord } from "../notices/carried-delivery-repository.ts";
import { carriedWords } from "../notices/notice-words.ts";
import type { Notice } from "../notices/notice.ts";
import type { Services } from "../services.ts";
import { carryReport, carryReportCard } from "./carry-report.ts";
import { type Errand, errandState, isLate, isOpen, spokenCode } from "./errand.ts";
import {
  answerCard,
  type CardEnv,
  errandCard,
  errandListCard,
  lineCard,
  pageOf,
  settledCard,
  toldCard,
} from "./errand-card.ts";
import { errandBy, errandsFor } from "./errands.ts";

/** What the pressed button carries after its action. */
export function pressed(ctx: BotContext): string[] {
  return readPress(ctx.callbackQuery?.data ?? "").args;
}

/** The errand that a button names, as it is now. */
export function pressedErrand(ctx: BotContext, services: Services): Promise<Errand | undefined> {
  const [code = "", artisan = ""] = pressed(ctx);
  return errandBy({ code, artisan }, services);
}

/** What the gate has to know of an errand. */
export function errandThing({ person }: Errand): Thing {
  return { artisans: [person.id], community: person.community };
}

const envOf = (ctx: BotContext, { clock, places }: Services): CardEnv => ({
  ...{ speech: ctx.speech, places, now: clock.now() },
  bot: `@${ctx.me.username}`,
});

/** The line of the audit that comes before what it tells of; of nobody there is none. */
async function noteFor(permit: Permit, errands: readonly Errand[], services: Services) {
  const whom = [...new Set(errands.map(({ person }) => person.id))];
  if (whom.length) await note(permit, whom, services);
}

/** What waits for whoever asks, page by page. */
export async function showErrands(
  ctx: BotContext,
  permit: Permit,
  services: Services,
): Promise<void> {
  const standing = await standingOf(ctx.person, services);
  const { own, withLeaders } = await errandsFor(standing, services);
  const page = pageOf(own, Number(pressed(ctx)[0] ?? 0));
  await noteFor(permit, page.errands, services);
  const mayReport = isCoordinator(standing);
  const card = errandListCard(envOf(ctx, services), page, { withLeaders, mayReport });
  await (ctx.callbackQuery ? ctx.replace(card) : ctx.show(card));
}

const isCoordinator = ({ held }: Standing) => held.some(({ role }) => role === "coordinator");

/** Tells why nothing is to be done about it; false when something is. */
async function isSettled(ctx: BotContext, errand: Errand, services: Services): Promise<boolean> {
  const now = services.clock.now();
  const state = errandState(errand, now);
  const standing = await standingOf(ctx.person, services);
  const late = state === "open" && isLate(errand.delivery, now) && !isCoordinator(standing);
  if (state === "open" && !late) return false;
  if (state === "reachable") await services.carriedDeliveries.sendAfterAll(errand.delivery.id, now);
  await ctx.replace(settledCard(ctx.speech, errand, state === "open" ? "late" : state));
  return true;
}

/** One person's card; the number only to whom it may be shown, and told to the audit before. */
export async function openErrand(
  ctx: BotContext,
  errand: Errand,
  permit: Permit,
  services: Services,
): Promise<void> {
  if (await isSettled(ctx, errand, services)) return;
  if (!isOpen(errand, services.clock.now())) return;
  await noteFor(permit, [errand], services);
  const number = await numberFor(ctx, errand, services);
  const env = envOf(ctx, services);
  const { person, subject } = errand;
  const said = { name: person.name, code: spokenCode(errand), bot: env.bot };
  const words = carriedWords(services.texts[person.language], subject, said);
  await ctx.replace(errandCard(env, errand, words, number));
}

/** A leader sees it with the person's tick only. */
async function numberFor(
  ctx: BotContext,
  errand: Errand,
  services: Services,
): Promise<string | undefined> {
  const { person } = errand;
  if (!person.hasPhone) return undefined;
  const standing = await standingOf(ctx.person, services);
  const community = person.phoneToLeader ? person.community : undefined;
  const thing = { artisans: [person.id], community };
  const as = permitOf(standing, "carry.number", thing, "private");
  if (!as) return undefined;
  await noteFor({ telegram: ctx.person, action: "carry.number", as }, [errand], services);
  return (await services.artisans.byId(person.id))?.phone?.number;
}

/** Whoever answers, in the role that reaches: of two, the coordinator's. */
async function wordOf(ctx: BotContext, permit: Permit, services: Services): Promise<CarryWord> {
  const standing = await standingOf(ctx.person, services);
  const as = isCoordinator(standing) || permit.as === "anyone" ? "coordinator" : permit.as;
  return { by: ctx.person, as, at: services.clock.now() };
}

/** ✓: the person knows. Of two at once one is first, and the other learns so. */
export async function markTold(
  ctx: BotContext,
  errand: Errand,
  permit: Permit,
  services: Services,
): Promise<void> {
  // Whoever became reachable meanwhile was told nevertheless: then the bot need not write.
  const isReachable = errandState(errand, services.clock.now()) === "reachable";
  if (!isReachable && (await isSettled(ctx, errand, services))) return;
  await noteFor(permit, [errand], services);
  const word = await wordOf(ctx, permit, services);
  const first = await services.carriedDeliveries.tell(errand.delivery.id, word);
  if (first) return ctx.replace(toldCard(ctx.speech, errand));
  await showAsItIs(ctx, permit, services);
}

/** ✗: it goes to the coordinators. An answer that came since the card was shown stands. */
export async function markNotReached(
  ctx: BotContext,
  errand: Errand,
  permit: Permit,
  services: Services,
): Promise<void> {
  if (await isSettled(ctx, errand, services)) return;
  const seen = Number(pressed(ctx)[2]);
  if (!Number.isInteger(seen) || seen < 0) return ctx.toast(ctx.speech.plain("button-gone"));
  await noteFor(permit, [errand], services);
  const word = await wordOf(ctx, permit, services);
  const first = await services.carriedDeliveries.notReached(errand.delivery.id, seen, word);
  if (!first) return showAsItIs(ctx, permit, services);
  const late = isLate(errand.delivery, word.at);
  const key = late ? "late" : word.as === "leader" ? "leader" : "coordinator";
  const { name } = errand.person;
  await ctx.replace(lineCard(ctx.speech, ctx.speech.html(`carry-not-reached-${key}`, { name })));
}

/** What became of it while the card was looked at. */
async function showAsItIs(ctx: BotContext, permit: Permit, services: Services): Promise<void> {
  const errand = await pressedErrand(ctx, services);
  if (errand) await openErrand(ctx, errand, permit, services);
}

/** By which road the person was told. */
export async function setRoad(ctx: BotContext, errand: Errand, services: Services): Promise<void> {
  const road = CARRY_ROADS.find((one) => one === pressed(ctx)[2]);
  const { carriedDeliveries } = services;
  const set = road && (await carriedDeliveries.setRoad(errand.delivery.id, ctx.person, road));
  if (!set) return ctx.toast(ctx.speech.plain("button-gone"));
  const answers = asks(errand.notice);
  if (answers.length) return ctx.replace(answerCard(ctx.speech, errand, answers));
  await thank(ctx, services);
}

/** What the person said to what the notice asks; "none": nothing yet. */
export async function setAnswer(
  ctx: BotContext,
  errand: Errand,
  permit: Permit,
  services: Services,
): Promise<void> {
  const said = pressed(ctx)[2];
  const answer = asks(errand.notice).find((one) => one === said);
  if (answer) {
    await noteFor(permit, [errand], services);
    const { carriedDeliveries, clock } = services;
    const kept = await carriedDeliveries.answer(
      errand.delivery.id,
      ctx.person,
      answer,
      clock.now(),
    );
    if (!kept) return ctx.toast(ctx.speech.plain("button-gone"));
  }
  await thank(ctx, services);
}

async function thank(ctx: BotContext, services: Services): Promise<void> {
  const { own } = await errandsFor(await standingOf(ctx.person, services), services);
  const key = own.length ? "carry-thanks-more" : "carry-thanks";
  await ctx.replace(lineCard(ctx.speech, ctx.speech.html(key, { count: own.length })));
}

/** Where everybody of a notice stands. */
export async function showReport(
  ctx: BotContext,
  notice: Notice,
  permit: Permit,
  services: Services,
): Promise<void> {
  const report = await carryReport(notice, services);
  const { told, notReached, waiting, moot } = report;
  await noteFor(permit, [...told, ...notReached, ...waiting, ...moot], services);
  await ctx.show(carryReportCard(ctx.speech, notice.code ?? "", report));
}
