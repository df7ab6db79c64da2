import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MongoClient } from "mongodb";
import type { Collection, Document, ObjectId } from "mongodb";
import { afterAll, beforeAll } from "vitest";
import { createAdjustableClock } from "../../../src/clock.ts";
import { startMongo } from "../../../src/sandbox/mongo/index.ts";
import type { Mongo, MongoOptions } from "../../../src/sandbox/mongo/index.ts";

export type AnyDoc = Document & { _id?: unknown };
export type Docs = Collection<Document & { _id: string | number | ObjectId }>;

/** An empty folder that is gone after the tests of the file. */
export async function temporaryFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "sandbox-mongo-"));
  afterAll(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

/** A server for the tests of a file, verified and stopped after them. */
export function useMongo(options: Partial<MongoOptions> = {}) {
  const clock = createAdjustableClock(new Date("2026-03-01T08:00:00Z"));
  clock.freeze(true);
  let mongo: Mongo | undefined;
  let client: MongoClient | undefined;

  beforeAll(async () => {
    const dir = options.dir ?? (await temporaryFolder());
    mongo = await startMongo({ dir, clock, sync: false, ...options });
    client = await new MongoClient(mongo.uri).connect();
  });
  afterAll(async () => {
    await client?.close();
    await mongo?.verify();
    await mongo?.stop();
  });

  const running = () => {
    if (!mongo || !client) throw new Error("the server has not started");
    return { mongo, client };
  };
  return {
    clock,
    mongo: () => running().mongo,
    client: () => running().client,
    docs: (name: string): Docs => running().client.db().collection(name),
  };
}

/** The error that the work ends with; one that does not fail fails the test. */
export async function errorOf(work: Promise<unknown>): Promise<AnyDoc> {
  const outcome = await work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if (!("error" in outcome)) throw new Error(`no error but ${JSON.stringify(outcome.value)}`);
  return outcome.error as AnyDoc;
}

export async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return (await errorOf(work))["code"];
}
