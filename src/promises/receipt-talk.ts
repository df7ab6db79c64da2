import { note } from "../access/note.ts";
import { packPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import type { Permit } from "../bot/gate.ts";
import { pageOf } from "../bot/pages.ts";
import { localDate, showMoment } from "../dates.ts";
import { inEveryLanguage } from "../notices/letter.ts";
import { sendLetter } from "../notices/send-letter.ts";
import type { Services } from "../services.ts";
import { GOING } from "../trainings/enrolment.ts";
import type { Training } from "../trainings/training.ts";
import { pressed } from "./change-talk.ts";
import { ledgerLine, receiptsCard } from "./ledger-card.ts";
import type { Receipt } from "./receipt.ts";
import { showPromise } from "./show-plan.ts";

const WEEK_MS = 7 * 24 * 3_600_000;

/** Each participant with what they said of the money, who has it not first. */
async function receiptsOf(training: Training, services: Services) {
  const found = await services.enrolments.of(training.id, [...GOING]);
  const going = found.map(({ artisan }) => artisan).filter((one) => !one.startsWith("gone-"));
  const said = new Map<string, Receipt>();
  for (const receipt of await services.receipts.of(training.id, "transport")) {
    const artisan = await standsFor(receipt.artisan, going, services);
    if (said.get(artisan)?.state !== "received") said.set(artisan, receipt);
  }
  const rows = going.map((artisan) => ({ artisan, receipt: said.get(artisan) }));
  const has = ({ receipt }: (typeof rows)[number]) => receipt?.state === "received";
  return { open: rows.filter((row) => !has(row)), received: rows.filter(has) };
}

/** Of a record that was united with another, the one that takes part now. */
async function standsFor(artisan: string, going: readonly string[], { artisans }: Services) {
  if (going.includes(artisan)) return artisan;
  return (await artisans.byId(artisan))?.mergedInto ?? artisan;
}

/** Who has confirmed the transport money and who has not, after the line of the audit. */
export async function showReceipts(
  ctx: BotContext,
  training: Training,
  permit: Permit,
  services: Services,
): Promise<void> {
  const { speech } = ctx;
  const { open, received } = await receiptsOf(training, services);
  const page = pageOf([...open, ...received], pressed(ctx)[1]);
  const ids = page.items.map(({ artisan }) => artisan);
  await note(permit, ids, services);
  const known = await services.audiences.named(ids);
  const items = page.items.map(({ artisan, receipt }) => ({
    name: known.get(artisan)?.name ?? speech.plain("notice-nameless"),
    note: receipt
      ? speech.plain(`receipt-${receipt.state}`, { at: showMoment(receipt.at, speech.language) })
      : speech.plain("receipt-silent"),
  }));
  const counts = { received: received.length, open: open.length };
  await ctx.replace(receiptsCard(speech, training, { ...page, items }, counts));
}

/** Asks everybody who has not confirmed, once a day. */
export async function askForReceipts(
  ctx: BotContext,
  training: Training,
  permit: Permit,
  services: Services,
): Promise<void> {
  const { clock, settings, texts } = services;
  const to = (await receiptsOf(training, services)).open.map(({ artisan }) => artisan);
  await note(permit, to, services);
  const now = clock.now();
  const { id, title, contact, planVersion, promises } = training;
  const manner = { showAmounts: await settings.showAmounts() };
  const press = (state: Receipt["state"]) => packPress("janji.got", id, state);
  const added = await sendLetter(
    {
      id: `receipt:${id}:transport:${localDate(now)}`,
      message: "money-receipt",
      values: inEveryLanguage(texts, (speech) => ({
        ...{ training: title, contact },
        promise: showPromise(speech, "transport", promises?.transport, manner),
      })),
      buttons: [
        [{ label: "button-receipt-yes", press: press("received") }],
        [{ label: "button-receipt-no", press: press("notYet") }],
      ],
      urgency: "reminder",
      ...{ to, training: id, planVersion, whileIn: [...GOING] },
      notAfter: new Date(now.getTime() + WEEK_MS),
    },
    services,
  );
  const key = added ? "receipts-asked" : "receipts-asked-today";
  await ctx.replace(ledgerLine(ctx.speech, ctx.speech.html(key, { count: to.length }), id));
}

/** [Sudah terima] or [Belum], by a participant for themselves. */
export async function takeReceipt(ctx: BotContext, services: Services): Promise<void> {
  const { artisans, clock, enrolments, receipts, trainings } = services;
  const [id = "", said] = pressed(ctx);
  const state = said === "received" ? "received" : "notYet";
  const record = await artisans.byTelegram(ctx.person);
  const training = await trainings.byId(id);
  const enrolment = record && (await enrolments.one(id, record.id));
  if (!training || !record || !enrolment || !GOING.some((one) => one === enrolment.state))
    return ctx.toast(ctx.speech.plain("button-gone"));
  const at = clock.now();
  await receipts.answer({ training: id, artisan: record.id, what: "transport", state, at });
  const { title, contact } = training;
  const text = ctx.speech.html(`receipt-thanks-${state}`, { title, contact });
  const later = {
    label: ctx.speech.plain("button-receipt-yes"),
    press: packPress("janji.got", id, "received"),
  };
  await ctx.replace(state === "received" ? text : { text, buttons: [[later]] });
}
