import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Crash } from "../../src/crash.ts";
import type { Orders } from "./bot-process.ts";

/** How a process ends: at a named point, or this many real milliseconds after it is ready. */
export type Death = { crash: Crash } | { afterMs: number };

const TSX = import.meta.resolve("tsx");
const SCRIPT = join(import.meta.dirname, "bot-process.ts");

export interface SupervisorOptions {
  orders: () => Omit<Orders, "crash">;
  /** One after another; whoever starts when none is left lives on. */
  deaths: Death[];
}

export type Supervisor = ReturnType<typeof createSupervisor>;

/** Keeps one process of the bot running, whatever it dies of. */
export function createSupervisor({ orders, deaths }: SupervisorOptions) {
  const met: Death[] = [];
  const lines: string[] = [];
  let child: ChildProcess | undefined;
  let isStopping = false;
  let life: Promise<void> | undefined;

  async function live(): Promise<void> {
    const waiting = [...deaths];
    while (!isStopping) {
      const death = waiting[0];
      const ended = await run(death);
      if (ended.signal !== "SIGKILL" || !death) continue;
      met.push(death);
      waiting.shift();
    }
  }

  async function run(death: Death | undefined): Promise<{ signal: string | null }> {
    const told: Orders = { ...orders(), ...(death && "crash" in death && { crash: death.crash }) };
    const own = spawn(process.execPath, ["--import", TSX, SCRIPT, JSON.stringify(told)], {
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    child = own;
    const ended = once(own, "exit") as Promise<[number | null, string | null]>;
    own.on("error", () => undefined);
    if (!own.stdout) throw new Error("a process without output");
    createInterface(own.stdout).on("line", (line) => {
      lines.push(line);
      if (line === '{"msg":"ready"}' && death && "afterMs" in death)
        setTimeout(() => own.kill("SIGKILL"), death.afterMs).unref();
    });
    return { signal: (await ended)[1] };
  }

  return {
    met,
    /** What all its processes logged. */
    lines,
    start(): void {
      life = live();
    },
    tell(now: number): void {
      if (child?.connected) child.send({ now }, () => undefined);
    },
    async stop(): Promise<void> {
      isStopping = true;
      child?.kill("SIGKILL");
      await life;
    },
    /** As a supervisor of processes would: asks, and answers how it ended. */
    async terminate(): Promise<number | null> {
      isStopping = true;
      const own = child;
      if (!own) return null;
      own.kill("SIGTERM");
      await life;
      return own.exitCode;
    },
  };
}
