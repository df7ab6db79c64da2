import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askedFor } from "../support/form.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

let sanggar: TestSanggar;
beforeAll(async () => {
  sanggar = await openSanggar();
});
afterAll(() => sanggar.close());

const craftsOf = async ({ id }: { id: number }) =>
  (await sanggar.services.drafts.read(id))?.answers.crafts;

describe("a question with several answers", () => {
  it("ticks and unticks at a tap, keeps each tick at once, and ends with Selesai", async () => {
    const { person } = await askedFor("crafts", sanggar);
    const ticked = await person.presses("☐ 2. Rajut & makrame");
    expect(ticked.text).toContain("Terpilih: Rajut & makrame");
    expect(ticked.buttons).toContain("☑ 2. Rajut & makrame");
    expect(await craftsOf(person)).toEqual(["rajut"]);
    await person.presses("☐ 1. Aksesori & perhiasan");
    await person.presses("☑ 2. Rajut & makrame");
    expect(await craftsOf(person)).toEqual(["aksesori"]);
    expect((await person.presses("✓ Selesai (1)")).text).toContain("nomor HP");
  });

  it("asks for the main craft only where there are several", async () => {
    const { person } = await askedFor("crafts", sanggar);
    expect((await person.says("2, 1 dan 7")).text).toContain("Terpilih");
    const main = await person.says("selesai");
    expect(main.text).toContain("kerajinan utama");
    expect(main.buttons).toContain("2. Rajut & makrame");
    expect((await person.says("2")).text).toContain("nomor HP");
    const { answers } = (await sanggar.services.drafts.read(person.id)) ?? {};
    expect(answers).toMatchObject({ mainCraft: "rajut" });
  });

  it("adds what is typed in words, and says what it did not understand", async () => {
    const { person } = await askedFor("crafts", sanggar);
    expect((await person.says("bros dan rajut")).text).toContain(
      "Terpilih: Aksesori & perhiasan, Rajut & makrame",
    );
    expect((await person.says("pesawat")).text).toContain("belum ada di daftar");
    expect(await craftsOf(person)).toEqual(["aksesori", "rajut"]);
  });

  it("takes five at most and one at least", async () => {
    const { person } = await askedFor("crafts", sanggar);
    expect((await person.says("selesai")).text).toContain("paling sedikit 1");
    expect((await person.says("1 2 3 4 5 6")).text).toContain("Paling banyak 5");
    expect(await craftsOf(person)).toBeUndefined();
    await person.says("1 2 3 4 5");
    expect((await person.presses("☐ 6. Ecoprint & tenun")).text).toContain("Paling banyak 5");
    expect(await craftsOf(person)).toHaveLength(5);
  });

  it("remembers the ticks when the person comes back later", async () => {
    const { person } = await askedFor("crafts", sanggar);
    await person.presses("☐ 2. Rajut & makrame");
    await person.presses("Simpan dulu");
    const again = await person.says("/daftar");
    expect(again.text).toContain("Terpilih: Rajut & makrame");
    expect(again.buttons).toContain("✓ Selesai (1)");
  });

  it("is not answered by a tick that was taken back", async () => {
    const { person } = await askedFor("crafts", sanggar);
    await person.presses("☐ 2. Rajut & makrame");
    await person.presses("☑ 2. Rajut & makrame");
    await person.presses("Simpan dulu");
    expect((await person.says("/daftar")).text).toContain("Kerajinan apa");
  });
});

describe("after a doubt", () => {
  it('"ya" takes the one thing that was offered', async () => {
    const { person } = await askedFor("kecamatan", sanggar);
    expect((await person.says("petirr")).text).toContain("Maksud Bapak/Ibu");
    expect((await person.says("ya")).text).toContain("Desa mana di Kec. Petir");
  });

  it("a number takes one of several, and the buttons are gone then", async () => {
    const { person } = await askedFor("name", sanggar);
    const offered = await person.says("SITI AMINAH");
    await person.says("1");
    const { answers } = (await sanggar.services.drafts.read(person.id)) ?? {};
    expect(answers?.name).toBe("Siti Aminah");
    const shown = person.screen().messages.find(({ message_id }) => {
      return message_id === offered.messages.at(-1)?.id;
    });
    expect(shown?.reply_markup).toBeUndefined();
  });

  it("another typed answer is read as a new one", async () => {
    const { person } = await askedFor("kecamatan", sanggar);
    await person.says("petirr");
    expect((await person.says("Kopo")).text).toContain("Desa mana di Kec. Kopo");
  });
});

describe("words people use", () => {
  it('"nama saya …" is read without its introduction', async () => {
    const { person } = await askedFor("name", sanggar);
    await person.says("nama saya Sumi Astuti");
    const { answers } = (await sanggar.services.drafts.read(person.id)) ?? {};
    expect(answers?.name).toBe("Sumi Astuti");
  });

  it('"tidak punya" skips what may be skipped, and is no community', async () => {
    const desa = await askedFor("desa", sanggar);
    expect((await desa.person.says("tidak tahu")).text).toContain("komunitas");
    const community = await askedFor("community", sanggar);
    expect((await community.person.says("tidak punya")).text).toContain("Kerajinan apa");
  });

  it('"ok" is no consent; "ya saya setuju" is', async () => {
    const { person } = await askedFor("consent", sanggar);
    expect((await person.says("ok")).text).toContain("Saya setuju");
    expect(await sanggar.services.drafts.read(person.id)).toBeUndefined();
    expect((await person.says("ya saya setuju")).text).toContain("18 tahun");
  });

  it("the whole explanation can be agreed to where it stands", async () => {
    const { person } = await askedFor("consent", sanggar);
    const full = await person.presses("Baca lengkap");
    expect(full.buttons).toEqual(["Saya setuju", "Tidak setuju"]);
    expect((await person.presses("Saya setuju")).text).toContain("18 tahun");
  });
});
