import { createAdjustableClock } from "../../src/clock.ts";
import { createLog } from "../../src/log.ts";
import { startProgram } from "../../src/program.ts";
import { createWorld } from "../../src/sandbox/telegram/client.ts";
import { createStandin } from "../../src/sandbox/telegram/index.ts";
import { configAt } from "../reliability/config-at.ts";
import { EIGHT_DAYS_BEFORE } from "./sanggar.ts";

export type Running = Awaited<ReturnType<typeof openRunning>>;

/** The whole program as it runs in earnest, polling by itself, between the stand-in and a database. */
export async function openRunning({ uri }: { uri: string }) {
  const clock = createAdjustableClock(EIGHT_DAYS_BEFORE);
  const standin = await createStandin({ clock });
  const output: string[] = [];
  const log = createLog("info", { write: (line) => output.push(line) });
  const start = () =>
    startProgram({ config: configAt(standin), uri, clock, log, onFatal: () => undefined });
  let program = await start();
  return {
    clock,
    standin,
    output,
    world: createWorld(standin),
    get program() {
      return program;
    },
    later: (ms: number) => clock.set(new Date(clock.now().getTime() + ms)),
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
