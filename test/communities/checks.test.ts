import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { addArtisan } from "../support/records.ts";
import { DAY_MS, FOREIGN, lead, newMember, NONE, type Office, openOffice, OWN } from "./office.ts";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  onTestFinished(() => office.sanggar.close());
});

const recordOf = (id: string) => office.sanggar.services.artisans.byId(id);
const later = (ms: number) =>
  office.sanggar.world.moveTo(new Date(office.sanggar.clock.now().getTime() + ms));
const auditOf = (what: string, whom: string, from = "private") =>
  office.sanggar.connection
    .collection("audit")
    .countDocuments({ what, whom, from, result: "allowed" });

describe("a new member", () => {
  it("goes to the leader: one tap, and the artisan is told", async () => {
    const { sanggar, wulan } = office;
    const { person: siti, record } = await newMember(office, "Siti Aminah", {
      phone: { number: "+6281234567890", verified: false },
    });
    expect((await siti.says("/profil")).text).toContain("menunggu diperiksa ketua Sulam Harapan");
    await sanggar.tick();
    const card = await wulan.sees();
    expect(card.text).toContain("Siti Aminah");
    expect(card.text).toContain("Kec. Petir");
    expect(card.text).toContain("Rajut");
    expect(card.text).not.toMatch(/0812|7890/);
    expect(card.buttons).toEqual(["Kenal", "Bukan anggota kami", "Tanya dulu"]);
    expect(await auditOf("member.check", record.id, "clock")).toBe(1);
    expect((await wulan.presses("Kenal")).text).toContain("benar, anggota kami");
    expect(await recordOf(record.id)).toMatchObject({ state: "active", community: OWN });
    expect(await auditOf("member.check", record.id)).toBe(1);
    await sanggar.tick();
    expect((await siti.sees()).text).toContain("menyatakan benar, Bapak/Ibu anggota");
    expect((await siti.says("/profil")).text).toContain("sudah diperiksa");
    const [mine] = (await siti.says("/datasaya")).messages;
    expect(mine?.text).toContain("Wulan Contoh – memeriksa keanggotaan");
    await sanggar.tick();
    expect((await wulan.sees()).text).toBe("");
  });

  it("can be checked from its card in the list, as long as the leaders are asked", async () => {
    const { sanggar, wulan, bagus } = office;
    const { record } = await newMember(office, "Siti Aminah");
    await wulan.says("/anggota");
    const card = await wulan.presses("Siti Aminah");
    expect(card.buttons.slice(0, 3)).toEqual(["Kenal", "Bukan anggota kami", "Tanya dulu"]);
    await bagus.says("/perajin");
    expect((await bagus.presses("Siti Aminah")).buttons).not.toContain("Kenal");
    expect((await wulan.presses("Kenal")).text).toContain("benar, anggota kami");
    expect(await recordOf(record.id)).toMatchObject({ state: "active", community: OWN });
    await wulan.says("/anggota");
    expect((await wulan.presses("Siti Aminah")).buttons).not.toContain("Kenal");
    await sanggar.tick();
    expect((await wulan.sees()).text).toBe("");
  });

  it("comes by the registration itself, by a new community, and by a correction", async () => {
    const { sanggar } = office;
    const { person: siti, record } = await newMember(office, "Siti Aminah", {
      state: "active",
      community: FOREIGN,
    });
    await siti.says("/ubah");
    await siti.presses("✎ Komunitas");
    await siti.says("2");
    expect(await recordOf(record.id)).toMatchObject({
      ...{ state: "pending", community: OWN },
      check: { with: "leader", community: OWN },
    });
    await siti.says("/batal");
    const { person: eti, record: returned } = await newMember(office, "Eti Suhaeti", {
      state: "returned",
    });
    await eti.says("/ubah");
    await eti.presses("✎ Nama");
    await eti.says("Eti Suhaeti Lengkap");
    expect(await recordOf(returned.id)).toMatchObject({ state: "pending", check: { asked: 0 } });
    await sanggar.tick();
    expect((await office.wulan.sees()).text).toContain("2 anggota baru");
  });

  it("waits for the morning", async () => {
    const { sanggar, wulan } = office;
    await sanggar.world.moveTo(new Date("2025-08-14T21:00:00+07:00"));
    await newMember(office, "Siti Aminah");
    await sanggar.tick();
    expect((await wulan.sees()).text).toBe("");
    await sanggar.world.moveTo(new Date("2025-08-15T07:01:00+07:00"));
    expect((await wulan.sees()).text).toContain("Siti Aminah");
  });

  it("is one message where many wait, and a list to tap through", async () => {
    const { sanggar, wulan } = office;
    for (const name of ["Siti Aminah", "Eti Suhaeti", "Rina Wulandari"])
      await newMember(office, name);
    await sanggar.tick();
    const seen = await wulan.sees();
    expect(seen.messages).toHaveLength(1);
    expect(seen.text).toContain("3 anggota baru");
    expect(seen.text).not.toContain("Siti");
    expect((await wulan.presses("Mulai periksa")).text).toContain("Siti Aminah");
    expect((await wulan.presses("Kenal")).text).toContain("Eti Suhaeti");
    expect((await wulan.presses("Bukan anggota kami")).text).toContain("Eti Suhaeti");
    expect((await wulan.presses("Sudah keluar")).text).toContain("Rina Wulandari");
    const last = await wulan.presses("Tanya dulu");
    expect(last.text).toContain("kami tanyakan kepada koordinator");
    expect(last.buttons).toEqual([]);
    expect((await wulan.presses("Mulai periksa")).text).toContain("Tidak ada anggota");
  });

  it("is asked about again after 3 days, and goes to the coordinator after 7", async () => {
    const { sanggar, wulan, bagus } = office;
    const { record } = await newMember(office, "Siti Aminah");
    await sanggar.tick();
    expect((await wulan.sees()).text).toContain("Siti Aminah");
    await later(3 * DAY_MS - 60_000);
    expect((await wulan.sees()).text).toBe("");
    await later(120_000);
    expect((await wulan.sees()).text).toContain("Siti Aminah");
    await later(4 * DAY_MS - 120_000);
    expect((await bagus.says("/tugas")).text).toContain("Tidak ada yang menunggu");
    await later(180_000);
    expect(await recordOf(record.id)).toMatchObject({
      check: { with: "coordinator", why: "silent" },
    });
    expect((await bagus.says("/tugas")).text).toContain("1 data perajin");
    expect((await bagus.presses("Periksa data perajin")).text).toContain("belum menjawab");
    expect((await wulan.presses("Kenal")).text).toContain("sudah diperiksa atau berubah");
  });

  it("of two leaders is decided by one, and the second sees who it was", async () => {
    const { sanggar, wulan } = office;
    const dewi = sanggar.world.person("Dewi");
    await addArtisan(sanggar, { telegram: dewi.id, name: "Dewi Contoh", community: OWN });
    await lead(sanggar, dewi, OWN);
    const { record } = await newMember(office, "Siti Aminah");
    await sanggar.tick();
    expect((await dewi.sees()).text).toContain("Siti Aminah");
    await wulan.presses("Kenal");
    expect((await dewi.presses("Bukan anggota kami")).text).toContain(
      "Sudah diperiksa oleh Wulan Contoh: benar, anggota",
    );
    expect(await recordOf(record.id)).toMatchObject({ state: "active", community: OWN });
    const check = (await recordOf(record.id))?.check;
    const both = await Promise.all(
      [wulan.id, dewi.id].map((by) =>
        sanggar.services.checkedRecords.decide(record.id, check ?? never(), {
          ...{ result: "notMember", by, at: sanggar.clock.now() },
        }),
      ),
    );
    expect(both).toEqual([false, false]);
  });

  it("pressed by two at the same moment has one result", async () => {
    const { sanggar, wulan, bagus } = office;
    const { record } = await newMember(office, "Siti Aminah");
    const check = record.check ?? never();
    const both = await Promise.all(
      (
        [
          ["member", wulan.id],
          ["notMember", bagus.id],
        ] as const
      ).map(([result, by]) =>
        sanggar.services.checkedRecords.decide(record.id, check, {
          ...{ result, by, at: sanggar.clock.now() },
        }),
      ),
    );
    expect(both.filter(Boolean)).toHaveLength(1);
  });

  it("is never checked by the own person", async () => {
    const { sanggar, wulan, wulanRecord, bagus } = office;
    const check = { with: "leader", community: OWN, since: sanggar.clock.now(), asked: 0 } as const;
    await sanggar.connection
      .collection<{ _id: string }>("artisans")
      .updateOne(
        { _id: wulanRecord.id },
        { $set: { state: "pending", check: { ...check, dueAt: check.since } } },
      );
    await sanggar.tick();
    expect((await wulan.sees()).text).toBe("");
    const messageId = (await wulan.says("/bantuan")).messages[0]?.id ?? 0;
    const data = `check.yes:${wulanRecord.id}:${check.since.getTime().toString(36)}`;
    expect((await wulan.presses({ messageId, data })).toast).toContain("tidak berlaku");
    expect(await recordOf(wulanRecord.id)).toMatchObject({
      state: "pending",
      check: { with: "coordinator", why: "noLeader" },
    });
    expect((await bagus.says("/tugas")).text).toContain("1 data perajin");
  });

  it("is of no concern to leaders of other communities", async () => {
    const { sanggar, wulan } = office;
    const { record } = await newMember(office, "Siti Aminah", { community: FOREIGN });
    await sanggar.tick();
    expect((await wulan.sees()).text).toBe("");
    const messageId = (await wulan.says("/bantuan")).messages[0]?.id ?? 0;
    const token = record.check?.since.getTime().toString(36) ?? "";
    for (const press of ["yes", "no", "ask", "accept", "why", "end", "office"]) {
      const seen = await wulan.presses({ messageId, data: `check.${press}:${record.id}:${token}` });
      expect(seen.text).toBe("");
    }
    expect(await recordOf(record.id)).toMatchObject({ state: "pending" });
  });
});

