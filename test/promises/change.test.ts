import { afterEach, describe, expect, it } from "vitest";
import { armCrashes } from "../../src/crash.ts";
import { at, openPromises, training } from "./promising.ts";

afterEach(() => armCrashes(undefined));

type Field = Awaited<ReturnType<typeof openPromises>>;

/** Bagus moves the second day to 29 August, as far as the preview. */
async function writesMove({ bagus, opens }: Field, date = "29 Agustus") {
  await opens(bagus);
  await bagus.presses("Hari");
  await bagus.presses("Sab, 23 Agu 2025");
  return bagus.says(date);
}

describe("a day that is moved", () => {
  it("is told to exactly those who had been told, old and new, with Sudah baca", async () => {
    const field = await openPromises();
    const { bagus, rina, sumi, wati, asep, dewi, world, sanggar } = field;
    const preview = await writesMove(field);
    expect(preview.text).toContain("dikirim kepada 5 orang");
    expect(preview.text).toContain(
      "Semula: Sabtu, 23 Agustus 2025\nMenjadi: Jumat, 29 Agustus 2025",
    );
    const done = await bagus.presses("Kirim perubahan");
    expect(done.text).toContain("sedang dikirim kepada 5 orang");
    await sanggar.tick();
    for (const person of [rina, sumi, wati, asep])
      expect(world.copies(person, "Menjadi: Jumat, 29 Agustus 2025")).toBe(1);
    expect(world.copies(dewi, "Menjadi")).toBe(0);
    expect((await field.letter())?.to).toEqual(["asep", "mimin", "rina", "sumi", "wati"]);
    expect((await field.delivery("mimin"))?.state).toBe("byHand");
    const plan = await field.plan();
    expect(plan.planVersion).toBe(2);
    expect(plan.days.map(({ date }) => date.slice(8))).toEqual(["22", "24", "25", "26", "29"]);
    const read = await rina.presses("Sudah baca");
    expect(read.toast).toContain("Terima kasih");
    expect((await field.delivery("rina"))?.readAt).toBeDefined();
    await sanggar.tick();
    expect(world.copies(sumi, "Menjadi")).toBe(1);
  });

  it("is told only by the new plan to who joins afterwards", async () => {
    const field = await openPromises();
    const { bagus, dewi, sanggar, world } = field;
    await writesMove(field);
    await bagus.presses("Kirim perubahan");
    await dewi.says("/pelatihan");
    await dewi.presses("1. Pelatihan Bros dan A…");
    await dewi.presses("Ikut");
    await sanggar.tick();
    expect(world.copies(dewi, "Semula")).toBe(0);
  });

  it("says kindly what is wrong with what was typed, and takes the next answer", async () => {
    const field = await openPromises();
    const { bagus } = field;
    expect((await writesMove(field, "kapan-kapan")).text).toContain("belum terbaca");
    expect((await bagus.says("24 Agustus")).text).toContain("sudah ada hari pelatihan lain");
    expect((await bagus.says("1/8/2025")).text).toContain("sudah lewat");
    expect((await bagus.says("29/8/2025")).text).toContain("Jumat, 29 Agustus 2025");
  });

  it("sends nothing where nothing changed", async () => {
    const field = await openPromises();
    const done = await writesMove(field, "23 Agustus");
    expect(done.text).toContain("Tidak ada yang berubah");
    expect((await field.plan()).planVersion).toBe(1);
  });

  it("of two coordinators at once one wins, and the other is told", async () => {
    const field = await openPromises();
    const { bagus, citra, opens, sanggar } = field;
    await writesMove(field);
    await opens(citra);
    await citra.presses("Tempat");
    await citra.presses("Semua hari");
    const preview = await citra.says("Aula Dekranasda");
    expect(preview.text).toContain("Menjadi: Aula Dekranasda, Kota Bandung");
    await bagus.presses("Kirim perubahan");
    expect((await citra.presses("Kirim perubahan")).text).toContain("baru saja diubah oleh orang");
    expect((await citra.presses("Buku janji")).text).toContain("29 Agustus 2025");
    await sanggar.tick();
    expect((await field.plan()).place).toBe("UTC Dago Hotel");
    expect(await field.letter(3)).toBeUndefined();
  });

  it("moves hours, gathering and promises in one letter, with no sum unless the office shows it", async () => {
    const field = await openPromises();
    const { bagus, opens, rina, sanggar, services, world } = field;
    await opens(bagus);
    await bagus.presses("Jam");
    await bagus.presses("Jum, 22 Agu 2025");
    expect((await bagus.says("15")).text).toContain("belum terbaca");
    await bagus.says("13.00-16.00");
    await bagus.presses("Ubah yang lain juga");
    await bagus.presses("Tempat berkumpul");
    await bagus.says("alun-alun Serang");
    expect((await bagus.says("6.30")).text).toContain("alun-alun Serang, pukul 06.30 WIB");
    await bagus.presses("Ubah yang lain juga");
    await bagus.presses("Janji");
    await bagus.presses("Transportasi");
    const preview = await bagus.says("Rp200.000 per hari");
    expect(preview.text).toContain("pukul 13.00–16.00 WIB");
    expect(preview.text).toContain("Nilainya berubah, sesuai ketentuan");
    expect(preview.text).not.toContain("Rp");
    await services.settings.setShowAmounts(true);
    await bagus.presses("Kirim perubahan");
    await sanggar.tick();
    expect(world.copies(rina, "Semula: Rp150.000 per hari")).toBe(1);
    expect((await field.plan()).promises?.transport).toBe("Rp200.000 per hari");
  });

  it("moves travel, the point on the map and what to bring in one letter, by words or a location", async () => {
    const field = await openPromises();
    const { bagus, opens, rina, sanggar, world } = field;
    await opens(bagus);
    await bagus.presses("Perjalanan");
    expect((await bagus.says("Bus dari alun-alun, kembali Selasa sore")).text).toContain(
      "Perjalanan\nSemula: belum ada\nMenjadi: Bus dari alun-alun, kembali Selasa sore",
    );
    await bagus.presses("Ubah yang lain juga");
    await bagus.presses("Yang dibawa");
    expect((await bagus.says("x")).text).toContain("Belum terbaca");
    expect((await bagus.says("alat tulis, jas hujan")).text).toContain(
      "Semula: alat tulis, pakaian lima hari, contoh karya sendiri\nMenjadi: alat tulis, jas hujan",
    );
    await bagus.presses("Ubah yang lain juga");
    await bagus.presses("Titik peta");
    expect((await bagus.says("dekat alun-alun")).text).toContain("belum terbaca");
    const preview = await bagus.sendsLocation(-6.885, 107.614);
    expect(preview.text).toContain("Semula: -6.88, 107.61\nMenjadi: -6.885, 107.614");
    await bagus.presses("Kirim perubahan");
    await sanggar.tick();
    expect(world.copies(rina, "Menjadi: alat tulis, jas hujan")).toBe(1);
    expect(await field.plan()).toMatchObject({
      ...{ planVersion: 2, bring: ["alat tulis", "jas hujan"] },
      point: { latitude: -6.885, longitude: 107.614 },
      travel: "Bus dari alun-alun, kembali Selasa sore",
    });
    await opens(bagus);
    await bagus.presses("Yang dibawa");
    expect((await bagus.presses("Tidak perlu membawa")).text).toContain("Menjadi: belum ada");
    await bagus.presses("Kirim perubahan");
    expect((await bagus.presses("Buku janji")).text).toContain("2 kali berubah");
  });
});

