import { cp } from "node:fs/promises";
import fc from "fast-check";
import { MongoClient } from "mongodb";
import { afterAll, describe, expect, it } from "vitest";
import { systemClock } from "../../../src/clock.ts";
import { startMongo } from "../../../src/sandbox/mongo/index.ts";
import type { Mongo } from "../../../src/sandbox/mongo/index.ts";
import { createModel } from "./model.ts";
import type { Row } from "./model.ts";
import type { Docs } from "./support.ts";
import { codeOf, temporaryFolder } from "./support.ts";

const runs = 25;
const steps = 40;

const value = fc.constantFrom<unknown>(null, 0, 1, 2, 3, "x", "y");
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      insert: fc.nat(30),
      a: fc.option(value, { nil: undefined }),
      u: fc.nat(40),
      s: fc.constantFrom(undefined, null, 1, 2, 3, 4),
    }),
  },
  { weight: 3, arbitrary: fc.record({ set: value, to: value }) },
  { weight: 2, arbitrary: fc.record({ move: fc.nat(30), by: fc.integer({ min: -3, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ unsetS: value }) },
  { weight: 2, arbitrary: fc.record({ remove: value }) },
  {
    weight: 4,
    arbitrary: fc.record({
      low: fc.option(fc.nat(3)),
      sort: fc.constantFrom<1 | -1>(1, -1),
      limit: fc.integer({ min: 1, max: 9 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ stop: fc.constantFrom("clean", "hard") }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

let mongo: Mongo | undefined;
let client: MongoClient | undefined;
let dir = "";

async function open(): Promise<void> {
  mongo = await startMongo({ dir, clock: systemClock, sync: false });
  client = await new MongoClient(mongo.uri).connect();
}

async function close(): Promise<void> {
  await client?.close();
  await mongo?.verify();
  await mongo?.stop();
}

/** A hard stop leaves the folder as it is at that moment: the next server begins on a copy of it. */
async function restart(how: string): Promise<void> {
  const before = dir;
  if (how === "hard") await cp(before, (dir = `${before}+`), { recursive: true });
  await close();
  await open();
}

/** True when the write went through, false for a unique key that was taken. */
async function went(write: Promise<unknown>): Promise<boolean> {
  const code = await write.then(
    () => undefined,
    (error: unknown) => codeOf(Promise.reject(error as Error)),
  );
  expect([undefined, 11000]).toContain(code);
  return code === undefined;
}

function defined(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).filter(([, each]) => each !== undefined),
  ) as unknown as Row;
}

async function check(model: ReturnType<typeof createModel>, docs: Docs, each: Step): Promise<void> {
  if ("insert" in each) {
    const row = defined({ _id: each.insert, a: each.a, u: each.u, s: each.s as number | null });
    expect(await went(docs.insertOne({ ...row }))).toBe(model.insert(row));
  } else if ("set" in each) {
    const update = docs.updateMany({ a: each.set }, { $set: { a: each.to } });
    expect(await went(update)).toBe(model.update(each.set, (row) => ({ ...row, a: each.to })));
  } else if ("move" in each) {
    const update = docs.updateOne({ _id: each.move }, { $inc: { u: each.by } });
    expect(await went(update)).toBe(
      model.change(each.move, (row) => ({ ...row, u: row.u + each.by })),
    );
  } else if ("unsetS" in each) {
    await docs.updateMany({ a: each.unsetS }, { $unset: { s: "" } });
    model.update(each.unsetS, ({ s: _gone, ...row }) => row);
  } else if ("remove" in each) {
    const { deletedCount } = await docs.deleteMany({ a: each.remove });
    expect(deletedCount).toBe(model.remove(each.remove));
  } else if ("stop" in each) {
    await restart(each.stop);
  } else {
    const filter = each.low === null ? {} : { a: { $gte: each.low } };
    const found = docs.find(filter).sort({ a: each.sort, _id: 1 }).limit(each.limit);
    expect(await found.toArray()).toEqual(model.find(each));
  }
}

afterAll(close);

describe("random writes, reads and stops", () => {
  it(`do what a plain list does, ${runs} times`, { timeout: 120_000 }, async () => {
    dir = `${await temporaryFolder()}/db`;
    await open();
    let run = 0;
    const property = fc.asyncProperty(
      fc.array(step, { maxLength: steps, size: "max" }),
      async (list) => {
        const name = `run${++run}`;
        const docs = (): Docs => (client ?? new MongoClient("")).db().collection(name);
        await docs().createIndex({ u: 1 }, { unique: true });
        await docs().createIndex({ s: 1 }, { unique: true, sparse: true });
        await docs().createIndex({ a: 1, _id: 1 });
        const model = createModel();
        for (const each of list) await check(model, docs(), each);
        expect(await docs().find().toArray()).toEqual(model.all());
        await docs().drop();
      },
    );
    await fc.assert(property, { numRuns: runs });
  });
});
