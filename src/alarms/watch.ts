import type { Counts } from "../counts.ts";
import { instantOf, localDate } from "../dates.ts";
import { errorFacts } from "../log.ts";
import type { Services } from "../services.ts";
import { type AlarmName, alarmsOf, FAULTS, LIMITS, type Recent, type Signs } from "./alarm.ts";
import { type ReadingServices, takeReadings } from "./readings.ts";
import { tellOwners, type TellOwnersServices } from "./tell-owners.ts";

export interface WatchParts {
  services: ReadingServices & TellOwnersServices & Pick<Services, "artisanList">;
  counts: Counts;
  /** Since a tick last came to its end, in seconds. */
  tickAgeS: () => number;
  /** What is asked outside; each is asked rarely, and one that fails is left out. */
  ask: {
    disk(): Promise<NonNullable<Signs["disk"]>>;
    databaseTime(): Promise<Date>;
    /** With a webhook: what Telegram says is wrong with it. */
    webhook?: () => Promise<string>;
  };
}

const LOOK_MS = 30_000;
/** An alarm rings on so long after it was last seen. */
const HOLD_MS = 10 * 60_000;
/** Every how many looks the things outside are asked. */
const ASK_EVERY = 20;

/**
 * Looks every half minute at how the program does, apart from the tick that it watches too. What
 * is wrong at two looks rings an alarm: after a start, old updates and deliveries are there for a
 * moment.
 */
export function createWatch({ services, counts, tickAgeS, ask }: WatchParts) {
  const { alarms, artisanList, clock, log } = services;
  let looks = 0;
  let outside: Partial<Signs> = {};
  let before: ReadonlySet<AlarmName> = new Set();
  let looking: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const rises = createRises(counts);

  async function askOutside(now: Date): Promise<Partial<Signs>> {
    const [disk, time, webhook, registered] = await Promise.all([
      ask.disk().catch(unknown),
      ask.databaseTime().catch(unknown),
      ask.webhook?.().catch(unknown),
      artisanList.countSince(instantOf(localDate(now), "00:00")).catch(unknown),
    ]);
    const skewS = time && Math.abs(time.getTime() - now.getTime()) / 1_000;
    return { disk, skewS, webhook, registered };
  }

  /** Not even a figure of what does not answer: its own alarm tells of it, or none can. */
  const unknown = (error: unknown): undefined => void log.warn("not looked at", errorFacts(error));

  async function look(): Promise<void> {
    const now = clock.now();
    const recent = rises(now.getTime());
    if (looks++ % ASK_EVERY === 0) outside = await askOutside(now);
    const readings = await takeReadings(services);
    const rung = alarmsOf({ ...outside, ...readings, tickS: tickAgeS(), recent });
    for (const { name, values } of rung.filter(({ name }) => before.has(name))) {
      const until = new Date(now.getTime() + HOLD_MS);
      if (await alarms.ring(name, values, now, until)) log.alarm("alarm rings", { alarm: name });
    }
    before = new Set(rung.map(({ name }) => name));
    await tellOwners(services);
  }

  const lookOrSay = () =>
    look().catch((error: unknown) => log.warn("nobody could look", errorFacts(error)));

  return {
    look,

    start(): void {
      timer = setInterval(() => {
        looking ??= lookOrSay().finally(() => (looking = undefined));
      }, LOOK_MS);
    },

    async stop(): Promise<void> {
      clearInterval(timer);
      await looking;
    },
  };
}

/** How much each figure rose within the window that ends now; the process began with none. */
function createRises(counts: Counts): (nowMs: number) => Recent {
  const totals = (): Recent => ({
    unauthorised: counts.sum("calls", / 401$/),
    conflicts: counts.sum("calls", /^getUpdates 409$/),
    lost: counts.sum("database", /^lost$/),
    refused: counts.sum("refused"),
    faults: counts.sum("alarms", FAULTS),
  });
  let past: { at: number; seen: Recent }[] = [{ at: -Infinity, seen: NOTHING }];
  return (now) => {
    const seen = totals();
    // The last one from before the window stays: the rise is counted from it.
    const begins = past.findLastIndex(({ at }) => at <= now - LIMITS.windowMs);
    past = [...past.slice(Math.max(0, begins)), { at: now, seen }];
    const from = past[0]?.seen ?? NOTHING;
    const rise = (name: keyof Recent) => seen[name] - from[name];
    return {
      unauthorised: rise("unauthorised"),
      conflicts: rise("conflicts"),
      lost: rise("lost"),
      refused: rise("refused"),
      faults: rise("faults"),
    };
  };
}

const NOTHING: Recent = { unauthorised: 0, conflicts: 0, lost: 0, refused: 0, faults: 0 };
