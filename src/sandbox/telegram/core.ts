import type { AdjustableClock } from "../../clock.ts";
import type { OutageMode } from "./answer.ts";
import type { Events } from "./events.ts";
import type { Faults } from "./faults.ts";
import type { Limits } from "./limits.ts";
import type { Polling } from "./polling.ts";
import type { Call, State } from "./state.ts";
import type { Sender } from "./webhook.ts";

/** One thing that is due: when, and its label in words. */
export interface Due {
  at: Date;
  label: string;
}

/** What the program under test hands in, so that the clock never jumps over its work. */
export interface Hooks {
  /** The next due things. */
  upcoming(): Promise<Due[]>;
  /** Resolves when no update and no due delivery is in hand. */
  settle(): Promise<void>;
  /** Runs what is due now. */
  tick(): Promise<void>;
  /** Awaited before every answer, so that what was answered outlives the process. */
  saved?(): Promise<void>;
}

export interface Violation {
  method: string;
  text: string;
}

/** Everything one stand-in holds; `state` is what `dump` carries, the rest lives with the process. */
export interface Core {
  readonly clock: AdjustableClock;
  readonly token: string;
  readonly events: Events;
  readonly faults: Faults;
  readonly limits: Limits;
  readonly polling: Polling;
  state: State;
  hooks: Hooks;
  calls: Call[];
  nextCallId: number;
  violations: Violation[];
  /** Calls being answered now, long polls left out. */
  inHand: number;
  /** Rises with each call and update; at rest when it stands still. */
  activity: number;
  /** Rings whoever waits for something to happen. */
  readonly waiters: Set<() => void>;
  /** All calls fail until the moment (ms), or until it is called off. */
  outage: { mode: OutageMode; until: number } | null;
  /** Sends to the webhook. */
  sender?: Sender;
  /** Closes what the bot has open, long polls too. */
  dropConnections: () => void;
  /** Milliseconds since 1970. */
  webhookSetAt: number;
}

export const nowMs = (core: Core) => core.clock.now().getTime();
/** Seconds since 1970, as Telegram stamps. */
export const nowS = (core: Core) => Math.floor(nowMs(core) / 1000);

/** Tells whoever waits that something happened. */
export function stir(core: Core): void {
  for (const ring of [...core.waiters]) ring();
}

/** Waits, in real time, until `ready` gives something; undefined after `timeoutMs`. */
export async function waitFor<T>(
  core: Core,
  timeoutMs: number,
  ready: () => T | undefined,
): Promise<T | undefined> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    const found = ready();
    const left = until - performance.now();
    if (found !== undefined || left <= 0) return found;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, left);
      core.waiters.add(done);
      function done() {
        clearTimeout(timer);
        core.waiters.delete(done);
        resolve();
      }
    });
  }
}
