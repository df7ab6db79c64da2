import { note } from "../access/note.ts";
import { type Action, type Permit, permitOf } from "../bot/gate.ts";
import { standingOf } from "../access/standing.ts";
import type { Artisan } from "../artisans/artisan.ts";
import { type Far, FAR, type MemberFilter, readFilter } from "../artisans/member-filter.ts";
import type { Beside, Member } from "../artisans/member-repository.ts";
import { rankNames } from "../artisans/name-search.ts";
import { readPhone } from "../artisans/phone.ts";
import { readPress } from "../bot/callback-data.ts";
import type { Card } from "../bot/card.ts";
import type { BotContext } from "../bot/context.ts";
import { memberButtons } from "../enrolments/member-buttons.ts";
import { nextOpen } from "../notices/quiet-hours.ts";
import { daysBefore, monthsBefore } from "../privacy/retention.ts";
import type { Services } from "../services.ts";
import { leaderAnswers } from "./check-card.ts";
import {
  choiceCard,
  farCard,
  filterCard,
  foundCard,
  type List,
  memberCard,
  memberListCard,
  numberLine,
  type Page,
} from "./member-card.ts";

const ROWS = 8;
const SHOWN_MS = 15 * 60_000;
const SILENT_DAYS = 90;
const OLD_MONTHS = 6;
const NUDGE_DAYS = 7;

/** A list that somebody may see: of one community, or of all. */
export interface Listed {
  list: List;
  community: string | undefined;
}

export const memberPressed = (ctx: BotContext): string[] =>
  readPress(ctx.callbackQuery?.data ?? "").args;

const envOf = ({ speech }: BotContext, { places }: Services) => ({ speech, places });

const put = async (ctx: BotContext, card: Card): Promise<void> => {
  if (ctx.callbackQuery) await ctx.replace(card);
  else await ctx.show(card);
};

/** "n<id>" and "b<id>": after that row, and before it. */
function besideOf(packed = ""): Beside | undefined {
  const row = packed.slice(1);
  if (!row) return undefined;
  return { row, to: packed.startsWith("b") ? "before" : "next" };
}

/** Of one row more than fits only its being there is told. */
function pageOf(rows: readonly Member[], beside: Beside | undefined): Page {
  const more = rows.length > ROWS;
  if (beside?.to !== "before")
    return { rows: rows.slice(0, ROWS), before: beside !== undefined, after: more };
  return { rows: rows.slice(-ROWS), before: more, after: true };
}

const idsOf = (rows: readonly Member[]): string[] => rows.map(({ id }) => id);

/** A page of a list, after the line of the audit; what is typed next is searched for in it. */
export async function showList(
  ctx: BotContext,
  { list, community }: Listed,
  permit: Permit,
  services: Services,
): Promise<void> {
  const [, packed = "", row] = memberPressed(ctx);
  const filter = readFilter(packed, services.places);
  const beside = besideOf(row);
  const trained = filter.trained === undefined ? [] : await trainedOf(services);
  const rows = await services.members.list({ community, filter, trained }, beside, ROWS + 1);
  const page = pageOf(rows, beside);
  await note(permit, idsOf(page.rows), services);
  await services.searchers.listen(ctx.person, list, services.clock.now());
  const name = community === undefined ? "" : await nameOf(community, services);
  const shown = { filter, page, community: name };
  await put(ctx, memberListCard(envOf(ctx, services), list, shown));
}

/** Who held a seat in a training that has begun. */
async function trainedOf({ clock, heldSeats }: Services): Promise<string[]> {
  return heldSeats.holdersBefore(clock.now());
}

async function nameOf(community: string, { communities }: Services): Promise<string> {
  return (await communities.byId(community))?.name ?? community;
}

/** Ways to narrow a list; nobody is shown. */
export async function showFilter(
  ctx: BotContext,
  { list }: Listed,
  services: Services,
): Promise<void> {
  const [, packed = "", by, at = "0"] = memberPressed(ctx);
  const filter: MemberFilter = readFilter(packed, services.places);
  const env = envOf(ctx, services);
  if (by === "k" || by === "c") {
    await ctx.replace(choiceCard(env, list, filter, { by, at: Math.max(0, Number(at) || 0) }));
  } else await ctx.replace(filterCard(env, list, filter));
}

const SEARCHES = { most: 30, withinMs: 3_600_000 };

