import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Crash } from "../../src/crash.ts";
import type { SenderOrders } from "./sender-process.ts";

const TSX = import.meta.resolve("tsx");
const SCRIPT = join(import.meta.dirname, "sender-process.ts");
/** Processes that have started and wait for one at work to die. */
const SPARE = 2;

interface Life {
  child: ChildProcess;
  state: "starting" | "waiting" | "working" | "frozen" | "killed";
  /** Where it will die. */
  crash?: Crash | undefined;
}

export type Senders = ReturnType<typeof createSenders>;

/** So many processes at work; whoever dies is followed by one that waits. */
export function createSenders(count: number, orders: () => SenderOrders) {
  const lives = new Set<Life>();
  const lines: string[] = [];
  const deaths: Crash[] = [];
  const waiting: Crash[] = [];
  let kills = 0;
  let freezes = 0;
  let isStopping = false;

  function start(): void {
    const child = spawn(process.execPath, ["--import", TSX, SCRIPT, JSON.stringify(orders())], {
      stdio: ["ignore", "pipe", "ignore", "ipc"],
    });
    const life: Life = { child, state: "starting" };
    lives.add(life);
    child.on("error", () => undefined);
    child.on("exit", (_code, signal) => end(life, signal));
    if (!child.stdout) throw new Error("a process without output");
    createInterface(child.stdout).on("line", (line) => {
      if (line !== '{"msg":"ready"}') return void lines.push(line);
      life.state = "waiting";
      fill();
    });
  }

  function end(life: Life, signal: string | null): void {
    lives.delete(life);
    if (isStopping) return;
    if (signal === "SIGKILL" && life.state !== "killed" && life.crash) note(life.crash);
    start();
    fill();
  }

  /** A process died where it was told to: all are told the next place. */
  function note(crash: Crash): void {
    kills += 1;
    deaths.push(crash);
    if (waiting[0]?.point !== crash.point) return;
    waiting.shift();
    for (const life of lives) if (life.state === "working") tell(life);
  }

  function tell(life: Life): void {
    const crash = waiting[0];
    life.crash = crash;
    if (life.child.connected) life.child.send(crash ? { crash } : {}, () => undefined);
  }

  function fill(): void {
    const isBusy = ({ state }: Life) => state === "working" || state === "frozen";
    for (const life of lives) {
      if ([...lives].filter(isBusy).length >= count) return;
      if (life.state !== "waiting") continue;
      life.state = "working";
      tell(life);
    }
  }

  const atWork = (chance: () => number): Life | undefined => {
    const working = [...lives].filter(({ state }) => state === "working");
    return working[Math.floor(chance() * working.length)];
  };

  return {
    lines,
    /** Where processes died, in their order. */
    deaths,
    counts: () => ({ kills, freezes }),
    isThrough: () => waiting.length === 0,
    start(crashes: readonly Crash[]): void {
      waiting.push(...crashes);
      for (let at = 0; at < count + SPARE; at += 1) start();
    },
    /** As `kill -9` of one that is at work; false when none is. */
    kill(chance: () => number): boolean {
      const life = atWork(chance);
      if (!life) return false;
      life.state = "killed";
      kills += 1;
      return life.child.kill("SIGKILL");
    },
    /** Stops one for so many real milliseconds; false when none is at work. */
    freeze(chance: () => number, forMs: number): boolean {
      const life = atWork(chance);
      if (!life) return false;
      freezes += 1;
      life.state = "frozen";
      life.child.kill("SIGSTOP");
      setTimeout(() => {
        life.child.kill("SIGCONT");
        life.state = "working";
        tell(life);
      }, forMs).unref();
      return true;
    },
    stop(): void {
      isStopping = true;
      for (const { child } of lives) {
        child.kill("SIGCONT");
        child.kill("SIGKILL");
      }
    },
  };
}
