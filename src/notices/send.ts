import { crash } from "../crash.ts";
import { errorFacts } from "../log.ts";
import type { Delivery, DeliveryState, Recorded } from "./delivery.ts";
import { createHand, type Hand, inParallel } from "./hand.ts";
import { LANES, type Lane } from "./notice.ts";
import type { NoticeServices } from "./notice-services.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { prepare } from "./prepare.ts";
import { showProgress } from "./progress.ts";
import { withSharedReads } from "./shared-reads.ts";
import { uploadAgain } from "./upload-again.ts";

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
/** How long an update may wait before broadcasts stand aside. */
const LONGEST_WAIT_MS = 1_000;

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
    await inParallel(claimsOf(services, options, hand), options.inFlight, (claim) =>
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
async function* claimsOf(
  services: NoticeServices,
  options: SendOptions,
  hand: Hand,
): AsyncGenerator<Claim> {
  for (let seen = -1; hand.settled() > seen && (await services.leases.take("sender", LEASE_MS));) {
    seen = hand.settled();
    const claims = (await look(services, options)).filter(({ id }) => !hand.holds(id));
    await showProgress(services);
    if (claims.length === 0) return;
    for (const claim of claims) {
      hand.take(claim.id);
      yield claim;
    }
    await hand.settledMoreThan(seen);
  }
}

async function look(services: NoticeServices, { inFlight }: SendOptions): Promise<Claim[]> {
  const { clock, log, deliveries, notices } = services;
  const now = clock.now();
  const [abandoned, due] = await Promise.all([
    deliveries.abandoned(now),
    deliveries.due(now, await notices.heldIds(), inFlight),
  ]);
  const again = (id: string) => async (at: Date) => {
    const claimed = await deliveries.claimAbandoned(id, at);
    if (!claimed && (await deliveries.giveUp(id, at)))
      log.alarm("delivery unknown", { delivery: id });
    return claimed;
  };
  const polite = unlessPeopleWait(services);
  return [
    ...abandoned.map(({ id, lane }) => ({ id, take: polite(lane, again(id)) })),
    ...due.map(({ id, lane }) => ({
      id,
      take: polite(lane, (at: Date) => deliveries.claimDue(id, at)),
    })),
  ];
}

/** Whoever wrote to us goes first: no broadcast is claimed while an update has waited for 1 s. */
function unlessPeopleWait({ inbox }: NoticeServices) {
  return (lane: Lane, take: Claim["take"]): Claim["take"] =>
    lane === LANES.broadcast
      ? async (now) => {
          const waits = await inbox.hasWaitedSince(new Date(now.getTime() - LONGEST_WAIT_MS));
          return waits ? undefined : take(now);
        }
      : take;
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
    crash("delivery-claimed");
    const outcome = await deliver(delivery, services);
    const { until = delivery.until } = outcome;
    await record({ ...delivery, until }, outcome.change, services);
    crash("recorded");
    await heed(outcome, delivery, services);
    count(counts, outcome.change.state);
    services.count("deliveries", outcome.change.state);
    return true;
  } catch (error) {
    log.alarm("delivery crashed", errorFacts(error));
    return false;
  }
}

type Sent = Outcome & { change: Recorded; until?: Date };

/** The guards on fresh reads, then, if nothing stands against it, the one call. */
async function deliver(delivery: Delivery, services: NoticeServices): Promise<Sent> {
  const { clock, messenger } = services;
  const prepared = await prepare(delivery, services);
  if ("change" in prepared) return { change: prepared.change };
  const now = clock.now();
  if (delivery.until.getTime() - now.getTime() < CALL_MS)
    return { change: { state: "ready", nextAt: now } };
  const { chat, parcel, silent, revision, then } = prepared.go;
  const { plain, lane, notAfter } = delivery;
  const manner = { silent, plain, lane, notAfter };
  crash("before-call");
  const answering = messenger.post(chat, parcel, manner);
  setImmediate(() => crash("in-call"));
  const answer = await answering;
  crash("accepted");
  if (answer.ok) await then?.();
  const isLost = !answer.ok && answer.refusal.kind === "badFile";
  const outcome = isLost
    ? await uploadAgain(delivery, prepared.go, services, (originals) =>
        messenger.post(chat, parcel, manner, originals),
      )
    : outcomeOf(answer, delivery, clock.now());
  if (outcome.change.state !== "sent") return outcome;
  return { ...outcome, change: { ...outcome.change, chat, revision } };
}

/** Tried again until the claim ends: what was sent and not recorded becomes a doubt. */
async function record(
  delivery: Delivery,
  change: Recorded,
  { clock, deliveries, log }: NoticeServices,
): Promise<void> {
  const facts = { delivery: delivery.id, state: change.state, reason: change.reason };
  for (let tries = 0; tries < RECORD_TRIES && clock.now() < delivery.until; tries += 1) {
    try {
      const recorded = await deliveries.record(delivery, change, clock.now());
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
  for (const { id } of await deliveries.overdue(now)) {
    if (!(await deliveries.expire(id, now))) continue;
    log.warn("delivery expired", { delivery: id });
    count(counts, "expired");
  }
}

function count(counts: Counts, state: DeliveryState): void {
  counts[state] = (counts[state] ?? 0) + 1;
}
