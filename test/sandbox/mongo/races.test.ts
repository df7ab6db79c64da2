import { MongoClient } from "mongodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Docs } from "./support.ts";
import { useMongo } from "./support.ts";

const db = useMongo({ sync: true });
const clients: MongoClient[] = [];

beforeAll(async () => {
  for (let at = 0; at < 4; at++) clients.push(await new MongoClient(db.mongo().uri).connect());
});
afterAll(() => Promise.all(clients.map((client) => client.close())));

const byAll = <T>(name: string, work: (docs: Docs, client: number) => Promise<T>): Promise<T[]> =>
  Promise.all(clients.map((client, at) => work(client.db().collection(name), at)));

/** `times` calls of the work, shared among the clients, all at once. */
const atOnce = (name: string, times: number, work: (docs: Docs) => Promise<unknown>) =>
  Promise.allSettled(
    Array.from({ length: times }, (_, at) => {
      const client = clients[at % clients.length];
      return client ? work(client.db().collection(name)) : Promise.reject(new Error("no client"));
    }),
  );

describe("four clients at once", () => {
  it("lose no increment", async () => {
    await db.docs("counter").insertOne({ _id: 1, n: 0 });
    await byAll("counter", async (docs) => {
      for (let step = 0; step < 50; step++) await docs.updateOne({ _id: 1 }, { $inc: { n: 1 } });
    });
    expect(await db.docs("counter").findOne({})).toEqual({ _id: 1, n: 200 });
  });

  it("have one winner for each conditional claim", async () => {
    const rounds = 50;
    await db
      .docs("jobs")
      .insertMany(Array.from({ length: rounds }, (_, _id) => ({ _id, state: "ready" })));
    const wins = await byAll("jobs", async (docs, owner) => {
      let won = 0;
      for (let _id = 0; _id < rounds; _id++) {
        const claim = { $set: { state: "taken", owner } };
        if (await docs.findOneAndUpdate({ _id, state: "ready" }, claim)) won++;
      }
      return won;
    });
    expect(wins.reduce((a, b) => a + b)).toBe(rounds);
  });

  it("insert a unique value once", async () => {
    await db.docs("unique").createIndex({ phone: 1 }, { unique: true });
    const outcomes = await atOnce("unique", 50, (docs) =>
      docs.insertOne({ phone: "0812" } as never),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: 11000 });
  });

  it("make one document of many upserts of a key", async () => {
    await atOnce("upserts", 50, (docs) =>
      docs.updateOne({ _id: "k" }, { $inc: { n: 1 } }, { upsert: true }),
    );
    expect(await db.docs("upserts").find().toArray()).toEqual([{ _id: "k", n: 50 }]);
  });

  it("see a bulk insert whole or not at all", async () => {
    const write = db.docs("bulk").insertMany(Array.from({ length: 200 }, (_, _id) => ({ _id })));
    const counts = await byAll("bulk", (docs) => docs.countDocuments());
    await write;
    expect(counts.filter((count) => count !== 0 && count !== 200)).toEqual([]);
  });
});
