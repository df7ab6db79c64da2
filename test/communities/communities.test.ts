import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { leadersOf } from "../../src/communities/leaders.ts";
import type { Seen, TestPerson } from "../../src/sandbox/telegram/client.ts";
import { askedFor, giveGoodAnswer, keptAnswers } from "../support/form.ts";
import { readQr } from "../support/qr.ts";
import { addArtisan } from "../support/records.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

let sanggar: TestSanggar;
let bagus: TestPerson;
beforeEach(async () => {
  sanggar = await openSanggar();
  bagus = sanggar.world.person("Bagus");
  await give(bagus.id, "coordinator");
});
afterEach(() => sanggar.close());

const later = (ms: number) => sanggar.world.moveTo(new Date(sanggar.clock.now().getTime() + ms));
const give = (telegram: number, role: "coordinator" | "leader", scope?: string) =>
  sanggar.services.roles.give(
    { telegram, role, ...(scope !== undefined && { scope }) },
    { by: 0, since: sanggar.clock.now() },
  );
const addCommunity = (id: string, name: string) =>
  sanggar.services.communities.seed({
    ...{ id, name, kecamatan: ["36.04.19"], state: "active", leaders: [], invented: true },
  });

/** Wulan leads the community. */
async function led(id = "sulam", name = "Sulam Harapan", person = sanggar.world.person("Wulan")) {
  await addCommunity(id, name);
  const record = await addArtisan(sanggar, {
    telegram: person.id,
    name: "Wulan Contoh",
    community: id,
  });
  await give(person.id, "leader", id);
  return { person, record };
}

describe("/komunitas", () => {
  it("makes a community out of a name and a kecamatan, asked one by one", async () => {
    expect((await bagus.says("/komunitas")).text).toContain("Belum ada komunitas");
    expect((await bagus.presses("Komunitas baru")).text).toContain("Apa nama komunitas");
    expect((await bagus.says("K")).text).toContain("terlalu pendek");
    expect((await bagus.says("http://kriya")).text).toContain("tanpa alamat");
    expect((await bagus.says("Kriya  Lestari")).text).toContain("Di kecamatan mana Kriya Lestari?");
    expect((await bagus.presses("Berikutnya (2/4) ›")).buttons).toHaveLength(11);
    expect((await bagus.says("entah di mana")).text).toContain("tidak saya kenal");
    expect((await bagus.says("petir")).text).toContain(
      "Simpan komunitas Kriya Lestari, Kec. Petir",
    );
    const made = await bagus.presses("Ya, simpan");
    expect(made.text).toContain("Kriya Lestari\nKec. Petir\nAnggota: 0\nBelum ada ketua.");
    const [community] = await sanggar.services.communities.active();
    expect(community).toMatchObject({
      name: "Kriya Lestari",
      kecamatan: ["36.04.19"],
      leaders: [],
    });
  });

  it("keeps nothing of what was put away, and refuses a name that is there already", async () => {
    await addCommunity("sulam", "Sulam Harapan");
    await bagus.says("/komunitas");
    await bagus.presses("Komunitas baru");
    await bagus.says("SULAM harapan");
    expect((await bagus.presses("Baros")).text).toContain(
      "Simpan komunitas SULAM harapan, Kec. Baros",
    );
    await bagus.says("/komunitas");
    await bagus.presses("Komunitas baru");
    await bagus.says("Sulam Harapan");
    expect((await bagus.says("Petir")).text).toContain("Sudah ada komunitas dengan nama itu");
    expect((await bagus.presses("Tidak jadi")).text).toContain("tidak ada yang diubah");
    expect((await bagus.says("Petir")).text).toContain("belum mengerti");
    expect(await sanggar.services.communities.all()).toHaveLength(1);
  });

  it("puts what is being written away at /batal, and when the list is opened again", async () => {
    for (const away of ["/batal", "/komunitas"]) {
      await bagus.says("/komunitas");
      await bagus.presses("Komunitas baru");
      await bagus.says(away);
      expect((await bagus.says("Kriya Lestari")).text).toContain("belum mengerti");
    }
    expect(await sanggar.services.communities.all()).toEqual([]);
  });

  it("is not written by one who stopped being a coordinator in the middle", async () => {
    await bagus.says("/komunitas");
    await bagus.presses("Komunitas baru");
    await bagus.says("Kriya Lestari");
    await bagus.says("Petir");
    const which = { telegram: bagus.id, role: "coordinator" } as const;
    await sanggar.services.roles.end(which, sanggar.clock.now());
    expect((await bagus.presses("Ya, simpan")).toast).toContain("tidak berlaku");
    expect((await bagus.says("Baros")).text).toContain("petugas yang berwenang");
    expect(await sanggar.services.communities.all()).toEqual([]);
  });

  it("shows who has no leader first, as an alarm in words, and turns pages", async () => {
    await led("sulam", "A Sulam");
    for (let at = 1; at <= 9; at += 1) await addCommunity(`c${at}`, `Kriya ${at}`);
    const list = await bagus.says("/komunitas");
    expect(list.text).toContain("9 komunitas belum punya ketua.");
    expect(list.text).toContain("1. Kriya 1 – belum ada ketua");
    expect(list.buttons.slice(-2)).toEqual(["Berikutnya (2/2) ›", "Komunitas baru"]);
    const second = await bagus.presses("Berikutnya (2/2) ›");
    expect(second.text).toContain("10. A Sulam");
    expect(second.text).not.toContain("A Sulam – belum");
  });

  it("shows and changes one: another name, closed with its members, and open again", async () => {
    const { person, record } = await led();
    await bagus.says("/komunitas");
    const card = await bagus.presses("1. Sulam Harapan");
    expect(card.text).toContain("Ketua: Wulan Contoh, sejak Kam, 14 Agu 2025");
    await bagus.presses("Ganti nama");
    expect((await bagus.says("Sulam Jaya")).text).toContain("Sulam Jaya");
    expect((await bagus.presses("Tutup")).text).toContain("1 anggotanya tetap tercatat");
    expect((await bagus.presses("Ya, tutup")).text).toContain("sudah ditutup");
    expect(await sanggar.services.communities.active()).toEqual([]);
    expect((await sanggar.services.artisans.byId(record.id))?.community).toBe("sulam");
    expect((await person.says("/profil")).text).toContain("Sulam Jaya (sudah ditutup)");
    expect((await bagus.says("/komunitas")).text).toContain("Sulam Jaya – sudah ditutup");
    await bagus.presses("1. Sulam Jaya");
    await bagus.presses("Buka lagi");
    expect((await sanggar.services.communities.active()).map(({ name }) => name)).toEqual([
      "Sulam Jaya",
    ]);
  });

  it("writes who saw the leaders' names, and /datasaya tells the leader", async () => {
    const { person } = await led();
    await bagus.says("/komunitas");
    await bagus.presses("1. Sulam Harapan");
    const told = (await person.says("/datasaya")).messages.map(({ text }) => text).join("\n");
    expect(told).toContain("melihat ketua komunitas");
  });

  it("shows a leader the own community alone, and nothing that changes it", async () => {
    const { person } = await led();
    await addCommunity("lain", "Komunitas Lain");
    const card = await person.says("/komunitas");
    expect(card.text).toContain("Sulam Harapan");
    expect(card.buttons).toEqual(["Tautan bergabung", "Kartu anggota", "Formulir kertas"]);
    const messageId = card.messages.at(-1)?.id ?? 0;
    for (const data of ["community.open:lain", "community.share:lain", "community.close:sulam"]) {
      const seen = await person.presses({ messageId, data });
      expect([seen.toast, seen.text]).toEqual([expect.stringContaining("tidak berlaku"), ""]);
    }
  });
});

