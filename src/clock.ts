/** The one source of "now". Everything that asks for the time is handed a clock. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that the demo and the tests move; it runs on at real speed unless frozen. */
export interface AdjustableClock extends Clock {
  /** Jumps to the moment, forward or back. */
  set(moment: Date): void;
  freeze(frozen: boolean): void;
  isFrozen(): boolean;
}

export function createAdjustableClock(start: Date = new Date()): AdjustableClock {
  let base = start.getTime();
  let since = Date.now();
  let frozen = false;
  const read = () => (frozen ? base : base + Date.now() - since);
  const rebase = (ms: number) => {
    base = ms;
    since = Date.now();
  };
  return {
    now: () => new Date(read()),
    set: (moment) => rebase(moment.getTime()),
    freeze(value) {
      rebase(read());
      frozen = value;
    },
    isFrozen: () => frozen,
  };
}

/** For pacing and waiting: a clock that nobody sets, and timers on it. In milliseconds. */
export interface Stopwatch {
  now(): number;
  /** Does the work after so long; the answer calls it off. */
  after(ms: number, work: () => void): () => void;
}

export const stopwatch: Stopwatch = {
  now: () => performance.now(),
  after(ms, work) {
    const timer = setTimeout(work, Math.ceil(ms));
    return () => clearTimeout(timer);
  },
};
