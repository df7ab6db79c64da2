import { setTimeout as sleep } from "node:timers/promises";
import { type Api, GrammyError } from "grammy";
import type { Clock } from "../clock.ts";
import { crash } from "../crash.ts";
import type { Leases } from "../leases/lease-repository.ts";
import type { OtherProcesses } from "../leases/other-processes.ts";
import { errorFacts, type Log } from "../log.ts";
import { ALLOWED_UPDATES, type Inbox, type Row } from "./inbox.ts";
import type { Worker } from "./work.ts";

const LEASE = { name: "poll", forMs: 30_000, atLeastMs: 20_000, standByMs: 5_000 };
const BATCH = 50;
const TAKE_OVER_ROWS = 10_000;
const WAIT_S = 10;
const BACKOFF_MS = { first: 1_000, longest: 30_000 };
/**
 * Two programs on one token end each other's polls, and between that each gets updates: only when
 * none was ended for a while is it over.
 */
const CONFLICT = { waitMs: 5_000, alarmAfterMs: 60_000, thenWaitMs: 20_000, overAfterMs: 90_000 };

const ALONE = { mayWork: () => true };

export interface PollParts {
  api: Api;
  /** `store` is the entrance's. */
  inbox: Pick<Inbox, "store" | "open">;
  worker: Worker;
  leases: Leases;
  clock: Clock;
  log: Log;
  others?: Pick<OtherProcesses, "mayWork">;
  /** Called when Telegram does not know the token: nothing can go on. */
  onUnauthorised(): void;
}

/**
 * Fetches updates, stores them, and only then confirms them by asking for the next ones. One
 * process does so at a time; the others stand by.
 */
export function createPoller(parts: PollParts) {
  const { api, inbox, worker, leases, clock, log, others = ALONE } = parts;
  const stopped = new AbortController();
  // grammY types its own copy of AbortSignal.
  const signal = stopped.signal as unknown as Parameters<Api["getUpdates"]>[1];
  let offset = 0;
  let leaseUntil = 0;
  let tookOver = false;
  let loop: Promise<void> | undefined;

  /** Fetches one batch and stores it; a batch that took too long to store is fetched again. */
  async function fetchAndStore(waitS: number): Promise<Row[]> {
    const updates = await api.getUpdates(
      { offset, limit: BATCH, timeout: waitS, allowed_updates: [...ALLOWED_UPDATES] },
      signal,
    );
    const fetchedAt = clock.now().getTime();
    if (updates.length === 0) return [];
    crash("fetched");
    const rows = await inbox.store(updates);
    if (clock.now().getTime() - fetchedAt > LEASE.atLeastMs) return [];
    offset = Math.max(...updates.map((update) => update.update_id)) + 1;
    return rows;
  }

  /** Answers how many updates were fetched and handed to the worker. */
  async function pollOnce(waitS: number): Promise<number> {
    const rows = await fetchAndStore(waitS);
    worker.feed(rows);
    return rows.length;
  }

  /** What the process before us stored comes before what we fetch. */
  async function takeOver(): Promise<void> {
    offset = 0;
    await fetchAndStore(0);
    worker.feed(await inbox.open(TAKE_OVER_ROWS));
    tookOver = true;
  }

  async function round(): Promise<void> {
    if (!leaseRuns()) tookOver = false;
    if (!others.mayWork()) return standBy();
    const askedAt = clock.now().getTime();
    if (!(await leases.take(LEASE.name, LEASE.forMs))) return pause(LEASE.standByMs);
    leaseUntil = askedAt + LEASE.forMs;
    if (leaseUntil - clock.now().getTime() < LEASE.atLeastMs) return;
    if (tookOver) await pollOnce(WAIT_S);
    else await takeOver();
  }

  /** A newer build polls. */
  async function standBy(): Promise<void> {
    await letGo();
    await pause(LEASE.standByMs);
  }

  async function letGo(): Promise<void> {
    if (!leaseRuns()) return;
    tookOver = false;
    leaseUntil = 0;
    await leases
      .release(LEASE.name)
      .catch((error: unknown) =>
        log.warn("the poll lease was not given back; it ends by itself", errorFacts(error)),
      );
  }

  function leaseRuns(): boolean {
    return clock.now().getTime() < leaseUntil;
  }

  async function run(onFirstRound: () => void): Promise<void> {
    let backoff = BACKOFF_MS.first;
    let conflict: { since: number; last: number } | undefined;
    while (!stopped.signal.aborted) {
      try {
        await round();
        backoff = BACKOFF_MS.first;
      } catch (error) {
        if (stopped.signal.aborted) return;
        log.warn("poll failed", errorFacts(error));
        if (error instanceof GrammyError && error.error_code === 401) return parts.onUnauthorised();
        if (error instanceof GrammyError && error.error_code === 409) {
          const last = clock.now().getTime();
          const isSame = conflict && last - conflict.last < CONFLICT.overAfterMs;
          conflict = { since: isSame && conflict ? conflict.since : last, last };
          await pause(alarmIfLong(conflict) ? CONFLICT.thenWaitMs : CONFLICT.waitMs);
        } else {
          await pause(backoff);
          backoff = Math.min(backoff * 2, BACKOFF_MS.longest);
        }
      }
      onFirstRound();
    }
  }

  function alarmIfLong({ since, last }: { since: number; last: number }): boolean {
    const isLong = last - since > CONFLICT.alarmAfterMs;
    if (isLong) log.alarm("another program has been polling with this token for over a minute");
    return isLong;
  }

  const pause = (ms: number) =>
    sleep(ms, undefined, { signal: stopped.signal }).catch(() => undefined);

  return {
    pollOnce,
    /** True once this process holds the lease and has fed what was stored before it did. */
    hasLease: () => tookOver && leaseRuns(),
    /** Polls from now on. Resolves when what waited at Telegram was fetched, or could not be. */
    start(): Promise<void> {
      if (stopped.signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        loop = run(resolve).finally(resolve);
      });
    },
    /** Ends the long poll; an update that was fetched and not stored comes again next time. */
    async stop(): Promise<void> {
      stopped.abort();
      await loop;
      await letGo();
    },
  };
}
