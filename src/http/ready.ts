import { setTimeout as sleep } from "node:timers/promises";
import { LIMITS } from "../alarms/alarm.ts";
import { type Readings, type ReadingServices, takeReadings } from "../alarms/readings.ts";

export interface ReadyParts {
  services: ReadingServices;
  /** Seconds since a tick last came to its end. */
  tickAgeS: () => number;
}

/** Who asks waits no longer, real time: a silent database counts as one that is away. */
const ANSWER_MS = 3_000;

/** How things stand; undefined: the database does not answer. */
export async function readingsInTime(services: ReadingServices): Promise<Readings | undefined> {
  const late = new AbortController();
  const limit = sleep(ANSWER_MS, undefined, { signal: late.signal }).catch(() => undefined);
  try {
    return await Promise.race([takeReadings(services), limit]);
  } catch {
    return undefined;
  } finally {
    late.abort();
  }
}

/** Why the program cannot do its work now, in a word; undefined: it can. */
export async function whyNotReady(parts: ReadyParts): Promise<"database" | "tick" | undefined> {
  if (!(await readingsInTime(parts.services))) return "database";
  return parts.tickAgeS() > LIMITS.tickS ? "tick" : undefined;
}
