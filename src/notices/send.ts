import { errorFacts } from "../log.ts";
import type { Delivery, DeliveryChange, DeliveryState } from "./delivery.ts";
import { clear, type Facts } from "./guard.ts";
import { createHand, type Hand, inParallel } from "./hand.ts";
import type { NoticeServices } from "./notice-services.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { reminderCard } from "./reminder-card.ts";
import { withSharedReads } from "./shared-reads.ts";

/** How many deliveries came to which state. */
export type Counts = Partial<Record<DeliveryState, number>>;

export interface SendOptions {
  /** Calls to Telegram at one time. */
  inFlight: number;
  /** Once aborted nothing more is claimed; what is in hand is finished. */
  signal?: AbortSignal;
}

const LEASE_MS = 40_000;
/** A call waits up to 10 s for its slot and takes up to 20 s; with less another could overlap it. */
const CALL_MS = 35_000;
const RECORD_TRIES = 15;

/**
 * Sends all that is due now, in order, while this process is the sender. What a dead sender had
 * in hand is sent once more and marked as a doubt, or given up at the second doubt.
 */
export async function sendDue(given: NoticeServices, options: SendOptions): Promise<Counts> {
  const services = withSharedReads(given);
  const counts: Counts = {};
  await expireOverdue(services, counts);
  for (let went = true; went;) {
    const hand = createHand();
    await inParallel(claimsOf(services, hand), options.inFlight, (claim) =>
      hand.settle(claim.id, settleOne(claim, services, options, counts)),
    );
    went = hand.settled() > 0;
  }
  await services.leases.release("sender");
  return counts;
}

interface Claim {
  id: string;
  /** Takes the delivery in hand; undefined when it is no longer as it looked. */
  take(now: Date): Promise<Delivery | undefined>;
}

/** What is due, looked for again whenever some of it has gone; it ends when nothing goes any more. */
async function* claimsOf(services: NoticeServices, hand: Hand): AsyncGenerator<Claim> {
  for (let seen = -1; hand.settled() > seen && (await services.leases.take("sender", LEASE_MS));) {
    seen = hand.settled();
    const claims = (await look(services)).filter(({ id }) => !hand.holds(id));
    if (claims.length === 0) return;
    for (const claim of claims) {
      hand.take(claim.id);
      yield claim;
    }
    await hand.settledMoreThan(seen);
  }
}

async function look({ clock, log, deliveries }: NoticeServices): Promise<Claim[]> {
  const now = clock.now();
  const [abandoned, due] = await Promise.all([deliveries.abandoned(now), deliveries.due(now)]);
  const again = (id: string) => async (at: Date) => {
    const claimed = await deliveries.claimAbandoned(id, at);
    if (!claimed && (await deliveries.giveUp(id, at)))
      log.alarm("delivery unknown", { delivery: id });
    return claimed;
  };
  return [
    ...abandoned.map((id) => ({ id, take: again(id) })),
    ...due.map((id) => ({ id, take: (at: Date) => deliveries.claimDue(id, at) })),
  ];
}

/** Claim, guard, call, record. One recipient's failure is a row, never an exception. */
async function settleOne(
  claim: Claim,
  services: NoticeServices,
  { signal }: SendOptions,
  counts: Counts,
): Promise<boolean> {
  const { clock, gate, log } = services;
  try {
    if (signal?.aborted || (await gate.isClosed(clock.now()))) return false;
    const delivery = await claim.take(clock.now());
    if (!delivery) return false;
    const outcome = await deliver(delivery, services);
    await record(delivery, outcome.change, services);
    await heed(outcome, delivery, services);
    count(counts, outcome.change.state);
    return true;
  } catch (error) {
    log.alarm("delivery crashed", errorFacts(error));
    return false;
  }
}

/** The guards on fresh reads, then, if nothing stands against it, the one call. */
async function deliver(delivery: Delivery, services: NoticeServices): Promise<Outcome> {
  const { clock, calendar, messenger, texts } = services;
  const facts = await readFacts(delivery, services);
  const now = clock.now();
  const checked = clear(facts, delivery, now, calendar);
  if ("change" in checked) return { change: checked.change };
  if (delivery.until.getTime() - now.getTime() < CALL_MS)
    return { change: { state: "ready", nextAt: now } };
  const { training, reminder, contact, chat } = checked.go;
  const code = facts.notice?.code;
  const card = reminderCard(texts[contact.language], training, reminder, contact.name, now, code);
  const { silent } = reminder;
  const { plain, lane, notAfter } = delivery;
  const answer = await messenger.send(chat, card, { silent, plain, lane, notAfter });
  return outcomeOf(answer, delivery, clock.now());
}

async function readFacts(delivery: Delivery, services: NoticeServices): Promise<Facts> {
  const { artisans, notices, trainings } = services;
  const notice = await notices.byId(delivery.notice);
  const [training, [contact]] = await Promise.all([
    notice && trainings.byId(notice.training),
    artisans.contacts([delivery.artisan]),
  ]);
  return { notice, training, contact };
}

/** Tried again until the claim ends: what was sent and not recorded becomes a doubt. */
async function record(
  delivery: Delivery,
  change: DeliveryChange,
  { clock, deliveries, log }: NoticeServices,
): Promise<void> {
  const facts = { delivery: delivery.id, state: change.state, reason: change.reason };
  for (let tries = 0; tries < RECORD_TRIES && clock.now() < delivery.until; tries += 1) {
    try {
      const recorded = await deliveries.record(delivery, change);
      return recorded ? log.info("delivery", facts) : log.warn("delivery overtaken", facts);
    } catch (error) {
      log.warn("delivery not recorded", { ...facts, ...errorFacts(error) });
    }
  }
  log.alarm("delivery doubtful", facts);
}

async function heed(
  { alarm, gateUntil, unreachable }: Outcome,
  { id, artisan }: Delivery,
  { artisans, clock, gate, log }: NoticeServices,
): Promise<void> {
  if (alarm) log.alarm(alarm, { delivery: id });
  if (gateUntil) await gate.close(gateUntil);
  if (unreachable) await artisans.markUnreachable(artisan, unreachable, clock.now());
}

/** Also what nobody ever claimed comes to an end that people can see. */
async function expireOverdue(
  { clock, deliveries, log }: NoticeServices,
  counts: Counts,
): Promise<void> {
  const now = clock.now();
  for (const id of await deliveries.overdue(now)) {
    if (!(await deliveries.expire(id, now))) continue;
    log.warn("delivery expired", { delivery: id });
    count(counts, "expired");
  }
}

function count(counts: Counts, state: DeliveryState): void {
  counts[state] = (counts[state] ?? 0) + 1;
}
