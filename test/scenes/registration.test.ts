import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

let sanggar: TestSanggar;
beforeAll(async () => {
  sanggar = await openSanggar();
});
afterAll(() => sanggar.close());

/** Answers up to the question about the name. */
async function agreed(person: TestPerson) {
  await person.says("/daftar");
  await person.presses("Saya setuju");
  return person.presses("Ya");
}

describe("registration", () => {
  it("asks eight steps, shows the answers, and keeps the record", async () => {
    const rina = sanggar.world.person("Rina");
    expect((await rina.starts()).buttons).toContain("Daftar jadi perajin");
    expect((await rina.presses("Daftar jadi perajin")).text).toContain("Sebelum mulai");
    expect((await rina.presses("Saya setuju")).text).toContain("18 tahun");
    expect((await rina.presses("Ya")).text).toContain("Langkah 3 dari 8");
    expect((await rina.says("Rina Wulandari")).text).toContain("kecamatan mana");
    expect((await rina.says("anyer")).text).toContain("Desa mana di Kec. Anyar");
    expect((await rina.presses("Lewati")).text).toContain("komunitas perajin mana");
    expect((await rina.presses("1. Belum punya komunitas")).text).toContain("Kerajinan apa");
    const phone = await rina.says("1");
    expect(phone.text).toContain("nomor HP");
    expect(phone.keyboard?.[0]).toEqual(["📱 Bagikan nomor saya"]);
    const review = await rina.says("0812-3456-7890");
    expect(review.keyboard).toBeNull();
    expect(review.text).toContain("Nama: Rina Wulandari");
    expect(review.text).toContain("Kecamatan: Kec. Anyar");
    expect(review.text).toContain("Nomor HP: 0812-3456-7890");
    expect((await rina.presses("✓ Kirim")).text).toContain("sudah kami terima");

    const record = await sanggar.services.artisans.byTelegram(rina.id);
    expect(record).toMatchObject({
      name: "Rina Wulandari",
      kecamatan: "36.04.30",
      mainCraft: "aksesori",
      phone: { number: "+6281234567890", verified: false },
      state: "pending",
    });
    expect(await sanggar.services.drafts.read(rina.id)).toBeUndefined();
    expect((await rina.says("/profil")).text).toContain("Nomor HP: 0812-••••-7890");
  });
});
