import { createAdjustableClock } from "../../src/clock.ts";
import { startMongo } from "../../src/sandbox/mongo/index.ts";

/** The embedded database in a process of its own, on the folder given; one line of JSON says where. */
const [dir = ""] = process.argv.slice(2);
const begun = performance.now();
const { uri } = await startMongo({ dir, clock: createAdjustableClock() });
process.stdout.write(`${JSON.stringify({ uri, startMs: performance.now() - begun })}\n`);
process.stdin.once("end", () => process.exit()).resume();
