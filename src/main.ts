import { systemClock } from "./clock.ts";
import { type Config, processEnvironment, readConfig } from "./config.ts";
import { armCrashes, dieAt } from "./crash.ts";
import { createLog, errorFacts, type Log } from "./log.ts";
import { openProgram } from "./program.ts";
import { StartRefused } from "./start-refused.ts";

const STOP_WITHIN_MS = 20_000;
/** The embedded database locks its folder, so the process that held a lease before is gone. */
const ONLY_PROCESS = "only process";

const read = readConfig(processEnvironment());
if (read.ok) void run(read.config);
else refuse(read.report);

async function run(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  if (config.crashAt) armCrashes(dieAt(config.crashAt));
  const stops: (() => Promise<unknown>)[] = [];
  let isStopping = false;
  /** Whoever asks a second time does not want to wait. */
  const stop = async (code: number) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    for (const end of stops.reverse()) await end().catch(failed(log, "stop failed"));
    process.exit(code);
  };
  process.on("SIGTERM", () => void stop(0));
  process.on("SIGINT", () => void stop(0));
  process.on("uncaughtException", (error) => {
    failed(log, "uncaught error")(error);
    if (!isStopping) void stop(1);
  });

  try {
    const uri = config.mongodbUri ?? (await openEmbedded(config, stops));
    const onFatal = (reason: string) => {
      log.alarm("stopping", { reason });
      if (!isStopping) void stop(1);
    };
    const program = await openProgram({
      config,
      uri,
      clock: systemClock,
      log,
      onFatal,
      ...(config.mongodbUri === undefined && { owner: ONLY_PROCESS }),
    });
    // Before it has anything in hand: told to stop while it starts, it lets go of all.
    stops.push(() => program.stop());
    const openHttp = async () => {
      const { startHttp } = await import("./http/http.ts");
      const http = await startHttp(config, program, log);
      stops.push(() => http.close());
    };
    await program.takeUpdates();
    // Behind a webhook it is the door; else whoever writes is answered before its library is there.
    const isDoor = config.intake.kind === "webhook";
    if (isDoor) await openHttp();
    await program.keepTime();
    if (!isDoor) await openHttp();
    log.info("started", { bot: program.username, intake: config.intake.kind });
  } catch (error) {
    // What was taken away from it while it started is no failure.
    if (isStopping) return;
    if (error instanceof StartRefused) refuse(error.message);
    else failed(log, "start failed")(error);
    await stop(1);
  }
}

/** Only for trials: without it a first look would need a MongoDB. */
async function openEmbedded(config: Config, stops: (() => Promise<unknown>)[]): Promise<string> {
  const { startMongo } = await import("./sandbox/mongo/index.ts");
  const mongo = await startMongo({ dir: `${config.dataDir}/mongo`, clock: systemClock });
  stops.push(() => mongo.stop());
  return mongo.uri;
}

function failed(log: Log, event: string) {
  return (error: unknown) => log.alarm(event, errorFacts(error));
}

function refuse(report: string): void {
  process.stderr.write(report + "\n");
  process.exitCode = 1;
}
