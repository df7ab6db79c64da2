import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answers, Field } from "../../src/artisans/answers.ts";
import { type Artisans, createArtisanRepository } from "../../src/artisans/artisan-repository.ts";
import { createDraftRepository, type Drafts } from "../../src/artisans/draft-repository.ts";
import { registerArtisan } from "../../src/artisans/register.ts";
import { createAdjustableClock } from "../../src/clock.ts";
import { prepareDatabase } from "../../src/prepare-database.ts";
import { createDoubleRepository } from "../../src/doubles/double-repository.ts";
import { createFieldCipher } from "../../src/privacy/field-cipher.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";

const NOW = new Date("2025-08-14T09:00:00+07:00");
const CONSENT = { version: "2026-11-24", at: "2025-08-14T02:00:00.000Z", update: 900_000_001 };
const FILLED: Answers = {
  adult: true,
  name: "Rina Wulandari",
  kecamatan: "36.04.19",
  desa: null,
  community: "none",
  crafts: ["rajut"],
};

const cipher = createFieldCipher([{ id: "test", hex: "5a".repeat(32) }]);
const clock = createAdjustableClock(NOW);
clock.freeze(true);

let database: TestDatabase;
let drafts: Drafts;
let artisans: Artisans;
let doubles: ReturnType<typeof createDoubleRepository>;
beforeAll(async () => {
  database = await openTestDatabase();
  drafts = createDraftRepository(database.connection, cipher, clock);
  artisans = createArtisanRepository(database.connection, cipher);
  doubles = createDoubleRepository(database.connection);
  await prepareDatabase(database.connection);
});
afterAll(() => database.drop());

let nextChat = 6_000_000_000;
let nextNumber = 81_200_000_000;
const newNumber = () => `+62${(nextNumber += 1)}`;

/** Opens a draft with these answers and gives the person's id. */
async function filled(answers: Answers = {}, telegram = (nextChat += 1)): Promise<number> {
  const writer = { chat: telegram, version: 1 };
  await drafts.open(writer, { consent: CONSENT });
  for (const [field, value] of Object.entries({ ...FILLED, ...answers }))
    if (value !== undefined) await drafts.keep(writer, field as Field, value);
  return telegram;
}

const send = (telegram: number) =>
  registerArtisan({ telegram, version: 9, language: "id" }, { drafts, artisans, clock, doubles });
const records = (telegram: number) =>
  database.connection.collection("artisans").countDocuments({ telegram });

describe("a finished form", () => {
  it("becomes a record that waits to be checked, and the draft is gone", async () => {
    const rina = await filled({ phone: { number: newNumber(), verified: false } });
    const draft = await drafts.read(rina);
    const sent = await send(rina);
    expect(sent).toEqual({
      ok: true,
      artisan: {
        check: { with: "coordinator", since: NOW, asked: 0, why: "noCommunity" },
        id: draft?.artisan,
        state: "pending",
        telegram: rina,
        language: "id",
        registeredAt: NOW,
        activeAt: NOW,
        confirmedAt: NOW,
        consent: CONSENT,
        name: "Rina Wulandari",
        kecamatan: "36.04.19",
        crafts: ["rajut"],
        mainCraft: "rajut",
        phone: draft?.answers.phone,
      },
    });
    expect(await artisans.byTelegram(rina)).toEqual(sent.ok && sent.artisan);
    expect(await drafts.read(rina)).toBeUndefined();
  });

  it("keeps a listed community by id, an unlisted one and another craft in words", async () => {
    const own = {
      desa: "36.04.19.2001",
      communityOther: "Kriya Lestari",
      craftOther: "Lukis kaca",
    };
    const unlisted = await filled({ ...own, community: "unlisted", crafts: ["lainnya"] });
    await send(unlisted);
    expect(await artisans.byTelegram(unlisted)).toMatchObject({ ...own, mainCraft: "lainnya" });
    expect(await artisans.byTelegram(unlisted)).not.toHaveProperty("community");

    const listed = await filled({ ...own, community: "anyam-rukun" });
    await send(listed);
    const record = await artisans.byTelegram(listed);
    expect(record?.community).toBe("anyam-rukun");
    expect(record).not.toHaveProperty("communityOther");
    expect(record).not.toHaveProperty("craftOther");
  });

  it("sent twice is one record, also when the first answer was lost", async () => {
    const rina = await filled();
    const first = await send(rina);
    expect(await send(rina)).toEqual(first);
    expect(await records(rina)).toBe(1);
  });

  it("sent when the record was made but the draft not yet dropped is one record", async () => {
    const rina = await filled();
    const draft = await drafts.read(rina);
    await send(rina);
    await filled({}, rina);
    await database.connection
      .collection<{ _id: string }>("drafts")
      .updateOne({ _id: `draft:${rina}` }, { $set: { artisan: draft?.artisan } });
    expect(await send(rina)).toMatchObject({ ok: true, artisan: { id: draft?.artisan } });
    expect(await drafts.read(rina)).toBeUndefined();
    expect(await records(rina)).toBe(1);
  });

  it("sent ten times at once is one record", async () => {
    const rina = await filled({ phone: { number: newNumber(), verified: true } });
    const sent = await Promise.all(Array.from({ length: 10 }, () => send(rina)));
    expect(new Set(sent.map((one) => one.ok && one.artisan.id)).size).toBe(1);
    expect(await records(rina)).toBe(1);
    expect((await artisans.byTelegram(rina))?.phone?.verified).toBe(true);
  });
});

