import type { Stopwatch } from "../../src/clock.ts";

/** A stopwatch that stands still until it is moved; timers go off in their order. */
export function createHandClock(start = 1_000_000) {
  let now = start;
  let timers: { at: number; work: () => void }[] = [];
  const clock: Stopwatch = {
    now: () => now,
    after(ms, work) {
      const timer = { at: now + ms, work };
      timers.push(timer);
      return () => void (timers = timers.filter((one) => one !== timer));
    },
  };
  /** Lets everything that waits for a promise go on. */
  const breathe = async () => {
    for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
  };
  return {
    clock,
    breathe,
    /** Moves on by so many milliseconds, from timer to timer. */
    pass: async (ms: number): Promise<void> => {
      const end = now + ms;
      for (;;) {
        await breathe();
        const next = timers.toSorted((a, b) => a.at - b.at)[0];
        if (!next || next.at > end) break;
        timers = timers.filter((one) => one !== next);
        now = Math.max(now, next.at);
        next.work();
      }
      now = end;
      await breathe();
    },
  };
}
