import { readdirSync } from "node:fs";
import { join } from "node:path";
import mongoose from "mongoose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, useMongo } from "./support.ts";

const db = useMongo();
const connection = mongoose.createConnection();
const options = { autoIndex: false, autoCreate: false, strict: "throw" } as const;

const communities = new mongoose.Schema({ _id: String, name: String }, options);
const artisans = new mongoose.Schema(
  {
    name: { type: String, required: true },
    phone: String,
    seal: { type: Buffer, select: false },
    tags: [String],
    answers: { craft: String, since: Number },
    community: { type: String, ref: "Community" },
    joinedAt: Date,
  },
  { ...options, optimisticConcurrency: true },
);
artisans.index({ phone: 1 }, { unique: true, sparse: true });
artisans.index({ name: 1, joinedAt: -1 });
const Community = connection.model("Community", communities);
const Artisan = connection.model("Artisan", artisans);

beforeAll(async () => {
  await connection.openUri(db.mongo().uri);
  await Artisan.createCollection();
  await Artisan.createIndexes();
});
afterAll(() => connection.close());

describe("mongoose", () => {
  it("uses the very copy of bson that the server uses", () => {
    const folders = readdirSync(join(import.meta.dirname, "../../../node_modules"));
    const copies = ["mongodb", "mongoose"].filter((name) =>
      readdirSync(join(import.meta.dirname, "../../../node_modules", name)).includes(
        "node_modules",
      ),
    );
    expect(folders).toContain("bson");
    expect(copies).toEqual([]);
  });

  it("saves, reads back and changes a document", async () => {
    const rina = await Artisan.create({
      name: "Rina",
      phone: "0812",
      seal: Buffer.from("x"),
      tags: ["a"],
    });
    rina.answers = { craft: "batik", since: 1999 };
    rina.tags.push("b");
    await rina.save();
    const found = await Artisan.findById(rina._id).lean();
    expect(found).toMatchObject({ name: "Rina", tags: ["a", "b"], answers: { since: 1999 } });
    expect(found).not.toHaveProperty("seal");
    const sealed = await Artisan.findById(rina._id).select("+seal");
    expect(sealed?.seal?.toString()).toBe("x");
  });

  it("notices a save over a newer version", async () => {
    const { _id } = await Artisan.create({ name: "Sari" });
    const [one, other] = [await Artisan.findById(_id), await Artisan.findById(_id)];
    one?.set("name", "Sari A");
    other?.set("name", "Sari B");
    await one?.save();
    await expect(other?.save()).rejects.toThrow(mongoose.Error.VersionError);
  });

  it("populates, counts, tells distinct values and walks a cursor", async () => {
    await Community.create({ _id: "kencana", name: "Kencana" });
    await Artisan.insertMany([
      { name: "Tuti", community: "kencana" },
      { name: "Umi", community: "kencana" },
    ]);
    const tuti = await Artisan.findOne({ name: "Tuti" }).populate<{ community: { name: string } }>(
      "community",
    );
    expect(tuti?.community.name).toBe("Kencana");
    expect(await Artisan.countDocuments({ community: "kencana" })).toBe(2);
    expect(await Artisan.distinct("community")).toEqual(["kencana"]);
    const names: string[] = [];
    for await (const { name } of Artisan.find({ community: "kencana" })
      .sort({ name: 1, _id: 1 })
      .cursor())
      names.push(name);
    expect(names).toEqual(["Tuti", "Umi"]);
  });

  it("writes in bulk and hears of duplicates", async () => {
    const result = await Artisan.bulkWrite([
      { insertOne: { document: { name: "Wati", phone: "0899" } } },
      { updateOne: { filter: { name: "Wati" }, update: { $set: { "answers.craft": "anyaman" } } } },
      {
        updateOne: {
          filter: { name: "Xena" },
          update: { $setOnInsert: { phone: "0877" } },
          upsert: true,
        },
      },
      { deleteOne: { filter: { name: "Xena" } } },
    ]);
    expect(result).toMatchObject({
      insertedCount: 1,
      modifiedCount: 1,
      upsertedCount: 1,
      deletedCount: 1,
    });
    expect(await codeOf(Artisan.create({ name: "Yuli", phone: "0899" }))).toBe(11000);
  });

  it("brings indexes in line with the schema", async () => {
    await Artisan.collection.createIndex({ tags: 1 });
    expect(await Artisan.syncIndexes()).toEqual(["tags_1"]);
    expect(await Artisan.diffIndexes()).toEqual({ toDrop: [], toCreate: [] });
  });
});
