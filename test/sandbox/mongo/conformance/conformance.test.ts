import { MongoClient } from "mongodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Docs } from "../support.ts";
import { codeOf, useMongo } from "../support.ts";
import { filterCases, refusedFilters } from "./filters.ts";
import { pipelineCases, refusedPipelines } from "./pipelines.ts";
import { refusedUpdates, updateCases } from "./updates.ts";
import { realMongo } from "./real-mongo.ts";

const embedded = useMongo();

/** The same tables on the embedded server always, and on a real MongoDB when one is named. */
const servers = realMongo === undefined ? ["embedded"] : ["embedded", "real"];

describe.each(servers)("the %s MongoDB", (server) => {
  const isEmbedded = server === "embedded";
  let client: MongoClient;
  let docs: Docs;

  beforeAll(async () => {
    const uri = isEmbedded ? embedded.mongo().uri : (realMongo ?? "");
    client = await new MongoClient(uri).connect();
    docs = client.db(isEmbedded ? undefined : "sanggar_conformance").collection("cases");
  });
  afterAll(() => client.close());
  beforeEach(async () => {
    await docs.deleteMany({});
  });

  const fill = async (list: object[]) => {
    const numbered = list.map((doc, at) => ({ _id: at, ...doc }));
    if (numbered.length > 0) await docs.insertMany(numbered);
  };

  const filters = isEmbedded ? [...filterCases, ...refusedFilters] : filterCases;
  it.each(filters)("finds by %s", async (_title, list, filter, expected) => {
    await fill(list);
    const found = docs
      .find(filter)
      .map(({ _id }) => _id)
      .toArray();
    if (typeof expected === "number") expect(await codeOf(found)).toBe(expected);
    else expect(await found).toEqual(expected);
  });

  // The same answers must come when an index on the path is used for them.
  it.each(filterCases)("finds by %s through an index", async (_title, list, filter, expected) => {
    const path = Object.keys(filter)[0] ?? "a";
    if (typeof expected === "number" || path.startsWith("$") || /\.\d/.test(path)) return;
    await fill(list);
    await docs.createIndex({ [path]: 1 }, { name: "by_path" });
    const found = await docs
      .find(filter)
      .sort({ _id: 1 })
      .map(({ _id }) => _id)
      .toArray();
    await docs.dropIndex("by_path");
    expect(found).toEqual(expected);
  });

  const updates = isEmbedded ? [...updateCases, ...refusedUpdates] : updateCases;
  it.each(updates)("updates by %s", async (_title, before, update, expected) => {
    await fill([before]);
    const done = docs.updateOne({ _id: 0 }, update);
    if (typeof expected === "number") {
      expect(await codeOf(done)).toBe(expected);
      expect(await docs.findOne({})).toEqual({ _id: 0, ...before });
    } else {
      expect(await done).toMatchObject({ matchedCount: 1 });
      expect(JSON.stringify(await docs.findOne({}))).toBe(JSON.stringify({ _id: 0, ...expected }));
    }
  });

  const pipelines = isEmbedded ? [...pipelineCases, ...refusedPipelines] : pipelineCases;
  it.each(pipelines)("aggregates by %s", async (_title, list, pipeline, expected) => {
    await fill(list);
    const result = docs.aggregate(pipeline).toArray();
    if (typeof expected === "number") expect(await codeOf(result)).toBe(expected);
    else expect(await result).toEqual(numbered(expected, pipeline, list));
  });
});

/** The expected documents with the `_id` that their place has given them, where they keep it. */
function numbered(expected: unknown[], pipeline: object[], list: object[]): unknown[] {
  return pipeline.length > 0 ? expected : list.map((doc, at) => ({ _id: at, ...doc }));
}
