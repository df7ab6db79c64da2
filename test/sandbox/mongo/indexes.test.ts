import { describe, expect, it } from "vitest";
import { codeOf, errorOf, useMongo } from "./support.ts";

const db = useMongo();
let collections = 0;
const fresh = () => db.docs(`indexes${++collections}`);

const examined = async (found: { explain(how: string): Promise<object> }) =>
  (await found.explain("executionStats")) as {
    executionStats: { nReturned: number; totalKeysExamined: number; totalDocsExamined: number };
    queryPlanner: { winningPlan: { stage: string } };
  };

describe("a unique index", () => {
  it("refuses a second document with the key, and says which", async () => {
    const docs = fresh();
    await docs.createIndex({ phone: 1 }, { unique: true });
    await docs.insertOne({ _id: 1, phone: "0812" });
    const error = await errorOf(docs.insertOne({ _id: 2, phone: "0812" }));
    expect(error).toMatchObject({
      code: 11000,
      keyPattern: { phone: 1 },
      keyValue: { phone: "0812" },
    });
    expect(error["message"]).toBe(
      `E11000 duplicate key error collection: sanggar.${docs.collectionName} index: phone_1 dup key: { phone: "0812" }`,
    );
  });

  it("refuses a second _id, in findOneAndUpdate at the top of the answer", async () => {
    const docs = fresh();
    await docs.insertOne({ _id: 1, a: 1 });
    const claim = docs.findOneAndUpdate({ _id: 1, a: 2 }, { $set: { b: 1 } }, { upsert: true });
    expect(await errorOf(claim)).toMatchObject({ code: 11000, keyValue: { _id: 1 } });
  });

  it("counts a missing field as null", async () => {
    const docs = fresh();
    await docs.createIndex({ phone: 1 }, { unique: true });
    await docs.insertOne({ _id: 1 });
    expect(await codeOf(docs.insertOne({ _id: 2, phone: null }))).toBe(11000);
  });

  it("leaves out documents without the field when sparse, but not an explicit null", async () => {
    const docs = fresh();
    await docs.createIndex({ phone: 1 }, { unique: true, sparse: true });
    await docs.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3, phone: null }]);
    expect(await codeOf(docs.insertOne({ _id: 4, phone: null }))).toBe(11000);
    expect(await docs.countDocuments({ phone: null })).toBe(3);
  });

  it("holds only what a partial filter takes in", async () => {
    const docs = fresh();
    const only = { telegramId: { $type: "number" } };
    await docs.createIndex({ telegramId: 1 }, { unique: true, partialFilterExpression: only });
    await docs.insertMany([{ _id: 1 }, { _id: 2, telegramId: "x" }, { _id: 3, telegramId: "x" }]);
    await docs.insertOne({ _id: 4, telegramId: 7 });
    expect(await codeOf(docs.updateOne({ _id: 1 }, { $set: { telegramId: 7 } }))).toBe(11000);
  });

  it("counts each different element of an array once", async () => {
    const docs = fresh();
    await docs.createIndex({ tags: 1 }, { unique: true });
    await docs.insertOne({ _id: 1, tags: ["a", "a", "b"] });
    expect(await codeOf(docs.insertOne({ _id: 2, tags: ["c", "b"] }))).toBe(11000);
  });

  it("frees the key of a document that is gone or changed", async () => {
    const docs = fresh();
    await docs.createIndex({ a: 1, b: -1 }, { unique: true });
    await docs.insertMany([
      { _id: 1, a: 1, b: 1 },
      { _id: 2, a: 1, b: 2 },
    ]);
    await docs.updateOne({ _id: 2 }, { $set: { b: 3 } });
    await docs.deleteOne({ _id: 1 });
    await docs.insertMany([
      { _id: 3, a: 1, b: 1 },
      { _id: 4, a: 1, b: 2 },
    ]);
    expect(await docs.countDocuments()).toBe(3);
  });

  it("is not built over duplicates, and leaves nothing behind", async () => {
    const docs = fresh();
    await docs.insertMany([
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ]);
    expect(await codeOf(docs.createIndex({ a: 1 }, { unique: true }))).toBe(11000);
    expect(await docs.indexes()).toHaveLength(1);
  });

  it("lets an unordered insert go on past the duplicates", async () => {
    const docs = fresh();
    await docs.insertOne({ _id: 2 });
    const insert = docs.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3 }], { ordered: false });
    expect(await errorOf(insert)).toMatchObject({ code: 11000, writeErrors: [{ index: 1 }] });
    expect(await docs.countDocuments()).toBe(3);
  });

  it("ends an ordered insert at the first duplicate", async () => {
    const docs = fresh();
    await docs.insertOne({ _id: 2 });
    await errorOf(docs.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3 }]));
    expect(await docs.countDocuments()).toBe(2);
  });
});

