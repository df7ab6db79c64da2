import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CRASH_POINTS, type CrashPoint } from "../../src/crash.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { type SendOutcome, sendUnderTrouble } from "./sending.ts";

/** A run of a night: RELIABILITY=night, and RELIABILITY_SEED to see one again. */
const NIGHT = process.env["RELIABILITY"] === "night";
const SEED = Number(process.env["RELIABILITY_SEED"] ?? 1);
const SIZE = NIGHT
  ? {
      ...{ people: 1_000, deathsAPoint: 3, kills: 80, freezes: 10, apiFaults: 500 },
      ...{ databaseFaults: 200, callMs: 150, speed: 20, withinMs: 900_000 },
    }
  : {
      ...{ people: 80, deathsAPoint: 1, kills: 4, freezes: 1, apiFaults: 40 },
      ...{ databaseFaults: 20, callMs: 40, speed: 40, withinMs: 120_000 },
    };

/** Points of the listing, which a notice passes seldom; deliveries pass the others. */
const SELDOM: Partial<Record<CrashPoint, number>> = {
  "expansion-claimed": 1,
  "rows-in": 1,
  "cursor-moved": 1,
  "before-flag": 1,
};
/** Passed by an update, not by the tick: see `confirming.test.ts`. */
const POINTS = CRASH_POINTS.sending.filter((point) => point !== "confirmed");

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.drop());

function isKept(outcome: SendOutcome): void {
  console.log(JSON.stringify(outcome));
  expect(outcome.lost).toBe(0);
  expect(outcome.unlisted).toBe(0);
  expect(outcome.mostCopies).toBeLessThanOrEqual(2);
  expect(outcome.extra).toBeLessThanOrEqual(outcome.bound);
  expect(outcome.sent + outcome.unknown).toBe(outcome.people);
}

describe("a notice to many by three processes", () => {
  it(
    `C1: that die at each step of its way, ${SIZE.deathsAPoint} times at each`,
    async () => {
      const crashes = POINTS.flatMap((point) =>
        Array.from({ length: SIZE.deathsAPoint }, () => ({ point, pass: SELDOM[point] ?? 5 })),
      );
      const { people, speed, withinMs } = SIZE;
      const none = { kills: 0, freezes: 0, apiFaults: 0, databaseFaults: 0 };
      const outcome = await sendUnderTrouble({
        ...{ database, people, seed: SEED, crashes, ...none },
        ...{ callMs: 20, inFlight: 8, speed, withinMs },
      });
      isKept(outcome);
      expect(outcome.kills).toBeGreaterThanOrEqual(crashes.length);
      // A death between two commands of ours, and no lost answer: doubts come from deaths only.
      expect(outcome.unknown).toBeLessThanOrEqual(outcome.kills * 8);
    },
    SIZE.withinMs + 60_000,
  );

  it(
    "C1, C2, C6, C18, E4: that die and freeze at any moment, while calls and commands go wrong",
    async () => {
      const { people, withinMs, kills, freezes, apiFaults, databaseFaults, callMs, speed } = SIZE;
      const outcome = await sendUnderTrouble({
        ...{ database, people, seed: SEED, crashes: [], kills, freezes, apiFaults },
        ...{ databaseFaults, callMs, inFlight: 8, speed, withinMs },
      });
      isKept(outcome);
      expect(outcome.kills).toBeGreaterThanOrEqual(kills);
      expect(outcome.freezes).toBeGreaterThanOrEqual(freezes);
      expect(outcome.apiFaults).toBeGreaterThanOrEqual(apiFaults);
      expect(outcome.databaseFaults).toBeGreaterThanOrEqual(databaseFaults);
    },
    SIZE.withinMs + 60_000,
  );
});
