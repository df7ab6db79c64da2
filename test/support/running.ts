import { createSendQueue } from "../../src/bot/send-queue.ts";
import { createAdjustableClock, stopwatch } from "../../src/clock.ts";
import { createLog } from "../../src/log.ts";
import { startProgram } from "../../src/program.ts";
import { createWorld } from "../../src/sandbox/telegram/client.ts";
import { createStandin } from "../../src/sandbox/telegram/index.ts";
import { configAt } from "../reliability/config-at.ts";
import { EIGHT_DAYS_BEFORE } from "./sanggar.ts";

export type Running = Awaited<ReturnType<typeof openRunning>>;

/** The whole program as it runs in earnest, polling by itself, between the stand-in and a database. */
export async function openRunning({ uri, build = "" }: { uri: string; build?: string }) {
  const clock = createAdjustableClock(EIGHT_DAYS_BEFORE);
  const standin = await createStandin({ clock });
  const output: string[] = [];
  const log = createLog("info", { write: (line) => output.push(line) });
  const config = configAt(standin);
  let skippedMs = 0;
  const start = () => {
    const moved = { ...stopwatch, now: () => stopwatch.now() + skippedMs };
    const queue = createSendQueue({ rate: config.sendRate, clock: moved });
    return startProgram({ config, uri, build, clock, log, queue, onFatal: () => undefined });
  };
  let program = await start();
  return {
    clock,
    standin,
    output,
    world: createWorld(standin),
    get program() {
      return program;
    },
    /** Lets so much time pass, also for the pace of sending. */
    later(ms: number): void {
      skippedMs += ms;
      clock.set(new Date(clock.now().getTime() + ms));
    },
    /** Stops it as SIGTERM would. */
    stop: () => program.stop(),
    async startAgain(): Promise<void> {
      program = await start();
    },
    async close(): Promise<void> {
      await program.stop();
      await standin.stop();
    },
  };
}
