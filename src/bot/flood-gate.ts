import type { Clock } from "../clock.ts";
import { errorFacts, type Log } from "../log.ts";

/** The pause that Telegram asked for, as this process knows it. */
export interface FloodGate {
  /** Milliseconds until calls may go out; 0 when they may now. */
  waitMs(): number;
  close(forMs: number): void;
}

/** Closes at once in this process; the others learn of it by what `share` keeps. */
export function createFloodGate(
  clock: Clock,
  log: Log,
  share: (until: Date) => Promise<unknown>,
): FloodGate {
  let until = 0;
  return {
    waitMs: () => Math.max(0, until - clock.now().getTime()),
    close(forMs) {
      const wanted = clock.now().getTime() + forMs;
      until = Math.max(until, wanted);
      share(new Date(wanted)).catch((error: unknown) =>
        log.warn("a flood wait was not shared", errorFacts(error)),
      );
    },
  };
}
