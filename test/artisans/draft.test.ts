import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answers } from "../../src/artisans/answers.ts";
import { createDraftRepository, type Drafts } from "../../src/artisans/draft-repository.ts";
import { createAdjustableClock } from "../../src/clock.ts";
import { prepareDatabase } from "../../src/prepare-database.ts";
import { createFieldCipher } from "../../src/privacy/field-cipher.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";

const DAY = 86_400_000;
const CONSENT = { version: "2026-11-24", at: "2025-08-14T02:00:00.000Z", update: 900_000_001 };
const cipher = createFieldCipher([{ id: "test", hex: "5a".repeat(32) }]);
const clock = createAdjustableClock(new Date("2025-08-14T09:00:00+07:00"));
clock.freeze(true);
const later = (ms: number) => clock.set(new Date(clock.now().getTime() + ms));

let database: TestDatabase;
let drafts: Drafts;
beforeAll(async () => {
  database = await openTestDatabase();
  drafts = createDraftRepository(database.connection, cipher, clock);
  await prepareDatabase(database.connection);
});
afterAll(() => database.drop());

let nextChat = 5_000_000_000;

/** A draft that was opened by consent; the version of its claim is 1. */
async function opened(): Promise<{ chat: number; version: number }> {
  const writer = { chat: (nextChat += 1), version: 1 };
  await drafts.open(writer, { consent: CONSENT });
  return writer;
}

const answersOf = async (chat: number): Promise<Answers | undefined> =>
  (await drafts.read(chat))?.answers;
const raw = (chat: number) =>
  database.connection.collection<{ _id: string }>("drafts").findOne({ _id: `draft:${chat}` });

describe("a draft", () => {
  it("begins with consent; before it nothing is kept", async () => {
    const writer = { chat: 1, version: 1 };
    await drafts.keep(writer, "name", "Rina");
    await drafts.ask(writer, "name");
    expect(await drafts.read(1)).toBeUndefined();
    await drafts.open(writer, { consent: CONSENT });
    expect(await drafts.read(1)).toEqual({
      artisan: expect.stringMatching(/^[\w-]{12}$/) as string,
      answers: { consent: CONSENT },
      reopened: [],
      asking: undefined,
      offered: undefined,
    });
  });

  it("keeps each answer at once, whatever it is, and reads it back", async () => {
    const writer = await opened();
    const answers = {
      name: "Nur'aini <b>",
      adult: true,
      desa: null,
      phone: { number: "+6281234567890", verified: true },
    } as const;
    for (const [field, value] of Object.entries(answers))
      await drafts.keep(writer, field as keyof Answers, value);
    expect(await answersOf(writer.chat)).toEqual({ consent: CONSENT, ...answers });
  });

  it("opens again the fields whose meaning hung on an answer", async () => {
    const writer = await opened();
    await drafts.keep(writer, "kecamatan", "36.04.19");
    await drafts.keep(writer, "desa", "36.04.19.2001");
    await drafts.keep(writer, "kecamatan", "36.04.30", { reopened: ["desa"] });
    expect(await answersOf(writer.chat)).toEqual({ consent: CONSENT, kecamatan: "36.04.30" });
  });

  it("asks a field next until that has an answer", async () => {
    const writer = await opened();
    await drafts.ask(writer, "name");
    expect((await drafts.read(writer.chat))?.asking).toBe("name");
    await drafts.keep(writer, "name", "Rina");
    expect((await drafts.read(writer.chat))?.asking).toBeUndefined();
    await drafts.ask(writer, "name");
    await drafts.ask(writer, undefined);
    expect((await drafts.read(writer.chat))?.asking).toBeUndefined();
  });

  it("is not begun anew by a second consent: the answers stay", async () => {
    const writer = await opened();
    await drafts.keep(writer, "name", "Rina");
    const before = await drafts.read(writer.chat);
    await drafts.open({ ...writer, version: 2 }, { consent: { ...CONSENT, update: 2 } });
    expect(await drafts.read(writer.chat)).toEqual(before);
  });

  it("that was dropped is gone, and can be dropped again", async () => {
    const writer = await opened();
    await drafts.drop(writer);
    await drafts.drop(writer);
    expect(await raw(writer.chat)).toBeNull();
  });

  it("belongs to one chat only", async () => {
    const rina = await opened();
    const siti = await opened();
    await drafts.keep(rina, "name", "Rina");
    expect(await answersOf(siti.chat)).toEqual({ consent: CONSENT });
  });
});

