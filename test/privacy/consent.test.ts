import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONSENT_VERSION } from "../../src/privacy/consent.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { registered } from "./rina.ts";

let sanggar: TestSanggar;
beforeAll(async () => {
  sanggar = await openSanggar();
});
afterAll(() => sanggar.close());

const recordOf = (id: number) => sanggar.services.artisans.byTelegram(id);

/** Somebody who agreed to the text before today's. */
async function agreedBefore(name: string) {
  const consent = { version: "2025-01-01", at: "2025-01-02T00:00:00.000Z", update: 5 };
  return registered(name, sanggar, { consent });
}

describe("a new text of the consent", () => {
  it("is asked before anything else, and its proof is kept", async () => {
    const { person } = await agreedBefore("Rina Setuju");
    const asked = await person.says("/pelatihan");
    expect(asked.text).toContain("Teks persetujuan kami berubah");
    expect(asked.buttons).toEqual(["Saya setuju", "Tidak setuju", "Baca lengkap"]);
    expect((await person.presses("Baca lengkap")).buttons).toEqual(["Saya setuju", "Tidak setuju"]);
    expect((await person.presses("Saya setuju")).text).toContain("Persetujuan sudah kami catat");
    const record = await recordOf(person.id);
    expect(record?.consent).toMatchObject({ version: CONSENT_VERSION });
    expect(record?.consent.update).toBeGreaterThan(5);
    expect((await person.says("/pelatihan")).text).not.toContain("persetujuan");
    const proofs = sanggar.connection.collection("consents");
    expect(await proofs.countDocuments({ artisan: record?.id })).toBe(2);
  });

  it("refused, explains and offers to erase", async () => {
    const { person } = await agreedBefore("Rina Tolak");
    await person.says("/profil");
    const refused = await person.presses("Tidak setuju");
    expect(refused.buttons).toEqual(["Hapus data saya", "Saya setuju"]);
    expect((await recordOf(person.id))?.consent.version).toBe("2025-01-01");
    expect((await person.presses("Hapus data saya")).buttons).toContain("Ya, hapus");
  });

  it.each(["/bantuan", "/bahasa", "/batal", "/tentang", "/datasaya", "/hapus", "/jeda"])(
    "is no gate before %s",
    async (command) => {
      const { person } = await agreedBefore(`Rina ${command.slice(1)}`);
      const seen = await person.says(command);
      expect(seen.text).not.toContain("Teks persetujuan kami berubah");
    },
  );

  it("is not asked of who agreed to it, nor of who is not registered", async () => {
    const { person } = await registered("Rina Lama", sanggar);
    expect((await person.says("/profil")).text).toContain("Data Bapak/Ibu");
    expect((await sanggar.world.person("Tamu").says("/start")).text).toContain("Sanggar");
  });
});

describe("the four permissions", () => {
  it("are all off at first, and each is given and taken back by its own button", async () => {
    const { person } = await registered("Rina Izin", sanggar);
    await person.says("/profil");
    const card = await person.presses("Izin tambahan");
    expect(card.buttons).toEqual([
      "☐ Kabar pelatihan",
      expect.stringMatching(/^☐ /),
      expect.stringMatching(/^☐ /),
      expect.stringMatching(/^☐ /),
    ]);
    const given = await person.presses("☐ Kabar pelatihan");
    expect(given.buttons[0]).toBe("☑ Kabar pelatihan");
    const ticks = (await recordOf(person.id))?.ticks;
    expect(ticks).toEqual({
      news: {
        version: CONSENT_VERSION,
        at: expect.stringMatching(/^2025-08-14T02:/) as string,
        update: expect.any(Number) as number,
      },
    });
    await person.presses("☑ Kabar pelatihan");
    expect((await recordOf(person.id))?.ticks?.news).toBeUndefined();
  });

  it("carry the wanted state, so that twice is once", async () => {
    const { person } = await registered("Rina Dua Kali", sanggar);
    await person.says("/profil");
    const card = await person.presses("Izin tambahan");
    const messageId = card.messages.at(-1)?.id ?? 0;
    await person.presses({ messageId, data: "tick:pionir:on" });
    const first = (await recordOf(person.id))?.ticks?.pionir;
    await person.presses({ messageId, data: "tick:pionir:on" });
    expect((await recordOf(person.id))?.ticks?.pionir).toEqual(first);
  });

  it("cannot be set by a forged press for anything else", async () => {
    const { person } = await registered("Rina Palsu", sanggar);
    await person.says("/profil");
    const card = await person.presses("Izin tambahan");
    const messageId = card.messages.at(-1)?.id ?? 0;
    for (const data of ["tick:state:on", "tick:news:maybe", "tick::", "tick:__proto__:on"])
      await person.presses({ messageId, data });
    expect((await recordOf(person.id))?.ticks).toBeUndefined();
  });
});
