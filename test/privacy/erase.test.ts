import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { declaredOn } from "../../src/database.ts";
import { SEALED_FIELDS } from "../../src/artisans/artisan-schema.ts";
import { eraseSteps, replayErasures } from "../../src/privacy/erase.ts";
import type { Whom } from "../../src/privacy/holding.ts";
import { HOLDINGS, IMPERSONAL } from "../../src/privacy/holdings.ts";
import { type Kept, unsealed } from "../../src/privacy/sealed-values.ts";
import type { Artisan } from "../../src/artisans/artisan.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { allDocuments, registered } from "./rina.ts";

/** They know a person by a random id only, and stay to show that the data were held rightly. */
const PROOFS = ["consents", "audit"];
/** Places of which the tests of their own nouns prove it; proofs are made while the record goes. */
const ELSEWHERE = [
  ...["consents", "invitations", "leaderships", "desks", "searchers", "shownNumbers"],
  ...["exports", "imports", "importRows", "notices", "originals"],
  ...["trainingPhotos", "paperWaits"],
  ...["marks", "surveys", "sharings", "presenceReceipts", "attendanceDays", "attendanceWaits"],
  ...["plans", "changeDrafts", "receipts", "livingCards"],
  ...["choices", "choosers"],
  ...["certificates"],
  ...["settingChanges", "settingWaits", "holidaySheets"],
];
const DAY = 86_400_000;
const after = (days: number) => new Date(Date.parse("2025-08-14T09:00:00+07:00") + days * DAY);

async function open(): Promise<TestSanggar> {
  const sanggar = await openSanggar();
  onTestFinished(() => sanggar.close());
  await sanggar.services.trainings.add(firstTraining);
  return sanggar;
}

/** All that the database holds, with every seal opened, but for the collections left out. */
async function everything(sanggar: TestSanggar, leftOut: readonly string[] = []): Promise<string> {
  const opened = (await allDocuments(sanggar)).map(({ collection, kept }) => {
    const holding = HOLDINGS.find((one) => one.collection === collection);
    return [collection, holding ? unsealed(holding, kept as Kept, sanggar.cipher) : kept];
  });
  return JSON.stringify(opened.filter(([name]) => !leftOut.includes(name as string)));
}

/** Rina Hapus with something in every place; she leads, registers others and holds a seat. */
async function rinaEverywhere(sanggar: TestSanggar) {
  const { services } = sanggar;
  const { person, artisan } = await registered("Rina Wulandari", sanggar);
  await services.communities.seed({
    ...{ id: "kriya", name: "Kriya", kecamatan: ["36.04.19"], state: "active", invented: true },
    leaders: [artisan.id],
  });
  await registered("Anak Angkat", sanggar, {
    registrar: { telegram: person.id, manner: "lisan" },
  });
  await registered("Rina Lama", sanggar, {
    state: "merged",
    mergedInto: artisan.id,
    phone: { number: "+6281299911122", verified: false },
  });
  await actsAsStaff(person, artisan, sanggar);
  await services.trainings.takeSeat(firstTraining.id, artisan.id, sanggar.clock.now());
  await sanggar.world.moveTo(after(1.05)); // H-7 goes out
  // An offer is kept for a day only.
  const at = sanggar.clock.now();
  await services.claims.offer(person.id, { artisan: "artisan-of-anak-angkat", road: "code", at });
  await person.says("/ubah");
  await services.inbox.store([updateOf(person, 77_001)]);
  await services.inbox.park(77_001);
  return { person, artisan };
}

/** Places that hold nothing of a person: there nothing is proven by looking afterwards. */
async function placesWithout(whom: Whom, { connection }: TestSanggar): Promise<string[]> {
  const empty: string[] = [];
  for (const holding of HOLDINGS) {
    const filter = holding.of(whom) ?? { _id: null };
    const found = await connection.collection(holding.collection).findOne(filter);
    if (!found) empty.push(holding.collection);
  }
  return empty;
}

