import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { MongoClient } from "mongodb";
import type { Docs } from "./support.ts";

interface Outcome {
  won: number;
  failed: number;
}

const racers = 4;
const script = join(import.meta.dirname, "racer.ts");

/** Runs one race with four clients, each in a process of its own; gives what all had together. */
async function race(uri: string, name: string): Promise<Outcome> {
  const run = async (at: number) => {
    const args = ["--import", "tsx", script, uri, name, String(at)];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    return JSON.parse(stdout) as Outcome;
  };
  const outcomes = await Promise.all(Array.from({ length: racers }, (_, at) => run(at)));
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((n, each) => n + of(each), 0);
  return { won: sum(({ won }) => won), failed: sum(({ failed }) => failed) };
}

/** What the four races leave behind; `raceResults` says what each should be. */
export async function runRaces(uri: string) {
  const client = await new MongoClient(uri).connect();
  const docs = (name: string): Docs => client.db().collection(name);
  const jobs = Array.from({ length: 200 }, (_, _id) => ({ _id, state: "ready" }));
  await docs("claims").insertMany(jobs);
  for (const [name, key] of [
    ["unique", "phone"],
    ["upserts", "key"],
  ] as const)
    await docs(name).createIndex({ [key]: 1 }, { unique: true });

  const increments = await race(uri, "increments");
  const claims = await race(uri, "claims");
  const unique = await race(uri, "unique");
  const upserts = await race(uri, "upserts");
  const total = async (name: string) => Number((await docs(name).findOne({}))?.["n"]);
  const results = {
    increments: await total("increments"),
    claimsWon: claims.won,
    uniqueStored: await docs("unique").countDocuments(),
    upsertsStored: await docs("upserts").countDocuments(),
    upserts: await total("upserts"),
    failed: increments.failed + claims.failed + unique.failed + upserts.failed,
  };
  await client.close();
  return results;
}

/** Four times 200 increments; one winner a round; one document of a key, whatever was tried. */
export const raceResults: Awaited<ReturnType<typeof runRaces>> = {
  increments: 800,
  claimsWon: 200,
  uniqueStored: 1,
  upsertsStored: 1,
  upserts: 200,
  failed: 0,
};
