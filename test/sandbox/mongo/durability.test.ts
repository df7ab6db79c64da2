import { MongoClient } from "mongodb";
import { describe, expect, it } from "vitest";
import { systemClock } from "../../../src/clock.ts";
import { startMongo } from "../../../src/sandbox/mongo/index.ts";
import { killAndCount } from "./kills.ts";
import { serve } from "./served.ts";
import { errorOf, temporaryFolder } from "./support.ts";

const kills = 6;

describe("kill -9", () => {
  it(`loses no acknowledged write and halves none, ${kills} times`, async () => {
    const outcome = await killAndCount(await temporaryFolder(), kills);
    expect(outcome).toMatchObject({ lost: 0, halved: 0 });
  }, 120_000);
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
