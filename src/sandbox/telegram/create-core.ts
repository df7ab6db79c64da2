import type { AdjustableClock } from "../../clock.ts";
import type { Core, Hooks } from "./core.ts";
import { createEvents } from "./events.ts";
import { createFaults } from "./faults.ts";
import { createLimits } from "./limits.ts";
import { createPolling } from "./polling.ts";
import { createState } from "./state.ts";
import { createSender } from "./webhook.ts";

const idle: Hooks = {
  upcoming: () => Promise.resolve([]),
  settle: () => Promise.resolve(),
  tick: () => Promise.resolve(),
};

export interface CoreOptions {
  clock: AdjustableClock;
  token: string;
  seed: number;
  hooks: Hooks | undefined;
}

export function createCore({ clock, token, seed, hooks }: CoreOptions): Core {
  const core: Core = {
    clock,
    token,
    events: createEvents(),
    faults: createFaults(),
    limits: createLimits(),
    polling: createPolling(),
    state: createState(token, seed),
    hooks: hooks ?? idle,
    calls: [],
    nextCallId: 1,
    violations: [],
    inHand: 0,
    activity: 0,
    waiters: new Set(),
    outage: null,
    dropConnections: () => undefined,
    webhookSetAt: -Infinity,
  };
  core.sender = createSender(core);
  return core;
}
