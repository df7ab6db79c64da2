import type { SendLane } from "./chat-pace.ts";

/** Milliseconds of a clock that only runs forward. */
type Ms = number;

/** One call that waits for its slot. */
export interface Job {
  lane: SendLane;
  /** Empty where a call has none that can be read. */
  chat: string;
  /** A moment of any clock: of two reminders that which dies first goes first. */
  notAfter: number;
  /** Rises with each job; one that comes back keeps its own, and so its place. */
  order: number;
  giveUpAt: Ms;
  /** Over: it goes, or was told to come later. */
  settled: boolean;
}

const LANES: readonly SendLane[] = [0, 1, 2];

/**
 * Jobs in the order in which they go: answers, reminders, messages to many. First in, first out
 * within a chat; a job whose chat must wait stands aside, so that its lane need not.
 */
export function createLanes<J extends Job>(
  readyAt: (job: J) => Ms,
  /** Whether a job will wait for its chat; otherwise it is settled. */
  staysUntil: (job: J, wakeAt: Ms) => boolean,
) {
  const lanes: Record<SendLane, J[]> = { 0: [], 1: [], 2: [] };
  /** By lane and chat. */
  const aside = new Map<string, { wakeAt: Ms; jobs: J[] }>();
  const asideKey = ({ lane, chat }: J) => `${lane} ${chat}`;

  /** Those whose chat is ready stand in line again, at the place of their age. */
  function wake(now: Ms): void {
    for (const [key, { wakeAt, jobs }] of aside) {
      if (wakeAt > now) continue;
      aside.delete(key);
      for (const job of jobs) insert(lanes[job.lane], job);
    }
  }

  /** The first of a lane that may go; those before it step aside. */
  function headOf(lane: J[], now: Ms): J | undefined {
    for (let job = lane[0]; job; job = lane[0]) {
      if (!job.settled) {
        const wakeAt = readyAt(job);
        if (wakeAt <= now) return job;
        if (staysUntil(job, wakeAt)) stepAside(job, wakeAt);
      }
      lane.shift();
    }
    return undefined;
  }

  function stepAside(job: J, wakeAt: Ms): void {
    const key = asideKey(job);
    const waiting = aside.get(key) ?? { wakeAt, jobs: [] };
    waiting.wakeAt = wakeAt;
    insert(waiting.jobs, job);
    aside.set(key, waiting);
  }

  return {
    add(job: J): void {
      const waiting = aside.get(asideKey(job));
      insert(waiting ? waiting.jobs : lanes[job.lane], job);
    },

    /** The next that may go now, of the lanes that are open; it stays in line. */
    next(now: Ms, isOpen: (lane: SendLane) => boolean): J | undefined {
      wake(now);
      for (const lane of LANES) {
        const job = isOpen(lane) ? headOf(lanes[lane], now) : undefined;
        if (job) return job;
      }
      return undefined;
    },

    /** Takes out the one that `next` answered. */
    shift: (job: J): void => void lanes[job.lane].shift(),

    /** When the first of those who stand aside may go. */
    wakeAt: (): Ms => Math.min(Infinity, ...[...aside.values()].map(({ wakeAt }) => wakeAt)),

    /** All that wait. */
    all: (): J[] =>
      [...LANES.map((lane) => lanes[lane]), ...[...aside.values()].map(({ jobs }) => jobs)]
        .flat()
        .filter(({ settled }) => !settled),
  };
}

/** Mostly at the end; only who comes back, or dies sooner, stands further in front. */
function insert<J extends Job>(line: J[], job: J): void {
  let at = line.length;
  for (let before = line[at - 1]; before && comesBefore(job, before); before = line[at - 1])
    at -= 1;
  line.splice(at, 0, job);
}

function comesBefore(a: Job, b: Job): boolean {
  if (a.chat !== b.chat && a.notAfter !== b.notAfter) return a.notAfter < b.notAfter;
  return a.order < b.order;
}