/** A role, codes given out and tried, a double, and lines of the audit. */
async function actsAsStaff({ id }: TestPerson, artisan: Artisan, sanggar: TestSanggar) {
  const { audit, claims, clock, doubles, roles, tries } = sanggar.services;
  const now = clock.now();
  const role = { telegram: id, role: "leader", scope: "kriya" } as const;
  await roles.give(role, { by: 0, since: now });
  await claims.issue("artisan-of-anak-angkat", id, now);
  await claims.issue(artisan.id, 6_000_000_777, now);
  await tries.take(id, "noticeCode", { most: 9, withinMs: DAY }, now);
  const like = { reasons: ["phone"], weight: 60 } as const;
  await doubles.flag(artisan.id, "artisan-of-anak-angkat", like, now);
  const kept = JSON.stringify({ name: artisan.name, phone: artisan.phone });
  const place = { collection: "merges", record: "merge:rina", field: "kept" };
  await sanggar.connection.collection("merges").insertOne({
    ...({ _id: "merge:rina" } as object),
    ...{ double: "d", survivor: artisan.id, loser: "artisan-of-rina-lama", state: "done" },
    ...{ by: 6_000_000_778, at: now, told: true, kept: sanggar.cipher.seal(place, kept) },
  });
  const line = { who: id, as: "leader", what: "member.register", whom: [artisan.id] } as const;
  await audit.write({ ...line, from: "private", result: "allowed" });
}

function updateOf({ id }: TestPerson, update_id: number) {
  const chat = { id, type: "private", first_name: "Rina" } as const;
  const from = { id, is_bot: false, first_name: "Rina" };
  return { update_id, message: { message_id: 1, date: 0, chat, from, text: "Wulandari" } };
}

/** Words that lead to Rina: her name, her number, her Telegram id. */
const tracesOf = ({ id }: TestPerson, number: string) => [
  "Wulandari",
  number.replace("+62", ""),
  String(id),
];

