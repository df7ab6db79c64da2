import { Decimal128, Long, MinKey, serialize } from "bson";
import { ClassicLevel } from "classic-level";
import { MongoClient, ObjectId } from "mongodb";
import { describe, expect, it } from "vitest";
import { startMongo } from "../../../src/sandbox/mongo/index.ts";
import { codeOf, errorOf, temporaryFolder, useMongo } from "./support.ts";

const db = useMongo();
let collections = 0;
const fresh = () => db.docs(`commands${++collections}`);
const run = (command: object) => db.client().db().command(command);

describe("the server", () => {
  it("says hello as the primary of a set of one, by the clock that was handed in", async () => {
    const address = new URL(db.mongo().uri).host;
    expect(await run({ hello: 1 })).toMatchObject({
      isWritablePrimary: true,
      setName: "sandbox",
      hosts: [address],
      primary: address,
      maxWireVersion: 21,
      localTime: db.clock.now(),
      ok: 1,
    });
    expect(await run({ buildInfo: 1 })).toMatchObject({ modules: ["sanggar-sandbox"] });
    expect(await run({ ping: 1 })).toMatchObject({ ok: 1 });
  });

  it("gives new ids the time of the clock", async () => {
    const docs = fresh();
    await docs.updateOne({ a: 1 }, { $set: { b: 1 } }, { upsert: true });
    const made = await docs.findOne({ a: 1 });
    const seconds = Math.floor(db.clock.now().getTime() / 1000);
    expect(new ObjectId(String(made?._id)).getTimestamp().getTime()).toBe(seconds * 1000);
  });

  it("refuses a second server on its folder", async () => {
    const dir = await temporaryFolder();
    const first = await startMongo({ dir, clock: db.clock });
    expect(await errorOf(startMongo({ dir, clock: db.clock }))).toMatchObject({ code: 98 });
    await first.stop();
  });

  it("refuses a folder that a newer version wrote, and lets go of it", async () => {
    const dir = await temporaryFolder();
    const level = new ClassicLevel<string, Uint8Array>(dir, { valueEncoding: "view" });
    await level.put("catalog/sanggar.x", serialize({ format: 2, number: 1, indexes: [] }));
    await level.close();
    await expect(startMongo({ dir, clock: db.clock })).rejects.toThrow("newer version");
    await level.open();
    await level.close();
  });

  it("writes without a reply when none is wanted", async () => {
    const docs = fresh();
    await docs.insertOne({ _id: 1 }, { writeConcern: { w: 0 } });
    await expect.poll(() => docs.countDocuments()).toBe(1);
  });

  it("keeps to its limit of memory, and takes back what went over", async () => {
    const mongo = await startMongo({
      dir: await temporaryFolder(),
      clock: db.clock,
      limitBytes: 3000,
    });
    const client = await new MongoClient(mongo.uri).connect();
    const docs = client.db().collection<{ _id: number; text: string }>("limited");
    await docs.insertMany([
      { _id: 1, text: "x".repeat(1000) },
      { _id: 2, text: "x".repeat(1000) },
    ]);
    expect(await codeOf(docs.insertOne({ _id: 3, text: "x".repeat(1000) }))).toBe(14031);
    await docs.deleteOne({ _id: 1 });
    await docs.insertOne({ _id: 3, text: "x".repeat(1000) });
    await client.close();
    await mongo.verify();
    await mongo.stop();
  });
});

describe("collections", () => {
  it("are made, listed and dropped", async () => {
    const name = fresh().collectionName;
    await db.client().db().createCollection(name);
    expect(await codeOf(run({ create: name }))).toBe(48);
    const listed = db.client().db().listCollections({ name });
    expect(await listed.toArray()).toMatchObject([{ name, type: "collection" }]);
    expect(await db.docs(name).drop()).toBe(true);
    expect(await listed.clone().toArray()).toEqual([]);
  });

  it("of one database are dropped together, those of others stay", async () => {
    const [one, other] = [db.client().db("one"), db.client().db("other")];
    await one.collection("a").insertOne({ x: 1 });
    await other.collection("a").insertOne({ x: 1 });
    await one.dropDatabase();
    expect(await one.collection("a").countDocuments()).toBe(0);
    expect(await other.collection("a").countDocuments()).toBe(1);
  });

  it.each(["system.x", "a$b", ""])("are not named %j", async (name) => {
    expect(await codeOf(run({ create: name }))).toBe(73);
  });
});

