import { type Stopwatch, stopwatch } from "../clock.ts";
import { createChatPace } from "./chat-pace.ts";
import { createDemand } from "./demand.ts";
import { createFlights, type Flight } from "./flights.ts";
import { createLanes, type Job } from "./lanes.ts";
import { createPace } from "./pace.ts";
import { plainTurn } from "./plain-turn.ts";
import { PATIENCE_MS, type Place, type Signal, type TooEarly, type Turn } from "./turn.ts";

export interface SendQueue {
  turn(place: Place, signal?: Signal): Turn;
  /** Tells of each refusal that stops everything, so that other processes learn of it. */
  onPause(listener: (forMs: number) => void): void;
  /** While this is so another process answers people, and a tenth of the slots is left to it. */
  leaveFree(isShared: () => boolean): void;
}

interface QueueOptions {
  /** Messages a second: 30, or up to 1,000 where paid broadcasts are bought. */
  rate: number;
  clock?: Stopwatch;
  random?: () => number;
}

/** gone: the call was given up meanwhile. */
type Verdict = Flight | TooEarly | "gone";

interface Waiting extends Job {
  end(verdict: Verdict): void;
}

/** What goes to many waits so long for its own chat, then comes again: its sender has others. */
const CHAT_PATIENCE_MS = 1_500;
/** One slot of so many is left free for another process. */
const FREE_OF = 10;

/** No pace: each call only waits for what it was told itself. */
export const unpaced: SendQueue = {
  turn: (_place, signal) =>
    plainTurn(stopwatch, { until: () => -Infinity, onRefused: () => undefined }, signal),
  onPause: () => undefined,
  leaveFree: () => undefined,
};

/**
 * The paced queue under every call of this process. It delays only what Telegram would refuse:
 * sends keep to the pace of the bot and of their chat, and answers go before reminders, these
 * before messages to many. A refusal is laid to its chat or to the whole bot; after a pause of the
 * bot one call goes ahead to try.
 */
