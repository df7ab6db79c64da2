import { mkdir } from "node:fs/promises";
import { ClassicLevel } from "classic-level";
import { MongoError } from "./errors.ts";

/** What one command changes: on disk with the others of its turn, in memory at once. */
export interface Turn {
  put(key: string, value: Uint8Array): void;
  del(key: string): void;
  /** How to take back a change of memory, should the command fail further on. */
  onUndo(undo: () => void): void;
}

export interface Store {
  /** Runs the command after those before it; its answer is given when all it saw is on disk. */
  run<T>(work: (turn: Turn) => T): Promise<T>;
  /** Runs the work while memory and disk agree and no command runs. */
  alone(work: () => Promise<void>): Promise<void>;
  /** The entries whose keys stand in the folder of that name, in order. */
  read(folder: string): AsyncIterable<[string, Uint8Array]>;
  close(): Promise<void>;
}

type Changes = Map<string, Uint8Array | null>;

interface Job {
  work(batch: Changes): void;
  settle(failure?: Error): void;
}

/**
 * Opens the folder. Commands run whole, one behind the other; those that gather while the disk
 * is busy share the next flush. A command may see what one before it in the same flush has
 * changed, but no answer leaves before the flush, so nobody sees what is not on disk.
 *
 * @throws MongoError 98 when another server has the folder open.
 */
export async function openStore(dir: string, sync: boolean): Promise<Store> {
  const level = await openLevel(dir);
  let waiting: Job[] = [];
  let barriers: (() => Promise<void>)[] = [];
  let draining: Promise<void> = Promise.resolve();
  let busy = false;
  let stopped: Error | undefined;

  async function drain(): Promise<void> {
    busy = true;
    while (waiting.length > 0 || barriers.length > 0) {
      await runJobs(takeAll());
      const due = barriers;
      barriers = [];
      for (const barrier of due) await barrier();
    }
    busy = false;
  }

  function takeAll(): Job[] {
    const jobs = waiting;
    waiting = [];
    return jobs;
  }

  async function runJobs(jobs: Job[]): Promise<void> {
    const batch: Changes = new Map();
    if (!stopped) for (const job of jobs) job.work(batch);
    try {
      if (batch.size > 0) await level.batch([...batch].map(toOperation), { sync });
    } catch {
      // Memory is ahead of the disk now: nothing may be answered from it any more.
      stopped = new MongoError(91, "sandbox: the disk failed, the server has stopped");
    }
    for (const job of jobs) job.settle(stopped);
  }

  function wake(): void {
    if (!busy) draining = drain();
  }

  return {
    run: <T>(work: (turn: Turn) => T) =>
      new Promise<T>((resolve, reject) => {
        waiting.push(createJob(work, resolve, reject));
        wake();
      }),
    alone: (work) =>
      new Promise<void>((resolve, reject) => {
        barriers.push(() => work().then(resolve, reject));
        wake();
      }),
    async *read(folder) {
      const iterator = level.iterator({ gt: `${folder}/`, lt: `${folder}0` });
      for (;;) {
        const entries = await iterator.nextv(1000);
        if (entries.length === 0) return;
        yield* entries;
      }
    },
    async close() {
      await draining;
      stopped ??= new MongoError(91, "sandbox: the server has stopped");
      await level.close();
    },
  };
}

const toOperation = ([key, value]: [string, Uint8Array | null]) =>
  value === null ? ({ type: "del", key } as const) : ({ type: "put", key, value } as const);

function createJob<T>(
  work: (turn: Turn) => T,
  resolve: (value: T) => void,
  reject: (error: unknown) => void,
): Job {
  let answer = () => reject(new Error("the command has not run"));
  return {
    work(batch) {
      const changes: Changes = new Map();
      const undos: (() => void)[] = [];
      try {
        const result = work(createTurn(changes, undos));
        for (const [key, value] of changes) batch.set(key, value);
        answer = () => resolve(result);
      } catch (error) {
        for (const undo of undos.reverse()) undo();
        answer = () => reject(error);
      }
    },
    settle: (failure) => (failure ? reject(failure) : answer()),
  };
}

function createTurn(changes: Changes, undos: (() => void)[]): Turn {
  return {
    put: (key, value) => changes.set(key, value),
    del: (key) => changes.set(key, null),
    onUndo: (undo) => undos.push(undo),
  };
}

/** Four times LevelDB's own, in bytes: it rewrites its files that much less often. */
const writeBufferSize = 16 * 1024 * 1024;

async function openLevel(dir: string): Promise<ClassicLevel<string, Uint8Array>> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const level = new ClassicLevel<string, Uint8Array>(dir, {
    valueEncoding: "view",
    writeBufferSize,
  });
  try {
    await level.open();
  } catch (error) {
    if (!isLocked(error)) throw error;
    throw new MongoError(98, `DBPathInUse: another server uses the folder ${dir}`);
  }
  return level;
}

function isLocked(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause && cause.code === "LEVEL_LOCKED";
}