describe("a change of leader", () => {
  it("keeps date and note, tells both, and is an alarm while nobody follows", async () => {
    const { person } = await led();
    const eka = sanggar.world.person("Eka");
    await give(eka.id, "coordinator");
    await later(86_400_000);
    await bagus.says("/komunitas");
    await bagus.presses("1. Sulam Harapan");
    expect((await bagus.presses("Akhiri Wulan Contoh")).text).toContain(
      "Mengapa ketua ini berganti?",
    );
    expect((await bagus.says("x")).text).toContain("terlalu pendek");
    const card = await bagus.says("pindah rumah");
    expect(card.text).toContain("Belum ada ketua.");
    expect((await person.sees()).text).toContain("ketua Sulam Harapan sudah berakhir");
    expect((await eka.sees()).text).toContain("Sulam Harapan sekarang tidak punya ketua");
    expect((await bagus.sees()).messages).toEqual([]);
    expect(await leadersOf("sulam", sanggar.services)).toEqual([]);
    expect((await person.says("/komunitas")).text).toContain("petugas yang berwenang");
  });

  it("shows on the card who led before, from when until when, and why", async () => {
    await addCommunity("sulam", "Sulam Harapan");
    const wulan = sanggar.world.person("Wulan");
    const phone = { number: "+6281200000555", verified: true };
    const wulanIs = { telegram: wulan.id, name: "Wulan Contoh", community: "sulam", phone };
    await addArtisan(sanggar, wulanIs);
    await bagus.says("/komunitas");
    await bagus.presses("1. Sulam Harapan");
    await bagus.presses("Undang ketua");
    const payload = payloadIn(await bagus.says("0812 0000 0555"));
    await wulan.starts(payload);
    await bagus.sees();
    await bagus.presses("Ya, Wulan Contoh");
    await later(5 * 86_400_000);
    await bagus.says("/komunitas");
    await bagus.presses("1. Sulam Harapan");
    await bagus.presses("Akhiri Wulan Contoh");
    expect((await bagus.says("pindah rumah")).text).toContain(
      "Ketua sebelumnya: Wulan Contoh, Kam, 14 Agu 2025 sampai Sel, 19 Agu 2025. Catatan: pindah rumah",
    );
    const kept = await sanggar.services.leaderships.of("sulam");
    expect(kept).toMatchObject([{ note: "pindah rumah", by: bagus.id, endedBy: bagus.id }]);
  });

  it("a leader who moves to another community leads no more, and that is seen", async () => {
    const { record } = await led();
    await sanggar.services.artisans.change(
      { id: record.id, version: 9_000 },
      { community: "lain" },
    );
    expect((await bagus.says("/komunitas")).text).toContain("1 komunitas belum punya ketua.");
  });
});

