import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Consent } from "../../src/artisans/answers.ts";
import { createArtisanRepository } from "../../src/artisans/artisan-repository.ts";
import { createDraftRepository } from "../../src/artisans/draft-repository.ts";
import { createAdjustableClock } from "../../src/clock.ts";
import { prepareDatabase } from "../../src/prepare-database.ts";
import { createInbox } from "../../src/intake/inbox.ts";
import { createPeople } from "../../src/intake/person-state.ts";
import type { FieldCipher } from "../../src/privacy/field-cipher.ts";
import { openFieldCipher } from "../../src/privacy/key-repository.ts";
import { type Rotated, rotate } from "../../src/privacy/rotate-repository.ts";
import { projectRoot } from "../../src/root.ts";
import { StartRefused } from "../../src/start-refused.ts";
import { artisanNamed, wib } from "../notices/office.ts";
import { openTestDatabase } from "../support/database.ts";

const OLD = { id: "k1", hex: "0f".repeat(32) };
const NEW = { id: "k2", hex: "a1".repeat(32) };
const CONSENT: Consent = { version: "1", at: "2025-08-14T02:00:00.000Z", update: 1 };
const NUMBER = "+6281234567890";
const DRAFTS = 60;

/** A database written with the old key: records, forms, an update and a dialogue. */
async function written() {
  const database = await openTestDatabase();
  onTestFinished(() => database.drop());
  const { connection, uri } = database;
  const clock = createAdjustableClock(wib("2025-08-14 09:00"));
  const under = (cipher: FieldCipher) => ({
    artisans: createArtisanRepository(connection, cipher),
    drafts: createDraftRepository(connection, cipher, clock),
    inbox: createInbox(connection, cipher, clock),
    people: createPeople(connection, cipher, clock, "test"),
  });
  const oldCipher = await openFieldCipher(connection, [OLD]);
  const old = under(oldCipher);
  await prepareDatabase(connection);
  const rina = artisanNamed("Rina", clock.now());
  await old.artisans.add({ ...rina, phone: { number: NUMBER, verified: true }, birthYear: 1979 });
  for (let chat = 1; chat <= DRAFTS; chat += 1) {
    await old.drafts.open({ chat, version: 1 }, { consent: CONSENT });
    await old.drafts.keep({ chat, version: 1 }, "name", `Perajin ${chat}`);
  }
  await old.inbox.store([{ update_id: 1, message: messageFrom(1) }]);
  const claim = await old.people.claim(1);
  if (claim) await old.people.commit({ ...claim, log: [0, {}] as never }, "1");
  await keepMerge(connection, oldCipher);
  return { connection, uri, under };
}

/** The old values of a merge: sealed in a collection that other nouns write. */
async function keepMerge(connection: Database, cipher: FieldCipher): Promise<void> {
  const kept = cipher.seal({ collection: "merges", record: "merge:1", field: "kept" }, "{}");
  const merge = { _id: "merge:1", state: "done", kept } as object;
  await connection.collection("merges").insertOne(merge);
}

function messageFrom(id: number) {
  const chat = { id, type: "private", first_name: "Rina" } as const;
  return { message_id: 1, date: 0, chat, from: { id, is_bot: false, first_name: "Rina" } };
}

type Database = Awaited<ReturnType<typeof written>>["connection"];

async function rotateAll(connection: Database, cipher: FieldCipher): Promise<Rotated[]> {
  const found: Rotated[] = [];
  for await (const one of rotate(connection, cipher)) found.push(one);
  return found;
}

