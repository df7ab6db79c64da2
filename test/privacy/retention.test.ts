import { describe, expect, it, onTestFinished } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { sweepNightly } from "../../src/privacy/sweep.ts";
import { wib } from "../notices/office.ts";
import { askedFor } from "../support/form.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { registered } from "./rina.ts";

async function open(): Promise<TestSanggar> {
  const sanggar = await openSanggar();
  onTestFinished(() => sanggar.close());
  return sanggar;
}

const count = (sanggar: TestSanggar, collection: string, filter: object = {}) =>
  sanggar.connection.collection(collection).countDocuments(filter);

describe("a silent record", () => {
  it("is warned thirty days before, then erased with a last word", async () => {
    const sanggar = await open();
    const { person, artisan } = await registered("Rina Diam", sanggar);
    const warned = () => sanggar.world.copies(person, "Masih ingin terdaftar?");
    await sanggar.world.moveTo(wib("2027-07-14 10:00"));
    expect(warned()).toBe(0);
    await sanggar.world.moveTo(wib("2027-07-16 10:00"));
    await sanggar.world.moveTo(wib("2027-07-17 10:00"));
    expect(warned()).toBe(1);
    expect((await person.sees()).text).toContain("hapus pada Minggu, 15 Agustus 2027");
    await sanggar.world.moveTo(wib("2027-08-15 09:00"));
    expect(await sanggar.services.artisans.byId(artisan.id)).toBeDefined();
    await sanggar.world.moveTo(wib("2027-08-15 10:30"));
    expect(await sanggar.services.artisans.byId(artisan.id)).toBeUndefined();
    expect(sanggar.world.copies(person, "Sudah lama tidak ada kabar")).toBe(1);
  });

  it("stays when the person presses the button, and silence counts anew", async () => {
    const sanggar = await open();
    const { person, artisan } = await registered("Rina Kembali", sanggar);
    await sanggar.world.moveTo(wib("2027-07-16 10:00"));
    expect((await person.presses("Saya masih ikut")).text).toContain("tetap tersimpan");
    await sanggar.world.moveTo(wib("2027-08-20 10:00"));
    const record = await sanggar.services.artisans.byId(artisan.id);
    expect(record?.activeAt).toEqual(expect.any(Date));
    expect(record).not.toHaveProperty("warnedAt");
    expect(record?.activeAt.toISOString()).toContain("2027-07-16");
  });

  it("is never erased without a warning, however late the first look comes", async () => {
    const sanggar = await open();
    const { person, artisan } = await registered("Rina Lama", sanggar);
    await sanggar.world.moveTo(wib("2030-01-10 10:00"));
    await sanggar.world.moveTo(wib("2030-02-08 10:00"));
    expect(await sanggar.services.artisans.byId(artisan.id)).toBeDefined();
    await sanggar.world.moveTo(wib("2030-02-10 10:00"));
    expect(await sanggar.services.artisans.byId(artisan.id)).toBeUndefined();
    expect(sanggar.world.copies(person, "Ini pesan terakhir")).toBe(1);
  });

  it("is moved at most once a day, by any update of its person", async () => {
    const sanggar = await open();
    const { person } = await registered("Rina Aktif", sanggar);
    const active = async () =>
      (await sanggar.services.artisans.byTelegram(person.id))?.activeAt.toISOString().slice(0, 16);
    await sanggar.world.moveTo(wib("2025-08-14 20:00"));
    await person.says("/bantuan");
    expect(await active()).toBe("2025-08-14T02:00");
    await sanggar.world.moveTo(wib("2025-08-15 10:00"));
    await person.says("/bantuan");
    await sanggar.world.moveTo(wib("2025-08-15 12:00"));
    await person.says("/bantuan");
    expect(await active()).toBe("2025-08-15T03:00");
  });

  it("goes by the figure of the settings where there is one", async () => {
    const sanggar = await open();
    const { artisan } = await registered("Rina Setelan", sanggar);
    await sanggar.connection
      .collection<{ _id: string }>("settings")
      .updateOne({ _id: "settings:office" }, { $set: { retention: { recordMonths: 6 } } });
    await sanggar.world.moveTo(wib("2026-01-20 10:00"));
    await sanggar.world.moveTo(wib("2026-02-20 10:00"));
    expect(await sanggar.services.artisans.byId(artisan.id)).toBeUndefined();
  });
});