describe("seven days after Ya, hapus", () => {
  it("nothing anywhere leads to the person, and nobody else lost anything", async () => {
    const sanggar = await open();
    const { person, artisan } = await rinaEverywhere(sanggar);
    const other = await registered("Sumi Tetap", sanggar);
    await sanggar.services.trainings.takeSeat(firstTraining.id, other.artisan.id, after(1.1));
    const kept = await sanggar.services.artisans.byId(other.artisan.id);
    const traces = tracesOf(person, artisan.phone?.number ?? "");
    for (const trace of traces) expect(await everything(sanggar)).toContain(trace);
    const empty = await placesWithout({ artisan: artisan.id, chat: person.id }, sanggar);
    expect(empty.filter((place) => !ELSEWHERE.includes(place))).toEqual([]);

    await person.says("/hapus");
    await person.presses("Ya, hapus");
    await sanggar.world.moveTo(after(8));
    expect(await sanggar.services.artisans.byId(artisan.id), "a minute too early").toBeDefined();
    await sanggar.world.moveTo(after(8.3));

    const left = await everything(sanggar);
    for (const trace of [...traces, "81299911122"]) expect(left).not.toContain(trace);
    expect(await everything(sanggar, PROOFS)).not.toContain(artisan.id);
    expect(await sanggar.services.artisans.byId(other.artisan.id)).toEqual(kept);
    const child = await sanggar.services.artisans.byId("artisan-of-anak-angkat");
    expect(child?.registrar).toEqual({ telegram: 0, manner: "lisan" });
    expect(sanggar.world.copies(person, "Ini pesan terakhir")).toBe(1);
    expect((await person.says("/profil")).text).toContain("belum terdaftar");
  });

  it("the deliveries still count, and say of nobody that they were sent", async () => {
    const sanggar = await open();
    const { person } = await rinaEverywhere(sanggar);
    const rows = () => sanggar.connection.collection("deliveries").find().toArray();
    const before = await rows();
    expect(before.map(({ state }) => state as string)).toEqual(["sent"]);
    await person.says("/hapus");
    await person.presses("Ya, hapus");
    await sanggar.world.moveTo(after(8.3));
    const [row, ...more] = await rows();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ state: "sent", sentAt: before[0]?.["sentAt"] as Date });
    expect(row?.["artisan"]).toMatch(/^gone-[\w-]{16}$/);
    expect(row).not.toHaveProperty("messageId");
  });

  it("the proof of consent stays for twelve months, without a name, and then goes", async () => {
    const sanggar = await open();
    const { person, artisan } = await rinaEverywhere(sanggar);
    await person.says("/hapus");
    await person.presses("Ya, hapus");
    await sanggar.world.moveTo(after(8.3));
    const proofs = () =>
      sanggar.connection.collection("consents").find({ artisan: artisan.id }).toArray();
    expect(await proofs()).toMatchObject([
      { what: "record", given: true, version: artisan.consent.version },
    ]);
    expect(JSON.stringify(await proofs())).not.toMatch(/Rina|Wulandari/);
    await sanggar.world.moveTo(new Date("2026-08-21T09:00:00+07:00"));
    expect(await proofs()).toHaveLength(1);
    await sanggar.world.moveTo(new Date("2026-08-23T09:00:00+07:00"));
    expect(await proofs()).toEqual([]);
  });

  it("who blocked the bot is erased as well", async () => {
    const sanggar = await open();
    const { person, artisan } = await rinaEverywhere(sanggar);
    await person.says("/hapus");
    await person.presses("Ya, hapus");
    await person.blocks();
    await sanggar.world.moveTo(after(8.3));
    expect(await sanggar.services.artisans.byId(artisan.id)).toBeUndefined();
    expect(await everything(sanggar)).not.toContain(String(person.id));
  });

  it("an undo in time keeps all, one too late says so kindly", async () => {
    const sanggar = await open();
    const { person, artisan } = await registered("Rina Telat", sanggar);
    await person.says("/hapus");
    const gone = await person.presses("Ya, hapus");
    await sanggar.world.moveTo(after(6.9));
    await person.presses("Batalkan penghapusan");
    await sanggar.world.moveTo(after(9));
    expect(await sanggar.services.artisans.byId(artisan.id)).toBeDefined();
    await person.says("/hapus");
    await person.presses("Ya, hapus");
    await sanggar.world.moveTo(after(17));
    const messageId = gone.messages.at(-1)?.id ?? 0;
    const late = await person.presses({ messageId, data: "leave:undo" });
    expect(late.text).toContain("Tidak ada data pendaftaran");
  });
});

describe("an erasure that died", () => {
  it.each([1, 3, 5, 8, 11])("after %i steps is done again from the start", async (done) => {
    const sanggar = await open();
    const { person, artisan } = await rinaEverywhere(sanggar);
    const whom = { artisan: artisan.id, chat: person.id };
    await sanggar.services.erasures.add(whom, sanggar.clock.now());
    for (const { run } of eraseSteps(whom, sanggar.services).slice(0, done)) await run();
    expect(await sanggar.services.artisans.byId(artisan.id)).toBeDefined();
    expect(await replayErasures(sanggar.services)).toBeGreaterThan(0);
    const left = await everything(sanggar, PROOFS);
    for (const trace of [...tracesOf(person, artisan.phone?.number ?? ""), artisan.id])
      expect(left, trace).not.toContain(trace);
    expect(await replayErasures(sanggar.services)).toBe(0);
  });

  it("says the last word once, however often it is begun", async () => {
    const sanggar = await open();
    const { person, artisan } = await registered("Rina Sekali", sanggar);
    await person.says("/hapus");
    await person.presses("Ya, hapus");
    const whom = { artisan: artisan.id, chat: person.id };
    await sanggar.services.erasures.add(whom, sanggar.clock.now());
    await sanggar.world.moveTo(after(7.1));
    expect(await sanggar.services.artisans.byId(artisan.id)).toBeUndefined();
    expect(sanggar.world.copies(person, "Ini pesan terakhir")).toBe(0);
  });
});

