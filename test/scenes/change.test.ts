import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { askedFor, giveGoodAnswer, GOOD } from "../support/form.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

let sanggar: TestSanggar;
beforeAll(async () => {
  sanggar = await openSanggar();
});
afterAll(() => sanggar.close());

const record = ({ id }: TestPerson) => sanggar.services.artisans.byTelegram(id);

/** Somebody who registered by chat. */
async function registered(): Promise<TestPerson> {
  const { person } = await askedFor("review", sanggar);
  await giveGoodAnswer(person, "review");
  return person;
}

describe("completing one's data", () => {
  it("asks all details in a row after the registration, and each may be skipped", async () => {
    const rina = await registered();
    const first = await rina.presses("Lengkapi data");
    expect(first.text).toContain("tinggal 12 pertanyaan");
    expect(first.text).toContain("nama usaha");
    expect((await rina.says("Bros Melati")).text).toContain("tinggal 11 pertanyaan");
    expect((await rina.presses("Lewati")).text).toContain("foto karya");
    await rina.sendsPhoto();
    for (let left = 9; left > 0; left -= 1) await rina.presses("Lewati");
    const menu = rina.screen().messages.at(-1);
    expect(menu?.text).toContain("Nama usaha: Bros Melati");
    expect((await rina.presses("✓ Selesai")).text).toContain("Status:");
    expect(await record(rina)).toMatchObject({
      businessName: "Bros Melati",
      photo: { fileId: expect.any(String) as string },
    });
    expect(await record(rina)).not.toHaveProperty("products");
  });

  it("keeps every kind of answer as its page of the domain says", async () => {
    const rina = await registered();
    await rina.presses("Lengkapi data");
    const fields = Object.keys(GOOD).slice(Object.keys(GOOD).indexOf("businessName"), -1);
    for (const field of fields) await giveGoodAnswer(rina, field as keyof typeof GOOD, "change");
    expect(await record(rina)).toMatchObject({
      products: ["bros", "gelang"],
      shopLink: "@brosmelati",
      channels: ["market", "whatsapp"],
      workers: "2-4",
      yearsInCraft: 5,
      turnover: "1-3",
      nib: "yes",
      nibNumber: "1234567890123",
      sex: "P",
      birthYear: 1985,
      teach: ["merangkai manik"],
    });
  });

  it("asks only what was never told, and goes on after a pause", async () => {
    const rina = await registered();
    await rina.presses("Lengkapi data");
    await rina.says("Bros Melati");
    await rina.presses("Simpan dulu");
    await rina.says("/profil");
    expect((await rina.presses("Lengkapi data")).text).toContain("Produk apa");
  });

  it("can be put aside with something ticked, and goes back to the question before", async () => {
    const rina = await registered();
    await rina.presses("Lengkapi data");
    for (let skipped = 0; skipped < 4; skipped += 1) await rina.presses("Lewati");
    const ticked = await rina.presses("☐ 2. Pasar");
    expect(ticked.buttons).toEqual(expect.arrayContaining(["✓ Selesai (1)", "Simpan dulu"]));
    expect((await rina.presses("‹ Kembali")).text).toContain("toko Bapak/Ibu");
  });

  it("shows the photo to its owner", async () => {
    const { person } = await askedFor("photo", sanggar, "change");
    await person.sendsPhoto();
    await person.says("/profil");
    const seen = await person.presses("Lihat foto karya");
    expect(seen.messages.at(-1)?.message.photo).toBeDefined();
  });
});

