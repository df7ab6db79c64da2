import { Long, UUID } from "bson";
import { MongoClient } from "mongodb";
import { describe, expect, it } from "vitest";
import { systemClock } from "../../../src/clock.ts";
import { startMongo } from "../../../src/sandbox/mongo/index.ts";
import { startProxy } from "./proxy.ts";
import { sendRaw } from "./raw.ts";
import { serve } from "./served.ts";
import type { Docs } from "./support.ts";
import { temporaryFolder, useMongo } from "./support.ts";

const db = useMongo();

describe("a write whose answer was lost", () => {
  const writes: [string, (docs: Docs) => Promise<unknown>, unknown][] = [
    [
      "an increment is applied once",
      (docs) => docs.updateOne({ _id: 1 }, { $inc: { n: 1 } }),
      { modifiedCount: 1 },
    ],
    [
      "a claim gives its document",
      (docs) => docs.findOneAndUpdate({ _id: 1, n: 0 }, { $inc: { n: 1 } }),
      { n: 0 },
    ],
    ["an insert makes one document", (docs) => docs.insertOne({ _id: 2 }), { insertedId: 2 }],
    ["a deletion says that it deleted", (docs) => docs.deleteOne({ _id: 1 }), { deletedCount: 1 }],
    [
      "an unordered insert says what it inserted",
      (docs) => docs.insertMany([{ _id: 3 }, { _id: 4 }], { ordered: false }),
      { insertedCount: 2 },
    ],
  ];
  it.each(writes)("%s", async (title, write, answer) => {
    const direct = db.docs(title.replaceAll(" ", "-"));
    await direct.insertOne({ _id: 1, n: 0 });
    const proxy = await startProxy(() => db.mongo().uri);
    const client = await new MongoClient(proxy.uri).connect();
    const docs: Docs = client.db().collection(direct.collectionName);
    await docs.findOne({});
    proxy.swallowNext();
    expect(await write(docs)).toMatchObject(answer as object);
    expect(proxy.cuts()).toBe(1);
    expect(await direct.countDocuments({ n: { $gt: 1 } })).toBe(0);
    await client.close();
    proxy.stop();
  });
});

describe("a server killed between commit and answer", () => {
  it("has applied the write once when the driver sends it to the next one", async () => {
    const dir = await temporaryFolder();
    let served = serve(dir);
    const restart = async () => {
      const { kill, ended } = await served;
      kill();
      await ended;
      return serve(dir);
    };
    const proxy = await startProxy(
      async () => (await served).uri,
      () => (served = restart()),
    );
    const client = await new MongoClient(proxy.uri).connect();
    const docs: Docs = client.db().collection("counters");
    await docs.insertOne({ _id: 1, n: 0 });
    proxy.swallowNext();
    const claim = docs.findOneAndUpdate({ _id: 1, n: 0 }, { $inc: { n: 1 } });
    expect(await claim).toEqual({ _id: 1, n: 0 });
    expect(proxy.cuts()).toBe(1);
    expect(await docs.findOne({})).toEqual({ _id: 1, n: 1 });
    await client.close();
    proxy.stop();
    (await served).endInput();
  });
});

describe("a write that is sent again", () => {
  // The driver would put its own session in the place of this one.
  const increment = (session: UUID, txnNumber: number) => ({
    update: "counters",
    $db: "sanggar",
    updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } }, upsert: true }],
    lsid: { id: session },
    txnNumber: Long.fromNumber(txnNumber),
  });

  it("gets its first answer, also after a restart", async () => {
    const dir = await temporaryFolder();
    const session = new UUID();
    const answers: unknown[] = [];
    for (let round = 0; round < 2; round++) {
      const mongo = await startMongo({ dir, clock: systemClock, sync: false });
      const client = await new MongoClient(mongo.uri).connect();
      answers.push(await sendRaw(mongo.uri, increment(session, 5)));
      expect(await client.db().collection("counters").findOne({})).toEqual({ _id: 1, n: 1 });
      await client.close();
      await mongo.verify();
      await mongo.stop();
    }
    expect(answers[1]).toEqual(answers[0]);
  });

  it("with an older number than the session's is refused", async () => {
    const session = new UUID();
    const send = (txnNumber: number) => sendRaw(db.mongo().uri, increment(session, txnNumber));
    expect(await send(5)).toMatchObject({ ok: 1 });
    expect(await send(6)).toMatchObject({ ok: 1 });
    expect(await send(5)).toMatchObject({ ok: 0, code: 225 });
  });
});