describe("the sweep of a night", () => {
  it("empties dialogues after 7 days and forgets chats after 30, but keeps a record's fence", async () => {
    const sanggar = await open();
    const { person: guest } = await askedFor("kecamatan", sanggar);
    const { person } = await registered("Rina Sapu", sanggar);
    await person.says("/ubah");
    await sanggar.world.moveTo(wib("2025-08-21 01:59"));
    expect(await sanggar.dialogueLog(guest.id)).toContain("registration");
    await sanggar.world.moveTo(wib("2025-08-21 10:00"));
    await sanggar.world.moveTo(wib("2025-08-22 10:00"));
    for (const { id } of [guest, person]) expect(await sanggar.dialogueLog(id)).toBe("");
    expect(await count(sanggar, "people")).toBe(2);

    await sanggar.world.moveTo(wib("2025-09-14 10:00"));
    expect(await count(sanggar, "people")).toBe(1);
    const people = sanggar.connection.collection<{ _id: string }>("people");
    const kept = await people.findOne({ _id: `person:${person.id}` });
    expect(kept).toMatchObject({ recent: [], log: "" });
    expect((kept as unknown as { version: number }).version).toBeGreaterThan(0);
    await person.says("/jeda");
    const record = await sanggar.services.artisans.byTelegram(person.id);
    expect(record?.pausedAt, "a change after long silence is not stale").toBeInstanceOf(Date);
  });

  it("lets parked updates go after 48 hours and deliveries after 12 months", async () => {
    const sanggar = await open();
    await sanggar.services.trainings.add(firstTraining);
    const { artisan } = await registered("Rina Kiriman", sanggar);
    await sanggar.services.trainings.takeSeat(firstTraining.id, artisan.id, sanggar.clock.now());
    const chat = { id: 1, type: "private", first_name: "Rina" } as const;
    const from = { id: 1, is_bot: false, first_name: "Rina" };
    const message = { message_id: 1, date: 0, chat, from, text: "Rina" };
    await sanggar.services.inbox.store([{ update_id: 9_001, message }]);
    await sanggar.services.inbox.park(9_001);
    await sanggar.world.moveTo(wib("2025-08-16 08:00"));
    expect(await count(sanggar, "inbox", { state: "parked" })).toBe(1);
    await sanggar.world.moveTo(wib("2025-08-17 08:00"));
    expect(await count(sanggar, "inbox")).toBe(0);

    await sanggar.world.moveTo(wib("2025-08-27 10:00"));
    expect(await count(sanggar, "deliveries")).toBeGreaterThan(3);
    await sanggar.world.moveTo(wib("2026-08-10 10:00"));
    expect(await count(sanggar, "deliveries")).toBeGreaterThan(3);
    await sanggar.world.moveTo(wib("2026-08-28 10:00"));
    expect(await count(sanggar, "deliveries")).toBe(0);
  });

  it("goes through pages, stops between two, and ends the same night's run", async () => {
    const sanggar = await open();
    const rows = Array.from({ length: 120 }, (_, index) => ({
      _id: `upd:${String(index).padStart(4, "0")}`,
      ...{ chat: index, update: index, state: "parked", json: "" },
      at: wib("2025-08-01 09:00"),
    }));
    await sanggar.connection.collection("inbox").insertMany(rows as never);
    const stopped = new AbortController();
    stopped.abort();
    await sweepNightly(sanggar.services, stopped.signal);
    expect(await count(sanggar, "inbox")).toBe(120);
    expect(await count(sanggar, "jobs", { state: "running" })).toBe(1);
    await sweepNightly(sanggar.services);
    expect(await count(sanggar, "inbox")).toBe(0);
    expect(await count(sanggar, "jobs", { _id: "job:sweep:2025-08-14", state: "done" })).toBe(1);
  });

  it("is one run a local date, in whatever process", async () => {
    const sanggar = await open();
    const { jobRuns, clock } = sanggar.services;
    const now = clock.now();
    const taken = await Promise.all(
      Array.from({ length: 20 }, () => jobRuns.take("probe", "2025-08-14", now)),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    const later = new Date(now.getTime() + 61_000);
    expect(await jobRuns.take("probe", "2025-08-14", later), "its process died").toBe(true);
    await jobRuns.end("probe", "2025-08-14", "done");
    expect(await jobRuns.take("probe", "2025-08-14", new Date(later.getTime() + 61_000))).toBe(
      false,
    );
    expect(await jobRuns.take("probe", "2025-08-15", now)).toBe(true);
  });
});
