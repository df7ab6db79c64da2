import { describe, expect, it } from "vitest";
import { eraseSteps } from "../../src/privacy/erase.ts";
import { mergeRecords } from "../../src/doubles/merge.ts";
import { undoMerge } from "../../src/doubles/undo-merge.ts";
import { twoOfRina } from "../doubles/pairs.ts";
import { at, type Field, openField } from "./field.ts";

const direct = { admission: "direct", seats: 1 } as const;

async function joins(field: Field, name: string, given = {}) {
  const one = await field.artisan(name, given);
  await field.services.trainings.takeSeat(field.id, one.record.id, field.clock.now());
  return one;
}

describe("a seat that is given up", () => {
  it("is offered at once to the next of the same community, for a time", async () => {
    const field = await openField(direct);
    const rina = await joins(field, "Rina");
    const sari = await joins(field, "Sari", { community: "anyam-rukun", kecamatan: "36.04.30" });
    const sumi = await joins(field, "Sumi", { kecamatan: "36.04.30" });
    await field.opens(rina.person);
    await rina.person.presses("Batal ikut");
    await rina.person.presses("Ya, batal ikut");
    expect(await field.enrolment(sumi.record.id)).toMatchObject({ state: "offered" });
    expect(await field.enrolment(sari.record.id)).toMatchObject({ state: "waiting", number: 1 });
    await field.tick();
    expect(field.copies(sumi.person, "paling lambat Jumat, 15 Agustus 2025, pukul 19.30")).toBe(1);
    expect((await sumi.person.presses("Bersedia")).text).toContain("Pengingat akan datang");
    expect((await field.training())?.seatHolders).toEqual([sumi.record.id]);
  });

  it("passes on when nobody answers in time; who was asked is told kindly and may come back", async () => {
    const field = await openField(direct);
    const rina = await joins(field, "Rina");
    const sumi = await joins(field, "Sumi");
    const tini = await joins(field, "Tini");
    await field.services.trainings.giveUpSeat(field.id, rina.record.id, field.clock.now());
    await field.tick();
    expect(await field.enrolment(sumi.record.id)).toMatchObject({ state: "offered" });
    field.clock.set(at("2025-08-15 19:31"));
    await field.tick();
    await field.tick();
    expect(await field.enrolment(sumi.record.id)).toMatchObject({ state: "released" });
    expect(await field.enrolment(tini.record.id)).toMatchObject({ state: "offered" });
    expect(field.copies(sumi.person, "waktu menjawab tawaran")).toBe(1);
    expect((await field.training())?.seatHolders).toEqual([tini.record.id]);
    await sumi.person.presses("Lihat pelatihan");
    await sumi.person.presses("Masuk daftar cadangan");
    expect(await field.enrolment(sumi.record.id)).toMatchObject({ state: "waiting", number: 3 });
    await field.opens(tini.person);
    await tini.person.presses("Berhalangan");
    expect(await field.enrolment(sumi.record.id)).toMatchObject({ state: "offered" });
  });

  it("is not offered to who paused notices", async () => {
    const field = await openField(direct);
    const rina = await joins(field, "Rina");
    const sumi = await joins(field, "Sumi");
    const tini = await joins(field, "Tini");
    await sumi.person.says("/jeda");
    await field.services.trainings.giveUpSeat(field.id, rina.record.id, field.clock.now());
    await field.tick();
    expect(await field.enrolment(sumi.record.id)).toMatchObject({ state: "waiting" });
    expect(await field.enrolment(tini.record.id)).toMatchObject({ state: "offered" });
  });

  it("is filled by phone after H-1 16.00, as a task, with a reason for a jump", async () => {
    const field = await openField(direct);
    const rina = await joins(field, "Rina");
    await joins(field, "Sumi");
    const tini = await joins(field, "Tini");
    field.clock.set(at("2025-08-21 16:05"));
    await field.services.trainings.giveUpSeat(field.id, rina.record.id, field.clock.now());
    await field.tick();
    expect(await field.services.enrolments.of(field.id, ["offered"])).toEqual([]);
    const { bagus } = field;
    expect((await bagus.says("/tugas")).text).toContain("mohon ditelepon");
    expect((await bagus.presses("Pilih peserta")).text).toContain("diisi lewat telepon");
    await bagus.presses("2. Tini Contoh");
    await bagus.presses("Bersedia (telepon)");
    expect((await bagus.says("Sumi tidak terhubung setelah tiga kali")).text).toContain("mendapat");
    expect(await field.enrolment(tini.record.id)).toMatchObject({ state: "accepted" });
    expect((await field.training())?.seatHolders).toEqual([tini.record.id]);
  });
});