describe("the link to join", () => {
  const shared = async (person: TestPerson) => {
    const seen = await person.presses("Tautan bergabung");
    return { seen, payload: /start=(c_[\w-]+)/.exec(seen.text)?.[1] ?? "" };
  };

  it("comes from the leader with a QR, asks a registered artisan, and waits to be checked", async () => {
    const { person } = await led();
    await addCommunity("lain", "Komunitas Lain");
    await person.says("/komunitas");
    const { seen, payload } = await shared(person);
    expect(payload).toBe("c_sulam");
    const [photo] = seen.messages.flatMap(({ message }) => message.photo ?? []);
    const { bytes } = sanggar.standin.control.file(photo?.file_id ?? "");
    expect(await readQr(bytes)).toContain("?start=c_sulam");
    const rina = sanggar.world.person("Rina");
    const { id } = await addArtisan(sanggar, { telegram: rina.id, community: "lain" });
    expect((await rina.starts(payload)).text).toContain(
      "tercatat di Komunitas Lain, dan akan keluar",
    );
    expect((await rina.presses("Tidak jadi")).text).toContain("tidak ada yang diubah");
    await rina.starts(payload);
    expect((await rina.presses("Ya, gabung")).text).toContain("Ketuanya memeriksa dulu");
    expect(await sanggar.services.artisans.byId(id)).toMatchObject({
      community: "sulam",
      state: "pending",
    });
    expect((await rina.starts(payload)).text).toContain(
      "sudah tercatat di komunitas Sulam Harapan",
    );
  });

  it("fills in the open form of somebody who is registering, and goes on with its question", async () => {
    await addCommunity("sulam", "Sulam Harapan");
    const { person } = await askedFor("name", sanggar);
    const seen = await person.starts("c_sulam");
    expect(seen.messages[0]?.text).toContain("Sulam Harapan sudah saya isikan");
    expect(seen.text).toContain("nama lengkap");
    for (const field of ["name", "kecamatan", "desa"] as const) await giveGoodAnswer(person, field);
    expect(await keptAnswers(person, sanggar)).toMatchObject({ community: "sulam" });
    expect((await person.sees()).text).not.toContain("komunitas mana");
    expect(person.screen().messages.at(-1)?.text).toContain("Kerajinan apa");
  });

  it("of nobody the bot knows keeps nothing, and says what to choose", async () => {
    await addCommunity("sulam", "Sulam Harapan");
    const stranger = sanggar.world.person("Baru");
    const seen = await stranger.starts("c_sulam");
    expect(seen.text).toContain("Pada pertanyaan komunitas pilih nama itu");
    expect(seen.buttons).toEqual(["Daftar jadi perajin"]);
    expect(await sanggar.services.drafts.read(stranger.id)).toBeUndefined();
  });

  it("that is wrong, or of a closed community, changes nothing", async () => {
    await addCommunity("sulam", "Sulam Harapan");
    await sanggar.services.communities.setState("sulam", "closed");
    const rina = sanggar.world.person("Rina");
    const { id } = await addArtisan(sanggar, { telegram: rina.id });
    for (const link of ["c_", "c_sulam", "c_unknown", "c_constructor", "c___proto__"])
      expect((await rina.starts(link)).text).toContain("tidak ada atau sudah ditutup");
    const messageId = (await rina.says("/bantuan")).messages.at(-1)?.id ?? 0;
    await rina.presses({ messageId, data: "join.yes:sulam" });
    expect(await sanggar.services.artisans.byId(id)).not.toHaveProperty("community");
  });
});

const payloadIn = (seen: Seen): string =>
  /start=(i_[\w-]{22})/.exec(seen.messages.map(({ text }) => text).join("\n"))?.[1] ?? "";
