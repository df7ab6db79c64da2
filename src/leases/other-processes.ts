import { setTimeout as sleep } from "node:timers/promises";
import { errorFacts, type Log } from "../log.ts";
import type { OtherProcess, Presence } from "./presence-repository.ts";

/** Real milliseconds between two looks. */
const BEAT_MS = 2_000;
/** After this a process of an older build has seen us, and takes nothing new in hand. */
const NOTICED_AFTER_MS = 3_000;

export type OtherProcesses = ReturnType<typeof createOtherProcesses>;

interface Parts {
  presence: Pick<Presence, "meet" | "leave">;
  build: string;
  log: Log;
}

/**
 * What this process must know of the others. While two builds use one database, as in a rolling
 * deploy, only the newer works: it alone knows every field, button, dialogue and kind of notice
 * that may be there. The older stands by, stores what comes in at its door, and works again when
 * no newer one is left. And who leaves may leave something to us.
 */
export function createOtherProcesses({ presence, build, log }: Parts) {
  let others: OtherProcess[] = [];
  let working = new AbortController();
  let onLeft = () => {};
  let timer: NodeJS.Timeout | undefined;
  const isNewer = (one: OtherProcess) => one.build > build;
  const isOlder = (one: OtherProcess) => one.build < build;
  const mayWork = () => !working.signal.aborted;

  async function look(): Promise<void> {
    const before = others;
    others = await presence.meet();
    heedNewer();
    const isThere = ({ owner }: OtherProcess) => others.some((one) => one.owner === owner);
    if (!before.every(isThere) && mayWork()) onLeft();
  }

  function heedNewer(): void {
    const isThere = others.some(isNewer);
    if (isThere && mayWork()) {
      log.warn("a newer build works; this one stands by");
      working.abort();
    }
    if (!isThere && !mayWork()) {
      log.warn("no newer build is left; this one works again");
      working = new AbortController();
    }
  }

  return {
    /** True while nobody here knows more than this process. */
    mayWork,

    /** Aborted once a newer build is there. */
    untilNewer: () => working.signal,

    /** Whether older builds store updates at their doors, and leave them to us. */
    leaveWorkToUs: () => mayWork() && others.some(isOlder),

    /**
     * Says that we are there; where an older build works, waits until it has seen that. `left` is
     * called whenever another process has gone.
     */
    async start(left: () => void): Promise<void> {
      onLeft = left;
      await look();
      if (others.some(isOlder)) await sleep(NOTICED_AFTER_MS);
      timer = setInterval(() => {
        look().catch((error: unknown) =>
          log.warn("other processes could not be looked for", errorFacts(error)),
        );
      }, BEAT_MS);
    },

    async stop(): Promise<void> {
      clearInterval(timer);
      await presence
        .leave()
        .catch((error: unknown) =>
          log.warn("this process still counts for a minute", errorFacts(error)),
        );
    },
  };
}