describe("a crash of the one who changes a plan", () => {
  it.each(["change-begun", "change-made"] as const)("at %s loses no letter", async (point) => {
    const field = await openPromises();
    const { bagus, rina, sanggar, world } = field;
    await writesMove(field);
    const writing = await field.services.changeDrafts.read(bagus.id);
    let died = false;
    armCrashes((passed) => {
      if (passed !== point || died) return;
      died = true;
      throw new Error("died here");
    });
    await bagus.presses("Kirim perubahan");
    armCrashes(undefined);
    expect(died).toBe(true);
    expect(writing).toBeDefined();
    for (const minutes of [1, 2, 5]) {
      await world.moveTo(at(`2025-08-14 09:0${minutes}`));
      await bagus.sees();
    }
    await sanggar.tick();
    expect((await field.plan()).planVersion).toBe(2);
    expect(world.copies(rina, "Menjadi: Jumat, 29 Agustus 2025")).toBe(1);
    expect(await field.services.plans.untold()).toEqual([]);
  });

  it("is mended by the tick alone, should nobody press again", async () => {
    const field = await openPromises();
    const { rina, sanggar, services, world } = field;
    const { changePlan } = await import("../../src/promises/change-plan.ts");
    armCrashes((passed) => {
      if (passed === "change-made") throw new Error("died here");
    });
    const wish = { training, version: 1, handle: "AAAA2222", change: { place: "Aula" }, by: 1 };
    await expect(changePlan(wish, services)).rejects.toThrow("died here");
    armCrashes(undefined);
    expect(world.copies(rina, "Aula")).toBe(0);
    await sanggar.tick();
    await sanggar.tick();
    expect(world.copies(rina, "Menjadi: Aula, Kota Bandung")).toBe(1);
    expect((await changePlan(wish, services)).ok).toBe(true);
  });
});

