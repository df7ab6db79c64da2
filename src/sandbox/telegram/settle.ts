import { type Core, waitFor } from "./core.ts";

/**
 * Waits until the bot is at rest: all updates confirmed, no call in hand, the program's own `settle`
 * done, and nothing new meanwhile. Gives up after `settleMs` of real time, as a bot that hangs does.
 */
export async function settle(core: Core): Promise<void> {
  const until = performance.now() + core.state.settings.settleMs;
  for (;;) {
    await waitFor(core, until - performance.now(), () => (isBusy(core) ? undefined : true));
    const before = core.activity;
    await limited(core.hooks.settle(), until - performance.now());
    await new Promise((resolve) => setImmediate(resolve));
    if ((core.activity === before && !isBusy(core)) || performance.now() >= until) return;
  }
}

function isBusy(core: Core): boolean {
  const unseen = core.polling.attached() && core.state.queue.length > 0;
  return unseen || core.sender?.busy() || core.inHand > 0;
}

async function limited(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, Math.max(0, ms))));
  await Promise.race([work, late]);
  clearTimeout(timer);
}
