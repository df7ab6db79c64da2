import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Crash, CrashPoint } from "../../src/crash.ts";
import type { SenderOrders } from "./sender-process.ts";

const TSX = import.meta.resolve("tsx");
const SCRIPT = join(import.meta.dirname, "sender-process.ts");

export type Senders = ReturnType<typeof createSenders>;

/** Some processes that send, each started again whenever it dies. */
export function createSenders(count: number, orders: () => Omit<SenderOrders, "crash">) {
  const children = new Map<number, ChildProcess>();
  const ready = new Set<number>();
  const frozen = new Set<number>();
  const lines: string[] = [];
  const deaths: Crash[] = [];
  const waiting: Crash[] = [];
  let kills = 0;
  let freezes = 0;
  let isStopping = false;

  function start(slot: number): void {
    if (isStopping) return;
    const crash = waiting[0];
    const told: SenderOrders = { ...orders(), ...(crash && { crash }) };
    const own = spawn(process.execPath, ["--import", TSX, SCRIPT, JSON.stringify(told)], {
      stdio: ["ignore", "pipe", "ignore", "ipc"],
    });
    children.set(slot, own);
    own.on("error", () => undefined);
    if (own.stdout)
      createInterface(own.stdout).on("line", (line) => {
        if (line === '{"msg":"ready"}') ready.add(slot);
        else lines.push(line);
      });
    own.on("exit", (_code, signal) => {
      const died = armed.get(own);
      ready.delete(slot);
      if (signal === "SIGKILL" && died && !killed.has(own)) note(died);
      start(slot);
    });
    if (crash) armed.set(own, crash);
  }

  const armed = new WeakMap<ChildProcess, Crash>();
  const killed = new WeakSet<ChildProcess>();

  /** A process died at the point it was armed with: all are armed with the next one. */
  function note(crash: Crash): void {
    kills += 1;
    deaths.push(crash);
    if (waiting[0]?.point !== crash.point) return;
    waiting.shift();
    for (const child of children.values()) armAnew(child);
  }

  function armAnew(child: ChildProcess): void {
    const next = waiting[0];
    if (next) armed.set(child, next);
    else armed.delete(child);
    if (child.connected) child.send(next ? { crash: next } : {}, () => undefined);
  }

  const anyOf = (chance: () => number, slots: number[]) =>
    slots[Math.floor(chance() * slots.length)];
  const awake = () => [...ready].filter((slot) => !frozen.has(slot));

  return {
    lines,
    /** The points at which processes died, in their order. */
    deaths,
    counts: () => ({ kills, freezes }),
    isThrough: () => waiting.length === 0,
    diedAt: (point: CrashPoint) => deaths.filter((one) => one.point === point).length,
    start(crashes: readonly Crash[] = []): void {
      waiting.push(...crashes);
      for (let slot = 0; slot < count; slot += 1) start(slot);
    },
    /** As `kill -9` of one that is at work; false when none is. */
    kill(chance: () => number): boolean {
      const slot = anyOf(chance, awake());
      const child = slot === undefined ? undefined : children.get(slot);
      if (!child) return false;
      killed.add(child);
      kills += 1;
      ready.delete(slot ?? 0);
      return child.kill("SIGKILL");
    },
    /** Stops one for so many real milliseconds; false when none is at work. */
    freeze(chance: () => number, forMs: number): boolean {
      const slot = anyOf(chance, awake());
      const child = slot === undefined ? undefined : children.get(slot);
      if (!child || slot === undefined) return false;
      freezes += 1;
      frozen.add(slot);
      child.kill("SIGSTOP");
      setTimeout(() => {
        frozen.delete(slot);
        child.kill("SIGCONT");
      }, forMs).unref();
      return true;
    },
    stop(): void {
      isStopping = true;
      for (const child of children.values()) {
        child.kill("SIGCONT");
        child.kill("SIGKILL");
      }
    },
  };
}
