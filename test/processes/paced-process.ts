import { createLog } from "../../src/log.ts";
import { readConfig } from "../../src/config.ts";
import { startHttp } from "../../src/http/http.ts";
import { openProgram } from "../../src/program.ts";
import { type Pace, runningClock } from "../reliability/running-clock.ts";

/** The program as `main.ts` runs it, but at a time that goes faster than ours. */
const read = readConfig(process.env);
if (!read.ok) throw new Error(read.report);
const { config } = read;
const log = createLog("info");
process.on("disconnect", () => process.exit(1));
const program = await openProgram({
  config,
  uri: config.mongodbUri ?? "",
  clock: runningClock(JSON.parse(process.env["PACE"] ?? "") as Pace),
  log,
  onFatal: () => process.exit(1),
});
await program.takeUpdates();
const http = await startHttp(config, program, log);
process.on("SIGTERM", () => {
  void http
    .close()
    .then(() => program.stop())
    .then(() => process.exit(0));
});
process.stdout.write('{"msg":"started"}\n');
await program.keepTime();
