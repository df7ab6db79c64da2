import { MongoClient } from "mongodb";
import type { Docs } from "./support.ts";

/**
 * One client of a race, as a process: `racer.ts <uri> <race> <number of the client>`. Prints one
 * line of JSON with how often it had success, and how often it failed with another code than 11000.
 */
const [uri = "", race = "", number = "0"] = process.argv.slice(2);
const client = await new MongoClient(uri).connect();
const docs: Docs = client.db().collection(race);
const outcome = { won: 0, failed: 0 };

const races: Record<string, { times: number; attempt: (at: number) => Promise<unknown> }> = {
  increments: {
    times: 200,
    attempt: () => docs.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { upsert: true }),
  },
  claims: {
    times: 200,
    attempt: (_id) =>
      docs.findOneAndUpdate({ _id, state: "ready" }, { $set: { state: "taken", owner: number } }),
  },
  unique: { times: 50, attempt: () => docs.insertOne({ phone: "0812" } as never) },
  upserts: {
    times: 50,
    attempt: () => docs.updateOne({ key: "k" }, { $inc: { n: 1 } }, { upsert: true }),
  },
};

const { times, attempt } = races[race] ?? { times: 0, attempt: () => Promise.resolve(null) };
for (let at = 0; at < times; at++) {
  try {
    if (await attempt(at)) outcome.won++;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === 11000)) outcome.failed++;
  }
}
await client.close();
process.stdout.write(`${JSON.stringify(outcome)}\n`);
