import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { changeRecord } from "../../src/artisans/change.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { addUnclaimed } from "../support/records.ts";
import { type Office, openOffice, OWN } from "./office.ts";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  onTestFinished(() => office.sanggar.close());
});

/** All answers up to the card at the end; a leader is not asked for the community. */
async function fill(who: TestPerson, number?: string) {
  await who.says("/daftarkan");
  await who.presses("Setuju, lisan");
  await who.presses("Ya");
  await who.says("Siti Aminah");
  await who.says("Petir");
  await who.presses("Lewati");
  if (who.id === office.bagus.id) await who.says("2");
  await who.says("sulam");
  await who.presses("✓ Selesai (1)");
  if (!number) return who.presses("Lewati");
  await who.says(number);
  return who.presses("Ya");
}
const codeIn = (text: string) => /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(text)?.[0] ?? "";
const records = () =>
  office.sanggar.connection
    .collection<{ _id: string; name: string }>("artisans")
    .find({ name: /^Siti/ })
    .toArray();

describe("/daftarkan", () => {
  it("hints at the buttons that are there, of the consent and of the number", async () => {
    const { wulan } = office;
    await wulan.says("/daftarkan");
    expect((await wulan.says("Emah")).text).toContain("Setuju, lisan");
    for (const label of ["Setuju, lisan", "Ya"]) await wulan.presses(label);
    for (const typed of ["Emah Contoh", "Petir", "lewati", "sulam", "selesai"])
      await wulan.says(typed);
    const seen = await wulan.sendsSticker();
    expect(seen.text).toContain("0812 3456 7890");
    expect(seen.text).not.toContain("bagikan");
  });

  it("asks a leader about somebody, reads the consent out, and ends in a code", async () => {
    const { wulan, sanggar } = office;
    const consent = await wulan.says("/daftarkan");
    expect(consent.text).toContain("Sebelum mulai, mohon dibaca");
    expect(consent.text).toContain("dibacakan kepada orangnya");
    expect(consent.buttons.slice(0, 3)).toEqual([
      "Setuju, lisan",
      "Setuju, tertulis",
      "Tidak setuju",
    ]);
    const review = await fill(wulan, "0812 3456 7890");
    expect(review.text).toContain("Sulam Harapan Petir");
    const done = await wulan.presses("✓ Kirim");
    expect(done.text).toContain("Siti Aminah sudah terdaftar");
    const code = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(done.text)?.[0] ?? "";
    expect(code).not.toBe("");
    expect(done.text).toContain(`?start=k_${code.replace("-", "")}`);
    const sent = JSON.stringify(sanggar.world.calls("sendMessage").at(-1)?.params);
    const url = /https:\/\/wa\.me\/6281234567890\?text=[^"\\]*/.exec(sent)?.[0] ?? "";
    expect(decodeURIComponent(url)).toContain(code);
    expect(decodeURIComponent(url)).not.toMatch(/Siti|Aminah/);
    const [record] = await records();
    expect(record).toMatchObject({
      ...{ state: "pending", community: OWN, kecamatan: "36.04.19", crafts: ["sulam"] },
      registrar: { telegram: wulan.id, manner: "lisan" },
      consent: { version: "2026-11-24" },
    });
    expect(record).not.toHaveProperty("telegram");
    const siti = sanggar.world.person("Siti");
    expect((await siti.says(code)).text).toContain("S••• A•••");
    const [mine] = (await wulan.says("/datasaya")).messages;
    expect(mine?.text).not.toContain("Siti");
  });

  it("offers no WhatsApp button without a number, and asks a coordinator for the community", async () => {
    const { bagus } = office;
    await fill(bagus);
    const done = await bagus.presses("✓ Kirim");
    expect(done.text).toContain("sudah terdaftar");
    expect(done.buttons).not.toContain("Kirim lewat WhatsApp");
    expect((await records())[0]).toMatchObject({ community: OWN, registrar: { manner: "lisan" } });
  });

  it("keeps nothing when the person does not agree, or is a child", async () => {
    const { wulan, sanggar } = office;
    await wulan.says("/daftarkan");
    expect((await wulan.presses("Tidak setuju")).text).toContain("tidak ada yang dicatat");
    await wulan.says("/daftarkan");
    await wulan.presses("Setuju, tertulis");
    expect((await wulan.presses("Tidak")).text).toContain("18 tahun ke atas");
    expect(await sanggar.connection.collection("drafts").countDocuments()).toBe(0);
  });

  it("is put aside and taken up again, and drops nothing of the own form", async () => {
    const { wulan } = office;
    await wulan.says("/daftarkan");
    await wulan.presses("Setuju, lisan");
    await wulan.presses("Ya");
    await wulan.presses("Simpan dulu");
    expect((await wulan.says("/daftarkan")).text).toContain("nama lengkap beliau");
    await wulan.says("/batal");
    await wulan.sendsSticker();
    expect((await wulan.presses("Lanjutkan isian")).text).toContain("nama lengkap beliau");
  });

  it("is not for anybody else, and ends where the role does", async () => {
    const { wulan, sanggar } = office;
    const rina = sanggar.world.person("Rina");
    expect((await rina.says("/daftarkan")).text).toContain("petugas yang berwenang");
    const messageId = (await rina.says("/bantuan")).messages[0]?.id ?? 0;
    expect((await rina.presses({ messageId, data: "behalf" })).text).toBe("");
    await fill(wulan);
    const { roles, clock } = sanggar.services;
    await roles.end({ telegram: wulan.id, role: "leader", scope: OWN }, clock.now());
    await wulan.presses("✓ Kirim");
    expect(await records()).toEqual([]);
  });
});

describe("the registrar", () => {
  it("corrects the record until it is claimed, and then no more", async () => {
    const { wulan, sanggar } = office;
    await fill(wulan);
    const done = await wulan.presses("✓ Kirim");
    const code = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(done.text)?.[0] ?? "";
    const menu = await wulan.presses("Perbaiki data");
    expect(menu.text).toContain("Siti Aminah");
    await wulan.presses("✎ Nama");
    await wulan.says("Siti Amanah");
    await wulan.presses("✓ Selesai");
    expect((await records())[0]?.name).toBe("Siti Amanah");
    await wulan.says("/anggota");
    expect((await wulan.presses("Siti Amanah")).buttons).toContain("Perbaiki data");
    const siti = sanggar.world.person("Siti");
    await siti.says(code);
    await siti.presses("Ya, itu saya");
    await wulan.sees();
    expect((await wulan.presses("Perbaiki data")).text).toContain("sudah diambil pemiliknya");
  });

  it("changes nothing of what was claimed meanwhile, whichever comes first", async () => {
    const { wulan, sanggar } = office;
    const { artisans, claimedRecords, clock } = sanggar.services;
    const registrar = wulan.id;
    const came: string[] = [];
    for (let time = 0; time < 20; time += 1) {
      const record = await addUnclaimed(sanggar, {
        registrar: { telegram: registrar, manner: "lisan" },
      });
      const correct = () =>
        changeRecord(
          record,
          { field: "name", value: "Siti Amanah", version: 9, registrar },
          sanggar.services,
        ).then(() => came.push("corrected"));
      const claim = async () => {
        const owner = { telegram: 7_100_000_000 + time, language: "id" } as const;
        await claimedRecords.bind(record.id, owner, clock.now());
        const seen = await artisans.byId(record.id);
        came.push("claimed");
        return seen;
      };
      const both = time % 2 ? [correct(), claim()] : [claim(), correct()];
      const seen = (await Promise.all(both)).find((one) => typeof one === "object");
      expect((await artisans.byId(record.id))?.name).toBe(seen?.name);
      await correct();
      expect((await artisans.byId(record.id))?.name).toBe(seen?.name);
    }
    expect(new Set(came).size).toBe(2);
  });

  it("answers at the moment of the claim, and the record is its owner's", async () => {
    const { wulan, sanggar } = office;
    await fill(wulan);
    const done = await wulan.presses("✓ Kirim");
    const code = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(done.text)?.[0] ?? "";
    await wulan.presses("Perbaiki data");
    await wulan.presses("✎ Nama");
    const siti = sanggar.world.person("Siti");
    await siti.says(code);
    const { control } = sanggar.standin;
    control.press({ person: siti.id, label: "Ya, itu saya" });
    control.say({ person: wulan.id, text: "Siti Amanah" });
    await control.settle();
    const [{ name } = { name: "" }] = await records();
    expect(["Siti Aminah", "Siti Amanah"]).toContain(name);
    await wulan.says("Siti Alim");
    expect((await records())[0]).toMatchObject({ name, telegram: siti.id });
  });

  it("gets a new code from the person's card; the one before is worth nothing any more", async () => {
    const { wulan, bagus, sanggar } = office;
    await fill(wulan);
    const first = codeIn((await wulan.presses("✓ Kirim")).text);
    await wulan.says("/anggota");
    await wulan.presses("Siti Aminah");
    const seen = await wulan.presses("Kode klaim baru");
    expect(seen.text).toContain("Kode baru untuk Siti Aminah");
    const [record] = await records();
    const line = { what: "claim.code", whom: record?._id, result: "allowed" };
    expect(await sanggar.connection.collection("audit").countDocuments(line)).toBe(1);
    const messageId = (await bagus.says("/bantuan")).messages[0]?.id ?? 0;
    const data = `claim.code:${record?._id}`;
    expect((await bagus.presses({ messageId, data })).text).toBe("");
    const siti = sanggar.world.person("Siti");
    expect((await siti.says(first)).text).not.toContain("S••• A•••");
    expect((await siti.says(codeIn(seen.text))).text).toContain("S••• A•••");
    await siti.presses("Ya, itu saya");
    await wulan.sees();
    expect((await wulan.presses("Kode klaim baru")).text).toContain("sudah diambil pemiliknya");
  });

  it("is the only one", async () => {
    const { wulan, bagus } = office;
    await fill(wulan);
    await wulan.presses("✓ Kirim");
    const [record] = await records();
    const messageId = (await bagus.says("/bantuan")).messages[0]?.id ?? 0;
    const data = `member.correct:${record?._id}`;
    expect((await bagus.presses({ messageId, data })).text).toBe("");
  });
});
