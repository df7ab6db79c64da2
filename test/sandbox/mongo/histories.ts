import { deepEqual, equal } from "node:assert/strict";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { MongoClient } from "mongodb";
import { systemClock } from "../../../src/clock.ts";
import { startMongo } from "../../../src/sandbox/mongo/index.ts";
import { createModel } from "./model.ts";
import type { Row } from "./model.ts";
import type { Docs } from "./support.ts";

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

/**
 * Runs random writes, reads and stops against the plain model, on a server of its own in `folder`.
 *
 * @throws the shortest history that fast-check found to differ.
 */
export async function runHistories(folder: string, runs: number, seed?: number): Promise<void> {
  const server = await openServer(folder);
  let run = 0;
  const property = fc.asyncProperty(
    fc.array(step, { maxLength: steps, size: "max" }),
    async (list) => {
      const name = `run${++run}`;
      const docs = () => server.docs(name);
      await docs().createIndex({ u: 1 }, { unique: true });
      await docs().createIndex({ s: 1 }, { unique: true, sparse: true });
      await docs().createIndex({ a: 1, _id: 1 });
      const model = createModel();
      for (const each of list)
        if ("stop" in each) await server.restart(each.stop);
        else await check(model, docs(), each);
      deepEqual(await docs().find().toArray(), model.all());
      await docs().drop();
    },
  );
  await fc.assert(property, { numRuns: runs, ...(seed !== undefined && { seed }) });
  await server.close();
}

async function openServer(folder: string) {
  let copies = 0;
  let dir = join(folder, "db0");
  const open = async () => {
    const mongo = await startMongo({ dir, clock: systemClock, sync: false });
    return { mongo, client: await new MongoClient(mongo.uri).connect() };
  };
  let running = await open();
  const close = async () => {
    await running.client.close();
    await running.mongo.verify();
    await running.mongo.stop();
  };
  return {
    docs: (name: string): Docs => running.client.db().collection(name),
    close,
    /** A hard stop leaves the folder as it is at that moment: the next server begins on a copy of it. */
    async restart(how: string) {
      const before = dir;
      if (how === "hard")
        await cp(before, (dir = join(folder, `db${++copies}`)), { recursive: true });
      await close();
      if (dir !== before) await rm(before, { recursive: true });
      running = await open();
    },
  };
}

/** True when the write went through, false for a unique key that was taken. */
async function went(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === 11000) return false;
    throw error;
  }
}

function defined(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).filter(([, each]) => each !== undefined),
  ) as unknown as Row;
}

async function check(
  model: ReturnType<typeof createModel>,
  docs: Docs,
  each: Exclude<Step, { stop: string }>,
): Promise<void> {
  if ("insert" in each) {
    const row = defined({ _id: each.insert, a: each.a, u: each.u, s: each.s as number | null });
    equal(await went(docs.insertOne({ ...row })), model.insert(row));
  } else if ("set" in each) {
    const update = docs.updateMany({ a: each.set }, { $set: { a: each.to } });
    equal(
      await went(update),
      model.update(each.set, (row) => ({ ...row, a: each.to })),
    );
  } else if ("move" in each) {
    const update = docs.updateOne({ _id: each.move }, { $inc: { u: each.by } });
    equal(
      await went(update),
      model.change(each.move, (row) => ({ ...row, u: row.u + each.by })),
    );
  } else if ("unsetS" in each) {
    await docs.updateMany({ a: each.unsetS }, { $unset: { s: "" } });
    model.update(each.unsetS, ({ s: _gone, ...row }) => row);
  } else if ("remove" in each) {
    const { deletedCount } = await docs.deleteMany({ a: each.remove });
    equal(deletedCount, model.remove(each.remove));
  } else {
    const filter = each.low === null ? {} : { a: { $gte: each.low } };
    const found = docs.find(filter).sort({ a: each.sort, _id: 1 }).limit(each.limit);
    deepEqual(await found.toArray(), model.find(each));
  }
}
