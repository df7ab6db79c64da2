import { createAdjustableClock } from "../../src/clock.ts";
import { createStandin } from "../../src/sandbox/telegram/index.ts";

/**
 * The stand-in in a process of its own: `<people> <updates> <ms>` are ready, and it takes so many
 * milliseconds for an answer; one line of JSON says where.
 */
const [people = 0, updates = 0, answerMs = 0] = process.argv.slice(2).map(Number);
const begun = performance.now();
const standin = await createStandin({ clock: createAdjustableClock() });
const startMs = performance.now() - begun;
const ids = Array.from({ length: people }, (_, index) => 5_000_000_001 + index);
for (const id of ids) standin.control.putPerson({ id, first_name: "Perajin", started: true });
for (let index = 0; index < updates; index += 1) {
  standin.control.say({ person: ids[index % people] ?? 0, text: `pesan ${index}` });
}
if (answerMs) standin.control.fault({ delay_ms: answerMs, delay: "after", times: Infinity });
const { url, token } = standin;
process.stdout.write(`${JSON.stringify({ url, token, ids, startMs })}\n`);
process.stdin.once("end", () => process.exit()).resume();
