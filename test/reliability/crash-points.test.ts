import { afterAll, beforeAll, expect, it } from "vitest";
import { CRASH_POINTS, type CrashPoint } from "../../src/crash.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { line, registerUnderTrouble } from "./registering.ts";

const DEATHS_A_POINT = 3;
/**
 * Points that a batch passes once. The others an update passes, and these twenty people are all
 * in hand at once: past twenty, each life brings some to an end. Else the same ones would be in hand
 * at every death, and an update that is in hand at six deaths is given up, as it should be.
 */
const BATCHES = new Set<CrashPoint>(["fetched", "stored"]);

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

it("A3, A4, B8: a process that dies at any named point loses no answer and takes none twice", async () => {
  // Drafts are written while forms are filled in only, so these deaths come first.
  const points = new Set<CrashPoint>(["draft-written", ...CRASH_POINTS.intake]);
  const deaths = [...points].flatMap((point) =>
    Array.from({ length: DEATHS_A_POINT }, (_, at) => ({
      crash: { point, pass: BATCHES.has(point) ? 2 + at : 25 + at },
    })),
  );
  const plan = {
    database,
    people: 20,
    seed: 2,
    deaths,
    failing: 0,
    cut: 0,
    withinMs: 170_000,
    speed: 20,
  };
  const outcome = await registerUnderTrouble(plan);
  console.log(line(outcome));
  expect(outcome.kills).toEqual(deaths);
  expect(outcome.stuck).toEqual([]);
  expect(outcome.wrong).toEqual([]);
  expect(outcome.parked).toBe(0);
  expect(outcome.repeated).toBeLessThanOrEqual(outcome.bound);
}, 150_000);
