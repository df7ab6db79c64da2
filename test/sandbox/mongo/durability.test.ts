import { MongoClient } from "mongodb";
import { describe, expect, it } from "vitest";
import { systemClock } from "../../../src/clock.ts";
import { startMongo } from "../../../src/sandbox/mongo/index.ts";
import { serve } from "./served.ts";
import { errorOf, temporaryFolder } from "./support.ts";

const kills = 10;

describe("kill -9", () => {
  it(
    `loses no acknowledged write and halves none, ${kills} times`,
    { timeout: 60_000 },
    async () => {
      const dir = await temporaryFolder();
      const acknowledged: number[] = [];
      let next = 0;
      for (let round = 0; round < kills; round++) {
        const served = await serve(dir);
        const client = await new MongoClient(served.uri, { retryWrites: false }).connect();
        const docs = client.db().collection<{ _id: number; pair: number[] }>("notes");
        // The kill comes while several writes are under way, after a number of them that varies.
        const until = acknowledged.length + 5 + ((round * 37) % 60);
        const writer = async () => {
          while (!served.isKilled()) {
            const _id = next++;
            await docs.insertOne({ _id, pair: [_id, _id] });
            acknowledged.push(_id);
            if (acknowledged.length >= until) served.kill();
          }
        };
        await Promise.allSettled(Array.from({ length: 8 }, writer));
        await served.ended;
        await client.close();
      }
      const mongo = await startMongo({ dir, clock: systemClock });
      const client = await new MongoClient(mongo.uri).connect();
      const stored = await client
        .db()
        .collection<{ _id: number; pair: number[] }>("notes")
        .find()
        .toArray();
      const ids = new Set(stored.map(({ _id }) => _id));
      expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
      expect(stored.filter(({ _id, pair }) => pair.some((each) => each !== _id))).toEqual([]);
      await client.close();
      await mongo.verify();
      await mongo.stop();
    },
  );
});

describe("the server as a process", () => {
  it("ends when its input ends, and leaves its folder free", async () => {
    const dir = await temporaryFolder();
    const served = await serve(dir);
    const client = await new MongoClient(served.uri).connect();
    await client.db().collection("notes").insertOne({ a: 1 });
    await client.close();
    served.endInput();
    expect(await served.ended).toBe(0);
    const mongo = await startMongo({ dir, clock: systemClock });
    await mongo.verify();
    await mongo.stop();
  });

  it("is the only one on its folder", async () => {
    const dir = await temporaryFolder();
    const served = await serve(dir);
    expect(await errorOf(startMongo({ dir, clock: systemClock }))).toMatchObject({ code: 98 });
    served.kill();
    await served.ended;
  });
});