/** Finds by a name however it is spelled; a coordinator also by a number. */
export async function search(
  ctx: BotContext,
  typed: string,
  { list, community }: Listed,
  permit: Permit,
  services: Services,
): Promise<void> {
  const { clock, members, searchers, tries } = services;
  if (!(await tries.take(ctx.person, "search", SEARCHES, clock.now()))) {
    await ctx.show(ctx.speech.html("members-too-many"));
    return;
  }
  const phone = list === "all" ? readPhone(typed) : undefined;
  const found = phone?.ok
    ? await members.withNumber(phone.value, ROWS + 1)
    : rankNames(typed.slice(0, 100), await members.candidates(typed.slice(0, 100), { community }));
  const rows = found.slice(0, ROWS);
  await note(permit, idsOf(rows), services);
  await searchers.listen(ctx.person, list, clock.now());
  await ctx.show(foundCard(envOf(ctx, services), list, rows, found.length > ROWS));
}

/** One member, after the line of the audit. */
export async function showMember(
  ctx: BotContext,
  artisan: Artisan,
  permit: Permit,
  services: Services,
): Promise<void> {
  await note(permit, [artisan.id], services);
  const standing = await standingOf(ctx.person, services);
  const trainings = await services.heldSeats.of(artisan.id);
  const unclaimed = artisan.telegram === undefined && artisan.registrar !== undefined;
  const may = (action: Action) =>
    permitOf(standing, action, thingOf(artisan), "private") !== undefined;
  const card = memberCard(envOf(ctx, services), artisan, {
    community: artisan.community && (await nameOf(artisan.community, services)),
    trainings: trainings.map(({ title }) => title),
    number: may("phone.show"),
    card: may("artisanCard.make"),
    correct: unclaimed && may("member.correct"),
  });
  const isAsked = artisan.state === "pending" && artisan.check?.with === "leader";
  const answers = isAsked && may("member.check") ? leaderAnswers(ctx.speech, artisan) : [];
  const more = await memberButtons(ctx, artisan, services);
  await ctx.show({ ...card, buttons: [...answers, ...(card.buttons ?? []), ...more] });
}

/** What the gate asks about a record. */
export const thingOf = ({ id, community, registrar, ticks }: Artisan) => ({
  artisans: [id],
  community,
  registrar: registrar?.telegram,
  phoneToLeader: ticks?.phoneToLeader !== undefined,
});

/**
 * The whole number, for 15 minutes. The message is there, protected, and its end is written down
 * before the number stands in it: whatever dies in between, no number stays.
 */
export async function showNumber(
  ctx: BotContext,
  artisan: Artisan,
  permit: Permit,
  services: Services,
): Promise<void> {
  const { clock, shownNumbers } = services;
  if (!artisan.phone) return ctx.toast(ctx.speech.plain("button-gone"));
  await note(permit, [artisan.id], services);
  const first = ctx.speech.html("number-coming");
  const keep = async (message: number) => {
    const dueAt = new Date(clock.now().getTime() + SHOWN_MS);
    await shownNumbers.keep({ chat: ctx.person, message, artisan: artisan.id, dueAt });
  };
  await ctx.showProtected(first, keep, numberLine(ctx.speech, artisan));
}

/** Who is hard to reach. */
export async function showFar(
  ctx: BotContext,
  { list, community }: Listed,
  permit: Permit,
  services: Services,
): Promise<void> {
  const [, named, row] = memberPressed(ctx);
  const kind = FAR.find((one) => one === named) ?? "blocked";
  const beside = besideOf(row);
  const since = sinceOf(kind, services.clock.now());
  const rows = await services.members.far(kind, { community }, since, beside, ROWS + 1);
  const page = pageOf(rows, beside);
  await note(permit, idsOf(page.rows), services);
  await ctx.replace(farCard(envOf(ctx, services), list, kind, page));
}

function sinceOf(kind: Far, now: Date): Date {
  if (kind === "old") return monthsBefore(now, OLD_MONTHS);
  return kind === "silent" ? daysBefore(now, SILENT_DAYS) : now;
}

/** One tap; the message goes by the clock, in open hours, and once a week to a person at most. */
export async function nudge(
  ctx: BotContext,
  artisan: Artisan,
  permit: Permit,
  services: Services,
): Promise<void> {
  const { calendar, clock, members } = services;
  const { id, name } = artisan;
  const now = clock.now();
  await note(permit, [id], services);
  const taken = await members.takeNudge(id, now, daysBefore(now, NUDGE_DAYS));
  const open = nextOpen(now, new Date(now.getTime() + 1), "reminder", calendar);
  const outcome = taken ? (open ? "sent" : "later") : artisan.nudge ? "twice" : "none";
  await ctx.show(ctx.speech.html(`nudge-${outcome}`, { name }));
}
