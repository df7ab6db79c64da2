import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { seededChance } from "./chance.ts";
import { line, registerUnderTrouble } from "./registering.ts";

/** A run of a night: RELIABILITY=night, and RELIABILITY_SEED to see one again. */
const NIGHT = process.env["RELIABILITY"] === "night";
const SEED = Number(process.env["RELIABILITY_SEED"] ?? 1);
const SIZE = NIGHT
  ? { people: 2_000, kills: 400, withinMs: 3_000_000 }
  : { people: 100, kills: 8, withinMs: 240_000 };

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

it(
  `${SIZE.people} people register under kills, failing calls and cut connections: every record equals its script`,
  async () => {
    const chance = seededChance(SEED);
    const deaths = Array.from({ length: SIZE.kills }, () => ({
      afterMs: Math.round(200 + chance() * 2_000),
    }));
    const { people, withinMs } = SIZE;
    const plan = {
      database,
      people,
      seed: SEED,
      deaths,
      failing: 0.05,
      cut: 0.002,
      withinMs,
      speed: 10,
    };
    const outcome = await registerUnderTrouble(plan);
    console.log(line(outcome));
    expect(outcome.stuck).toEqual([]);
    expect(outcome.wrong).toEqual([]);
    expect(outcome.kills).toHaveLength(SIZE.kills);
    expect(outcome.apiFaults).toBeGreaterThan(people / 2);
    expect(outcome.databaseFaults).toBeGreaterThan(people / 20);
    expect(outcome.repeated).toBeLessThanOrEqual(outcome.bound);
  },
  SIZE.withinMs + 60_000,
);
