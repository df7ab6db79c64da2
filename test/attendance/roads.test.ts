import { describe, expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { presencesOf } from "../../src/attendance/mark.ts";
import { at, DAY, digitsIn, open } from "./field.ts";

describe("the code of a room", () => {
  it("is shown to the coordinator, changes by the minute, and lets a participant in once", async () => {
    const { sanggar, world, clock, rina, marks, opensRoom, code, receipts, bagus } = await open();
    const room = await opensRoom();
    const first = digitsIn(room);
    expect(first).toBe(await code());
    clock.set(at(`${DAY} 14:06`));
    await sanggar.tick();
    const next = await code();
    const shown = world.copies(bagus, `${next.slice(0, 3)} ${next.slice(3)}`);
    expect(shown, "one message, edited").toBe(1);
    expect(world.copies(bagus, "Kode ruang")).toBe(1);
    expect((await rina.says(first)).text, "the one before is taken a minute more").toContain(
      "sudah dicatat",
    );
    expect((await rina.says(await code())).text).toContain("sudah tercatat hadir");
    await sanggar.tick();
    expect(receipts(rina)).toBe(1);
    expect(await marks()).toMatchObject([{ artisan: "rina", road: "code", as: "artisan" }]);
    clock.set(at(`${DAY} 14:08`));
    expect((await rina.says(first)).text).toContain("tidak berlaku");
  });

  it("rests for ten minutes after five wrong ones, and nothing else is swallowed", async () => {
    const { clock, rina, opensRoom, code, marks } = await open();
    expect((await rina.says("123456")).text).toContain("tidak ada ruang");
    await opensRoom();
    const wrong = (await code()) === "123456" ? "654321" : "123456";
    for (let tried = 0; tried < 5; tried += 1) await rina.says(wrong);
    expect((await rina.says(await code())).text).toContain("sepuluh menit");
    expect(await marks()).toEqual([]);
    clock.set(at(`${DAY} 14:16`));
    await rina.says("/ubah");
    const asked = await rina.says(wrong);
    expect(asked.text, "a dialogue keeps its digits").not.toContain("enam angka");
    expect((await rina.says(await code())).text).toContain("sudah dicatat");
  });

  it("is worth nothing to who does not take part, on another day, or in a closed room", async () => {
    const { services, clock, mimin, sari, rina, bagus, opensRoom, code, day, marks } = await open();
    await opensRoom();
    expect((await mimin.says(await code())).text).toContain("tidak ada ruang");
    const { handle } = await day();
    expect((await mimin.starts(`h_${handle}0123456789`)).text).toContain("tidak tercatat");
    const held = await code();
    await bagus.presses("Tutup ruang");
    expect((await rina.starts(`h_${handle}0123456789`)).text).toContain("sudah ditutup");
    await bagus.says("0");
    clock.set(at("2025-08-23 09:00"));
    expect((await sari.starts(`h_${handle}0123456789`)).text).toContain("hari lain");
    expect((await sari.says(held)).text).toContain("tidak ada ruang");
    expect(await marks()).toEqual([]);
    expect((await services.attendanceDays.opened()).length).toBe(0);
  });
});

describe("the tick", () => {
  it("is a leader's for own members, never for self or others, and undone without deleting", async () => {
    const { services, wulan, list, marks } = await open();
    const seen = await list(wulan);
    expect(seen.buttons.filter((one) => /^[○✓]/.test(one))).toEqual([
      "○ 1. Rina Contoh",
      "○ 2. Tini Contoh",
    ]);
    expect((await wulan.presses("○ 2. Tini Contoh")).buttons).toContain("✓ 2. Tini Contoh");
    const { handle } = await services.attendanceDays.of(firstTraining.id, DAY);
    const messageId = seen.messages.at(-1)?.id ?? 0;
    for (const id of ["wulan", "sari"])
      expect(
        (await wulan.presses({ messageId, data: `att.tick:${handle}:${id}:0` })).toast,
      ).toContain("tidak berlaku");
    await wulan.presses("✓ 2. Tini Contoh");
    await wulan.presses("Batalkan tanda saya");
    expect(await marks()).toMatchObject([{ artisan: "tini", voided: { by: wulan.id } }]);
    await wulan.presses("○ 2. Tini Contoh");
    expect(presencesOf(await marks())).toEqual([{ artisan: "tini", date: DAY }]);
    await services.settings.allowLeaderAttendance(false);
    expect((await wulan.says("/hadir")).text).toContain("petugas yang berwenang");
  });

  it("is a coordinator's alone after a day, with a reason, and says that it was paper", async () => {
    const { clock, wulan, bagus, list, marks } = await open();
    clock.set(at("2025-08-23 16:30"));
    await list(wulan);
    expect((await wulan.presses("○ 1. Rina Contoh")).toast).toContain("koordinator");
    await list(bagus);
    await bagus.presses("○ 2. Sari Contoh");
    await bagus.presses("Dari lembar kertas");
    expect((await bagus.says("x")).text).not.toContain("Tercatat hadir");
    expect((await bagus.says("Tidak ada sinyal di aula")).text).toContain("Tercatat hadir: 1");
    expect(await marks()).toMatchObject([{ road: "paper", reason: "Tidak ada sinyal di aula" }]);
  });
});

describe("all three roads", () => {
  it("at once make one presence of three marks, and one receipt", async () => {
    const { sanggar, services, rina, wulan, bagus, list, opensRoom, code, marks, receipts } =
      await open();
    await opensRoom();
    await list(wulan);
    await bagus.starts(services.cards.payloadOf("rina"));
    await Promise.all([
      rina.says(await code()),
      wulan.presses("○ 1. Rina Contoh"),
      bagus.presses("✓ Pelatihan Bros dan Ak…"),
    ]);
    await sanggar.tick();
    const all = await marks();
    expect(all.map(({ road }) => road).sort()).toEqual(["card", "code", "tick"]);
    expect(presencesOf(all)).toHaveLength(1);
    expect(receipts(rina)).toBe(1);
    expect(await sanggar.connection.collection("presenceReceipts").countDocuments()).toBe(1);
  });

  it("say to a stranger only that a card is registered, and know no forged one", async () => {
    const { services, sari, bagus } = await open();
    const payload = services.cards.payloadOf("rina");
    expect((await sari.starts(payload)).text).toBe("Kartu ini terdaftar.");
    const forged = `${payload.slice(0, -1)}${payload.endsWith("A") ? "B" : "A"}`;
    expect((await bagus.starts(forged)).text).toContain("tidak ada di catatan");
    expect((await bagus.starts(payload)).text).toContain("Rina Contoh");
  });
});

describe("an objection", () => {
  it("is open until a coordinator voids the marks with a reason, and deletes nothing", async () => {
    const { sanggar, services, rina, wulan, bagus, list, marks, receipts } = await open();
    await list(wulan);
    await wulan.presses("○ 1. Rina Contoh");
    await sanggar.tick();
    expect(receipts(rina)).toBe(1);
    expect((await rina.presses("Ini keliru")).text).toContain("Koordinator akan memeriksa");
    expect(await services.presenceReceipts.disputedIn(firstTraining.id)).toEqual(["rina"]);
    await bagus.says("/tugas");
    expect((await bagus.presses("Periksa keberatan")).text).toContain("Rina Contoh");
    await bagus.presses("Batalkan tanda");
    await bagus.says("Rina izin sakit hari itu");
    expect(await marks()).toMatchObject([{ voided: { reason: "Rina izin sakit hari itu" } }]);
    expect(await services.presenceReceipts.disputedIn(firstTraining.id)).toEqual([]);
    await sanggar.tick();
    expect(sanggar.world.copies(rina, "keberatannya diterima")).toBe(1);
  });

  it("is settled by nobody whose role has ended meanwhile, and that is a line of the audit", async () => {
    const { sanggar, services, clock, rina, wulan, bagus, list, marks } = await open();
    await list(wulan);
    await wulan.presses("○ 1. Rina Contoh");
    await sanggar.tick();
    await rina.presses("Ini keliru");
    await bagus.says("/tugas");
    await bagus.presses("Periksa keberatan");
    await bagus.presses("Batalkan tanda");
    await services.roles.end({ telegram: bagus.id, role: "coordinator" }, clock.now());
    const refused = await bagus.says("Rina izin sakit hari itu");
    expect(refused.text).toContain("petugas yang berwenang");
    expect(await marks()).not.toMatchObject([{ voided: {} }]);
    const lines = sanggar.connection.collection("audit").find({ result: "refused" });
    expect(await lines.toArray()).toMatchObject([
      { who: services.audit.tokenOf(bagus.id), what: "presence.settle" },
    ]);
    expect((await bagus.says("Rina izin sakit hari itu")).text).not.toContain("berwenang");
  });

  it("comes too late after seven days", async () => {
    const { sanggar, clock, rina, wulan, list } = await open();
    await list(wulan);
    await wulan.presses("○ 1. Rina Contoh");
    await sanggar.tick();
    clock.set(at("2025-08-29 14:06"));
    expect((await rina.presses("Ini keliru")).text).toContain("7 hari");
  });
});

describe("heads counted by eye", () => {
  it("fewer than presences: the day is to be checked until a coordinator says why", async () => {
    const { rina, bagus, opensRoom, code, day } = await open();
    await opensRoom();
    await rina.says(await code());
    await bagus.presses("Tutup ruang");
    expect((await bagus.says("banyak")).text).toContain("angkanya saja");
    expect((await bagus.says("0")).text).toContain("Perlu dicek");
    expect((await bagus.says("/tugas")).text).toContain("perlu dicek");
    await bagus.presses("Periksa hari");
    await bagus.presses("Sudah saya periksa");
    expect((await bagus.says("Rina sedang di musala")).text).toContain("sudah diperiksa");
    expect(await day()).toMatchObject({ counted: 0, settled: { by: bagus.id, presences: 1 } });
  });
});

describe("a kill between mark and receipt", () => {
  it("loses neither: done again it sends the receipt once", async () => {
    const { sanggar, services, rina, wulan, list, receipts } = await open();
    const mark = { training: firstTraining.id, date: DAY, artisan: "rina", road: "tick" } as const;
    await services.marks.add({ ...mark, by: wulan.id, as: "leader", at: sanggar.clock.now() });
    await list(wulan);
    const { handle } = await services.attendanceDays.of(firstTraining.id, DAY);
    const messageId = wulan.screen().messages.at(-1)?.message_id ?? 0;
    for (let again = 0; again < 2; again += 1)
      await wulan.presses({ messageId, data: `att.tick:${handle}:rina:0` });
    await sanggar.tick();
    expect(receipts(rina)).toBe(1);
  });
});
