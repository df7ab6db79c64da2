import { Api } from "grammy";
import { type Connection, type Model, Schema } from "mongoose";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { createAdjustableClock } from "../src/clock.ts";
import {
  connectDatabase,
  declaredOn,
  isDuplicateKey,
  modelOf,
  operators,
  SCHEMA_OPTIONS,
} from "../src/database.ts";
import { createPreparations, prepareDatabase, proveOneWinner } from "../src/prepare-database.ts";
import { createLog } from "../src/log.ts";
import { createFieldCipher } from "../src/privacy/field-cipher.ts";
import { createServices } from "../src/services.ts";
import { openTestDatabase, type TestDatabase } from "./support/database.ts";

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await openTestDatabase();
  onTestFinished(() => database.drop());
  return database;
}

/** Declares everything the program stores. */
function declareAll(connection: Connection) {
  return createServices({
    connection,
    cipher: createFieldCipher([{ id: "test", hex: "5a".repeat(32) }]),
    clock: createAdjustableClock(),
    log: createLog("silent"),
    apiIn: () => new Api("1:unused"),
    owner: "test",
  });
}

async function indexesOf(connection: Connection, collection: string): Promise<unknown[]> {
  const found = await connection.collection(collection).listIndexes().toArray();
  return found.map(({ key, unique = false, sparse = false }) => ({
    ...(key as object),
    ...(unique === true && { unique: true }),
    ...(sparse === true && { sparse: true }),
  }));
}

describe("a database made ready", () => {
  it("has every collection and every index that was declared", async () => {
    const { connection } = await emptyDatabase();
    declareAll(connection);
    await prepareDatabase(connection);
    const names = (await connection.listCollections()).map(({ name }) => name);
    for (const { collection, schema } of declaredOn(connection)) {
      expect(names).toContain(collection);
      const made = await indexesOf(connection, collection);
      expect(made).toHaveLength(1 + schema.indexes().length);
    }
    expect(await indexesOf(connection, "inbox")).toEqual([
      { _id: 1 },
      { state: 1, update: 1 },
      { chat: 1, state: 1, update: 1 },
    ]);
    expect(await indexesOf(connection, "artisans")).toContainEqual({
      telegram: 1,
      unique: true,
      sparse: true,
    });
  });

  it("can be made ready again, and by several processes at once", async () => {
    const { connection, uri } = await emptyDatabase();
    declareAll(connection);
    const other = await connectDatabase(uri);
    onTestFinished(() => other.close());
    declareAll(other);
    await Promise.all([prepareDatabase(connection), prepareDatabase(other)]);
    await prepareDatabase(connection);
  });

  it("is known to be ready to the build that made it so, and to no other", async () => {
    const { connection } = await emptyDatabase();
    const preparations = createPreparations(connection);
    expect(await preparations.isDoneBy("2026-11-24")).toBe(false);
    await preparations.note("2026-11-24");
    await preparations.note("2026-11-24");
    expect(await preparations.isDoneBy("2026-11-24")).toBe(true);
    expect(await preparations.isDoneBy("2026-11-25")).toBe(false);
  });

  it("is never known to be ready to sources that run unbuilt", async () => {
    const { connection } = await emptyDatabase();
    const preparations = createPreparations(connection);
    await preparations.note("");
    expect(await preparations.isDoneBy("")).toBe(false);
  });

  it("holds no trace of its probe", async () => {
    const { connection } = await emptyDatabase();
    await prepareDatabase(connection);
    expect(await connection.collection("probes").countDocuments()).toBe(0);
  });

  it("is refused when a unique index cannot be made", async () => {
    const { connection } = await emptyDatabase();
    declareAll(connection);
    const twins = [{ telegram: 7 }, { telegram: 7 }];
    await connection.collection("artisans").insertMany(twins);
    await expect(prepareDatabase(connection)).rejects.toThrow(/duplicate key/);
  });
});

describe("a model", () => {
  const schema = new Schema<Thing>({ _id: String, owner: String }, SCHEMA_OPTIONS);

  it("is known when it is declared, made when it is first used, and one for the connection", async () => {
    const { connection } = await emptyDatabase();
    const declared = modelOf(connection, "Thing", schema, "things");
    const again = modelOf(connection, "Thing", schema, "things");
    expect(declaredOn(connection)).toEqual([{ name: "Thing", collection: "things", schema }]);
    expect(connection.models).toEqual({});
    await declared.create({ _id: "a", owner: "rina" });
    const [made] = Object.values(connection.models);
    expect(await again.findOne({ _id: "a" }).lean()).toEqual({ _id: "a", owner: "rina" });
    expect(Object.values(connection.models)).toEqual([made]);
  });

  it("obeys its schema as one that was made at once", async () => {
    const { connection } = await emptyDatabase();
    const declared = modelOf(connection, "Thing", schema, "things");
    const strange = { $set: { colour: "red" } } as object;
    await expect(declared.updateOne({ _id: "a" }, strange)).rejects.toThrow("colour");
    await expect(declared.findOne({ owner: undefined } as object).exec()).rejects.toThrow(
      "undefined",
    );
  });
});

describe("the probe", () => {
  it("finds one winner in a database that keeps its word", async () => {
    const { connection } = await emptyDatabase();
    await proveOneWinner(connection);
  });

  it("refuses a database that lets several claims of one document win", async () => {
    const { connection } = await emptyDatabase();
    const careless = new Schema({ _id: String, owner: Number }, SCHEMA_OPTIONS);
    careless.pre("updateOne", function () {
      this.setQuery({ _id: this.getFilter()["_id"] as string });
    });
    connection.model("Probe", careless, "probes");
    await expect(proveOneWinner(connection)).rejects.toThrow(/let \d\d of 50 claims .* win/);
  });
});

