import type { ChoiceKind } from "./choice.ts";
import { selectionOf } from "./candidates.ts";
import type { EnrolmentServices } from "./enrolment-services.ts";
import { writeOffer } from "./letters.ts";
import { passedBy } from "./order.ts";

export type Chosen =
  | { is: "offered" | "accepted" | "skipped" | "already" | "gone" | "closed" | "full" }
  /** No seat was free: on the waiting list, with this number. */
  | { is: "waiting"; number: number }
  /** So many stand before: the reason is needed first. */
  | { is: "needsReason"; before: number };

interface Pick {
  training: string;
  artisan: string;
  /** Telegram's id of the coordinator. */
  by: number;
  reason?: string;
}

/**
 * Gives somebody a seat: by a letter while people choose, by phone when it is too late for letters.
 * The reason is kept before the seat is taken. Repeatable; never more holders than seats.
 */
export async function pick(wish: Pick, services: EnrolmentServices): Promise<Chosen> {
  const training = await services.trainings.byId(wish.training);
  if (!training) return { is: "gone" };
  const { order, phase } = await selectionOf(training, services);
  if (!order.some(({ id }) => id === wish.artisan)) return elsewhere(wish, services);
  if (!phase) return { is: "closed" };
  const over = passedBy(order, wish.artisan);
  if (over.length && wish.reason === undefined) return { is: "needsReason", before: over.length };
  await keepReason({ ...wish, kind: "jump", over }, services);
  return phase === "choosing" ? offerSeat(wish, services) : seatByPhone(wish, services);
}

/** Not picked although it was their turn: always with a reason. */
export async function skip(
  wish: Pick & { reason: string },
  services: EnrolmentServices,
): Promise<Chosen> {
  const training = await services.trainings.byId(wish.training);
  if (!training) return { is: "gone" };
  const { order, phase } = await selectionOf(training, services);
  if (!order.some(({ id }) => id === wish.artisan)) return elsewhere(wish, services);
  if (!phase) return { is: "closed" };
  await keepReason({ ...wish, kind: "skip", over: [] }, services);
  return { is: "skipped" };
}

async function keepReason(
  { training, artisan, by, reason, kind, over }: Pick & { kind: ChoiceKind; over: string[] },
  { choices, clock }: EnrolmentServices,
): Promise<void> {
  if (reason === undefined) return;
  await choices.keep({ training, artisan, kind, over, by, at: clock.now(), reason });
}

/** Somebody else was there before, or the person is. */
async function elsewhere(
  { training, artisan }: Pick,
  { enrolments }: EnrolmentServices,
): Promise<Chosen> {
  const state = (await enrolments.one(training, artisan))?.state;
  const has = state === "offered" || state === "accepted" || state === "confirmed";
  return { is: has ? "already" : "gone" };
}

async function offerSeat(wish: Pick, services: EnrolmentServices): Promise<Chosen> {
  const { clock, enrolments, seats, trainings } = services;
  const { training: id, artisan } = wish;
  const now = clock.now();
  const taken = await seats.choose(id, artisan, now);
  if (taken === "full") return putOnList(wish, services);
  if (taken === "closed") return { is: "closed" };
  await enrolments.move({ ...stepOf(wish), state: "offered", from: ["interested"], at: now });
  const [enrolment, training] = await Promise.all([
    enrolments.one(id, artisan),
    trainings.byId(id),
  ]);
  if (enrolment?.state !== "offered" || !training) {
    // The choice ended, or they took their wish back, at the same moment.
    if (enrolment?.state === "notChosen" || enrolment?.state === "withdrawn")
      await seats.free(id, artisan);
    return elsewhere(wish, services);
  }
  await writeOffer(enrolment, training, services);
  return { is: "offered" };
}

/** All seats are taken: whoever is picked now is asked when one is free. */
async function putOnList(wish: Pick, services: EnrolmentServices): Promise<Chosen> {
  const { clock, enrolments, seats } = services;
  const number = await seats.wait(wish.training, wish.artisan, "selecting");
  if (number === undefined) return elsewhere(wish, services);
  const step = { ...stepOf(wish), state: "waiting", number, at: clock.now() } as const;
  await enrolments.move({ ...step, from: ["interested"] });
  return { is: "waiting", number };
}

async function seatByPhone(wish: Pick, services: EnrolmentServices): Promise<Chosen> {
  const { clock, enrolments, seats } = services;
  const now = clock.now();
  const taken = await seats.passOn(wish.training, wish.artisan, now);
  if (taken === "full" || taken === "closed") return { is: taken };
  await enrolments.move({ ...stepOf(wish), state: "accepted", from: ["waiting"], at: now });
  return { is: "accepted" };
}

const stepOf = ({ training, artisan, by, reason }: Pick) => ({
  ...{ training, artisan, by },
  ...(reason !== undefined && { reason }),
});