describe("a coordinator", () => {
  it("gets who is no member after all, and accepts", async () => {
    const { sanggar, wulan, bagus } = office;
    const { person: siti, record } = await newMember(office, "Siti Aminah");
    await sanggar.tick();
    const asked = await wulan.presses("Bukan anggota kami");
    expect(asked.text).toContain("Mengapa Siti Aminah bukan anggota");
    expect(await recordOf(record.id)).toMatchObject({ check: { with: "leader" } });
    await wulan.presses("‹ Kembali");
    await wulan.presses("Bukan anggota kami");
    await wulan.presses("Anggota komunitas lain");
    const kept = await recordOf(record.id);
    expect(kept).toMatchObject({
      ...{ state: "pending", check: { why: "notMember", reason: "another" } },
    });
    expect(kept).not.toHaveProperty("community");
    await sanggar.tick();
    const told = (await siti.sees()).text;
    expect(told).toContain("belum mengenali");
    expect(told).not.toContain("komunitas lain");
    expect((await siti.says("/profil")).text).toContain("menunggu diperiksa petugas");
    await bagus.says("/tugas");
    const card = await bagus.presses("Periksa data perajin");
    expect(card.text).toContain("bukan anggota");
    expect(card.text).toContain("Alasannya: Anggota komunitas lain.");
    expect(card.text).toContain("Siti Aminah");
    expect((await bagus.presses("Terima")).text).toContain("sudah diterima");
    expect(await recordOf(record.id)).toMatchObject({ state: "active" });
    await sanggar.tick();
    expect((await siti.sees()).text).toContain("diterima");
    expect(await auditOf("record.check", record.id)).toBe(2);
  });

  it("sends back with a reason, and what was corrected is checked again", async () => {
    const { sanggar, bagus } = office;
    const { person: siti, record } = await newMember(office, "Siti", { community: NONE });
    await bagus.says("/tugas");
    await bagus.presses("Periksa data perajin");
    const reasons = await bagus.presses("Kembalikan");
    expect(reasons.text).toContain("Apa yang perlu diperbaiki");
    await bagus.presses("Nama belum lengkap");
    await sanggar.tick();
    const told = await siti.sees();
    expect(told.text).toContain("Nama lengkap perlu dilengkapi");
    expect((await siti.says("/profil")).text).toContain("Catatan petugas: Nama lengkap");
    await siti.says("/ubah");
    await siti.presses("✎ Nama");
    await siti.says("Siti Aminah");
    expect(await recordOf(record.id)).toMatchObject({
      state: "pending",
      check: { with: "coordinator", why: "noCommunity" },
    });
  });

  it("declines with a reason, or goes back", async () => {
    const { sanggar, bagus } = office;
    const { person: siti, record } = await newMember(office, "Siti Aminah", {
      community: NONE,
    });
    await bagus.says("/tugas");
    await bagus.presses("Periksa data perajin");
    await bagus.presses("Tolak");
    expect((await bagus.presses("‹ Kembali")).buttons).toContain("Terima");
    await bagus.presses("Tolak");
    expect((await bagus.presses("Di luar Kab. Serang")).text).toContain("tidak diterima");
    expect(await recordOf(record.id)).toMatchObject({ state: "declined" });
    await sanggar.tick();
    expect((await siti.sees()).text).toContain("di luar Kabupaten Serang");
  });

  it("does not check the own record", async () => {
    const { sanggar, bagus } = office;
    const since = sanggar.clock.now();
    const own = await addArtisan(sanggar, {
      ...{ telegram: bagus.id, name: "Bagus Contoh", state: "pending" },
      check: { with: "coordinator", since, asked: 0, why: "noCommunity" },
    });
    const seen = await bagus.says("/tugas");
    expect(seen.text).toContain("Tidak ada yang menunggu");
    const messageId = seen.messages[0]?.id ?? 0;
    const data = `check.accept:${own.id}:${since.getTime().toString(36)}`;
    expect((await bagus.presses({ messageId, data })).toast).toContain("tidak berlaku");
    expect(await recordOf(own.id)).toMatchObject({ state: "pending" });
  });
});

it("records that waited before there were checks are opened by the clock", async () => {
  const { sanggar, wulan } = office;
  await addArtisan(sanggar, { name: "Siti Lama", state: "pending", community: OWN });
  await sanggar.tick();
  expect((await wulan.sees()).text).toContain("Siti Lama");
});

function never(): never {
  throw new Error("no check");
}
