import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Api } from "grammy";
import { clientOptions } from "../../src/bot/telegram-fetch.ts";
import { armCrashes, type Crash, dieAt } from "../../src/crash.ts";
import { connectDatabase } from "../../src/database.ts";
import { createJobs } from "../../src/jobs/jobs.ts";
import { createLog } from "../../src/log.ts";
import { createServices } from "../../src/services.ts";
import { cipher } from "./config-at.ts";
import { type Pace, runningClock } from "./running-clock.ts";

/** What a process that only sends is told at its start. */
export interface SenderOrders {
  api: { url: string; token: string };
  uri: string;
  pace: Pace;
  inFlight: number;
}

const BETWEEN_TICKS_MS = 30;

/** What happens by the clock, in a process of its own, from the first message to it on. */
const orders = JSON.parse(process.argv[2] ?? "") as SenderOrders;
const arm = (crash?: Crash) => armCrashes(crash && dieAt(crash));
let begin: () => void;
const toldToBegin = new Promise<void>((resolve) => (begin = resolve));
process.on("message", ({ crash }: { crash?: Crash }) => {
  arm(crash);
  begin();
});
process.on("disconnect", () => process.exit(1));
process.on("unhandledRejection", () => process.exit(1));

const clock = runningClock(orders.pace);
const log = createLog("warn");
const connection = await connectDatabase(orders.uri).catch(() => process.exit(1));
const api = new Api(orders.api.token, clientOptions(orders.api.url, { tries: 1 }));
const services = createServices({
  connection,
  cipher,
  clock,
  log,
  apiIn: () => api,
  owner: randomUUID(),
});
const jobs = createJobs(services, { inFlight: orders.inFlight });
process.stdout.write('{"msg":"ready"}\n');
await toldToBegin;
for (;;) {
  await jobs.tick();
  await sleep(BETWEEN_TICKS_MS);
}
