import { describe, expect, it, onTestFinished } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { changePlan } from "../../src/promises/change-plan.ts";
import { addArtisan } from "../support/records.ts";
import { at, openField } from "../carriers/field.ts";

async function open() {
  const field = await openField();
  const { sanggar } = field;
  onTestFinished(() => sanggar.close());
  const go = async (moment: string) => {
    sanggar.clock.set(at(moment));
    await sanggar.tick();
  };
  const one = async (artisan: string) => {
    const { services } = sanggar;
    const training = await services.trainings.byId(firstTraining.id);
    const enrolment = await services.enrolments.one(firstTraining.id, artisan);
    return {
      state: enrolment?.state,
      as: enrolment?.answer?.as,
      seat: training?.seatHolders.includes(artisan) ?? false,
    };
  };
  return { ...field, go, one };
}

describe("whether a participant comes", () => {
  it("is asked at H-7 with three buttons, and Hadir confirms", async () => {
    const { rina, go, one } = await open();
    await go("2025-08-15 09:01");
    const asked = await rina.sees();
    expect(asked.text).toContain("Apakah Bapak/Ibu bisa hadir?");
    expect(asked.buttons).toEqual(["Hadir", "Berhalangan", "Belum tahu", "Lihat pelatihan"]);
    expect((await rina.presses("Hadir")).text).toContain("pasti hadir");
    expect(await one("rina")).toEqual({ state: "confirmed", as: "artisan", seat: true });
  });

  it("Berhalangan is asked once more, and frees the seat at once", async () => {
    const { rina, go, one } = await open();
    await go("2025-08-15 09:01");
    await rina.sees();
    expect((await rina.presses("Berhalangan")).text).toContain("yakin berhalangan");
    expect((await one("rina")).seat).toBe(true);
    expect((await rina.presses("Ya, saya berhalangan")).text).toContain("catat berhalangan");
    expect(await one("rina")).toEqual({ state: "withdrawn", as: "artisan", seat: false });
  });

  it("Belum tahu keeps the seat and is asked again at H-3; who confirmed is not", async () => {
    const { sanggar, rina, go, one } = await open();
    await go("2025-08-15 09:01");
    await rina.sees();
    expect((await rina.presses("Belum tahu")).buttons).toContain("Hadir");
    expect(await one("rina")).toEqual({ state: "accepted", as: "artisan", seat: true });
    await go("2025-08-19 09:01");
    expect((await rina.sees()).text).toContain("Supaya tempatnya siap");
    await rina.presses("Hadir");
    await go("2025-08-19 10:00");
    expect(sanggar.world.copies(rina, "Supaya tempatnya siap")).toBeLessThanOrEqual(1);
  });

  it("is not asked of who chose Tanpa pengingat with the seat; a change still comes", async () => {
    const { sanggar, go, one } = await open();
    const { services, world } = sanggar;
    const dina = world.person("Dina");
    await addArtisan(sanggar, { id: "dina", telegram: dina.id, name: "Dina Contoh" });
    await dina.says("/pelatihan");
    await dina.presses("1. Pelatihan Bros dan A…");
    const joined = await dina.presses("Ikut");
    expect(joined.text).toContain("Kami akan mengingatkan");
    expect((await dina.presses("Tanpa pengingat")).text).toContain("tetap dikabarkan");
    expect(await one("dina")).toMatchObject({ seat: true });
    const runs = () => world.copies(dina, "Apakah Bapak/Ibu bisa hadir?");
    await go("2025-08-15 09:01");
    expect(runs()).toBe(0);
    const reminded = await services.deliveries.byId(`dlv:run:${firstTraining.id}:1:H-7:dina`);
    expect(reminded).toBeUndefined();
    await changePlan(
      {
        ...{ training: firstTraining.id, version: 1, handle: "QUIET222" },
        ...{ change: { place: "Aula Dekranasda" }, by: 1 },
      },
      services,
    );
    await sanggar.tick();
    expect(world.copies(dina, "Menjadi: Aula Dekranasda")).toBe(1);
    await dina.says("/pelatihan");
    await dina.presses("1. Pelatihan Bros dan A…");
    expect((await dina.presses("Nyalakan pengingat")).text).toContain("akan datang");
    await go("2025-08-19 09:01");
    expect(world.copies(dina, "Supaya tempatnya siap")).toBe(1);
  });
});

describe("those of whom nobody heard", () => {
  it("go to their leader at 16.00 of H-3, name by name, and never of the own record", async () => {
    const { sanggar, wulan, bagus, go, one } = await open();
    const { services } = sanggar;
    await services.trainings.takeSeat(firstTraining.id, "wulan", sanggar.clock.now());
    await go("2025-08-19 15:59");
    expect(sanggar.world.copies(wulan, "belum memastikan hadir")).toBe(0);
    await go("2025-08-19 16:01");
    await go("2025-08-19 16:02");
    expect(sanggar.world.copies(wulan, "4 orang belum memastikan hadir")).toBe(1);
    const list = await wulan.says("/konfirmasi");
    expect(list.text).toContain("1 dari 4: Mimin Aminah");
    expect((await wulan.presses("Hadir")).text).toContain("✓ Mimin Aminah: hadir.");
    expect(await one("mimin")).toEqual({ state: "confirmed", as: "leader", seat: true });
    expect((await wulan.presses("Tidak terhubung")).text).toContain("tidak terhubung");
    const last = await wulan.presses("Berhalangan");
    expect(last.text).toContain("berhalangan");
    expect(last.text).not.toContain("Wulan Contoh");
    // Nobody else leads there: the leader's own seat and the one not reached are the office's.
    const office = await bagus.says("/konfirmasi");
    expect(office.text).toContain("dari 2: Wulan Contoh");
  });

  it("are the office's at 12.00 of H-2, and stand in /tugas", async () => {
    const { bagus, go } = await open();
    await go("2025-08-20 11:59");
    expect((await bagus.says("/tugas")).text).not.toContain("belum memastikan");
    await go("2025-08-20 12:01");
    expect((await bagus.says("/tugas")).text).toContain("4 orang belum memastikan hadir");
    const first = await bagus.presses("Lihat yang belum pasti");
    expect(first.text).toContain("1 dari 4");
  });

  it("keep their seats, however long they are silent", async () => {
    const { go, one } = await open();
    await go("2025-08-21 20:00");
    expect((await one("tini")).seat).toBe(true);
  });

  it("have the last word themselves, whoever gave up their seat", async () => {
    const { sanggar, wulan, rina, go, one } = await open();
    await go("2025-08-19 09:01");
    const asked = (await rina.sees()).messages.at(-1);
    await go("2025-08-19 16:01");
    await wulan.says("/konfirmasi");
    expect((await wulan.presses("Orang berikutnya")).text).toContain("Rina Wati");
    await wulan.presses("Berhalangan");
    expect(await one("rina")).toEqual({ state: "withdrawn", as: "leader", seat: false });
    const data = `answer.yes:${firstTraining.id}`;
    await rina.presses({ messageId: asked?.id ?? 0, data });
    expect(await one("rina")).toEqual({ state: "confirmed", as: "artisan", seat: true });
    const { enrolments } = sanggar.services;
    expect((await enrolments.one(firstTraining.id, "rina"))?.by).toBeUndefined();
  });

  it("are asked of nobody who may not", async () => {
    const { rina, go } = await open();
    await go("2025-08-19 16:01");
    expect((await rina.says("/konfirmasi")).text).not.toContain("dari 4");
  });
});
