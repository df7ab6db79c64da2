import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAdjustableClock } from "../../src/clock.ts";
import { connectDatabase } from "../../src/database.ts";
import { prepareDatabase } from "../../src/prepare-database.ts";
import { createLeases, type Leases } from "../../src/leases/lease-repository.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import type { Connection } from "mongoose";

const clock = createAdjustableClock(new Date("2025-08-14T09:00:00+07:00"));
clock.freeze(true);
const later = (ms: number) => clock.set(new Date(clock.now().getTime() + ms));

let database: TestDatabase;
let connections: Connection[];
/** Processes: each with a connection of its own. */
let rina: Leases;
let siti: Leases;

beforeAll(async () => {
  database = await openTestDatabase();
  connections = await Promise.all([0, 1].map(() => connectDatabase(database.uri)));
  const [first = database.connection, second = database.connection] = connections;
  rina = createLeases(first, clock, "rina");
  siti = createLeases(second, clock, "siti");
  await prepareDatabase(first);
});
afterAll(async () => {
  await Promise.all(connections.map((connection) => connection.close()));
  await database.drop();
});

describe("a lease", () => {
  it("has one holder, who may renew it", async () => {
    expect(await rina.take("poll", 30_000)).toBe(true);
    expect(await siti.take("poll", 30_000)).toBe(false);
    later(20_000);
    expect(await rina.take("poll", 30_000)).toBe(true);
    later(20_000);
    expect(await siti.take("poll", 30_000)).toBe(false);
  });

  it("is taken over at its end, and not before", async () => {
    await rina.take("sender", 30_000);
    later(29_999);
    expect(await siti.take("sender", 30_000)).toBe(false);
    later(1);
    expect(await siti.take("sender", 30_000)).toBe(true);
    expect(await rina.take("sender", 30_000)).toBe(false);
  });

  it("given back is free at once, but only its holder can give it back", async () => {
    await rina.take("job", 30_000);
    await siti.release("job");
    expect(await siti.take("job", 30_000)).toBe(false);
    await rina.release("job");
    expect(await siti.take("job", 30_000)).toBe(true);
    await rina.release("job");
    expect(await rina.take("job", 30_000)).toBe(false);
  });

  it("of another name is another lease", async () => {
    expect(await rina.take("one", 30_000)).toBe(true);
    expect(await siti.take("two", 30_000)).toBe(true);
  });

  it("that was never taken can be given back", async () => {
    await expect(rina.release("nobody's")).resolves.toBeUndefined();
  });
});

describe("twenty who reach for a lease at once", () => {
  /** On both connections, each an owner of its own. */
  const takers = (round: string) =>
    Array.from({ length: 20 }, (_, index) => {
      const connection = connections[index % 2] ?? database.connection;
      return createLeases(connection, clock, `${round}-${index}`);
    });
  const winners = async (all: Leases[], name: string) => {
    const taken = await Promise.all(all.map((one) => one.take(name, 30_000)));
    return taken.filter(Boolean).length;
  };

  it("have one winner, when it is new and each time it ends", async () => {
    for (let round = 0; round < 5; round += 1) {
      expect(await winners(takers(String(round)), "wanted")).toBe(1);
      expect(await winners(takers(`${round}b`), "wanted")).toBe(0);
      later(30_000);
    }
  });
});