describe("a process that dies between a seat and its state", () => {
  it("is mended by the next tick, whichever half was done", async () => {
    const field = await openField({ ...direct, seats: 3 });
    const { seats, enrolments } = field.services;
    const [rina, sumi, tini] = [
      await joins(field, "Rina"),
      await joins(field, "Sumi"),
      await joins(field, "Tini"),
    ];
    const wati = await joins(field, "Wati");
    const yuni = await field.artisan("Yuni");
    const now = field.clock.now();
    const move = { training: field.id, at: now };
    // Given up, not written down; declined, not freed; on the list, not written down.
    await seats.free(field.id, rina.record.id);
    await enrolments.move({
      ...{ ...move, artisan: sumi.record.id, state: "declined", from: ["accepted"] },
    });
    await seats.wait(field.id, yuni.record.id, "open");
    await field.tick();
    expect(await field.enrolment(rina.record.id)).toMatchObject({ state: "withdrawn" });
    const training = await field.training();
    expect(training?.seatHolders).not.toContain(sumi.record.id);
    expect(await field.enrolment(wati.record.id)).toMatchObject({ state: "offered" });
    expect(await field.enrolment(yuni.record.id)).toMatchObject({ state: "offered", number: 2 });
    expect([...(training?.seatHolders ?? [])].sort()).toEqual(
      [tini.record.id, wati.record.id, yuni.record.id].sort(),
    );
    expect(field.copies(yuni.person, "ada tempat untuk Bapak/Ibu")).toBe(1);
  });

  it("leaves a seat that was picked as an offer, with its letter", async () => {
    const field = await openField({ seats: 1 });
    const { person: rina, record } = await field.artisan("Rina");
    await field.opens(rina);
    await rina.presses("Saya berminat");
    await field.becomes("selecting");
    await field.services.seats.choose(field.id, record.id, field.clock.now());
    await field.tick();
    await field.tick();
    expect(await field.enrolment(record.id)).toMatchObject({ state: "offered" });
    expect(field.copies(rina, "ada tempat untuk Bapak/Ibu")).toBe(1);
  });
});

describe("somebody who wishes or waits", () => {
  it("and leaves by /berhenti gives up seats, places on lists and wishes", async () => {
    const field = await openField(direct);
    await field.services.trainings.add({
      ...{ ...(await field.training()), id: "second", admission: "selection" },
      seatHolders: undefined,
    } as never);
    await joins(field, "Rina");
    const sumi = await joins(field, "Sumi");
    await field.services.enrolments.move({
      ...{ training: "second", artisan: sumi.record.id, state: "interested", from: ["none"] },
      at: field.clock.now(),
    });
    await sumi.person.says("/berhenti");
    await sumi.person.presses("Ya, hapus");
    expect((await field.training())?.waitingList).toEqual([]);
    const states = (await field.services.enrolments.ofArtisan(sumi.record.id)).map((e) => e.state);
    expect(states).toEqual(["withdrawn", "withdrawn"]);
  });

  it("is erased everywhere: lists, wishes, choices and questions", async () => {
    const field = await openField(direct);
    await joins(field, "Rina");
    const sumi = await joins(field, "Sumi");
    const { choices } = field.services;
    const choice = { training: field.id, by: 77, at: field.clock.now(), reason: "di luar kota" };
    await choices.keep({ ...choice, artisan: sumi.record.id, kind: "skip", over: [] });
    await choices.keep({ ...choice, artisan: "x", kind: "jump", over: [sumi.record.id, "y"] });
    const asked = { training: field.id, artisan: sumi.record.id, kind: "skip", update: 1 } as const;
    await choices.ask(77, asked);
    const told = await field.services.holdings.tell({ artisan: sumi.record.id });
    expect(JSON.stringify(told)).toContain("di luar kota");
    const whom = { artisan: sumi.record.id, chat: sumi.person.id };
    for (const { run } of eraseSteps(whom, field.services)) await run();
    for (const { run } of eraseSteps({ chat: 77 }, field.services)) await run();
    for (const name of ["enrolments", "choices", "choosers", "trainings"]) {
      const rows = await field.sanggar.connection.collection(name).find().toArray();
      expect(JSON.stringify(rows)).not.toContain(sumi.record.id);
      expect(JSON.stringify(rows)).not.toMatch(/"by":77\b/);
    }
    const kept = await choices.of(field.id);
    expect(kept.map(({ reason }) => reason).sort()).toEqual(["di luar kota", "–"].sort());
    expect(kept.flatMap(({ over }) => over)).toContain("y");
  });

  it("keeps the place on the list through a merge of doubles, and gets it back after", async () => {
    const field = await openField(direct);
    await joins(field, "Sumi");
    const { mine, other, double } = await twoOfRina(field.sanggar);
    const { trainings, enrolments } = field.services;
    await trainings.takeSeat(field.id, other.id, field.clock.now());
    const tini = await joins(field, "Tini");
    await trainings.takeSeat(field.id, mine.id, field.clock.now());
    const merged = await mergeRecords(double, 1, field.services);
    if (!merged.ok) throw new Error(merged.reason);
    const { survivor, loser, id } = merged.merge;
    const list = (await field.training())?.waitingList;
    expect(list).toEqual(
      survivor === mine.id ? [mine.id, tini.record.id] : [other.id, tini.record.id],
    );
    expect(await enrolments.one(field.id, survivor)).toMatchObject({ state: "waiting" });
    await field.tick();
    expect((await field.training())?.waitingList).toEqual(list);
    await undoMerge(id, field.services);
    expect((await field.training())?.waitingList).toContain(loser);
    expect(await enrolments.one(field.id, loser)).toMatchObject({ state: "waiting" });
  });
});
