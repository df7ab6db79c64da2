import { note } from "../access/note.ts";
import type { BotContext } from "../bot/context.ts";
import type { Permit } from "../bot/gate.ts";
import { pageOf } from "../bot/pages.ts";
import { localDate, showMoment } from "../dates.ts";
import { type Delivery, deliveryId } from "../notices/delivery.ts";
import { inEveryLanguage } from "../notices/letter.ts";
import { sendLetter } from "../notices/send-letter.ts";
import type { Services } from "../services.ts";
import type { Training } from "../trainings/training.ts";
import { changeValues, readButtons } from "./change-plan.ts";
import { pressed } from "./change-talk.ts";
import { askable, type Readers, readersOf, statedIn } from "./ledger.ts";
import { ledgerCard, ledgerLine, type ListedReader, unreadCard } from "./ledger-card.ts";
import { worthTelling } from "./plan.ts";
import { changeId } from "./plan-entry.ts";

/** More than a training has participants. */
const AT_MOST = 5_000;

/** What is known of the readers of the training's last change; undefined: it never changed. */
async function lastReaders(
  { id, planVersion }: Training,
  { deliveries, notices }: Services,
): Promise<Readers | undefined> {
  const notice = changeId(id, planVersion);
  if (!(await notices.byId(notice))) return undefined;
  return readersOf(await deliveries.after(notice, "", AT_MOST));
}

/** The promises as they stand, and how many know of the last change. */
export async function showLedger(ctx: BotContext, training: Training, services: Services) {
  const stated = statedIn(await services.plans.of(training.id));
  const readers = await lastReaders(training, services);
  const manner = { showAmounts: await services.settings.showAmounts() };
  const reading = readers && {
    ...{ read: readers.read.length, unread: readers.unread.length },
    byHand: readers.byHand.length,
  };
  await ctx.replace(ledgerCard(ctx.speech, { training, stated, reading, manner }));
}

/** A page of who has not read the last change, after the line of the audit. */
export async function showUnread(
  ctx: BotContext,
  training: Training,
  permit: Permit,
  services: Services,
): Promise<void> {
  const { speech } = ctx;
  const readers = await lastReaders(training, services);
  if (!readers) return showLedger(ctx, training, services);
  const page = pageOf([...readers.unread, ...readers.byHand], pressed(ctx)[2]);
  const ids = page.items.map(({ artisan }) => artisan);
  await note(permit, ids, services);
  const known = await services.audiences.named(ids);
  const items = page.items.map((one): ListedReader => {
    const name = known.get(one.artisan)?.name ?? speech.plain("notice-nameless");
    return { name, note: noteOf(one) };
  });
  const askNow = askable(readers).length;
  await ctx.replace(unreadCard(speech, training, { ...page, items }, askNow));

  function noteOf({ state, reason }: Delivery): string {
    if (reason === undefined) return speech.plain(`outcome-${state}`);
    return `${speech.plain(`outcome-${state}`)}, ${speech.plain(`reason-${reason}`)}`;
  }
}

/** One letter more to those alone who have not read it, once a day. */
export async function remindUnread(
  ctx: BotContext,
  training: Training,
  permit: Permit,
  services: Services,
): Promise<void> {
  const { clock, plans, settings, texts } = services;
  const readers = await lastReaders(training, services);
  const entry = (await plans.of(training.id)).find((one) => one.version === training.planVersion);
  if (!readers || !entry) return showLedger(ctx, training, services);
  const to = askable(readers);
  await note(permit, to, services);
  const now = clock.now();
  const manner = { showAmounts: await settings.showAmounts() };
  const { id, planVersion } = training;
  const added = await sendLetter(
    {
      id: `unread:${id}:${planVersion}:${localDate(now)}`,
      message: "training-unread",
      values: inEveryLanguage(texts, (speech) => changeValues(speech, training, entry, manner)),
      buttons: readButtons(id, planVersion),
      urgency: "reminder",
      ...{ to, training: id, planVersion, ofThisPlan: true, always: true },
      notAfter: worthTelling(entry.before, entry.after, now),
    },
    services,
  );
  const key = added ? "ledger-reminded" : "ledger-reminded-today";
  await ctx.replace(ledgerLine(ctx.speech, ctx.speech.html(key, { count: to.length }), id));
}

/** "Sudah baca": kept once, and the button goes. */
export async function markRead(ctx: BotContext, services: Services): Promise<void> {
  const { artisans, clock, deliveries, trainings } = services;
  const [id = "", version = ""] = pressed(ctx);
  const [training, record] = await Promise.all([
    trainings.byId(id),
    artisans.byTelegram(ctx.person),
  ]);
  const own =
    record && (await deliveries.byId(deliveryId(changeId(id, Number(version)), record.id)));
  if (!training || !own) return ctx.toast(ctx.speech.plain("button-gone"));
  await deliveries.read(own.id, own.revision, clock.now());
  await ctx.settle(ctx.callbackQuery?.message?.message_id ?? 0);
  const at = showMoment(own.readAt ?? clock.now(), ctx.speech.language);
  await ctx.toast(ctx.speech.plain("promise-read-thanks", { at }));
}
