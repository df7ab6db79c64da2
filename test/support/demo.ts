import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Message } from "grammy/types";

const root = join(import.meta.dirname, "../..");

export interface Demo {
  url: string;
  process: ChildProcess;
  /** One of the page's actions, such as `say`; throws with the demo's own sentence. */
  act(route: string, body: object): Promise<unknown>;
  /** The chat of a person, oldest first. */
  messages(person: number): Promise<Message[]>;
  /** Resolves with the bot's last message once it holds the words. */
  sees(person: number, words: string): Promise<Message>;
  /** Ends the process and waits until it is gone; answers its exit code. */
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

/** The demo as `npm run demo` starts it. */
function spawnDemo(options: string[], stderr: "inherit" | "pipe"): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "src/sandbox/demo.ts", ...options], {
    cwd: root,
    stdio: ["ignore", "pipe", stderr],
  });
}

/** What a demo says that cannot start. */
export async function failToStart(...options: string[]): Promise<string> {
  const child = spawnDemo(options, "pipe");
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 1) throw new Error(`the demo ended with ${code}`);
  return said;
}

/** Starts the demo on a folder of its own. */
export async function startDemo(data: string, ...options: string[]): Promise<Demo> {
  const child = spawnDemo(["--port", "0", "--data", data, ...options], "inherit");
  const url = await addressOf(child);
  const ask = async (path: string, init?: RequestInit): Promise<unknown> => {
    const answer = await fetch(`${url}/_ctl/${path}`, init);
    const body: unknown = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(body)}`);
    return body;
  };
  const messages = (person: number) => ask(`messages?person=${person}`) as Promise<Message[]>;
  return {
    url,
    process: child,
    messages,
    act: (route, body) =>
      ask(route, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    async sees(person, words) {
      for (;;) {
        const last = (await messages(person)).findLast(({ from }) => from?.is_bot);
        if (last?.text?.includes(words)) return last;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async kill(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const gone = once(child, "exit") as Promise<[number | null]>;
      child.kill(signal);
      return (await gone)[0];
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("the demo has no output");
  for await (const line of createInterface(child.stdout)) {
    const found = /^Sanggar demo: (.*)\/$/.exec(line)?.[1];
    if (found) return found;
  }
  throw new Error("the demo ended before it was ready");
}
