import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connectRaw, exchange, frameOf, sendRaw } from "./raw.ts";
import { useMongo } from "./support.ts";

const db = useMongo();
const runs = 500;

const commands = [
  { hello: 1, $db: "admin" },
  { insert: "fuzz", documents: [{ a: "x", b: [1, { c: null }] }], $db: "sanggar" },
  { find: "fuzz", filter: { a: { $in: ["x", 5] } }, sort: { a: 1 }, $db: "sanggar" },
  { update: "fuzz", updates: [{ q: {}, u: { $set: { a: 1 } } }], $db: "sanggar" },
];
const damage = fc.record({
  command: fc.constantFrom(...commands),
  bytes: fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { minLength: 1, maxLength: 4 }),
  cut: fc.option(fc.nat(100)),
});

/** Sends the bytes and hangs up; resolves when the server has let go of the connection. */
function hangUp(uri: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const socket = connectRaw(uri);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => resolve());
    socket.resume().end(bytes);
  });
}

describe("damaged messages", () => {
  it("never bring the server down", { timeout: 60_000 }, async () => {
    const property = fc.asyncProperty(damage, async ({ command, bytes, cut }) => {
      const frame = frameOf(command);
      for (const [at, byte] of bytes) frame[at % frame.length] = byte;
      await hangUp(db.mongo().uri, frame.subarray(0, cut ?? frame.length));
    });
    await fc.assert(property, { numRuns: runs });
    expect(await sendRaw(db.mongo().uri, { ping: 1, $db: "admin" })).toMatchObject({ ok: 1 });
  });

  it.each([
    ["a checksum", 16, 1],
    ["an unknown required flag", 16, 4],
    ["another op code", 12, 2012],
    ["a length that can not be", 0, 5],
    ["a length over the limit", 0, 48_000_001],
  ])("with %s end the connection", async (_title, at, value) => {
    const frame = frameOf({ ping: 1, $db: "admin" });
    frame.writeInt32LE(value, at);
    expect(await exchange(db.mongo().uri, frame)).toHaveLength(0);
  });

  it("that are not BSON are told so", async () => {
    const frame = frameOf({ ping: 1, $db: "admin" });
    frame[25] = 99;
    const reply = await exchange(db.mongo().uri, frame);
    expect(reply.includes("InvalidBSON")).toBe(true);
  });

  it("that want no reply get none", async () => {
    const silent = frameOf({ ping: 1, $db: "admin" });
    silent.writeInt32LE(2, 16);
    const asked = frameOf({ buildInfo: 1, $db: "admin" });
    const reply = await exchange(db.mongo().uri, Buffer.concat([silent, asked]));
    expect(reply.includes("sanggar-sandbox")).toBe(true);
  });
});

const names = [
  ...[
    "$set",
    "$inc",
    "$push",
    "$pull",
    "$each",
    "$in",
    "$and",
    "$or",
    "$not",
    "$elemMatch",
    "$expr",
  ],
  ...["$group", "$sum", "$project", "$match", "$sort", "$unwind", "$limit", "$cond", "$eq", "$gt"],
  ...[
    "$exists",
    "$size",
    "$type",
    "$regex",
    "$all",
    "$max",
    "$addToSet",
    "a",
    "a.b",
    "a.0",
    "_id",
    "b",
  ],
];
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, depthSize: "medium" },
    fc.constantFrom(
      0,
      1,
      -1,
      1.5,
      NaN,
      "x",
      "$a",
      "$$ROOT",
      "",
      null,
      true,
      false,
      new Date(0),
      "^x",
    ),
    fc.array(tie("any"), { maxLength: 3 }),
    tie("doc"),
  ),
  doc: fc.dictionary(fc.constantFrom(...names), tie("any"), { maxKeys: 3 }),
}));
const randomCommand = fc.oneof(
  fc.record(
    { find: fc.constant("fuzz"), filter: value.doc, sort: value.doc, projection: value.doc },
    { requiredKeys: ["find"] },
  ),
  fc.record({
    aggregate: fc.constant("fuzz"),
    pipeline: fc.array(value.doc, { maxLength: 3 }),
    cursor: fc.constant({}),
  }),
  fc.record({
    update: fc.constant("fuzz"),
    updates: fc.tuple(fc.record({ q: value.doc, u: value.doc, upsert: fc.boolean() })),
  }),
  fc.record({ insert: fc.constant("fuzz"), documents: fc.tuple(value.doc) }),
  fc.record({
    createIndexes: fc.constant("fuzz"),
    indexes: fc.tuple(fc.record({ key: value.doc, name: fc.constantFrom("i", "j") })),
  }),
  fc.record({
    delete: fc.constant("fuzz"),
    deletes: fc.tuple(fc.record({ q: value.doc, limit: fc.nat(1) })),
  }),
);

describe("random commands", () => {
  it(
    "are answered or refused with a code, never by a mistake of our own",
    { timeout: 60_000 },
    async () => {
      const property = fc.asyncProperty(randomCommand, async (command) => {
        const reply = await db
          .client()
          .db()
          .command(command)
          .catch((error: unknown) => error as object);
        expect(reply).not.toMatchObject({ code: 1 });
        for (const error of (reply as { writeErrors?: object[] }).writeErrors ?? [])
          expect(error).not.toMatchObject({ code: 1 });
      });
      await fc.assert(property, { numRuns: runs });
      await db.mongo().verify();
    },
  );
});
