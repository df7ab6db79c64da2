import { createLog } from "../../src/log.ts";
import { readConfig } from "../../src/config.ts";
import { startHttp } from "../../src/http/http.ts";
import { openProgram } from "../../src/program.ts";
import { type Pace, runningClock } from "../reliability/running-clock.ts";

/** The program as `main.ts` runs it, but at a time that goes faster than ours. */
const { config, report } = { report: "", ...readConfig(process.env) } as never as {
  config: Parameters<typeof startHttp>[0];
  report: string;
};
if (report) throw new Error(report);
process.on("disconnect", () => process.exit(1));
const program = await openProgram({
  config,
  uri: config.mongodbUri ?? "",
  clock: runningClock(JSON.parse(process.env["PACE"] ?? "") as Pace),
  log: createLog("info"),
  onFatal: () => process.exit(1),
});
await program.takeUpdates();
await startHttp(config, program);
process.stdout.write('{"msg":"started"}\n');
await program.keepTime();