export function createSendQueue(options: QueueOptions): SendQueue {
  const { rate, clock = stopwatch, random = Math.random } = options;
  const pace = createPace({ limit: rate, random });
  const chats = createChatPace();
  const flights = createFlights(rate);
  const demand = createDemand(rate);
  const readyAt = ({ chat, lane }: Job) => (chat ? chats.nextAt(chat, lane) : -Infinity);
  const lanes = createLanes<Waiting>(readyAt, (job, wakeAt) => {
    if (wakeAt <= patienceOf(job)) return true;
    job.end(comeAgain(job));
    return false;
  });
  const listeners: ((forMs: number) => void)[] = [];
  let isShared = () => false;
  let order = 0;
  let callOff: (() => void) | undefined;

  /** Lets go whatever may go now, and wakes itself for the next. */
  function pump(): void {
    callOff?.();
    callOff = undefined;
    for (;;) {
      const now = clock.now();
      const job = lanes.next(now, flights.isOpen);
      const at = job ? slotFor(job) : Infinity;
      if (!job || at > now) return wakeAt(Math.min(at, lanes.wakeAt()));
      lanes.shift(job);
      job.end(takeOff(job));
    }
  }

  function wakeAt(at: number): void {
    if (at < Infinity) callOff = clock.after(Math.max(0, at - clock.now()), pump);
  }

  /** Answers that are too many take no slots: Telegram seems to count only what goes to many. */
  function slotFor({ lane }: Job): number {
    if (lane === 0) return demand.isHot() ? pace.pausedUntil() : pace.nextAt();
    return pace.nextAt(isShared() ? Math.ceil(rate / FREE_OF) : 0);
  }

  function takeOff({ lane, chat }: Job): Flight {
    const begun = clock.now();
    if (chat) chats.took(chat, begun);
    return flights.begin({ lane, chat, send: pace.take(begun), begun });
  }

  function landed(flight: Flight, how: "answered" | "lost"): void {
    const now = clock.now();
    if (how === "answered") {
      pace.answered(flight.send, flight.begun, now);
      flights.answeredAfter(now - flight.begun);
    }
    // A lost answer tells nothing of a pause: the next call tries again.
    flights.end(flight, how === "answered");
    pump();
  }

  function refused(flight: Flight, forMs: number): boolean {
    const { chat } = flight;
    const chatOnly = chat !== "" && chats.refuse(chat, forMs, clock.now());
    flights.end(flight, chatOnly);
    if (!chatOnly) pauseFor(forMs);
    pump();
    return chatOnly;
  }

  /** Everything waits; who cannot go in time is told at once, and does something else meanwhile. */
  function pauseFor(forMs: number): void {
    pace.refused(forMs, clock.now());
    flights.expectProbe();
    for (const listener of listeners) listener(forMs);
    const until = pace.pausedUntil();
    const tooEarly = { waitMs: until - clock.now(), chatOnly: false };
    for (const job of lanes.all()) if (until > job.giveUpAt) job.end(tooEarly);
  }

  /** Why a job need not even wait. */
  function hopeless(job: Job): TooEarly | undefined {
    const now = clock.now();
    const until = pace.pausedUntil();
    if (until > job.giveUpAt) return { waitMs: until - now, chatOnly: false };
    return readyAt(job) <= patienceOf(job) ? undefined : comeAgain(job);
  }

  /** How long a job waits for its own chat. */
  const patienceOf = ({ lane, giveUpAt }: Job) =>
    lane === 0 ? giveUpAt : giveUpAt - PATIENCE_MS + CHAT_PATIENCE_MS;

  const comeAgain = ({ chat, lane }: Job): TooEarly => ({
    waitMs: chats.comeAgainAt(chat, lane) - clock.now(),
    chatOnly: true,
  });

  /** Resolves when the job's slot has come, or when it will not come in time. */
  function waitFor(job: Job, signal?: Signal): Promise<Verdict> {
    const verdict = signal?.aborted ? "gone" : hopeless(job);
    if (verdict) return Promise.resolve(verdict);
    return new Promise((resolve) => {
      const leave = () => waiting.end("gone");
      const giveUp = () => waiting.end(untilReady(job));
      const end = clock.after(job.giveUpAt - clock.now(), giveUp);
      const waiting: Waiting = {
        ...job,
        end(verdict) {
          if (waiting.settled) return;
          waiting.settled = true;
          end();
          signal?.removeEventListener("abort", leave);
          resolve(verdict);
        },
      };
      signal?.addEventListener("abort", leave);
      lanes.add(waiting);
      pump();
    });
  }

  /** How much too early a job is that has waited long enough. */
  function untilReady(job: Job): TooEarly {
    const [slot, own] = [pace.nextAt(), readyAt(job)];
    return { waitMs: Math.max(1, slot - clock.now(), own - clock.now()), chatOnly: own > slot };
  }

  function sendTurn({ lane, chat = "", notAfter }: Place, signal?: Signal): Turn {
    const now = clock.now();
    const dies = lane === 1 ? (notAfter?.getTime() ?? Infinity) : Infinity;
    const place = { lane, chat, notAfter: dies, order: order++ };
    const job = { ...place, giveUpAt: now + PATIENCE_MS, settled: false };
    let flight: Flight | undefined;
    if (lane === 0) demand.ask(now);
    /** What the flight comes to, once. */
    const finish = <T>(how: (flight: Flight) => T): T | undefined => {
      const landing = flight;
      flight = undefined;
      return landing && how(landing);
    };
    return {
      async wait() {
        const verdict = await waitFor(job, signal);
        if (verdict === "gone") return undefined;
        if ("waitMs" in verdict) return verdict;
        flight = verdict;
        return undefined;
      },
      done: (how) => void finish((landing) => landed(landing, how)),
      refused: (forMs) => finish((landing) => refused(landing, forMs)) ?? false,
    };
  }

  function otherTurn({ kind }: Place, signal?: Signal): Turn {
    const until = kind === "free" ? () => -Infinity : pace.pausedUntil;
    return plainTurn(clock, { until, onRefused: pauseFor }, signal);
  }

  return {
    turn: (place, signal) =>
      place.kind === "send" ? sendTurn(place, signal) : otherTurn(place, signal),
    onPause: (listener) => void listeners.push(listener),
    leaveFree: (when) => void (isShared = when),
  };
}
