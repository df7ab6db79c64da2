/** Milliseconds of a clock that only runs forward, such as `performance.now()`. */
type Ms = number;

export interface PaceOptions {
  /** Sends in any window: 30, or up to 1,000 where paid broadcasts are bought. */
  limit: number;
  /** Draws from [0, 1), so that processes do not come back in the same moment. */
  random: () => number;
}

const WINDOW_MS = 1_000;
/** What is kept free beside the window, because nobody knows when Telegram saw a send. */
const GUARD_MS = { first: 25, least: 15, most: 500 };
const EASE_EVERY_MS = 10_000;
/** A stall up to this long is caught up; the window still bounds the burst. */
const CATCH_UP_MS = 50;
const AFTER_PAUSE_MS = { least: 20, random: 200 };
const ROUND_TRIPS = 16;
/** So many refusals within so long, at a wide guard, mean that the limit is lower than we think. */
const TOO_OFTEN = { refusals: 3, withinMs: 600_000, guardMs: 100, fewer: 2 };
const QUIET_HOUR_MS = 3_600_000;
const LEAST_LIMIT = 4;

/**
 * When the next send may go: evenly spaced, and never more than the limit in a window and its
 * guard. Telegram's own rule is unpublished, so each refusal widens the guard and quiet narrows it.
 */
export function createPace({ limit: most, random }: PaceOptions) {
  /** When Telegram probably saw each of the last sends; the guarantee. */
  const seen = new Array<Ms>(most).fill(-Infinity);
  const trips: number[] = [];
  const refusals: Ms[] = [];
  let sends = 0;
  let limit = most;
  let guard = GUARD_MS.first;
  let [widenedAt, easedAt, lessAt] = [-Infinity, Infinity, 0];
  /** The next evenly spaced moment; the smoothness. */
  let even: Ms = -Infinity;
  let pausedUntil: Ms = -Infinity;

  const slotOf = (send: number) => ((send % most) + most) % most;

  function ease(now: Ms): void {
    easedAt = Math.min(easedAt, now);
    const steps = Math.floor((now - easedAt) / EASE_EVERY_MS);
    if (steps > 0) {
      guard = Math.max(GUARD_MS.least, guard - steps);
      easedAt += steps * EASE_EVERY_MS;
    }
    if (limit < most && now - lessAt >= QUIET_HOUR_MS) {
      limit += 1;
      lessAt = now;
    }
  }

  function widen(now: Ms): void {
    easedAt = now;
    if (now - widenedAt < WINDOW_MS) return;
    widenedAt = now;
    guard = Math.min(GUARD_MS.most, guard * 1.5);
    refusals.push(now);
    if (refusals.length > TOO_OFTEN.refusals) refusals.shift();
    const [oldest = now] = refusals;
    const often = refusals.length === TOO_OFTEN.refusals && now - oldest <= TOO_OFTEN.withinMs;
    if (!often || guard < TOO_OFTEN.guardMs) return;
    limit = Math.max(LEAST_LIMIT, limit - TOO_OFTEN.fewer);
    lessAt = now;
    refusals.length = 0;
  }

  return {
    /** The earliest moment of the next send; `free` slots of each window are left to others. */
    nextAt(free = 0): Ms {
      const oldest = seen[slotOf(sends - limit + free)] ?? -Infinity;
      return Math.max(pausedUntil, even, oldest + WINDOW_MS + guard);
    },

    /** Marks a send that goes now; the answer is its number. */
    take(now: Ms): number {
      ease(now);
      seen[slotOf(sends)] = now;
      const spacing = WINDOW_MS / limit;
      even = Math.min(Math.max(even, now - CATCH_UP_MS), now) + spacing;
      sends += 1;
      return sends - 1;
    },

    /** A send was answered: Telegram saw it a round trip ago at the earliest. */
    answered(send: number, begun: Ms, now: Ms): void {
      trips.push(now - begun);
      if (trips.length > ROUND_TRIPS) trips.shift();
      if (send < sends - most) return;
      const slot = slotOf(send);
      seen[slot] = Math.max(seen[slot] ?? now, now - Math.min(...trips));
    },

    /** Telegram refuses everything for so long. */
    refused(forMs: number, now: Ms): void {
      const late = AFTER_PAUSE_MS.least + random() * AFTER_PAUSE_MS.random;
      pausedUntil = Math.max(pausedUntil, now + forMs + late);
      widen(now);
    },

    pausedUntil: () => pausedUntil,
    guardMs: () => guard,
    limit: () => limit,
  };
}
