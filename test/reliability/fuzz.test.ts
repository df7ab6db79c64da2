import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { openRunning, type Running } from "../support/running.ts";
import { seededChance } from "./chance.ts";
import { type Fuzzed, fuzzUpdate, GROUP } from "./fuzzed-updates.ts";

const SEED = Number(process.env["RELIABILITY_SEED"] ?? 1);
const PEOPLE = 50;
const ROUNDS = process.env["RELIABILITY"] === "night" ? 4_000 : 100;

let database: TestDatabase;
let running: Running;
beforeAll(async () => {
  database = await openTestDatabase();
  running = await openRunning(database);
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

it(`A18, F23: ${PEOPLE * ROUNDS} fuzzed updates of every kind: no failure, one reply each, every tap answered`, async () => {
  const { standin, world, program, output } = running;
  const chance = seededChance(SEED);
  const people = Array.from({ length: PEOPLE }, (_, at) => world.person(`Perajin ${at}`).id);
  // The stand-in has no groups: what goes to one is only written down.
  const body = JSON.stringify({ ok: true, result: { message_id: 1, date: 0, chat: GROUP } });
  world.fault({ chat_id: GROUP.id, code: 200, body, times: 1e9 });
  const wrong: string[] = [];
  let seen = 0;
  let id = 700_000_000;
  let taps = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const batch = people.map((one) => fuzzUpdate((id += 1), one, running.clock.now(), chance));
    program.worker.feed(await program.entrance.store(batch.map(({ update }) => update)));
    await atRest();
    const calls = standin.control.calls({ since: seen });
    seen = calls.at(-1)?.id ?? seen;
    for (const [at, fuzzed] of batch.entries()) {
      const answers = calls.filter(
        ({ method, params }) =>
          method === "answerCallbackQuery" &&
          params["callback_query_id"] === `q${fuzzed.update.update_id}`,
      ).length;
      taps += answers;
      const replies = calls.filter(
        ({ method, person, status }) =>
          method === "sendMessage" && person === people[at] && status === 200,
      ).length;
      const problem = problemOf(fuzzed, replies, answers);
      if (problem) wrong.push(`${problem}: ${JSON.stringify(fuzzed.update).slice(0, 200)}`);
    }
  }
  const counts = program.entrance.counts();
  const failed = output.filter((line) => line.includes("update failed"));
  const figures = { seed: SEED, updates: PEOPLE * ROUNDS, taps, ...counts, failed: failed.length };
  console.log(`fuzz: ${JSON.stringify(figures)}`);
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(failed.slice(0, 5)).toEqual([]);
  expect(await program.services.inbox.parked()).toBe(0);
  expect(counts.unknownKind).toBeGreaterThan(100);
  const toGroup = world.calls("sendMessage").filter(({ params }) => params["chat_id"] === GROUP.id);
  expect(toGroup.length).toBeGreaterThan(10);
  const said = new Set(toGroup.map(({ params }) => String(params["text"]).replace(/https.*/, "")));
  expect([...said]).toEqual(["Saya melayani lewat percakapan pribadi: "]);
  expect(world.violations()).toEqual([]);
}, 3_000_000);

/** A failing update would wait for its next try: the clock goes on until it is parked. */
async function atRest(): Promise<void> {
  running.later(1_000);
  while (!running.program.worker.isIdle()) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (running.output.at(-1)?.includes("update failed")) running.later(1_000);
  }
}

/** What is wrong about the answer to an update; a closed question brings a line of its own. */
function problemOf({ kind, isPrivate }: Fuzzed, replies: number, answers: number) {
  if (answers !== (kind === "callback_query" ? 1 : 0)) return `${answers} answers to a tap`;
  const isMessage = kind === "message" || kind === "edited_message";
  if (isPrivate && isMessage && (replies < 1 || replies > 2)) return `${replies} replies`;
  if ((!isPrivate || kind === "my_chat_member") && replies > 0 && kind !== "callback_query")
    return `${replies} replies to nothing`;
  return undefined;
}
