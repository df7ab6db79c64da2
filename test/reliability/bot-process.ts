import { createAdjustableClock } from "../../src/clock.ts";
import { armCrashes, type Crash, dieAt } from "../../src/crash.ts";
import { createLog } from "../../src/log.ts";
import { startProgram } from "../../src/program.ts";
import { StartRefused } from "../../src/start-refused.ts";
import { configAt } from "./config-at.ts";

/** What a process of the bot is told at its start. */
export interface Orders {
  api: { url: string; token: string };
  uri: string;
  /** Where the list of erasures rests. */
  dataDir?: string;
  /** Milliseconds since 1970; later it is told the time by message. */
  now: number;
  crash?: Crash;
}

/** The whole program in a process of its own, at the time of the one who started it. */
const orders = JSON.parse(process.argv[2] ?? "") as Orders;
const clock = createAdjustableClock(new Date(orders.now));
process.on("message", ({ now }: { now: number }) => clock.set(new Date(now)));
process.on("disconnect", () => process.exit(1));
process.on("uncaughtException", (error) => {
  process.stdout.write(`${JSON.stringify({ msg: "uncaught", error: error.name })}\n`);
  process.exit(1);
});
if (orders.crash) armCrashes(dieAt(orders.crash));

try {
  const program = await startProgram({
    config: configAt(orders.api, orders.dataDir),
    uri: orders.uri,
    clock,
    log: createLog("info"),
    onFatal: () => process.exit(1),
  });
  process.once("SIGTERM", () => void program.stop().then(() => process.exit(0)));
  process.stdout.write('{"msg":"ready"}\n');
} catch (error) {
  const known = error instanceof StartRefused || process.env["VITEST"] === undefined;
  process.exit(known ? 1 : 2);
}
