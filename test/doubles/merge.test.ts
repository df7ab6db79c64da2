import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { flagDoubles } from "../../src/doubles/flag-doubles.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { addArtisan } from "../support/records.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { beginAnew, DAY_MS, twoOfRina } from "./pairs.ts";

let sanggar: TestSanggar;
let bagus: TestPerson;
beforeAll(async () => {
  sanggar = await openSanggar();
  bagus = sanggar.world.person("Bagus");
  const which = { telegram: bagus.id, role: "coordinator" } as const;
  await sanggar.services.roles.give(which, { by: 0, since: sanggar.clock.now() });
});
afterAll(() => sanggar.close());
beforeEach(() => beginAnew(sanggar));

const audited = (what: string) =>
  sanggar.connection.collection("audit").countDocuments({ what, result: "allowed" });

describe("a coordinator", () => {
  it("sees what waits, both records side by side with numbers masked, and a line is kept", async () => {
    const { mine, other } = await twoOfRina(
      sanggar,
      { birthYear: 1985 },
      { name: "Hj. Rina Wulandari" },
    );
    const before = await audited("doubles.show");
    expect((await bagus.says("/tugas")).text).toContain("1 pasang data");
    const card = await bagus.presses("Periksa");
    expect(card.text).toContain("Nama: Rina Wulandari");
    expect(card.text).toContain("Nama: Hj. Rina Wulandari");
    expect(card.text).toContain("0812-••••-7890");
    expect(card.text).toContain("Nama mirip, kecamatan sama.");
    expect(card.buttons).toEqual(["Orang yang sama", "Bukan orang yang sama", "Nanti"]);
    expect(await audited("doubles.show")).toBe(before + 1);
    const [line] = await sanggar.services.audit.about(mine.id, ["doubles.show"]);
    expect(line).toMatchObject({
      who: sanggar.services.audit.tokenOf(bagus.id),
      as: "coordinator",
    });
    expect(line?.whom).toEqual([mine.id, other.id].sort());
  });

  it("puts a pair off, and tells two people apart for good", async () => {
    await twoOfRina(sanggar);
    await bagus.says("/tugas");
    await bagus.presses("Periksa");
    expect((await bagus.presses("Nanti")).text).toContain("menunggu dulu");
    await bagus.says("/tugas");
    await bagus.presses("Periksa");
    expect((await bagus.presses("Bukan orang yang sama")).text).toContain("orang yang berbeda");
    expect((await bagus.says("/tugas")).text).toContain("Tidak ada yang menunggu");
  });

  it("picks what differs field by field, confirms once, and the records are one", async () => {
    const { rina, mine, other } = await twoOfRina(
      sanggar,
      { businessName: "Bros Melati", birthYear: 1985, crafts: ["rajut"], state: "pending" },
      {
        name: "Rina Wulandarri",
        businessName: "Melati Bros",
        desa: "36.04.19.2001",
        phone: { number: "+6281299998888", verified: true },
        state: "active",
      },
    );
    await bagus.says("/tugas");
    await bagus.presses("Periksa");
    const name = await bagus.presses("Orang yang sama");
    expect(name.text).toContain("Yang mana yang dipakai untuk Nama?");
    expect(name.buttons).toEqual(["1. Rina Wulandari", "2. Rina Wulandarri"]);
    const phone = await bagus.presses("1. Rina Wulandari");
    expect(phone.text).toContain("Nomor HP");
    expect((await bagus.presses("2. 0812-••••-8888")).text).toContain("Nama usaha");
    const summary = await bagus.presses("1. Bros Melati");
    expect(summary.text).toContain("digabung menjadi satu");
    expect(summary.text).toContain("Desa Petir, Kec. Petir");
    const done = await bagus.presses("Gabungkan");
    expect(done.text).toContain("Data sudah digabung");
    expect(done.buttons).toEqual(["Batalkan penggabungan"]);

    const { artisans } = sanggar.services;
    expect(await artisans.byTelegram(rina.id)).toMatchObject({
      id: mine.id,
      name: "Rina Wulandari",
      desa: "36.04.19.2001",
      phone: { number: "+6281299998888", verified: true },
      businessName: "Bros Melati",
      birthYear: 1985,
      state: "active",
      registeredAt: other.registeredAt,
    });
    expect(await artisans.byId(other.id)).toMatchObject({ state: "merged", mergedInto: mine.id });
    expect((await rina.sees()).text).toContain("sudah menggabungkan");
    expect((await bagus.says("/tugas")).text).toContain("Tidak ada yang menunggu");
    expect(await audited("record.merge")).toBeGreaterThan(0);
  });

  it("asks nothing where one record says all, and picks anew where it went wrong", async () => {
    await twoOfRina(sanggar, { workers: "1" });
    await bagus.says("/tugas");
    await bagus.presses("Periksa");
    const summary = await bagus.presses("Orang yang sama");
    expect(summary.text).toContain("digabung menjadi satu");
    expect(summary.buttons).toEqual(["Gabungkan", "Nanti"]);

    await beginAnew(sanggar);
    await twoOfRina(sanggar, { workers: "1" }, { workers: "2-4" });
    await bagus.says("/tugas");
    await bagus.presses("Periksa");
    await bagus.presses("Orang yang sama");
    await bagus.presses("2. 2–4 orang");
    expect((await bagus.presses("Pilih ulang")).buttons).toEqual(["1. Sendiri", "2. 2–4 orang"]);
  });

  it("picks which account stays, and the other one is told kindly", async () => {
    const rina = sanggar.world.person("Rina");
    const again = sanggar.world.person("Rina");
    const name = "Rina Wulandari";
    const first = await addArtisan(sanggar, { telegram: rina.id, name });
    await addArtisan(sanggar, { telegram: again.id, name });
    await flagDoubles(first.id, sanggar.services);
    await bagus.says("/tugas");
    await bagus.presses("Periksa");
    const account = await bagus.presses("Orang yang sama");
    expect(account.text).toContain("Akun Telegram");
    const summary = await bagus.presses({
      messageId: account.messages.at(-1)?.id ?? 0,
      data: pressOf(account, 1),
    });
    expect(summary.text).toContain("akan diberi tahu");
    await bagus.presses("Gabungkan");
    expect((await sanggar.services.artisans.byTelegram(again.id))?.id).toBe(first.id);
    expect(await sanggar.services.artisans.byTelegram(rina.id)).toBeUndefined();
    expect((await rina.sees()).text).toContain("akun Telegram Bapak/Ibu yang lain");
    const told = await again.sees();
    expect(told.text).toContain("sudah menggabungkan");
    // The account counts its versions from elsewhere, and can change its record at once.
    expect((await again.presses("Lihat data saya")).text).toContain("Rina Wulandari");
    const change = { id: first.id, version: 1 };
    expect(await sanggar.services.artisans.change(change, { name: "Rina W." })).toBe("changed");
  });

  it("cannot confirm an older card than the last", async () => {
    await twoOfRina(sanggar, { workers: "1" }, { workers: "2-4" });
    await bagus.says("/tugas");
    const card = await bagus.presses("Periksa");
    const messageId = card.messages.at(-1)?.id ?? 0;
    const same = pressOf(card, 0);
    await bagus.presses("Orang yang sama");
    await bagus.presses("1. Sendiri");
    const stale = await bagus.presses({ messageId, data: same });
    expect(stale.text).toContain("sudah lewat");
    const double = (await sanggar.services.doubles.open(1))[0];
    const early = `merge.do:${double?.handle}:0`;
    await bagus.presses({ messageId, data: early });
    expect(await sanggar.connection.collection("merges").countDocuments()).toBe(0);
  });

  it("does not decide about the own record", async () => {
    const own = await addArtisan(sanggar, { telegram: bagus.id, name: "Bagus Contoh" });
    await addArtisan(sanggar, { name: "Bagus Contoh" });
    await flagDoubles(own.id, sanggar.services);
    const [double] = await sanggar.services.doubles.open(1);
    const tasks = await bagus.says("/tugas");
    expect(tasks.text).toContain("Tidak ada yang menunggu");
    const messageId = tasks.messages.at(-1)?.id ?? 0;
    const data = `double.open:${double?.handle}`;
    expect((await bagus.presses({ messageId, data })).toast).toContain("tidak berlaku");
  });

  it("takes a merge back by its button, for 30 days and no longer", async () => {
    const { rina } = await twoOfRina(sanggar);
    await bagus.says("/tugas");
    await bagus.presses("Periksa");
    await bagus.presses("Orang yang sama");
    await bagus.presses("Gabungkan");
    expect((await bagus.presses("Batalkan penggabungan")).text).toContain("seperti semula");
    expect(sanggar.world.copies(rina, "dibatalkan petugas")).toBe(1);
    await bagus.says("/tugas");
    await bagus.presses("Periksa");
    await bagus.presses("Orang yang sama");
    await bagus.presses("Gabungkan");
    sanggar.clock.set(new Date(sanggar.clock.now().getTime() + 30 * DAY_MS + 1));
    expect((await bagus.presses("Batalkan penggabungan")).text).toContain("tidak bisa dibatalkan");
  });
});

function pressOf(seen: Awaited<ReturnType<TestPerson["says"]>>, row: number): string {
  const button = seen.messages.at(-1)?.message.reply_markup?.inline_keyboard[row]?.[0];
  return button && "callback_data" in button ? (button.callback_data ?? "") : "";
}
