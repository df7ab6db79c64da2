import { note } from "../access/note.ts";
import { ANSWER } from "./messenger.ts";
import type { BotContext } from "../bot/context.ts";
import type { Permit } from "../bot/gate.ts";
import { crash } from "../crash.ts";
import { showMoment } from "../dates.ts";
import type { Services } from "../services.ts";
import { announcement } from "./announcement-card.ts";
import { isDraft, type Notice } from "./notice.ts";
import { lineCard, sendCard } from "./notice-card.ts";
import { nextOpen, nextWindow } from "./quiet-hours.ts";
import { cardOf, countNow, pressed, showNotice } from "./show-notice.ts";

const UNDO_MS = 10_000;
const FORTNIGHT_MS = 14 * 24 * 3_600_000;
/** An announcement is of use for two days of the hours in which it may go. */
const LIFE_MS = 48 * 3_600_000;

/** Sends it to its author as everybody will get it; only what arrived can be confirmed. */
export async function preview(ctx: BotContext, notice: Notice, services: Services): Promise<void> {
  const { calendar, clock, noticeDrafts } = services;
  const { speech } = ctx;
  if (!isDraft(notice)) return showNotice(ctx, notice.id, services);
  if (!notice.content) {
    await ctx.show(speech.html("notice-no-content"));
    return;
  }
  if (!(await arrives(ctx, notice, services))) return;
  await noticeDrafts.previewed(notice);
  const now = clock.now();
  const open = nextOpen(now, after(now, FORTNIGHT_MS), "announcement", calendar);
  const window = nextWindow(now, "announcement", calendar);
  const show = (at: Date | undefined) => at && showMoment(at, speech.language);
  await ctx.show(
    sendCard(speech, notice, await countNow(notice, services), {
      quietUntil: open && open > now ? show(open) : undefined,
      nextWindow: show(window),
    }),
  );
}

/** By the very path of the deliveries; a refusal is said. */
async function arrives(ctx: BotContext, notice: Notice, { messenger }: Services): Promise<boolean> {
  const parcel = announcement(ctx.speech, notice);
  const answer = await messenger.post(ctx.person, parcel, {
    silent: false,
    plain: false,
    lane: ANSWER,
  });
  if (!answer.ok) await ctx.show(ctx.speech.html("notice-preview-refused"));
  return answer.ok;
}

/** Once more, to see it on another screen or to show it to somebody. */
export async function testToSelf(
  ctx: BotContext,
  notice: Notice,
  permit: Permit,
  services: Services,
): Promise<void> {
  await note(permit, [], services);
  if (await arrives(ctx, notice, services)) await ctx.toast(ctx.speech.plain("notice-tested"));
}

/** The one step that sends: pressed twice, or by two people, it is one notice. */
export async function confirm(
  ctx: BotContext,
  notice: Notice,
  permit: Permit,
  services: Services,
): Promise<void> {
  const [, version = "", when = ""] = pressed(ctx);
  const now = services.clock.now();
  const startAt = startOf(when, now, services);
  const message = ctx.callbackQuery?.message?.message_id ?? 0;
  await note(permit, [], services);
  const won = await services.noticeDrafts.confirm(
    { id: notice.id, version: Number(version) },
    {
      ...{ by: ctx.person, at: now, startAt, notAfter: endOf(startAt, services) },
      progress: { chat: ctx.person, message, at: now, open: true },
    },
  );
  if (won) crash("confirmed");
  await showConfirmed(ctx, notice, won, services);
}

async function showConfirmed(
  ctx: BotContext,
  { id }: Notice,
  won: boolean,
  services: Services,
): Promise<void> {
  const { speech } = ctx;
  const fresh = await services.notices.byId(id);
  if (!fresh || isDraft(fresh)) return ctx.replace(speech.html("notice-preview-stale"));
  const isHere = fresh.progress?.message === ctx.callbackQuery?.message?.message_id;
  if (won || isHere) return ctx.replace(await cardOf(ctx, fresh, services));
  const who = fresh.confirmedBy === ctx.person ? "you" : "other";
  await ctx.replace(lineCard(speech, speech.html("notice-sent-already", { who }), id));
}

const after = (at: Date, ms: number) => new Date(at.getTime() + ms);

/** Now means in ten seconds: for so long it can be taken back before anything happens. */
function startOf(when: string, now: Date, { calendar }: Services): Date {
  const soon = after(now, UNDO_MS);
  if (when === "now") return soon;
  if (when === "win") return nextWindow(now, "announcement", calendar) ?? soon;
  const chosen = new Date(Number.parseInt(when, 36) * 60_000);
  return chosen > soon ? chosen : soon;
}

function endOf(startAt: Date, { calendar }: Services): Date {
  const open = nextOpen(startAt, after(startAt, FORTNIGHT_MS), "announcement", calendar);
  return after(open ?? startAt, LIFE_MS);
}

/** Back to a draft, while nothing has gone out. */
export async function undo(
  ctx: BotContext,
  notice: Notice,
  permit: Permit,
  services: Services,
): Promise<void> {
  await note(permit, [], services);
  if (!(await services.noticeDrafts.undo(notice.id)))
    await ctx.toast(ctx.speech.plain("notice-undo-late"));
  await showNotice(ctx, notice.id, services);
}
