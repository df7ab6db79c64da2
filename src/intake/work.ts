import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "grammy/types";
import type { Clock } from "../clock.ts";
import type { Count } from "../counts.ts";
import { crash } from "../crash.ts";
import { errorFacts, type Log } from "../log.ts";
import type { Inbox, Row } from "./inbox.ts";
import { createFairClaims } from "./fair-claims.ts";
import { type Claim, handleUnder, type People } from "./person-state.ts";
import type { OtherProcesses } from "../leases/other-processes.ts";
import { isUsedUp, setbackOf } from "./setback.ts";

/** So many answers may be under way; of those, an early death repeats the questions. */
const CHATS_AT_ONCE = 32;
const HANDLER_MS = 45_000;
const TELL_AT_FAILURE = 3;
/** How long to wait for a chat that is held elsewhere, or waits after a failure. */
const HELD_MS = { first: 50, longest: 1_000 };
const LEFTOVERS = { everyMs: 30_000, olderThanMs: 5_000, atOnce: 200 };
/** What an older build leaves to us is waited for by people. */
const LEFT_TO_US = { everyMs: 1_000, olderThanMs: 500 };

export interface WorkerParts {
  inbox: Inbox;
  people: People;
  clock: Clock;
  log: Log;
  handle(update: Update): Promise<unknown>;
  /** Where figures of this process go. */
  count?: Count;
  /** One line to the person: the answer takes longer, or was given up. */
  tell(claim: Claim, what: "delayed" | "givenUp"): Promise<unknown>;
  /** True while no other process can have stored an update of this chat before ours. */
  isOnlyReader(): boolean;
  others?: Pick<OtherProcesses, "mayWork" | "leaveWorkToUs">;
}

const ALONE = { mayWork: () => true, leaveWorkToUs: () => false };

export type Worker = ReturnType<typeof createWorker>;

/**
 * Works through stored updates: a chat in order, chats side by side. A row leaves its queue only
 * when its own commit, or the chat's list of handled ids, says that it is done.
 */
