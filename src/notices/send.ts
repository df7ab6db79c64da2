import { crash } from "../crash.ts";
import { errorFacts } from "../log.ts";
import type { Delivery, DeliveryState, Recorded } from "./delivery.ts";
import type { Hint } from "./delivery-repository.ts";
import { LANES } from "./notice.ts";
import type { NoticeServices } from "./notice-services.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { prepare } from "./prepare.ts";
import { showProgress } from "./progress.ts";

/** How many deliveries came to which state. */
export type Counts = Partial<Record<DeliveryState, number>>;

export interface SendOptions {
  /** Calls to Telegram at one time. */
  inFlight: number;
  /** Once aborted nothing more is claimed; what is in hand is finished. */
  signal?: AbortSignal;
}

const LEASE_MS = 40_000;
/** A call takes up to 20 s; with less of its claim left another sender could overlap it. */
const CALL_MS = 25_000;
const RECORD_TRIES = 15;
/** How long an update may wait before broadcasts stand aside. */
const LONGEST_WAIT_MS = 1_000;

/**
 * Sends all that is due now, in order, while this process is the sender. What a dead sender had
 * in hand is sent once more and marked as a doubt, or given up at the second doubt.
 */
export async function sendDue(services: NoticeServices, options: SendOptions): Promise<Counts> {
  const { leases } = services;
  const counts: Counts = {};
  await expireOverdue(services, counts);
  while (await leases.take("sender", LEASE_MS)) {
    const claims = await look(services);
    await showProgress(services);
    const settled = await inParallel(claims, options.inFlight, (claim) =>
      settleOne(claim, services, options, counts),
    );
    if (settled.includes(true)) continue;
    await leases.release("sender");
    break;
  }
  return counts;
}

/** Takes one delivery in hand; undefined when it is no longer as it looked, or must wait. */
type Claim = (now: Date) => Promise<Delivery | undefined>;

async function look(services: NoticeServices): Promise<Claim[]> {
  const { clock, log, deliveries, notices } = services;
  const now = clock.now();
  const abandoned = await deliveries.abandoned(now);
  const due = await deliveries.due(now, await notices.pausedIds());
  const again = (id: string) => async (at: Date) => {
    const claimed = await deliveries.claimAbandoned(id, at);
    if (!claimed && (await deliveries.giveUp(id, at)))
      log.alarm("delivery unknown", { delivery: id });
    return claimed;
  };
  const polite = unlessPeopleWait(services);
  return [
    ...abandoned.map(({ id, lane }) => polite(lane, again(id))),
    ...due.map(({ id, lane }) => polite(lane, (at) => deliveries.claimDue(id, at))),
  ];
}

/** Whoever wrote to us goes first: no broadcast is claimed while an update has waited for 1 s. */
function unlessPeopleWait({ inbox }: NoticeServices) {
  return (lane: Hint["lane"], claim: Claim): Claim =>
    lane === LANES.broadcast
      ? async (now) => {
          const waits = await inbox.hasWaitedSince(new Date(now.getTime() - LONGEST_WAIT_MS));
          return waits ? undefined : claim(now);
        }
      : claim;
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
    const delivery = await claim(clock.now());
    if (!delivery) return false;
    crash("delivery-claimed");
    const outcome = await deliver(delivery, services);
    await record(delivery, outcome.change, services);
    crash("recorded");
    await heed(outcome, delivery, services);
    count(counts, outcome.change.state);
    return true;
  } catch (error) {
    log.alarm("delivery crashed", errorFacts(error));
    return false;
  }
}

type Sent = Outcome & { change: Recorded };

/** The guards on fresh reads, then, if nothing stands against it, the one call. */
async function deliver(delivery: Delivery, services: NoticeServices): Promise<Sent> {
  const { clock, messenger } = services;
  const prepared = await prepare(delivery, services);
  if ("change" in prepared) return { change: prepared.change };
  const now = clock.now();
  if (delivery.until.getTime() - now.getTime() < CALL_MS)
    return { change: { state: "ready", nextAt: now } };
  const { chat, parcel, silent, revision, then } = prepared.go;
  crash("before-call");
  const answering = messenger.post(chat, parcel, { silent, plain: delivery.plain });
  setImmediate(() => crash("in-call"));
  const answer = await answering;
  crash("accepted");
  if (answer.ok) await then?.();
  const outcome = outcomeOf(answer, delivery, clock.now());
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

/** Works on the items in order, so many at a time: the workers share one iterator. */
async function inParallel<Item, Result>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const rest = items.values();
  const results: Result[] = [];
  const worker = async () => {
    for (const item of rest) results.push(await work(item));
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