describe("/ubah", () => {
  it("asks the same question again and keeps the new answer at once", async () => {
    const rina = await registered();
    const menu = await rina.says("/ubah");
    expect(menu.text).toContain("Nama: Siti Aminah");
    expect((await rina.presses("✎ Nama")).text).toContain("Jawaban sekarang: Siti Aminah");
    const back = await rina.says("Siti Aminah Rahayu");
    expect(await record(rina)).toMatchObject({ name: "Siti Aminah Rahayu" });
    expect(back.text).toContain("Nama: Siti Aminah Rahayu");
  });

  it("removes what may be left out", async () => {
    const { person } = await askedFor("phone", sanggar, "change");
    await person.taps("Hapus isian ini");
    expect(await record(person)).not.toHaveProperty("phone");
    expect(await record(person)).not.toHaveProperty("whatsapp");
    const raw = sanggar.connection.collection("artisans");
    expect(await raw.findOne({ telegram: person.id })).not.toHaveProperty("phoneIndex");
  });

  it("goes back to the list without a change", async () => {
    const { person } = await askedFor("name", sanggar, "change");
    expect((await person.presses("‹ Kembali")).text).toContain("Data Bapak/Ibu");
    expect(await record(person)).toMatchObject({ name: "Rina Contoh" });
  });

  it("asks for what hangs on a changed answer", async () => {
    const { person } = await askedFor("kecamatan", sanggar, "change");
    expect((await person.says("Kopo")).text).toContain("Desa mana di Kec. Kopo");
    expect(await record(person)).not.toHaveProperty("desa");
    expect((await person.presses("Lewati")).text).toContain("Kecamatan: Kec. Kopo");
  });

  it("gives the main craft up together with its craft", async () => {
    const { person } = await askedFor("crafts", sanggar, "change");
    await person.presses("☑ 2. Rajut & makrame");
    expect(await record(person)).toMatchObject({ mainCraft: "rajut" });
    await person.presses("✓ Selesai (1)");
    expect(await record(person)).toMatchObject({ crafts: ["lainnya"], mainCraft: "lainnya" });
  });

  it("asks for the own words of a craft only when that craft is new", async () => {
    const { person } = await askedFor("crafts", sanggar, "change");
    await person.presses("☑ 2. Rajut & makrame");
    await person.presses("☐ 1. Aksesori & perhiasan");
    const main = await person.presses("✓ Selesai (2)");
    expect(main.text).toContain("kerajinan utama");
    await person.presses("1. Aksesori & perhiasan");
    expect(await record(person)).toMatchObject({
      ...{ crafts: ["aksesori", "lainnya"], mainCraft: "aksesori", craftOther: "Anyam kertas" },
    });
    await person.presses("✎ Kerajinan");
    await person.presses("Berikutnya (2/2) ›");
    await person.presses("☑ 16. Lainnya (tulis sendiri)");
    await person.presses("☐ 16. Lainnya (tulis sendiri)");
    expect((await person.presses("✓ Selesai (2)")).text).toContain("Tulis jenis kerajinan");
  });

  it("lets who moved away keep the record, and names the office", async () => {
    const { person } = await askedFor("kecamatan", sanggar, "change");
    await person.says("kota serang");
    expect((await person.presses("Di luar Kab. Serang")).text).toContain("hubungi");
    expect(await record(person)).toMatchObject({ kecamatan: "36.04.05" });
  });

  it("puts a record that was sent back to be checked again", async () => {
    const { person } = await askedFor("name", sanggar, "change");
    const raw = sanggar.connection.collection("artisans");
    await raw.updateOne({ telegram: person.id }, { $set: { state: "returned" } });
    await person.says("Rina Wulandari");
    expect(await record(person)).toMatchObject({ name: "Rina Wulandari", state: "pending" });
  });

  it("keeps a number that another record has verified as not verified", async () => {
    const owner = await askedFor("phone", sanggar, "change");
    const { person } = await askedFor("phone", sanggar, "change");
    const number = "+6281234500088";
    for (const { id } of [owner.person, person]) {
      sanggar.standin.control.putPerson({ id, first_name: "Perajin", phone: number });
    }
    await owner.person.sharesContact();
    await person.sharesContact();
    expect((await record(owner.person))?.phone).toEqual({ number, verified: true });
    expect((await record(person))?.phone).toEqual({ number, verified: false });
  });

  it("is answered kindly by who is not registered", async () => {
    const asep = sanggar.world.person("Asep");
    expect((await asep.says("/ubah")).text).toContain("belum terdaftar");
  });

  it("works in English, chosen in the middle", async () => {
    const { person } = await askedFor("workers", sanggar, "change");
    await person.says("/bahasa");
    await person.presses("English");
    expect(person.screen().messages.at(-1)?.text).toContain("How many people work");
    await person.presses("2. 2–4 people");
    expect(await record(person)).toMatchObject({ workers: "2-4" });
  });
});