describe("the list of erasures", () => {
  it("brings a backup that was put back up to date, and spares who came back", async () => {
    const sanggar = await open();
    const { person, artisan } = await rinaEverywhere(sanggar);
    const backup = await allDocuments(sanggar);
    await person.says("/hapus");
    await person.presses("Ya, hapus");
    await sanggar.world.moveTo(after(8.3));

    const { connection } = sanggar;
    for (const { name } of await connection.listCollections())
      if (name !== "settings") await connection.collection(name).deleteMany({});
    for (const { collection, kept } of backup)
      if (collection !== "settings") await connection.collection(collection).insertOne(kept);
    expect(await sanggar.services.artisans.byId(artisan.id)).toBeDefined();
    expect(await replayErasures(sanggar.services)).toBeGreaterThan(0);
    const left = await everything(sanggar, PROOFS);
    for (const trace of [...tracesOf(person, artisan.phone?.number ?? ""), artisan.id])
      expect(left).not.toContain(trace);

    await person.says("/daftar");
    await person.presses("Saya setuju");
    await registered("Rina Lagi", sanggar, { telegram: person.id });
    expect(await replayErasures(sanggar.services)).toBe(0);
    expect((await sanggar.services.artisans.byTelegram(person.id))?.name).toBe("Rina Lagi");
  });

  it("is one line a person, readable by nobody else, and tells neither id", async () => {
    const sanggar = await open();
    const { person, artisan } = await registered("Rina Baris", sanggar);
    await person.says("/hapus");
    await person.presses("Ya, hapus");
    await sanggar.world.moveTo(after(7.1));
    const path = join(sanggar.dataDir, "erased.jsonl");
    const text = await readFile(path, "utf8");
    expect(text).toMatch(/^\{"artisan":"[\w-]{43}","telegram":"[\w-]{43}","at":"2025-08-2.*"\}\n$/);
    expect(text).not.toContain(String(person.id));
    expect(text).not.toContain(artisan.id);
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it("is read past a line whose end was lost, and goes on behind it", async () => {
    const sanggar = await open();
    const { erasures } = sanggar.services;
    await erasures.add({ artisan: "one", chat: 1 }, after(0));
    const path = join(sanggar.dataDir, "erased.jsonl");
    await writeFile(path, `${await readFile(path, "utf8")}{"artisan":"abc","te`);
    await erasures.add({ artisan: "two", chat: 2 }, after(1));
    const erasedAt = await erasures.lookup();
    expect(erasedAt?.({ artisan: "one" })).toEqual(after(0));
    expect(erasedAt?.({ chat: 2 })).toEqual(after(1));
    expect(erasedAt?.({ artisan: "three", chat: 3 })).toBeUndefined();
  });

  it("forgets lines that are older than any backup", async () => {
    const sanggar = await open();
    const { erasures } = sanggar.services;
    await erasures.add({ artisan: "one", chat: 1 }, after(0));
    await erasures.add({ artisan: "two", chat: 2 }, after(40));
    await sanggar.world.moveTo(after(43));
    const erasedAt = await erasures.lookup();
    expect(erasedAt?.({ artisan: "one" })).toBeUndefined();
    expect(erasedAt?.({ artisan: "two" })).toEqual(after(40));
  });
});

describe("the list of places", () => {
  it("names every collection there is, or says that it speaks of nobody", async () => {
    const sanggar = await open();
    const declared = declaredOn(sanggar.connection);
    const collections = new Set(declared.map(({ collection }) => collection));
    const listed = new Set([...HOLDINGS.map(({ collection }) => collection), ...IMPERSONAL]);
    expect([...collections].filter((name) => !listed.has(name))).toEqual([]);
    const stored = (await sanggar.connection.listCollections()).map(({ name }) => name);
    expect(stored.filter((name) => !listed.has(name))).toEqual([]);
  });

  it("knows every sealed field of a record", () => {
    const records = HOLDINGS.find(({ collection }) => collection === "artisans");
    expect(records?.sealed).toEqual(SEALED_FIELDS);
  });
});
