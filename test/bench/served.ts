import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A server in a process of its own. */
export interface Served<Told> {
  pid: number | undefined;
  /** What it told when it was ready. */
  told: Told;
  /** Ends the process, and waits until it is gone. */
  stop: () => Promise<void>;
}

/** Starts one of the servers beside this file and reads the line of JSON it prints when ready. */
export async function serve<Told>(file: string, ...args: string[]): Promise<Served<Told>> {
  const script = join(import.meta.dirname, file);
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
    // Its input ends with us, and it with its input.
    stdio: ["pipe", "pipe", "inherit"],
  });
  for await (const line of createInterface(child.stdout)) {
    return { pid: child.pid, told: JSON.parse(line) as Told, stop: () => end(child) };
  }
  throw new Error(`${file} ended before it was ready`);
}

/** The embedded database on a folder of its own, which goes with it. */
export async function serveMongo(): Promise<Served<{ uri: string; startMs: number }>> {
  const dir = await mkdtemp(join(tmpdir(), "sanggar-bench-"));
  const served = await serve<{ uri: string; startMs: number }>("serve-mongo.ts", dir);
  return {
    ...served,
    async stop() {
      await served.stop();
      await rm(dir, { recursive: true });
    },
  };
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
