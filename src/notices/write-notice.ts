import { note } from "../access/note.ts";
import { ANSWER } from "./messenger.ts";
import { createHash } from "node:crypto";
import { standingOf } from "../access/standing.ts";
import type { BotContext } from "../bot/context.ts";
import type { Permit } from "../bot/gate.ts";
import { showMoment } from "../dates.ts";
import type { Services } from "../services.ts";
import { announcement } from "./announcement-card.ts";
import { everybody } from "./audience.ts";
import { type Content, type ContentProblem, fitsAgain, readContent, withPiece } from "./content.ts";
import { keepOriginal } from "./keep-originals.ts";
import type { Awaits, Notice } from "./notice.ts";
import { isDraft, noticeId } from "./notice.ts";
import { askCard, correctionCard, menuCard, scheduleCard } from "./notice-card.ts";
import { nextOpen } from "./quiet-hours.ts";
import { readMoment } from "./read-moment.ts";
import { totalsOf } from "./report.ts";
import { showNotice } from "./show-notice.ts";

const LATEST = 8;
const HANDLE = 8;
const FORTNIGHT_MS = 14 * 24 * 3_600_000;

/** /kabar: what this person may see of it. */
export async function showMenu(ctx: BotContext, { as }: Permit, services: Services): Promise<void> {
  const author = as === "leader" ? ctx.person : undefined;
  const latest = await services.noticeDrafts.latest(LATEST, author);
  await ctx.show(menuCard(ctx.speech, latest));
}

/** A new draft. Its id comes from the tap, so that the same tap again is the same draft. */
export async function begin(ctx: BotContext, services: Services): Promise<void> {
  const { clock, noticeDrafts } = services;
  const id = noticeId(handleFor(ctx));
  await stopTalking(ctx, services);
  const { community, signature } = await signerOf(ctx, services);
  const audience = everybody(community);
  const author = ctx.person;
  const whose = { id, author, signature, audience, ...(community !== undefined && { community }) };
  await noticeDrafts.begin(whose, clock.now());
  await ctx.replace(askCard(ctx.speech, ctx.speech.html("notice-ask-content"), id));
}

function handleFor(ctx: BotContext): string {
  const seed = [ctx.person, ctx.update.update_id, ctx.callbackQuery?.message?.date].join(":");
  return createHash("sha256").update(seed).digest("base64url").slice(0, HANDLE);
}

/** A coordinator writes for the office; a leader for the own community and by name. */
async function signerOf(ctx: BotContext, services: Services) {
  const { held, record } = await standingOf(ctx.person, services);
  if (held.some(({ role }) => role === "coordinator")) {
    return { signature: (await services.settings.read()).officeName };
  }
  const community = record?.community ?? "";
  const name = (await services.communities.byId(community))?.name ?? community;
  const signature = services.texts.id.plain("notice-leader", {
    name: record?.name ?? "",
    community: name,
  });
  return { community, signature };
}

async function stopTalking(ctx: BotContext, { noticeDrafts }: Services): Promise<void> {
  await ctx.conversation.exitAll();
  await noticeDrafts.stopAsking(ctx.person);
}

/** Asks for something that is typed or sent; only one thing is asked of a person at a time. */
export async function ask(
  ctx: BotContext,
  { id }: Notice,
  what: Awaits["what"],
  services: Services,
): Promise<void> {
  await stopTalking(ctx, services);
  await services.noticeDrafts.ask(id, { what, by: ctx.person });
  await ctx.replace(askCard(ctx.speech, ctx.speech.html(`notice-ask-${what}`), id));
}

/** The content was sent. What is asked is asked until the answer is kept and shown. */
export async function takeContent(
  ctx: BotContext,
  notice: Notice,
  services: Services,
): Promise<void> {
  const { noticeDrafts } = services;
  if (!ctx.message) return;
  if (!isDraft(notice)) return gone(ctx, services);
  const read = readContent(ctx.message);
  if (!read.ok) return complain(ctx, read.problem);
  await keepOriginal(ctx, notice.id, services);
  await noticeDrafts.keepContent(notice, read.content);
  await showNotice(ctx, notice.id, services);
  await noticeDrafts.stopAsking(ctx.person);
}

/** One more piece of the album that is the content; the card is there already. */
export async function takePiece(
  ctx: BotContext,
  notice: Notice,
  services: Services,
): Promise<void> {
  if (!ctx.message || !notice.content) return;
  const read = readContent(ctx.message);
  if (!read.ok) return complain(ctx, read.problem);
  await keepOriginal(ctx, notice.id, services);
  await services.noticeDrafts.keepContent(notice, withPiece(notice.content, read.content));
  await services.noticeDrafts.stopAsking(ctx.person);
}

async function complain(ctx: BotContext, problem: ContentProblem): Promise<void> {
  await ctx.show(
    problem.reason === "tooLong"
      ? ctx.speech.html("notice-too-long", { length: problem.length, limit: problem.limit })
      : ctx.speech.html("notice-not-offered"),
  );
}

async function gone(ctx: BotContext, services: Services): Promise<void> {
  await services.noticeDrafts.stopAsking(ctx.person);
  await ctx.show(ctx.speech.html("notice-gone"));
}

/** The time was typed: it is echoed with its weekday, for a tap. */
export async function takeTime(ctx: BotContext, notice: Notice, services: Services): Promise<void> {
  const { calendar, clock, noticeDrafts } = services;
  const { speech } = ctx;
  if (!isDraft(notice)) return gone(ctx, services);
  const read = readMoment(ctx.message?.text ?? "", clock.now());
  if (!read.ok) {
    await ctx.show(speech.html(`notice-time-${read.reason}`));
    return;
  }
  const at = read.value;
  const open = nextOpen(at, new Date(at.getTime() + FORTNIGHT_MS), "announcement", calendar);
  const quietUntil = open && open > at ? showMoment(open, speech.language) : undefined;
  const when = showMoment(at, speech.language);
  await ctx.show(scheduleCard(speech, notice, at, { when, quietUntil }));
  await noticeDrafts.stopAsking(ctx.person);
}

/** The corrected words were typed: they are shown as they will stand, and wait for a tap. */
export async function takeCorrection(
  ctx: BotContext,
  notice: Notice,
  services: Services,
): Promise<void> {
  const { clock, messenger, noticeDrafts } = services;
  if (!ctx.message || !notice.content) return gone(ctx, services);
  const read = readContent(ctx.message);
  if (!read.ok) return complain(ctx, read.problem);
  if (!fitsAgain(read.content, notice.content)) {
    await ctx.show(ctx.speech.html("notice-fix-words-only"));
    return;
  }
  const { text, marks } = read.content;
  const pending: Content = { ...notice.content, text, marks };
  await noticeDrafts.keepPending(notice.id, pending);
  const shown = { ...notice, content: pending, correctedAt: clock.now() };
  const parcel = announcement(ctx.speech, shown);
  const answer = await messenger.post(ctx.person, parcel, {
    silent: false,
    plain: false,
    lane: ANSWER,
  });
  if (!answer.ok) {
    await ctx.show(ctx.speech.html("notice-preview-refused"));
    return;
  }
  const { states } = await totalsOf(notice, services);
  await ctx.show(correctionCard(ctx.speech, notice, states.sent ?? 0));
}

/** Deletes a draft that nobody has got. */
export async function discard(
  ctx: BotContext,
  notice: Notice,
  permit: Permit,
  services: Services,
): Promise<void> {
  await note(permit, [], services);
  await services.noticeDrafts.discard(notice.id);
  await ctx.replace(ctx.speech.html("notice-discarded"));
}
