import type { Contact } from "../artisans/artisan.ts";
import type { Card } from "../bot/card.ts";
import { ANSWER } from "../notices/messenger.ts";
import { LANES } from "../notices/notice.ts";
import { nextOpen } from "../notices/quiet-hours.ts";
import type { Services } from "../services.ts";
import { type Enrolment, enrolmentId } from "../trainings/enrolment.ts";
import { holdsSeat, type Training } from "../trainings/training.ts";
import { type CardView, livingCard, type LivingCard, mayChange, printOf } from "./living-card.ts";

export type CardServices = Pick<
  Services,
  | "artisans"
  | "calendar"
  | "clock"
  | "enrolments"
  | "gate"
  | "livingCards"
  | "log"
  | "messenger"
  | "texts"
  | "trainings"
>;

/**
 * Shows a participant their card: made if there is none, else brought up to date where it lies.
 * Answers the message, and whether it is a new one; undefined: it comes with the next tick.
 */
export async function showLivingCard(
  training: Training,
  { id: artisan, chat }: { id: string; chat: number },
  services: CardServices,
): Promise<{ message: number; isNew: boolean } | undefined> {
  const wanted = await services.livingCards.want(training.id, artisan, chat);
  await refresh(wanted, training, await services.enrolments.one(training.id, artisan), services);
  const shown = await services.livingCards.byId(wanted.id);
  if (!shown?.message) return undefined;
  return { message: shown.message, isNew: shown.message !== wanted.message };
}

/** Brings every card up to date that shows something else than it should. */
export async function refreshCards(services: CardServices, signal?: AbortSignal): Promise<void> {
  const { clock, enrolments, gate, livingCards, trainings } = services;
  const cards = await livingCards.open();
  if (!cards.length || (await gate.isClosed(clock.now()))) return;
  for (const id of new Set(cards.map(({ training }) => training))) {
    const training = await trainings.byId(id);
    const found = await enrolments.of(id);
    const known = new Map(found.map((one) => [one.artisan, one]));
    for (const card of cards.filter((one) => one.training === id)) {
      if (signal?.aborted) return;
      if (training) await refresh(card, training, known.get(card.artisan), services);
      else await livingCards.keep(card.id, { open: false });
    }
  }
}

async function refresh(
  seen: LivingCard,
  training: Training,
  enrolment: Enrolment | undefined,
  services: CardServices,
): Promise<void> {
  const { artisans, clock, livingCards, texts } = services;
  const [reader] = await artisans.contacts([seen.artisan]);
  if (!reader || reader.chat === undefined || !reader.reachable)
    return livingCards.keep(seen.id, { open: false });
  const view = viewOf(training, reader, enrolment, clock.now());
  const card = livingCard(texts[reader.language], view);
  const print = printOf(card);
  if (seen.print === print && seen.message && !seen.asked) return;
  const taken = await livingCards.take(seen.id, clock.now());
  if (!taken) return;
  // Another account has the record by now: the card lies in its chat from here on.
  const message = taken.chat === reader.chat ? taken.message : 0;
  const put = await place({ ...taken, message }, card, { ...reader, chat: reader.chat }, services);
  await livingCards.keep(seen.id, {
    ...put,
    ...(put.message && { print, asked: false, chat: reader.chat, open: mayChange(view) }),
  });
}

/** Edits the message where it lies; where it is gone, or was never sent, a new one takes its place. */
async function place(
  { message, asked }: LivingCard,
  card: Card,
  reader: Contact & { chat: number },
  services: CardServices,
): Promise<{ message?: number; open?: boolean }> {
  const { calendar, clock, messenger } = services;
  const manner = { plain: false, lane: asked ? ANSWER : LANES.reminder };
  if (message) {
    const edit = { is: "editText", message, card } as const;
    const edited = await messenger.post(reader.chat, edit, { ...manner, silent: true });
    if (edited.ok || edited.refusal.kind === "notModified") return { message };
    if (edited.refusal.kind !== "gone") return heed(edited.refusal, services);
  }
  const now = clock.now();
  const isOpen = nextOpen(now, new Date(now.getTime() + 1), "reminder", calendar) !== undefined;
  if (!asked && !isOpen) return {};
  const sent = await messenger.send(reader.chat, card, { ...manner, silent: !asked });
  return sent.ok ? { message: sent.messageId } : heed(sent.refusal, services);
}

type Refusal = Parameters<typeof heed>[0];

/** What a refusal means for the card: the next tick tries again, or nobody is there to read it. */
async function heed(
  refusal: { kind: string; retryAfterMs?: number; chatOnly?: true },
  { clock, gate, log }: CardServices,
): Promise<{ open?: boolean }> {
  log.warn("card not shown", { reason: refusal.kind });
  if (refusal.kind === "flood" && !refusal.chatOnly)
    await gate.close(new Date(clock.now().getTime() + (refusal.retryAfterMs ?? 0)));
  const passes: Refusal["kind"][] = ["flood", "notSent", "doubtful"];
  return passes.includes(refusal.kind) ? {} : { open: false };
}

function viewOf(
  training: Training,
  { id, name }: Contact,
  enrolment: Enrolment | undefined,
  now: Date,
): CardView {
  // The seat is the truth, should the enrolment not be written yet.
  const seated = holdsSeat(training, id) ? "accepted" : undefined;
  const own =
    enrolment && enrolmentId(training.id, id) === enrolmentId(training.id, enrolment.artisan);
  const state = own ? enrolment.state : seated;
  return { training, name, state, number: enrolment?.number, now };
}
