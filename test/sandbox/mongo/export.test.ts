import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, EJSON } from "bson";
import { MongoClient, ObjectId } from "mongodb";
import { describe, expect, it } from "vitest";
import { systemClock } from "../../../src/clock.ts";
import { startMongo } from "../../../src/sandbox/mongo/index.ts";
import { temporaryFolder } from "./support.ts";

const script = join(import.meta.dirname, "../../../src/sandbox/export.ts");

function runExport(...args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ["--import", "tsx", script, ...args], (error, stdout, stderr) =>
      resolve({ code: error ? 1 : 0, output: stdout + stderr }),
    );
  });
}

/** The documents of a .bson file, which stand one behind the other. */
function readDocs(bytes: Buffer): unknown[] {
  const docs: unknown[] = [];
  for (let at = 0; at < bytes.length; at += bytes.readInt32LE(at))
    docs.push(deserialize(bytes.subarray(at, at + bytes.readInt32LE(at))));
  return docs;
}

describe("the export", () => {
  it("writes documents and indexes as mongodump does, once the folder is free", async () => {
    const data = await temporaryFolder();
    const out = join(data, "dump");
    const mongo = await startMongo({ dir: join(data, "mongo"), clock: systemClock, sync: false });
    const client = await new MongoClient(mongo.uri).connect();
    const docs = client.db().collection("notes");
    const rows = [1, 2].map((a) => ({ _id: new ObjectId(), a, at: systemClock.now(), list: [a] }));
    await docs.insertMany(rows);
    await docs.createIndex({ a: -1 }, { unique: true, name: "by_a" });

    const refused = await runExport("--data", data, "--out", out);
    expect(refused).toMatchObject({ code: 1, output: expect.stringMatching(/in use/) as string });
    await client.close();
    await mongo.stop();

    const done = await runExport("--data", data, "--out", out);
    expect(done).toMatchObject({
      code: 0,
      output: expect.stringContaining("2 documents") as string,
    });
    expect(readDocs(await readFile(join(out, "sanggar/notes.bson")))).toEqual(rows);
    const metadata: unknown = EJSON.parse(
      await readFile(join(out, "sanggar/notes.metadata.json"), "utf8"),
    );
    expect(metadata).toMatchObject({
      collectionName: "notes",
      indexes: [
        { v: 2, key: { _id: 1 }, name: "_id_" },
        { v: 2, key: { a: -1 }, name: "by_a", unique: true },
      ],
    });
    const again = await runExport("--data", data, "--out", out);
    expect(again).toMatchObject({ code: 1, output: expect.stringMatching(/not empty/) as string });
  });

  it("says in one sentence which option is wrong", async () => {
    const data = await temporaryFolder();
    expect((await runExport("--data", data)).output).toContain("--out is missing");
    const nothing = await runExport("--data", data, "--out", join(data, "dump"));
    expect(nothing.output).toContain("holds no records");
  });
});