describe("writes", () => {
  it("tell what they did", async () => {
    const docs = fresh();
    await docs.insertMany([
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ]);
    expect(await docs.updateMany({ a: 1 }, { $set: { a: 2 } })).toMatchObject({
      matchedCount: 2,
      modifiedCount: 2,
    });
    expect(await docs.updateOne({ _id: 1 }, { $set: { a: 2 } })).toMatchObject({
      matchedCount: 1,
      modifiedCount: 0,
    });
    expect(await docs.replaceOne({ _id: 1 }, { z: 1 })).toMatchObject({ modifiedCount: 1 });
    expect(await docs.find().toArray()).toEqual([
      { _id: 1, z: 1 },
      { _id: 2, a: 2 },
    ]);
    expect(await docs.deleteMany({})).toMatchObject({ deletedCount: 2 });
  });

  it("insert what an upsert does not find, with what its filter says", async () => {
    const docs = fresh();
    const filter = { _id: "k", a: 1, "b.c": { $eq: 2 }, n: { $gt: 5 }, $and: [{ d: 4 }] };
    const change = { $setOnInsert: { at: new Date(0) }, $inc: { count: 1 }, $addToSet: { s: "x" } };
    const result = await docs.updateOne(filter, change, { upsert: true });
    expect(result).toMatchObject({ matchedCount: 0, upsertedCount: 1, upsertedId: "k" });
    const expected = { _id: "k", a: 1, b: { c: 2 }, d: 4, at: new Date(0), count: 1, s: ["x"] };
    expect(await docs.findOne({})).toEqual(expected);
  });

  it("refuse an upsert that can not tell a field", async () => {
    const upsert = fresh().updateOne(
      { a: 1, $and: [{ a: 2 }] },
      { $set: { b: 1 } },
      { upsert: true },
    );
    expect(await codeOf(upsert)).toBe(54);
  });

  it("find and change one, giving it before or after", async () => {
    const docs = fresh();
    await docs.insertMany([
      { _id: 1, n: 5, secret: 1 },
      { _id: 2, n: 3, secret: 1 },
    ]);
    const next = { sort: { n: 1 }, projection: { secret: 0 } } as const;
    expect(await docs.findOneAndUpdate({}, { $inc: { n: 1 } }, next)).toEqual({ _id: 2, n: 3 });
    const after = { ...next, returnDocument: "after" } as const;
    expect(await docs.findOneAndUpdate({}, { $inc: { n: 1 } }, after)).toEqual({ _id: 2, n: 5 });
    expect(await docs.findOneAndDelete({ _id: 1 })).toMatchObject({ n: 5 });
    expect(await docs.findOneAndUpdate({ _id: 9 }, { $inc: { n: 1 } })).toBeNull();
  });

  it("tell in lastErrorObject what findAndModify did", async () => {
    const docs = fresh();
    const claim = { includeResultMetadata: true, upsert: true, returnDocument: "after" } as const;
    const made = await docs.findOneAndUpdate({ _id: "k" }, { $inc: { n: 1 } }, claim);
    expect(made).toMatchObject({
      lastErrorObject: { n: 1, updatedExisting: false, upserted: "k" },
    });
    const again = await docs.findOneAndUpdate({ _id: "k" }, { $inc: { n: 1 } }, claim);
    expect(again).toMatchObject({
      lastErrorObject: { n: 1, updatedExisting: true },
      value: { n: 2 },
    });
  });

  it("end a multi update at the first collision", async () => {
    const docs = fresh();
    await docs.createIndex({ a: 1 }, { unique: true });
    await docs.insertMany([
      { _id: 1, a: 1 },
      { _id: 2, a: 2 },
    ]);
    expect(await codeOf(docs.updateMany({}, { $set: { a: 9 } }))).toBe(11000);
    expect(await docs.find().toArray()).toEqual([
      { _id: 1, a: 9 },
      { _id: 2, a: 2 },
    ]);
  });

  it("refuse a document over 16 MiB", async () => {
    const docs = fresh();
    await docs.insertOne({ _id: 1, a: "x".repeat(9_000_000) });
    expect(await codeOf(docs.updateOne({ _id: 1 }, { $set: { b: "x".repeat(9_000_000) } }))).toBe(
      10334,
    );
  });

  it.each([Long.fromNumber(5), new Decimal128("1"), new MinKey()])(
    "refuse the type of %s",
    async (a) => {
      expect(await codeOf(fresh().insertOne({ _id: 1, a }))).toBe(238);
    },
  );

  it("keep every offered type as it came", async () => {
    const docs = fresh();
    const doc = {
      _id: new ObjectId(),
      list: [1, -0, 1.5, 2 ** 40, NaN, "\u{1f600}", true, null, new Date(5)],
      inner: { empty: {}, none: [], deep: [[[{ a: 1 }]]] },
    };
    await docs.insertOne(doc);
    expect(await docs.findOne({})).toEqual(doc);
  });
});

