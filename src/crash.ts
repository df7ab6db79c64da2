/** Moments at which a process may die and nothing may be lost. */
export const CRASH_POINTS = {
  /** Of an update on its way in. */
  intake: ["fetched", "stored", "claimed", "draft-written", "before-commit", "committed"],
  /** Of a person who is erased: on the list, and when half of the places are done. */
  erasure: ["erase-begun", "erase-half"],
  /** Of a sheet that is saved: a row is in the records, and not yet noted as done. */
  importing: ["import-row"],
  /** Of a changed record: kept, and not yet compared with others. */
  correcting: ["corrected"],
  /** Of a changed plan: kept in the ledger, and in force, before the letter is written. */
  changing: ["change-begun", "change-made"],
  /** Of a notice on its way out: confirmed, listed, and each delivery sent. */
  sending: [
    "confirmed",
    "expansion-claimed",
    "rows-in",
    "cursor-moved",
    "before-flag",
    "delivery-claimed",
    "before-call",
    "in-call",
    "accepted",
    "recorded",
  ],
} as const;

export type CrashPoint = (typeof CRASH_POINTS)[keyof typeof CRASH_POINTS][number];

let onPass: ((point: CrashPoint) => void) | undefined;

/** Marks such a moment. Nothing happens here unless a test armed the process. */
export function crash(point: CrashPoint): void {
  onPass?.(point);
}

/** Calls this at every point from now on; `undefined` is peace again. */
export function armCrashes(pass: ((point: CrashPoint) => void) | undefined): void {
  onPass = pass;
}

/** A point, and at which pass through it the process dies. */
export interface Crash {
  point: CrashPoint;
  pass: number;
}

/** For `armCrashes`: dies, as by `kill -9`, at that pass through that point. */
export function dieAt({ point: fatal, pass }: Crash): (point: CrashPoint) => void {
  let passes = 0;
  return (point) => {
    if (point === fatal && ++passes === pass) process.kill(process.pid, "SIGKILL");
  };
}