describe("the fence", () => {
  it("lets no older claim write over a newer one", async () => {
    const writer = await opened();
    await drafts.keep({ ...writer, version: 7 }, "name", "New");
    await drafts.keep({ ...writer, version: 6 }, "name", "Old", { reopened: ["kecamatan"] });
    await drafts.ask({ ...writer, version: 6 }, "kecamatan");
    expect(await drafts.read(writer.chat)).toMatchObject({
      answers: { name: "New" },
      asking: undefined,
    });
  });

  it("lets no older claim drop what a newer one wrote", async () => {
    const writer = await opened();
    await drafts.keep({ ...writer, version: 7 }, "name", "New");
    await drafts.drop({ ...writer, version: 6 });
    expect(await answersOf(writer.chat)).toMatchObject({ name: "New" });
  });

  it("lets one claim write as often as it likes, and every newer one", async () => {
    const writer = await opened();
    for (const [version, name] of [
      [2, "a"],
      [2, "b"],
      [3, "c"],
    ] as const) {
      await drafts.keep({ ...writer, version }, "name", name);
      expect(await answersOf(writer.chat)).toMatchObject({ name });
    }
  });

  it("holds for a question that is asked as well as for an answer", async () => {
    const writer = await opened();
    await drafts.ask({ ...writer, version: 5 }, "name");
    await drafts.keep({ ...writer, version: 4 }, "name", "Old");
    expect(await answersOf(writer.chat)).not.toHaveProperty("name");
  });
});

describe("seven days after its last answer", () => {
  it("a draft is gone, and not a moment before", async () => {
    const writer = await opened();
    later(6 * DAY);
    await drafts.keep(writer, "name", "Rina");
    later(7 * DAY - 1);
    expect(await answersOf(writer.chat)).toMatchObject({ name: "Rina" });
    later(1);
    expect(await drafts.read(writer.chat)).toBeUndefined();
  });

  it("a new consent opens a new draft without the old answers", async () => {
    const writer = await opened();
    await drafts.keep(writer, "name", "Rina");
    const old = await drafts.read(writer.chat);
    later(7 * DAY);
    await drafts.open({ ...writer, version: 9 }, { consent: { ...CONSENT, update: 9 } });
    const fresh = await drafts.read(writer.chat);
    expect(fresh?.answers).toEqual({ consent: { ...CONSENT, update: 9 } });
    expect(fresh?.artisan).not.toBe(old?.artisan);
  });
});

describe("at rest", () => {
  it("an answer is sealed and bound to its person and its field", async () => {
    const rina = await opened();
    const siti = await opened();
    await drafts.keep(rina, "name", "Rina Wulandari");
    await drafts.keep(rina, "phone", { number: "+6281234567890", verified: false });
    expect(JSON.stringify(await raw(rina.chat))).not.toMatch(/Rina|8123|2026-11-24/);

    const stolen = (await raw(rina.chat)) as unknown as { answers: Record<string, string> };
    const collection = database.connection.collection<{ _id: string }>("drafts");
    const place = (chat: number, field: string) =>
      collection.updateOne(
        { _id: `draft:${chat}` },
        { $set: { [`answers.${field}`]: stolen.answers["name"] } },
      );
    await place(siti.chat, "name");
    await expect(drafts.read(siti.chat)).rejects.toThrow();
    await place(rina.chat, "craftOther");
    await expect(drafts.read(rina.chat)).rejects.toThrow();
  });
});