describe("a lookup", () => {
  it("reads the matching documents only", async () => {
    const docs = fresh();
    await docs.createIndex({ state: 1, nextAt: 1 });
    await docs.insertMany(
      Array.from({ length: 300 }, (_, at) => ({
        _id: at,
        state: at % 3 === 0 ? "ready" : "sent",
        nextAt: at % 50 === 1 ? null : new Date(at * 1000),
        tags: [at % 7, "x"],
      })),
    );
    for (const [filter, matches] of [
      [{ _id: 5 }, 1],
      [{ _id: { $in: [5, 7, 999] } }, 2],
      [{ state: "ready", nextAt: { $lte: new Date(30_000) } }, 11],
      [{ state: "sent", nextAt: { $gt: new Date(1_000), $lt: new Date(8_000) } }, 4],
      [{ state: "sent", nextAt: null }, 4],
      [{ state: { $in: ["ready", "none"] } }, 100],
    ] as const) {
      const { executionStats } = await examined(docs.find(filter));
      expect(executionStats).toMatchObject({ nReturned: matches, totalDocsExamined: matches });
    }
  });

  it("takes the first of thousands in index order without sorting them", async () => {
    const docs = fresh();
    await docs.createIndex({ state: 1, nextAt: 1, _id: 1 });
    await docs.insertMany(
      Array.from({ length: 1000 }, (_, at) => ({
        _id: at,
        state: "ready",
        nextAt: new Date((at * 7919) % 1000),
      })),
    );
    const due = { state: "ready", nextAt: { $lte: new Date(900) } };
    for (const direction of [1, -1] as const) {
      const next = docs.find(due).sort({ nextAt: direction, _id: direction }).limit(1);
      const { executionStats, queryPlanner } = await examined(next);
      expect(executionStats.totalDocsExamined).toBe(1);
      expect(queryPlanner.winningPlan.stage).toBe("IXSCAN");
      const [first] = await next.toArray();
      expect(first?.["nextAt"]).toEqual(new Date(direction === 1 ? 0 : 900));
    }
  });

  it("reads a page in order where many match, and by the index where few do", async () => {
    const docs = fresh();
    await docs.createIndex({ state: 1 });
    const stateOf = (at: number) => (at >= 990 ? "rare" : at % 2 ? "ready" : "sent");
    await docs.insertMany(
      Array.from({ length: 1_000 }, (_, at) => ({ _id: at, state: stateOf(at) })),
    );
    const page = (states: string[], after: number) =>
      docs
        .find({ _id: { $gt: after }, state: { $in: states } })
        .sort({ _id: 1 })
        .limit(10);
    const many = page(["ready", "sent"], 99);
    expect((await examined(many)).executionStats.totalDocsExamined).toBe(10);
    expect((await many.toArray()).map(({ _id }) => _id)).toEqual([
      100, 101, 102, 103, 104, 105, 106, 107, 108, 109,
    ]);
    const few = page(["rare", "none"], 0);
    expect((await examined(few)).executionStats.totalDocsExamined).toBe(10);
    expect(await few.toArray()).toHaveLength(10);
  });

  it("takes the index that leaves least to read", async () => {
    const docs = fresh();
    await docs.createIndex({ state: 1, owner: 1 });
    await docs.createIndex({ notice: 1 });
    const list = Array.from({ length: 200 }, (_, _id) => ({ _id, notice: _id % 50 }));
    await docs.insertMany(list.map((doc) => ({ ...doc, state: "ready", owner: "x" })));
    const ready = { state: "ready", owner: "x" };
    for (const found of [
      docs.find({ ...ready, _id: 7 }),
      docs.find({ ...ready, _id: 7 }).sort({ owner: 1 }),
    ])
      expect((await examined(found)).executionStats.totalDocsExamined).toBe(1);
    const byNotice = docs.find({ ...ready, notice: 7 });
    expect((await examined(byNotice)).executionStats.totalDocsExamined).toBe(4);
  });

  it("sorts by arrays, nothing, and mixed types as MongoDB does", async () => {
    const docs = fresh();
    const list = [
      { a: [3, 9] },
      { a: 5 },
      {},
      { a: "x" },
      { a: [] },
      { a: null },
      { a: new Date(0) },
    ];
    await docs.insertMany(list.map((doc, _id) => ({ _id, ...doc })));
    const order = async (direction: 1 | -1) =>
      docs
        .find()
        .sort({ a: direction, _id: 1 })
        .map(({ _id }) => _id)
        .toArray();
    expect(await order(1)).toEqual([4, 2, 5, 0, 1, 3, 6]);
    expect(await order(-1)).toEqual([6, 3, 0, 1, 2, 5, 4]);
    await docs.createIndex({ a: 1 });
    expect(await order(1)).toEqual([4, 2, 5, 0, 1, 3, 6]);
  });

  it("obeys a hint, and refuses one that does not exist", async () => {
    const docs = fresh();
    await docs.insertOne({ _id: 1, a: 1 });
    await docs.createIndex({ a: 1 });
    expect(await docs.find({ _id: 1, a: 1 }).hint("a_1").toArray()).toHaveLength(1);
    expect(await codeOf(docs.find({}).hint("b_1").toArray())).toBe(2);
    expect(await codeOf(docs.find({}).hint({ $natural: -1 }).toArray())).toBe(238);
    await docs.createIndex({ s: 1 }, { sparse: true });
    expect(await codeOf(docs.find({}).hint("s_1").toArray())).toBe(238);
  });
});

