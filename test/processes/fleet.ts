import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { projectRoot } from "../../src/root.ts";

/** A process of the program, and what it said. */
export type Member = ReturnType<typeof startMember>;

/** Starts a build with these variables and no others. */
export function startMember(file: string, env: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, [file], {
    cwd: projectRoot,
    env: { PATH: "/usr/bin:/bin", ...env },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const lines: string[] = [];
  if (!child.stdout) throw new Error("a process without output");
  let upSince = Infinity;
  createInterface(child.stdout).on("line", (line) => {
    lines.push(line);
    if (line.includes('"started"')) upSince = performance.now();
  });
  const ended = (once(child, "exit") as Promise<[number | null, string | null]>).then(
    ([code, signal]) => ({ code, signal }),
  );
  const says = (words: string) => lines.some((line) => line.includes(words));
  return {
    lines,
    ended,
    says,
    isUp: () => says('"started"'),
    /** Milliseconds; below 0 while it starts. */
    upFor: () => performance.now() - upSince,
    isGone: () => child.exitCode !== null || child.signalCode !== null,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
  };
}
