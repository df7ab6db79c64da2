import { systemClock } from "../../clock.ts";
import { startMongo } from "./index.ts";

/**
 * The embedded MongoDB as a process of its own: `serve.ts <folder> [port] [--no-sync]`. Prints one
 * JSON line with the URI; ends on SIGTERM or when its input ends, so it never outlives its parent.
 */
const [dir, port = "0", ...flags] = process.argv.slice(2);
if (dir === undefined) throw new Error("say which folder: serve.ts <folder> [port]");

const mongo = await startMongo({
  dir,
  clock: systemClock,
  port: Number(port),
  sync: !flags.includes("--no-sync"),
});
console.log(JSON.stringify({ uri: mongo.uri }));

const stop = () => void mongo.stop().then(() => process.exit(0));
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
process.stdin.once("end", stop).once("error", stop).resume();