interface Thing {
  _id: string;
  owner: string;
  count: number;
  at?: Date;
}

describe("a filter", () => {
  let database: TestDatabase;
  let things: Model<Thing>;
  beforeAll(async () => {
    database = await openTestDatabase();
    const schema = new Schema<Thing>(
      { _id: String, owner: String, count: Number, at: Date },
      SCHEMA_OPTIONS,
    );
    things = database.connection.model("Thing", schema, "things");
    await things.create([
      { _id: "a", owner: "rina", count: 1 },
      { _id: "b", owner: "siti", count: 2 },
    ]);
  });
  afterAll(() => database.drop());

  const nothing = undefined as unknown as string;
  it.each<[string, () => PromiseLike<unknown>]>([
    ["find", () => things.find({ owner: nothing })],
    ["find … lean", () => things.find({ owner: nothing }).sort({ _id: 1 }).limit(1).lean()],
    ["findOne", () => things.findOne({ _id: nothing })],
    ["findById", () => things.findById(nothing)],
    ["countDocuments", () => things.countDocuments({ owner: nothing })],
    ["exists", () => things.exists({ owner: nothing })],
    ["distinct", () => things.distinct("owner", { owner: nothing })],
    ["updateOne", () => things.updateOne({ _id: nothing }, { $set: { count: 9 } })],
    ["updateMany", () => things.updateMany({ owner: nothing }, { $set: { count: 9 } })],
    ["replaceOne", () => things.replaceOne({ _id: nothing }, { owner: "x", count: 9 })],
    ["findOneAndUpdate", () => things.findOneAndUpdate({ _id: nothing }, { $set: { count: 9 } })],
    ["upsert", () => things.findOneAndUpdate({ _id: nothing }, {}, { upsert: true })],
    ["findOneAndReplace", () => things.findOneAndReplace({ owner: nothing }, { owner: "x" })],
    ["findOneAndDelete", () => things.findOneAndDelete({ owner: nothing })],
    ["deleteOne", () => things.deleteOne({ _id: nothing })],
    ["deleteMany", () => things.deleteMany({ owner: nothing })],
    ["an operator", () => things.find({ count: operators({ $lte: nothing as never }) })],
    ["an alternative", () => things.find({ $or: [{ owner: "rina" }, { owner: nothing }] })],
  ])("with undefined throws and does nothing: %s", async (_, call) => {
    await expect(Promise.resolve().then(call)).rejects.toThrow("undefined in a filter: Thing");
    expect(await things.find().sort({ _id: 1 }).lean()).toEqual([
      { _id: "a", owner: "rina", count: 1 },
      { _id: "b", owner: "siti", count: 2 },
    ]);
  });

  it("takes null, dates and operators of the program's own", async () => {
    expect(await things.countDocuments({ owner: operators({ $ne: "rina" }) })).toBe(1);
    expect(await things.countDocuments({ at: null })).toBe(2);
    expect(await things.countDocuments({ at: operators({ $gt: new Date(0) }) })).toBe(0);
  });

  it.each([{ $ne: null }, { $gt: "" }, { $regex: ".*" }, { $in: ["rina", "siti"] }])(
    "never takes an operator that came as a value: %j",
    async (value) => {
      const brought = value as unknown as string;
      const found = await things.find({ owner: brought }).then(
        (rows) => rows.length,
        (error: Error) => error.name,
      );
      expect([0, "CastError"]).toContain(found);
      await things.deleteMany({ owner: brought }).catch(() => undefined);
      expect(await things.countDocuments()).toBe(2);
    },
  );

  it("with a misspelt field throws, and so does a document or a change with one", async () => {
    const misspelt = { ownr: "rina" } as Partial<Thing>;
    await expect(things.find(misspelt).exec()).rejects.toThrow(/ownr/);
    await expect(things.create({ _id: "c", ...misspelt })).rejects.toThrow(/ownr/);
    await expect(things.updateOne({ _id: "a" }, { $set: misspelt }).exec()).rejects.toThrow(/ownr/);
    expect(await things.countDocuments()).toBe(2);
  });
});

describe("a duplicate key", () => {
  it("is told apart from every other failure", async () => {
    const { connection } = await emptyDatabase();
    const numbered = new Schema({ _id: String, n: Number }, SCHEMA_OPTIONS);
    const model = connection.model("Numbered", numbered);
    await model.create({ _id: "a" });
    const errorOf = (work: Promise<unknown>) => work.then(() => undefined).catch((e: unknown) => e);
    expect(isDuplicateKey(await errorOf(model.create({ _id: "a" })))).toBe(true);
    expect(
      isDuplicateKey(await errorOf(model.create({ _id: "b", n: "x" as unknown as number }))),
    ).toBe(false);
    expect(isDuplicateKey(Object.assign(new Error("no"), { code: 11_000 }))).toBe(false);
  });
});

it("a command without a connection fails at once instead of waiting in a buffer", async () => {
  const { connection, uri } = await emptyDatabase();
  await connection.db?.command({ ping: 1 });
  const closed = await connectDatabase(uri);
  const model = closed.model("Gone", new Schema({ _id: String }, SCHEMA_OPTIONS));
  await closed.close();
  const begun = performance.now();
  await expect(model.findOne({ _id: "a" }).exec()).rejects.toThrow();
  expect(performance.now() - begun).toBeLessThan(1_000);
});
