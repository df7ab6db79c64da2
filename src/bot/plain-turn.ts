import type { Stopwatch } from "../clock.ts";
import { PATIENCE_MS, type Signal, type Turn } from "./turn.ts";

interface Pauses {
  /** Nothing goes before this moment of the stopwatch. */
  until: () => number;
  onRefused: (forMs: number) => void;
}

/** The turn of a call that takes no slot: it waits for pauses only, and for what it was told itself. */
export function plainTurn(clock: Stopwatch, { until, onRefused }: Pauses, signal?: Signal): Turn {
  const giveUpAt = clock.now() + PATIENCE_MS;
  let notBefore = -Infinity;
  return {
    async wait() {
      const opens = Math.max(notBefore, until());
      const waitMs = opens - clock.now();
      if (waitMs <= 0) return undefined;
      if (opens > giveUpAt) return { waitMs, chatOnly: false };
      await rest(clock, waitMs, signal);
      return undefined;
    },
    done: () => undefined,
    refused(forMs) {
      notBefore = clock.now() + forMs;
      onRefused(forMs);
      return false;
    },
  };
}

/** Ends early when the call is given up. */
function rest(clock: Stopwatch, ms: number, signal: Signal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      callOff();
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const callOff = clock.after(ms, end);
    signal?.addEventListener("abort", end);
  });
}
