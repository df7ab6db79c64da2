import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { systemClock } from "../../src/clock.ts";
import { startMongo } from "../../src/sandbox/mongo/index.ts";

declare module "vitest" {
  interface ProvidedContext {
    mongoUri: string;
  }
}

/** One database server for the whole run: MONGODB_URI when given, else the embedded one. */
export default async function databaseServer(project: TestProject) {
  const given = process.env["MONGODB_URI"];
  if (given) {
    project.provide("mongoUri", given);
    return undefined;
  }
  const dir = await mkdtemp(join(tmpdir(), "sanggar-test-"));
  const mongo = await startMongo({ dir, clock: systemClock, sync: false });
  project.provide("mongoUri", mongo.uri);
  return async () => {
    await mongo.verify();
    await mongo.stop();
    await rm(dir, { recursive: true });
  };
}