describe("a move at night of what begins within a day", () => {
  it("asks for a reason, and goes at once with it", async () => {
    const field = await openPromises("2025-08-21 21:00");
    const { bagus, opens, rina, sanggar, world } = field;
    await opens(bagus);
    await bagus.presses("Tempat");
    await bagus.presses("Semua hari");
    await bagus.says("Aula Dekranasda");
    const asked = await bagus.presses("Kirim perubahan");
    expect(asked.text).toContain("jam tenang");
    expect(asked.buttons).toEqual(["Kirim sekarang juga", "Tunggu jam terbuka", "Buang perubahan"]);
    await bagus.presses("Kirim sekarang juga");
    expect((await bagus.says("banjir")).text).toContain("terlalu pendek");
    await bagus.says("hotel kebanjiran malam ini");
    await bagus.presses("Kirim perubahan");
    await sanggar.tick();
    expect(world.copies(rina, "Menjadi: Aula Dekranasda")).toBe(1);
  });

  it("waits for the morning if the coordinator prefers that", async () => {
    const field = await openPromises("2025-08-21 21:00");
    const { bagus, opens, rina, sanggar, world } = field;
    await opens(bagus);
    await bagus.presses("Tempat");
    await bagus.presses("Semua hari");
    await bagus.says("Aula Dekranasda");
    await bagus.presses("Kirim perubahan");
    await bagus.presses("Tunggu jam terbuka");
    await sanggar.tick();
    expect(world.copies(rina, "Menjadi: Aula")).toBe(0);
    await world.moveTo(at("2025-08-22 07:01"));
    expect(world.copies(rina, "Menjadi: Aula")).toBe(1);
  });
});

describe("a cancellation", () => {
  it("is told with its reason to all who had been told, and no reminder comes after", async () => {
    const field = await openPromises();
    const { asep, bagus, dewi, opens, rina, sanggar, world } = field;
    await rina.says("/jeda");
    await opens(bagus);
    await bagus.presses("Batalkan pelatihan");
    expect((await bagus.says("banjir")).text).toContain("terlalu pendek");
    const preview = await bagus.says("gedungnya rusak karena gempa");
    expect(preview.text).toContain("dibatalkan");
    expect((await bagus.presses("Kirim pembatalan")).text).toContain("sedang dikirim kepada 5");
    await sanggar.tick();
    for (const person of [rina, asep]) expect(world.copies(person, "karena gempa")).toBe(1);
    expect(world.copies(dewi, "gempa")).toBe(0);
    await world.moveTo(at("2025-08-23 10:00"));
    expect(world.copies(rina, "Pengingat")).toBe(0);
    expect(await field.plan()).toMatchObject({ state: "cancelled", planVersion: 2 });
    expect((await field.services.trainings.everTold()).length).toBe(0);
  });
});