/** The ids of the keys that anything stored is sealed with. */
async function keysInUse(connection: Database): Promise<string[]> {
  const collections = await connection.listCollections();
  const rows = collections.map(({ name }) => connection.collection(name).find().toArray());
  const sealed = JSON.stringify(await Promise.all(rows)).matchAll(/"1\.(k\d)\./g);
  return [...new Set([...sealed].map(([, id = ""]) => id))].sort();
}

describe("the keys of the fields", () => {
  it.each([
    ["another key", [NEW]],
    ["another key under the same name", [{ ...NEW, id: OLD.id }]],
  ])("refuse the start with %s, in one sentence", async (_, keys) => {
    const { connection } = await written();
    const opened = openFieldCipher(connection, keys);
    await expect(opened).rejects.toThrow(StartRefused);
    await expect(opened).rejects.toThrow("FIELD_KEYS cannot read what is stored");
  });

  it("are proven by several processes that start at once on an empty database", async () => {
    const database = await openTestDatabase();
    onTestFinished(() => database.drop());
    const starts = [1, 2, 3, 4].map(() => openFieldCipher(database.connection, [OLD]));
    const digests = (await Promise.all(starts)).map((cipher) => cipher.blindIndex(NUMBER));
    expect(new Set(digests).size).toBe(1);
  });
});

describe("a rotation", () => {
  it("seals everything with the new key; then the old one can be taken away", async () => {
    const { connection, under } = await written();
    const both = await openFieldCipher(connection, [NEW, OLD]);
    const found = await rotateAll(connection, both);
    expect(found).toEqual([
      { collection: "inbox", resealed: 1, fresh: 0, unreadable: 0, left: 0 },
      { collection: "drafts", resealed: 2 * DRAFTS, fresh: 0, unreadable: 0, left: 0 },
      { collection: "certificates", resealed: 0, fresh: 0, unreadable: 0, left: 0 },
      { collection: "surveys", resealed: 0, fresh: 0, unreadable: 0, left: 0 },
      { collection: "merges", resealed: 1, fresh: 0, unreadable: 0, left: 0 },
      { collection: "exports", resealed: 0, fresh: 0, unreadable: 0, left: 0 },
      { collection: "importRows", resealed: 0, fresh: 0, unreadable: 0, left: 0 },
      { collection: "people", resealed: 1, fresh: 0, unreadable: 0, left: 0 },
      { collection: "artisans", resealed: 2, fresh: 0, unreadable: 0, left: 0 },
      { collection: "keys", resealed: 2, fresh: 0, unreadable: 0, left: 0 },
    ]);
    expect(await keysInUse(connection)).toEqual(["k2"]);
    const alone = under(await openFieldCipher(connection, [NEW]));
    expect(await alone.artisans.byId("rina")).toMatchObject({
      phone: { number: NUMBER },
      birthYear: 1979,
    });
    expect((await alone.drafts.read(7))?.answers.name).toBe("Perajin 7");
    expect(await alone.inbox.open(1)).toHaveLength(1);
    expect((await alone.people.claim(1))?.log).toEqual([0, {}]);
  });

  it("leaves a verified number as unique as it was", async () => {
    const { connection, under } = await written();
    await rotateAll(connection, await openFieldCipher(connection, [NEW, OLD]));
    const alone = under(await openFieldCipher(connection, [NEW]));
    const sumi = artisanNamed("Sumi", wib("2025-08-14 09:00"));
    const phone = { number: NUMBER, verified: true };
    expect(await alone.artisans.add({ ...sumi, phone })).toBe("phoneTaken");
    expect(await alone.artisans.add({ ...sumi, phone: { ...phone, verified: false } })).toBe(
      "added",
    );
  });

  it.each([1, 30, 90, 122, 125])("that died after %i values goes on where it was", async (most) => {
    const { connection, under } = await written();
    const both = await openFieldCipher(connection, [NEW, OLD]);
    let seals = 0;
    const dying: FieldCipher = {
      ...both,
      seal(place, text) {
        if (++seals > most) throw new Error("killed");
        return both.seal(place, text);
      },
    };
    await expect(rotateAll(connection, dying)).rejects.toThrow("killed");
    expect(await keysInUse(connection)).toEqual(["k1", "k2"]);
    expect((await under(both).drafts.read(7))?.answers.name).toBe("Perajin 7");
    const found = await rotateAll(connection, await openFieldCipher(connection, [NEW, OLD]));
    const sum = (name: "fresh" | "resealed") => found.reduce((all, one) => all + one[name], 0);
    expect(sum("fresh")).toBe(most);
    expect(sum("resealed")).toBe(2 * DRAFTS + 7 - most);
    expect(await keysInUse(connection)).toEqual(["k2"]);
  });

  it("takes nothing back of what the bot writes meanwhile, with the old keys or the new", async () => {
    const { connection, under } = await written();
    const both = await openFieldCipher(connection, [NEW, OLD]);
    const [fresh, stale] = [under(both), under(await openFieldCipher(connection, [OLD, NEW]))];
    const writing = (async () => {
      for (let round = 1; round <= 4; round += 1)
        for (let chat = 1; chat <= DRAFTS; chat += 3) {
          const { drafts } = (chat + round) % 2 ? fresh : stale;
          await drafts.keep({ chat, version: 1 }, "name", `Ubah ${round}`);
        }
    })();
    await Promise.all([rotateAll(connection, both), writing]);
    await rotateAll(connection, both);
    expect(await keysInUse(connection)).toEqual(["k2"]);
    const alone = under(await openFieldCipher(connection, [NEW]));
    for (let chat = 1; chat <= DRAFTS; chat += 1)
      expect((await alone.drafts.read(chat))?.answers.name).toBe(
        chat % 3 === 1 ? "Ubah 4" : `Perajin ${chat}`,
      );
  });

  it("tells of values that no key opens, and leaves them", async () => {
    const { connection } = await written();
    const foreign = { $set: { birthYear: "1.k9.AAAA" } };
    await connection.collection<{ _id: string }>("artisans").updateOne({ _id: "rina" }, foreign);
    const found = await rotateAll(connection, await openFieldCipher(connection, [NEW, OLD]));
    expect(found).toContainEqual(
      expect.objectContaining({ collection: "artisans", resealed: 1, unreadable: 1 }),
    );
  });

  it("runs as a command of its own, counts, and refuses keys that do not fit", async () => {
    const { uri } = await written();
    const run = (FIELD_KEYS: string) =>
      promisify(execFile)(
        process.execPath,
        ["--import", "tsx", join(projectRoot, "src/privacy/rotate.ts")],
        {
          cwd: projectRoot,
          env: {
            PATH: "/usr/bin:/bin",
            BOT_TOKEN: "7000000001:sanggar-demo",
            MONGODB_URI: uri,
            FIELD_KEYS,
          },
        },
      );
    const [k1, k2] = [`k1=${OLD.hex}`, `k2=${NEW.hex}`];
    expect((await run(`${k2},${k1}`)).stdout).toContain(
      `drafts: ${2 * DRAFTS} sealed anew, 0 new already, 0 unreadable, 0 left\n`,
    );
    expect((await run(k2)).stdout).toContain(`drafts: 0 sealed anew, ${2 * DRAFTS} new already`);
    const refused = run(k1);
    await expect(refused).rejects.toMatchObject({ code: 1 });
    await expect(refused).rejects.toThrow("FIELD_KEYS cannot read what is stored");
  });
});