export function createWorker(parts: WorkerParts) {
  const { inbox, people, clock, log, others = ALONE } = parts;
  const count = (how: string) => parts.count?.("updates", how);
  const claims = createFairClaims(people);
  const queues = new Map<number, Row[]>();
  const waiting: number[] = [];
  const running = new Map<number, Promise<void>>();
  /** Chats that are held elsewhere, or wait after a failure; and how long they were left alone. */
  const resting = new Map<number, Promise<void>>();
  const restedMs = new Map<number, number>();
  const inHand = new Map<number, Claim>();
  const timers: NodeJS.Timeout[] = [];
  let stopping = false;
  /** What a newer build may do better stays stored for it. */
  const goesOn = () => !stopping && others.mayWork();

  function feed(rows: readonly Row[]): void {
    if (!goesOn()) return;
    for (const row of rows) enqueue(row);
    startWaiting();
  }

  function enqueue(row: Row): void {
    const queue = queues.get(row.chat);
    if (!queue) {
      queues.set(row.chat, [row]);
      waiting.push(row.chat);
    } else if (!queue.some((queued) => queued.id === row.id)) {
      queue.push(row);
    }
  }

  function startWaiting(): void {
    // Who works again reads what is stored then.
    if (!others.mayWork()) waiting.splice(0).forEach(forget);
    while (goesOn() && running.size < CHATS_AT_ONCE) {
      const chat = waiting.shift();
      if (chat === undefined) return;
      running.set(chat, workThrough(chat));
    }
  }

  async function workThrough(chat: number): Promise<void> {
    const queue = queues.get(chat) ?? [];
    let isHeld = false;
    for (let row = queue[0]; row && goesOn() && !isHeld; row = queue[0]) {
      isHeld = !(await attempt(row));
      if (isHeld) continue;
      queue.shift();
      restedMs.delete(chat);
    }
    // All at once: what is fed a moment later begins a queue of its own.
    running.delete(chat);
    if (isHeld && goesOn()) resting.set(chat, rest(chat));
    else forget(chat);
    startWaiting();
  }

  /**
   * A chat that has to wait holds up no other: after a death there may be more of them than may be
   * under way. The more there are, the seldomer each is tried, so that they cost no more than a few.
   */
  async function rest(chat: number): Promise<void> {
    const most = HELD_MS.longest * Math.ceil((resting.size + 1) / CHATS_AT_ONCE);
    const ms = Math.min((restedMs.get(chat) ?? HELD_MS.first / 2) * 2, most);
    restedMs.set(chat, ms);
    await sleep(ms);
    resting.delete(chat);
    if (goesOn()) waiting.push(chat);
    else forget(chat);
    startWaiting();
  }

  function forget(chat: number): void {
    queues.delete(chat);
    restedMs.delete(chat);
  }

  /** True when the row is done with: handled now, handled before, or given up. */
  async function attempt(row: Row): Promise<boolean> {
    try {
      const claim = await claims.claim(row.chat);
      if (!claim) return false;
      crash("claimed");
      const older = parts.isOnlyReader() ? undefined : await inbox.olderThan(row);
      if (!older) return await workOn(row, claim);
      await workOn(older, claim);
      return false;
    } catch (error) {
      log.warn("intake failed", { update: row.id, ...errorFacts(error) });
      return false;
    }
  }

  async function workOn(row: Row, claim: Claim): Promise<boolean> {
    const id = String(row.id);
    if (claim.recent.includes(id)) {
      await takeBack(claim, clock.now());
    } else if (claim.recent.includes(`${id}!`) || isUsedUp(claim)) {
      return giveUp(row, claim);
    } else {
      const kept = await handle(row, claim);
      if (!kept) return false;
    }
    await inbox.remove(row.id);
    return true;
  }

  async function handle(row: Row, claim: Claim): Promise<boolean> {
    try {
      handleUnder(claim, row.update);
      inHand.set(row.chat, claim);
      await withinTime(parts.handle(row.update));
      crash("before-commit");
      const kept = await people.commit(claim, String(row.id));
      if (kept) crash("committed");
      if (kept) count("handled");
      return kept;
    } catch (error) {
      await setBack(row, claim, error);
      return false;
    } finally {
      inHand.delete(row.chat);
    }
  }

  async function setBack(row: Row, claim: Claim, error: unknown): Promise<void> {
    const { counts, waitMs } = setbackOf(error, claim.failed);
    const facts = { update: row.id, try: claim.tries, counts, ...errorFacts(error) };
    log.warn("update failed", facts);
    count("failed");
    const notBefore = new Date(clock.now().getTime() + waitMs);
    if (!counts) return takeBack(claim, notBefore);
    const failed = claim.failed + 1;
    await claims.release(claim, { notBefore, tries: claim.tries, failed });
    if (failed === TELL_AT_FAILURE) await tell(claim, "delayed");
  }

  /** Lets the chat go as if it had not been claimed. */
  async function takeBack(claim: Claim, notBefore: Date): Promise<void> {
    await claims.release(claim, { notBefore, tries: claim.tries - 1, failed: claim.failed });
  }

  async function giveUp(row: Row, claim: Claim): Promise<boolean> {
    const mark = `${row.id}!`;
    if (!claim.recent.includes(mark)) {
      // It may be half done, its question answered and the next one on the screen: the dialogue
      // must not take what comes now for an answer to the old question. The draft knows better.
      claim.log = undefined;
      await tell(claim, "givenUp");
    }
    if (!(await people.commit(claim, mark))) return false;
    await inbox.park(row.id);
    count("parked");
    log.alarm("update parked", { update: row.id, parked: await inbox.parked() });
    return true;
  }

  async function tell(claim: Claim, what: "delayed" | "givenUp"): Promise<void> {
    try {
      await parts.tell(claim, what);
    } catch (error) {
      log.warn("a word about a failed update did not arrive", errorFacts(error));
    }
  }

  async function takeLeftovers(olderThanMs: number): Promise<void> {
    const before = new Date(clock.now().getTime() - olderThanMs);
    feed(await inbox.open(LEFTOVERS.atOnce, before));
  }

  function takeEvery(
    { everyMs, olderThanMs }: typeof LEFT_TO_US,
    isTime: () => boolean = () => true,
  ): void {
    const take = () =>
      takeLeftovers(olderThanMs).catch((error: unknown) =>
        log.warn("leftovers could not be read", errorFacts(error)),
      );
    timers.push(setInterval(() => void (isTime() && take()), everyMs));
  }

  /** Who takes over need not wait for the end of the claim; and this try was no failure. */
  async function giveBack(claim: Claim): Promise<void> {
    await takeBack(claim, clock.now());
    log.warn("an update in hand is left to others");
  }

  return {
    feed,

    /** Takes up what an earlier process left, now and every half minute from now on. */
    async start(): Promise<void> {
      feed(await inbox.open(LEFTOVERS.atOnce));
      takeEvery(LEFTOVERS);
      takeEvery(LEFT_TO_US, others.leaveWorkToUs);
    },

    /** Takes up all that lies there, such as what a process that has gone left to others. */
    takeUp: () => takeLeftovers(0),

    isIdle: () => running.size + resting.size + waiting.length === 0,

    /** Resolves when no update is in hand. */
    async idle(): Promise<void> {
      while (running.size + resting.size)
        await Promise.race([...running.values(), ...resting.values()]);
    },

    /** Starts nothing new and waits for what is in hand; the rest stays stored. */
    async stop(withinMs: number): Promise<void> {
      stopping = true;
      for (const timer of timers) clearInterval(timer);
      await Promise.race([
        Promise.all(running.values()),
        sleep(withinMs, undefined, { ref: false }),
      ]);
      await Promise.allSettled([...inHand.values()].map(giveBack));
    },
  };
}

async function withinTime(work: Promise<unknown>): Promise<void> {
  const late = new AbortController();
  const limit = sleep(HANDLER_MS, undefined, { signal: late.signal, ref: false }).then(
    () => {
      throw new Error("a handler took longer than 45 s");
    },
    () => undefined,
  );
  try {
    await Promise.race([work, limit]);
  } finally {
    late.abort();
  }
}
