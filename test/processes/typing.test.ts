import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { type Build, makeBuild } from "./build.ts";
import { typeUnderKills } from "./typing.ts";

/** A run of a night fills in whole forms, and kills by the clock alone: RELIABILITY=night. */
const NIGHT = process.env["RELIABILITY"] === "night";
const SIZE = NIGHT
  ? ({
      people: 200,
      readers: 1_000,
      from: "consent",
      killEveryUpdates: 0,
      withinMs: 900_000,
    } as const)
  : ({
      people: 200,
      readers: 300,
      from: "whatsapp",
      killEveryUpdates: 150,
      withinMs: 240_000,
    } as const);

let build: Build;
let database: TestDatabase;
beforeAll(async () => {
  build = await makeBuild("2025-08-14");
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.drop();
  await build.remove();
});

it(
  "two processes behind one webhook address: 200 people type while a notice goes out, one of them dies again and again, nothing is lost",
  async () => {
    const { wrong, ...figures } = await typeUnderKills({
      ...{ database, program: build.paced, killEveryMs: 2_000, speed: 10 },
      ...SIZE,
    });
    console.log(JSON.stringify(figures));
    expect(wrong).toEqual([]);
    expect(figures.lost).toBe(0);
    expect(figures.parked).toBe(0);
    expect(figures.kills).toBeGreaterThan(1);
    expect(figures.doubled).toBeLessThanOrEqual(figures.bound);
    const { notice } = figures;
    expect(notice.kills).toBeGreaterThan(1);
    expect(notice.lost).toBe(0);
    expect(notice.unlisted).toBe(0);
    expect(notice.sent + notice.unknown).toBe(SIZE.readers);
    expect(notice.mostCopies).toBeLessThanOrEqual(2);
    expect(notice.extra).toBeLessThanOrEqual(notice.bound);
  },
  SIZE.withinMs + 60_000,
);
