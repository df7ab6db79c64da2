import type { Services } from "../services.ts";

export type ReadingServices = Pick<Services, "clock" | "deliveries" | "gate" | "inbox" | "notices">;

export interface Readings {
  /** How long the oldest open update has waited, in seconds; 0: none waits. */
  inboxS: number;
  /** Updates that were given up. */
  parked: number;
  /** By how much the oldest due delivery is late, in seconds; 0: none is. */
  deliveryS: number;
  /** How long nothing may go out yet, in seconds; 0: the gate is open. */
  gateS: number;
}

/** How things stand in the database. Throws while it is away. */
export async function takeReadings(services: ReadingServices): Promise<Readings> {
  const { clock, deliveries, gate, inbox, notices } = services;
  const now = clock.now();
  const [oldest, parked, due, closed] = await Promise.all([
    inbox.oldestAt(),
    inbox.parked(),
    notices.heldIds().then((held) => deliveries.dueSince(now, held)),
    gate.closedUntil(),
  ]);
  const since = (at: Date | undefined) => secondsFrom(at ?? now, now);
  return {
    inboxS: since(oldest),
    parked,
    deliveryS: since(due),
    gateS: secondsFrom(now, closed ?? now),
  };
}

const secondsFrom = (from: Date, to: Date) => Math.max(0, (to.getTime() - from.getTime()) / 1_000);
