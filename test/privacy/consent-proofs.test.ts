import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TICKS } from "../../src/artisans/artisan.ts";
import { CONSENT_VERSION } from "../../src/privacy/consent.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { registered } from "./rina.ts";

let sanggar: TestSanggar;
beforeAll(async () => {
  sanggar = await openSanggar();
});
afterAll(() => sanggar.close());

const recordOf = ({ id }: TestPerson) => sanggar.services.artisans.byTelegram(id);
const proofsOf = (artisan: string) =>
  sanggar.connection.collection("consents").find({ artisan }).sort({ at: 1 }).toArray();

const OLD = { version: "2020-01-01", at: "2020-01-01T00:00:00.000Z", update: 5 };

describe("a changed consent text", () => {
  it("is asked before anything else, and agreeing keeps both proofs and goes on", async () => {
    const { person, artisan } = await registered("Rina Teks", sanggar, { consent: OLD });
    const asked = await person.says("/pelatihan");
    expect(asked.text).toContain("Teks persetujuan kami berubah");
    expect(asked.text).toContain("Petugas pelindungan data: Ibu Contoh");
    expect(asked.buttons).toEqual(["Saya setuju", "Tidak setuju", "Baca lengkap"]);
    for (const said of ["/profil", "/ubah", "halo", "/start"])
      expect((await person.says(said)).text, said).toContain("Teks persetujuan kami berubah");

    const full = await person.presses("Baca lengkap");
    expect(full.text).toContain("Penjelasan lengkap");
    expect(full.buttons).toEqual(["Saya setuju", "Tidak setuju"]);
    const agreed = await person.presses("Saya setuju");
    expect(agreed.text).toContain("Persetujuan sudah kami catat");
    expect((await recordOf(person))?.consent).toEqual({
      version: CONSENT_VERSION,
      at: expect.stringMatching(/^2025-08-14T02/) as string,
      update: expect.any(Number) as number,
    });
    expect(await proofsOf(artisan.id)).toMatchObject([
      { what: "record", given: true, version: OLD.version, update: 5 },
      { what: "record", given: true, version: CONSENT_VERSION },
    ]);
    expect((await person.presses("Lihat data saya")).text).toContain("Rina Teks");
  });

  it.each([
    "/bantuan",
    "/bahasa",
    "/batal",
    "/tentang",
    "/datasaya",
    "/hapus",
    "/berhenti",
    "/jeda",
  ])("does not stand before %s", async (said) => {
    const { person } = await registered(`Rina bebas ${said.slice(1)}`, sanggar, { consent: OLD });
    expect((await person.says(said)).messages[0]?.text).not.toContain("Teks persetujuan");
  });

  it("refused: explains, and offers to erase, which works without agreeing", async () => {
    const { person } = await registered("Rina Tolak", sanggar, { consent: OLD });
    await person.says("/profil");
    const refused = await person.presses("Tidak setuju");
    expect(refused.text).toContain("tidak boleh menyimpan data Bapak/Ibu lebih lama");
    expect(refused.buttons).toEqual(["Hapus data saya", "Saya setuju"]);
    expect((await recordOf(person))?.consent).toEqual(OLD);
    await person.presses("Hapus data saya");
    expect((await person.presses("Ya, hapus")).text).toContain("akan dihapus pada");
    expect((await person.starts()).buttons).toEqual(["Batalkan penghapusan"]);
  });

  it("pressed twice is agreed to once", async () => {
    const { person, artisan } = await registered("Rina Ganda", sanggar, { consent: OLD });
    const asked = await person.says("/profil");
    const press = { messageId: asked.messages.at(-1)?.id ?? 0, data: "consent:yes" };
    await person.presses(press);
    const first = (await recordOf(person))?.consent;
    expect((await person.presses(press)).text).toBe("");
    expect((await recordOf(person))?.consent).toEqual(first);
    expect(await proofsOf(artisan.id)).toHaveLength(2);
  });
});

describe("the four permissions", () => {
  const card = async (person: TestPerson) =>
    person.presses({
      messageId: (await person.says("/profil")).messages[0]?.id ?? 0,
      data: "ticks",
    });

  it("are all off at first, each is given and taken back by its button, with its own proof", async () => {
    const { person, artisan } = await registered("Rina Izin", sanggar);
    const shown = await card(person);
    expect(shown.text).toContain("ketua komunitas boleh melihat nomor HP saya");
    expect(shown.buttons).toEqual([
      "☐ Kabar pelatihan",
      "☐ Nomor ke ketua",
      "☐ Katalog",
      "☐ Berbagi ilmu",
    ]);
    const on = await person.presses("☐ Katalog");
    expect(on.buttons).toContain("☑ Katalog");
    await person.presses("☐ Kabar pelatihan");
    const ticks = (await recordOf(person))?.ticks;
    expect(Object.keys(ticks ?? {}).sort()).toEqual(["catalogue", "news"]);
    expect(ticks?.catalogue?.update).not.toBe(ticks?.news?.update);
    expect((await person.presses("☑ Katalog")).buttons).toContain("☐ Katalog");
    await person.presses("☑ Kabar pelatihan");
    expect(await recordOf(person)).not.toHaveProperty("ticks");
    expect((await proofsOf(artisan.id)).map(({ what, given }) => [what, given] as const)).toEqual([
      ["catalogue", true],
      ["news", true],
      ["catalogue", false],
      ["news", false],
    ]);
  });

  it("carry what is wanted: a button pressed twice is one wish", async () => {
    const { person, artisan } = await registered("Rina Dobel", sanggar);
    const messageId = (await card(person)).messages.at(-1)?.id ?? 0;
    for (const tick of TICKS) {
      await person.presses({ messageId, data: `tick:${tick}:on` });
      await person.presses({ messageId, data: `tick:${tick}:on` });
      expect((await recordOf(person))?.ticks?.[tick]?.version).toBe(CONSENT_VERSION);
    }
    expect(await proofsOf(artisan.id)).toHaveLength(TICKS.length);
    await person.presses({ messageId, data: "tick:nonsense:on" });
    await person.presses({ messageId, data: "tick:news:maybe" });
    expect(await proofsOf(artisan.id)).toHaveLength(TICKS.length);
  });

  it("are for the registered", async () => {
    const person = sanggar.world.person("Tamu");
    const messageId = (await person.says("/bantuan")).messages[0]?.id ?? 0;
    expect((await person.presses({ messageId, data: "ticks" })).text).toContain("belum terdaftar");
  });
});
