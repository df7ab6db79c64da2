import { note } from "../access/note.ts";
import { standingOf } from "../access/standing.ts";
import type { Artisan } from "../artisans/artisan.ts";
import {
  type Check,
  type CheckReason,
  type CheckResult,
  DECLINE_REASONS,
  NOT_MEMBER_REASONS,
  RETURN_REASONS,
} from "../artisans/check.ts";
import { packPress, readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import type { Permit } from "../bot/gate.ts";
import type { Task } from "../office/task.ts";
import type { Services } from "../services.ts";
import {
  askLeaderCard,
  checkToken,
  decidedLine,
  notMemberCard,
  officeCheckCard,
  reasonCard,
} from "./check-card.ts";
import { ledBy } from "./leading.ts";

export const checkPressed = (ctx: BotContext): string[] =>
  readPress(ctx.callbackQuery?.data ?? "").args;

const ownRecord = async (ctx: BotContext, { artisans }: Services) =>
  (await artisans.byTelegram(ctx.person))?.id ?? "";

/** The line of /tugas for records that coordinators have to check. */
export async function checkTask(ctx: BotContext, services: Services): Promise<Task | undefined> {
  const count = await services.checkedRecords.countAtOffice(await ownRecord(ctx, services));
  if (!count) return undefined;
  return {
    text: ctx.speech.html("tasks-checks", { count }),
    button: { label: ctx.speech.plain("button-check-record"), press: packPress("check.office") },
  };
}

const known = async ({ community, check }: Artisan, { communities, places }: Services) => {
  const id = check?.community ?? community;
  return { places, community: id === undefined ? undefined : (await communities.byId(id))?.name };
};

/** A leader decides with one tap; then the next one is asked about. */
export async function decideAsLeader(
  ctx: BotContext,
  artisan: Artisan,
  result: Extract<CheckResult, "member" | "notMember" | "asked">,
  permit: Permit,
  services: Services,
): Promise<void> {
  const [, , pressed] = checkPressed(ctx);
  const reason = NOT_MEMBER_REASONS.find((one) => one === pressed);
  const decision = { result, ...(reason !== undefined && { reason }) };
  if (!(await decide(ctx, artisan, decision, permit, services))) return;
  await ctx.replace(ctx.speech.html(`check-done-${result}`, { name: artisan.name }));
  await showNextOfLeader(ctx, services);
}

/** Asks why somebody is no member, unless that was decided meanwhile. */
export async function askWhyNot(
  ctx: BotContext,
  artisan: Artisan,
  services: Services,
): Promise<void> {
  if (isOpenFor("leader", ctx, artisan)) await ctx.replace(notMemberCard(ctx.speech, artisan));
  else await sayWhoDecided(ctx, artisan, services);
}

/** Whether the check that the button names still waits for who presses it. */
function isOpenFor(whose: Check["with"], ctx: BotContext, { check, state }: Artisan): boolean {
  const isSeen = check !== undefined && checkToken(check) === checkPressed(ctx)[1];
  return isSeen && check.with === whose && state === "pending";
}

/** Whom the leader is asked about next; nothing is said when nobody waits, unless asked to. */
export async function showNextOfLeader(
  ctx: BotContext,
  services: Services,
  { sayNone = false } = {},
): Promise<void> {
  const { artisans, checkedRecords } = services;
  const standing = await standingOf(ctx.person, services);
  const community = ledBy(standing);
  const [next] =
    community === undefined
      ? []
      : await checkedRecords.waitingIn(community, standing.record?.id ?? "", 1);
  const artisan = next && (await artisans.byId(next.id));
  if (artisan) {
    const permit = { telegram: ctx.person, action: "member.check", as: "leader" } as const;
    await note(permit, [artisan.id], services);
    await ctx.show(askLeaderCard(ctx.speech, artisan, await known(artisan, services)));
  } else if (sayNone) await ctx.replace(ctx.speech.html("check-none"));
}

/** The record that waits longest at the office, or the one that was asked for. */
export async function showOfficeCheck(
  ctx: BotContext,
  artisan: Artisan,
  permit: Permit,
  services: Services,
): Promise<void> {
  if (artisan.state !== "pending") return ctx.replace(ctx.speech.html("check-gone"));
  await note(permit, [artisan.id], services);
  await ctx.replace(officeCheckCard(ctx.speech, artisan, await known(artisan, services)));
}

/** The record that the button names; without a name the one that waits longest. */
export async function findOfficeCheck(
  ctx: BotContext,
  services: Services,
): Promise<Artisan | undefined> {
  const { artisans, checkedRecords } = services;
  const [named] = checkPressed(ctx);
  const id =
    named ?? (await checkedRecords.waitingAtOffice(await ownRecord(ctx, services), 1))[0]?.id;
  return id === undefined ? undefined : artisans.byId(id);
}

/** Asks why, before it goes back or is declined. */
export async function askReason(ctx: BotContext, artisan: Artisan): Promise<void> {
  const [, , result] = checkPressed(ctx);
  if (result === "returned" || result === "declined")
    await ctx.replace(reasonCard(ctx.speech, artisan, result));
}

/** A coordinator decides; then the next one comes. */
export async function decideAtOffice(
  ctx: BotContext,
  artisan: Artisan,
  permit: Permit,
  services: Services,
): Promise<void> {
  const [, , pressed] = checkPressed(ctx);
  const decision = pressed === undefined ? { result: "active" as const } : endOf(pressed);
  if (!decision || !(await decide(ctx, artisan, decision, permit, services))) return;
  const text = ctx.speech.html(`check-done-${decision.result}`, { name: artisan.name });
  const task = await checkTask(ctx, services);
  await ctx.replace({ text, ...(task && { buttons: [[task.button]] }) });
}

function endOf(pressed: string): { result: CheckResult; reason: CheckReason } | undefined {
  const returned = RETURN_REASONS.find((reason) => reason === pressed);
  if (returned) return { result: "returned", reason: returned };
  const declined = DECLINE_REASONS.find((reason) => reason === pressed);
  return declined && { result: "declined", reason: declined };
}

/** One step with one winner; whoever comes second is told who decided what. */
async function decide(
  ctx: BotContext,
  artisan: Artisan,
  decision: { result: CheckResult; reason?: CheckReason },
  permit: Permit,
  services: Services,
): Promise<boolean> {
  const { artisans, checkedRecords, clock } = services;
  const { id, check } = artisan;
  const whose = permit.action === "member.check" ? "leader" : "coordinator";
  if (check && isOpenFor(whose, ctx, artisan)) {
    await note(permit, [id], services);
    const by = { by: ctx.person, at: clock.now() };
    if (await checkedRecords.decide(id, check, { ...decision, ...by })) return true;
  }
  await sayWhoDecided(ctx, await artisans.byId(id), services);
  return false;
}

async function sayWhoDecided(
  ctx: BotContext,
  artisan: Artisan | undefined,
  { artisans, texts }: Services,
): Promise<void> {
  const { speech } = ctx;
  const { result, by } = artisan?.check ?? {};
  if (!artisan || !result || checkToken(artisan.check ?? NONE) !== checkPressed(ctx)[1])
    return ctx.replace(speech.html("check-gone"));
  const who =
    by === undefined || by === 0
      ? undefined
      : by === ctx.person
        ? texts[speech.language].plain("check-you")
        : (await artisans.byTelegram(by))?.name;
  await ctx.replace(decidedLine(speech, result, who ?? speech.plain("check-staff")));
}

const NONE = { with: "leader", since: new Date(0), asked: 0 } as const;
