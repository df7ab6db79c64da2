import { note } from "../access/note.ts";
import type { BotContext } from "../bot/context.ts";
import type { Permit } from "../bot/gate.ts";
import type { Services } from "../services.ts";
import { pageNumber } from "./choose-audience.ts";
import { CARRIED_STATES } from "./carried.ts";
import { deliveryId } from "./delivery.ts";
import { correctionId, LANES, type Notice, noticeId, repeatId } from "./notice.ts";
import { lineCard, NAMES, namesCard } from "./notice-card.ts";
import { pressed, showNotice } from "./show-notice.ts";

const LIFE_MS = 48 * 3_600_000;

/** Holds it, lets it go on, or ends it: at most the calls in flight still go. */
export async function steer(
  ctx: BotContext,
  { id }: Notice,
  how: "pause" | "goOn" | "cancel",
  permit: Permit,
  services: Services,
): Promise<void> {
  await note(permit, [], services);
  await services.noticeDrafts[how](id);
  await here(ctx, id, services);
  await showNotice(ctx, id, services);
}

/** From now on the progress is shown where it was pressed last. */
async function here(ctx: BotContext, id: string, { clock, notices }: Services): Promise<void> {
  const message = ctx.callbackQuery?.message?.message_id;
  if (message === undefined) return;
  await notices.showIn(id, { chat: ctx.person, message, at: clock.now(), open: true });
}

/** The correction that was written becomes a notice of its own; pressed twice it is one. */
export async function sendCorrection(
  ctx: BotContext,
  notice: Notice,
  permit: Permit,
  services: Services,
): Promise<void> {
  const { clock, noticeDrafts, notices } = services;
  const { speech } = ctx;
  const revision = Number(pressed(ctx)[1]);
  const { pending } = notice;
  if (!pending || revision !== notice.revision + 1)
    return ctx.replace(lineCard(speech, speech.html("notice-fix-stale"), notice.id));
  await note(permit, [], services);
  const now = clock.now();
  await notices.add({
    ...{ id: correctionId(notice.id, revision), kind: "correction", of: notice.id, revision },
    ...{ content: pending, planVersion: 0, lane: LANES.broadcast, state: "queued", asOf: now },
    notAfter: new Date(now.getTime() + LIFE_MS),
  });
  await noticeDrafts.correct(notice.id, revision, pending, now);
  await ctx.replace(lineCard(speech, speech.html("notice-fix-sent"), notice.id));
}

/** Those who have it and have not pressed the button get one word more, once. */
export async function remindUnread(
  ctx: BotContext,
  notice: Notice,
  permit: Permit,
  services: Services,
): Promise<void> {
  const { clock, notices } = services;
  await note(permit, [], services);
  const now = clock.now();
  const added = await notices.add({
    ...{ id: repeatId(notice.id), kind: "repeat", of: notice.id, planVersion: 0 },
    ...{ lane: LANES.broadcast, state: "queued", asOf: now },
    notAfter: new Date(now.getTime() + LIFE_MS),
  });
  const text = ctx.speech.html(added ? "notice-reminding" : "notice-reminded");
  await ctx.replace(lineCard(ctx.speech, text, notice.id));
}

/** A page of who has not read it, or whom it did not reach, after the line of the audit. */
export async function showPeople(
  ctx: BotContext,
  notice: Notice,
  permit: Permit,
  services: Services,
): Promise<void> {
  const [handle = "", which = "", given = "0"] = pressed(ctx);
  const { audiences, deliveries, places } = services;
  const { speech } = ctx;
  const page = pageNumber(given);
  const isUnread = which === "unread";
  const what = isUnread ? { states: ["sent"] as const, unread: true } : { states: CARRIED_STATES };
  const { count, rows } = await deliveries.page(notice.id, what, page * NAMES, NAMES);
  const ids = rows.map(({ artisan }) => artisan);
  await note(permit, ids, services);
  const known = await audiences.named(ids);
  const people = rows.map(({ artisan, state, reason }) => {
    const person = known.get(artisan);
    const place = person ? places.showKecamatan(person.kecamatan) : undefined;
    const why = isUnread ? undefined : speech.plain(`outcome-${state}`);
    const because = isUnread || !reason ? undefined : speech.plain(`reason-${reason}`);
    return {
      name: person?.name ?? speech.plain("notice-nameless"),
      note: [place, why, because].filter((one) => one !== undefined).join(", "),
    };
  });
  await ctx.replace(
    namesCard(speech, {
      title: speech.html(isUnread ? "notice-unread" : "notice-untold"),
      ...{ people, page, count, turn: ["kb.list", handle, isUnread ? "unread" : "untold"] },
    }),
  );
}

/** "Sudah baca": kept once, and the button goes. */
export async function markRead(ctx: BotContext, services: Services): Promise<void> {
  const { artisans, clock, deliveries, notices } = services;
  const id = noticeId(pressed(ctx)[0] ?? "");
  const [notice, record] = await Promise.all([notices.byId(id), artisans.byTelegram(ctx.person)]);
  if (!notice) return ctx.toast(ctx.speech.plain("button-gone"));
  const delivery = record && (await deliveries.byId(deliveryId(id, record.id)));
  if (!delivery) return ctx.toast(ctx.speech.plain("notice-read-sample"));
  // The new words are on their way: what was read is not what is to be read.
  if (delivery.revision !== undefined && delivery.revision < notice.revision)
    return ctx.toast(ctx.speech.plain("notice-read-later"));
  await deliveries.read(delivery.id, delivery.revision, clock.now());
  await ctx.settle(ctx.callbackQuery?.message?.message_id ?? 0);
  await ctx.toast(ctx.speech.plain("notice-read-thanks"));
}