describe("cursors", () => {
  it("give every document once, over many batches", async () => {
    const docs = fresh();
    await docs.insertMany(Array.from({ length: 500 }, (_, _id) => ({ _id })));
    const found = await docs
      .find()
      .sort({ _id: -1 })
      .batchSize(7)
      .map(({ _id }) => _id)
      .toArray();
    expect(found).toEqual(Array.from({ length: 500 }, (_, at) => 499 - at));
  });

  it("pass over documents that went after the cursor was opened", async () => {
    const docs = fresh();
    await docs.insertMany(Array.from({ length: 10 }, (_, _id) => ({ _id, a: 1 })));
    const cursor = docs.find({ a: 1 }).batchSize(2);
    await cursor.next();
    await docs.deleteMany({ _id: { $gte: 8 } });
    await docs.updateOne({ _id: 7 }, { $set: { a: 2 } });
    expect((await cursor.toArray()).map(({ _id }) => _id)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("answer in parts that fit, however large the documents", async () => {
    const docs = fresh();
    for (const _id of [1, 2, 3]) await docs.insertOne({ _id, a: "x".repeat(7_000_000) });
    expect(await docs.find().toArray()).toHaveLength(3);
  });

  it("are gone when killed, dropped or left alone for ten minutes", async () => {
    const docs = fresh();
    await docs.insertMany(Array.from({ length: 10 }, (_, _id) => ({ _id })));
    const open = async () => {
      const { cursor } = await run({ find: docs.collectionName, batchSize: 2 });
      return (cursor as { id: unknown }).id;
    };
    const more = (id: number) =>
      run({ getMore: Long.fromNumber(id), collection: docs.collectionName });
    const killed = Number(await open());
    const cursors = [Long.fromNumber(killed)];
    expect(await run({ killCursors: docs.collectionName, cursors })).toMatchObject({
      cursorsNotFound: [],
    });
    expect(await codeOf(more(killed))).toBe(43);
    const idle = Number(await open());
    db.clock.set(new Date(db.clock.now().getTime() + 601_000));
    await db.mongo().sweep();
    expect(await codeOf(more(idle))).toBe(43);
    const dropped = Number(await open());
    await docs.drop();
    expect(await codeOf(more(dropped))).toBe(43);
  });
});

describe("counts and distinct values", () => {
  it("agree with find", async () => {
    const docs = fresh();
    await docs.insertMany([{ _id: 1, t: ["a", "b"] }, { _id: 2, t: "a" }, { _id: 3 }]);
    expect(await docs.countDocuments({ t: "a" })).toBe(2);
    expect(await docs.estimatedDocumentCount()).toBe(3);
    expect(await docs.distinct("t")).toEqual(["a", "b"]);
    expect(await docs.distinct("t", { _id: 2 })).toEqual(["a"]);
  });
});

describe("what is not offered", () => {
  it.each([
    [{ dance: 1 }, 59],
    [{ renameCollection: "a.b", to: "a.c" }, 238],
    [{ find: "x", filtr: {} }, 40415],
    [{ find: "x", collation: { locale: "id" } }, 238],
    [{ find: "x", let: { a: 1 } }, 238],
    [{ find: "x", projection: { a: { $slice: 1 } } }, 238],
    [{ find: "x", projection: { a: 1, b: 0 } }, 31254],
    [{ find: "x", sort: { a: 2 } }, 15975],
    [{ find: "x", filter: 5 }, 14],
    [{ find: "x", singleBatch: 1 }, 14],
    [{ find: "x", apiVersion: "1" }, 238],
    [{ create: "x", capped: true, size: 5 }, 238],
    [{ create: "x", validator: {} }, 238],
    [{ insert: "x", documents: [{ a: { "b.c": 1 } }] }, undefined],
    [{ insert: "x", documents: [], writeConcern: { w: 3 } }, 100],
    [{ find: "x", readConcern: { level: "snapshot" } }, 238],
    [{ update: "x", updates: [{ q: {}, u: [{ $set: {} }] }] }, undefined],
    [{ commitTransaction: 1 }, 251],
    [{ listIndexes: "none" }, 26],
    [{ getMore: Long.fromNumber(5), collection: "x" }, 43],
  ])("%j", async (command, code) => {
    if (code !== undefined) expect(await codeOf(run(command))).toBe(code);
    else expect(await run(command)).toMatchObject({ writeErrors: [{ code: 238 }] });
  });

  it("a transaction, before anything is done", async () => {
    const docs = fresh();
    const session = db.client().startSession();
    const work = session.withTransaction(() => docs.insertOne({ _id: 1 }, { session }));
    expect(await errorOf(work)).toMatchObject({ originalError: { code: 20 } });
    await session.endSession();
    expect(await docs.countDocuments()).toBe(0);
  });

  it("more time than maxTimeMS", async () => {
    const docs = fresh();
    await docs.insertMany(Array.from({ length: 3000 }, (_, _id) => ({ _id, a: "x".repeat(200) })));
    expect(await codeOf(docs.find(slowFilter, { maxTimeMS: 1 }).toArray())).toBe(50);
  });
});

/** Takes a while for each document. */
const slowFilter = { $and: Array.from({ length: 200 }, () => ({ a: /xx*$/ })) };