describe("an index", () => {
  it("is made once, and clashes with another of its key or name", async () => {
    const docs = fresh();
    await docs.createIndex({ a: 1 });
    await docs.createIndex({ a: 1 });
    expect(await codeOf(docs.createIndex({ a: 1 }, { name: "other" }))).toBe(85);
    expect(await codeOf(docs.createIndex({ a: 1 }, { unique: true }))).toBe(86);
    expect(await codeOf(docs.createIndex({ b: 1 }, { name: "a_1" }))).toBe(86);
    expect(await docs.indexes()).toMatchObject([{ name: "_id_" }, { name: "a_1", key: { a: 1 } }]);
  });

  it("is dropped by name, never that of _id", async () => {
    const docs = fresh();
    await docs.createIndex({ a: 1 });
    await docs.dropIndex("a_1");
    expect(await codeOf(docs.dropIndex("a_1"))).toBe(27);
    expect(await codeOf(docs.dropIndex("_id_"))).toBe(72);
  });

  it.each([
    [{ a: "text" }, {}, 67],
    [{ a: "2dsphere" }, {}, 67],
    [{ "$**": 1 }, {}, 67],
    [{ a: 1 }, { collation: { locale: "id" } }, 238],
    [{ a: 1 }, { hidden: true }, 238],
    [{ a: 1 }, { expireAfterSeconds: -1 }, 67],
    [{ a: 1 }, { partialFilterExpression: { a: { $ne: 1 } } }, 67],
  ])("of the kind %j %j is refused", async (key, options, code) => {
    expect(await codeOf(fresh().createIndex(key as Record<string, 1>, options))).toBe(code);
  });

  it("takes no two arrays", async () => {
    const docs = fresh();
    await docs.createIndex({ a: 1, b: 1 });
    expect(await codeOf(docs.insertOne({ _id: 1, a: [1, 2], b: [1] }))).toBe(171);
  });

  it("expires documents by the clock that was handed in, by their earliest date", async () => {
    const docs = fresh();
    await docs.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    const now = db.clock.now().getTime();
    const later = new Date(now + 90_000);
    await docs.insertMany([
      { _id: "now", at: new Date(now) },
      { _id: "later", at: later },
      { _id: "both", at: [later, new Date(now)] },
      { _id: "none" },
      { _id: "text", at: "x" },
    ]);
    const left = async (seconds: number) => {
      db.clock.set(new Date(now + seconds * 1000));
      await db.mongo().sweep();
      return docs
        .find()
        .map(({ _id }) => _id)
        .toArray();
    };
    expect(await left(59)).toHaveLength(5);
    expect(await left(60)).toEqual(["later", "none", "text"]);
    expect(await left(200)).toEqual(["none", "text"]);
  });
});
