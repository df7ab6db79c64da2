import type { Clock } from "../../src/clock.ts";

/** A time that all processes share without telling each other, and that goes faster than ours. */
export interface Pace {
  /** Milliseconds since 1970 at which our time and the bot's were these. */
  real: number;
  bot: number;
  speed: number;
}

/** Goes on while a process is stopped, as a clock does: who wakes sees how late it is. */
export function runningClock({ real, bot, speed }: Pace): Clock {
  return { now: () => new Date(bot + (Date.now() - real) * speed) };
}