describe("one Telegram account", () => {
  it("has one record: a second form is refused, dropped, and changes nothing", async () => {
    const rina = await filled();
    await send(rina);
    await filled({ name: "Somebody Else" }, rina);
    expect(await send(rina)).toEqual({ ok: false, reason: "alreadyRegistered" });
    expect(await drafts.read(rina)).toBeUndefined();
    expect((await artisans.byTelegram(rina))?.name).toBe("Rina Wulandari");
    expect(await records(rina)).toBe(1);
  });
});

describe("a verified number", () => {
  it("belongs to one record; the second who has it is kept, unverified", async () => {
    const number = newNumber();
    const mother = await filled({ phone: { number, verified: true } });
    const daughter = await filled({ phone: { number, verified: true } });
    await send(mother);
    expect(await send(daughter)).toMatchObject({ ok: true });
    expect((await artisans.byTelegram(mother))?.phone).toEqual({ number, verified: true });
    expect((await artisans.byTelegram(daughter))?.phone).toEqual({ number, verified: false });
  });

  it("is told to be unverified in the outcome, too", async () => {
    const phone = { number: newNumber(), verified: true };
    await send(await filled({ phone }));
    const second = await send(await filled({ phone }));
    expect(second.ok && second.artisan.phone?.verified).toBe(false);
  });

  it("typed by others stands in as many records as like it", async () => {
    const phone = { number: newNumber(), verified: false };
    for (const person of [await filled({ phone }), await filled({ phone })]) {
      await send(person);
      expect((await artisans.byTelegram(person))?.phone).toEqual(phone);
    }
  });

  it("of one account that registers twice does not hide that the account is taken", async () => {
    const phone = { number: newNumber(), verified: true };
    const rina = await filled({ phone });
    await send(rina);
    await filled({ phone }, rina);
    expect(await send(rina)).toEqual({ ok: false, reason: "alreadyRegistered" });
  });
});

describe("a form is refused", () => {
  it.each(["adult", "name", "kecamatan", "community", "crafts"] as const)(
    "while %s is open, and the draft stays",
    async (field) => {
      const writer = { chat: (nextChat += 1), version: 1 };
      await drafts.open(writer, { consent: CONSENT });
      for (const [name, value] of Object.entries(FILLED))
        if (name !== field) await drafts.keep(writer, name as Field, value);
      expect(await send(writer.chat)).toEqual({ ok: false, reason: "incomplete" });
      expect(await drafts.read(writer.chat)).toBeDefined();
      expect(await records(writer.chat)).toBe(0);
    },
  );

  it("that nobody began", async () => {
    expect(await send((nextChat += 1))).toEqual({ ok: false, reason: "noDraft" });
  });

  it("that expired", async () => {
    const rina = await filled();
    clock.set(new Date(NOW.getTime() + 7 * 86_400_000));
    expect(await send(rina)).toEqual({ ok: false, reason: "noDraft" });
    clock.set(NOW);
  });
});

describe("at rest", () => {
  it("the phone is sealed, and its index tells equal numbers only", async () => {
    const number = "+6281299988877";
    const rina = await filled({ phone: { number, verified: true } });
    await send(rina);
    const [raw] = await database.connection
      .collection("artisans")
      .find({ telegram: rina })
      .toArray();
    expect(JSON.stringify(raw)).not.toMatch(/99988877/);
    expect(raw?.["phoneIndex"]).toBe(cipher.blindIndex(number));
  });
});
