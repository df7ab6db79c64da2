import type { Update } from "grammy/types";

import { type Core } from "./core.ts";
import { conflict, type Refusal, texts } from "./errors.ts";
import { confirm, takeUpdates } from "./updates.ts";

interface Waiting {
  limit: number;
  answer(updates: Update[]): void;
  fail(refusal: Refusal): void;
  /** Waits no longer; what is answered comes later. */
  stop(): void;
}

export interface PollRequest {
  offset: number;
  limit: number;
  /** Seconds. */
  timeout: number;
  /** Aborted when the client hangs up. */
  signal: AbortSignal;
}

/** The one long poll of a bot. */
export interface Polling {
  /** Is a bot there that polls? Then a settled world is one whose updates are all confirmed. */
  attached(): boolean;
  poll(core: Core, request: PollRequest): Promise<Update[]>;
  /** Updates have come: answers the poll that waits, after 2 ms so that neighbours come along. */
  wake(core: Core): void;
  /** Ends the poll that waits, as another poll or a webhook does. */
  end(refusal: Refusal): void;
  /** The bot is gone: nobody polls any more. */
  detach(): void;
}

/** Real seconds: a second conflict within them is told that late. [BA fail_query_conflict] */
const conflictPauseMs = 3_000;
/** Real milliseconds for which updates that come together are gathered. [BA] */
const gatherMs = 2;

export function createPolling(): Polling {
  let waiting: Waiting | undefined;
  let attached = false;
  let nextConflictAt = 0;
  let last = { offset: NaN, startedAt: -Infinity, finishedAt: -Infinity };

  function end(refusal: Refusal): void {
    const now = performance.now();
    const ended = waiting;
    if (!ended) return;
    ended.stop();
    if (now < nextConflictAt) return void setTimeout(() => ended.fail(refusal), conflictPauseMs);
    nextConflictAt = now + conflictPauseMs;
    ended.fail(refusal);
  }

  /** Slows hasty polls down, where the setting asks for it. [BA process_get_updates_query] */
  function throttled(request: PollRequest): PollRequest {
    const now = performance.now();
    const same = request.offset === last.offset;
    const hasty = same && request.timeout < 3 && now < last.startedAt + 3_000;
    const limit = same && now < last.finishedAt + 500 ? 1 : request.limit;
    last = { ...last, offset: request.offset, startedAt: now };
    return { ...request, limit, timeout: hasty ? 3 : request.timeout };
  }

  function wait({ limit, timeout, signal }: PollRequest): Promise<Update[]> {
    end(conflict(texts.otherPoll));
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", hangUp);
        if (waiting === poll) waiting = undefined;
      };
      const poll: Waiting = {
        limit,
        stop,
        answer: (updates) => (stop(), resolve(updates)),
        fail: reject,
      };
      const hangUp = () => {
        if (waiting === poll) attached = false;
        poll.answer([]);
      };
      const timer = setTimeout(() => poll.answer([]), timeout * 1000);
      signal.addEventListener("abort", hangUp);
      waiting = poll;
    });
  }

  return {
    attached: () => attached,
    detach: () => (attached = false),
    async poll(core, asked) {
      if (core.state.webhook) throw conflict(texts.webhookActive);
      attached = asked.timeout > 0;
      const request = core.state.settings.throttle ? throttled(asked) : asked;
      confirm(core, request.offset); // also rings whoever waits for the bot
      const ready = takeUpdates(core, request.limit);
      if (ready.length > 0 || request.timeout === 0) return ready;
      const updates = await wait(request);
      last.finishedAt = performance.now();
      return updates;
    },
    wake(core) {
      if (!waiting) return;
      setTimeout(() => {
        const updates = waiting ? takeUpdates(core, waiting.limit) : [];
        if (updates.length > 0) waiting?.answer(updates);
      }, gatherMs);
    },
    end,
  };
}
