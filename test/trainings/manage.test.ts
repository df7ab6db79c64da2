import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { addArtisan, addUnclaimed } from "../support/records.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

let sanggar: TestSanggar;
let bagus: TestPerson;
beforeEach(async () => {
  sanggar = await openSanggar({ now: new Date("2025-07-23T09:00:00+07:00") });
  bagus = sanggar.world.person("Bagus");
  const given = { by: 0, since: sanggar.clock.now() };
  await sanggar.services.roles.give({ telegram: bagus.id, role: "coordinator" }, given);
  await sanggar.services.communities.seed({
    ...{ id: "manik-melati", name: "Manik Melati", kecamatan: ["36.04.05"] },
    ...{ state: "active", leaders: [], invented: true },
  });
});
afterEach(() => sanggar.close());

const made = async () =>
  (await sanggar.services.managedTrainings.inStates(["draft"])).find(
    ({ id }) => id !== firstTraining.id,
  );

async function artisan(name: string) {
  const person = sanggar.world.person(name);
  return { person, record: await addArtisan(sanggar, { telegram: person.id, name }) };
}

/** Each question, what it refuses and with which words, and what it takes. */
const TALK: { bad?: [typed: string, answer: string][]; good: string[]; press?: boolean }[] = [
  { bad: [["ab", "paling sedikit 3"]], good: ["Pelatihan Bros dan Aksesori"] },
  {
    bad: [
      ["nanti saja", "belum mengerti tanggalnya"],
      ["22-26 Juni 2025", "sudah lewat"],
      ["31 April 2026", "tidak ada di kalender"],
    ],
    good: ["22-26 Agustus 2025", "ya"],
  },
  {
    bad: [
      ["pagi", "belum mengerti jamnya"],
      ["16-9", "sebelum jam mulai"],
      ["9-16, 9-12", "tepat 5 baris"],
    ],
    good: ["14.00-16.00, 9-16, 9-16, 9-16, 9-12"],
  },
  { good: ["UTC Dago Hotel"] },
  { good: ["Kota Bandung"] },
  { bad: [["di Dago", "bukan titik peta"]], good: ["-6.88512, 107.61364"] },
  { bad: [["mungkin", "belum bisa saya pakai"]], good: ["ya"] },
  { good: ["halaman kantor dinas"] },
  { bad: [["pagi-pagi", "belum mengerti jamnya"]], good: ["8.30"] },
  { good: ["lewati"] },
  {
    bad: [
      ["Membuat bros", "tepat 5 baris"],
      ["A1\nB2\nC3\nD4\nE5", "3 sampai 100"],
      ["Bahan (2 JP); Foto\nBros\nGelang\nKemasan\nPenutupan", "tanpa JP"],
    ],
    good: [
      "Mengenal bahan (2 JP)\nMembuat bros (6 JP)\nGelang (6 JP)\nKemasan (6 JP)\nPenutupan (2 JP)",
    ],
  },
  { good: ["Ardelya Craft"] },
  {
    bad: [
      ["banyak", "satu angka"],
      ["0", "satu angka"],
    ],
    good: ["20"],
  },
  {
    bad: [
      ["Mawar 2", "Tidak ada komunitas"],
      ["Manik Melati 6-2", "Angka kecil"],
      ["Manik Melati min 30", "lebih banyak dari kursinya"],
    ],
    good: ["Manik Melati 1-6, Kec. Petir paling banyak 4"],
  },
  { bad: [["bebas", "belum bisa saya pakai"]], good: ["2"] },
  { good: ["Petir, Kramatwatu", "selesai"] },
  { good: ["lewati"] },
  { good: ["lewati"] },
  { good: ["1"] },
  { good: ["1, 3", "selesai"] },
  { bad: [["Rp 500.000", "Jumlah uang"]], good: ["bus dari kantor dinas"] },
  { good: ["tiga kali sehari"] },
  { good: ["alat tulis, contoh karya sendiri"] },
  { good: ["meja layanan dinas"] },
];

async function answerAll(questions = TALK) {
  let last = await bagus.sees();
  for (const { bad = [], good } of questions) {
    for (const [typed, answer] of bad) expect((await bagus.says(typed)).text).toContain(answer);
    for (const typed of good) last = await bagus.says(typed);
  }
  return last;
}

describe("/kelola", () => {
  it("is not there for artisans", async () => {
    const { person } = await artisan("Rina");
    expect((await person.says("/kelola")).text).not.toContain("Buat pelatihan");
  });

  it("makes the training of August 2025 from nothing, and artisans see it once published", async () => {
    const list = await bagus.says("/kelola");
    expect(list.buttons).toEqual(["Yang sudah lewat", "Buat pelatihan", "Salin dari yang lalu"]);
    await bagus.presses("Buat pelatihan");
    const review = await answerAll();
    expect(review.text).toContain("Jumat–Selasa, 22–26 Agustus 2025");
    expect(review.text).toContain("Manik Melati 1–6, Kec. Petir paling banyak 4");
    await bagus.presses("✎ Kota");
    await bagus.says("Bandung");
    await bagus.presses("✎ Kota");
    const again = await bagus.says("Kota Bandung");
    expect(again.text).toContain("Kota: Kota Bandung");
    expect((await bagus.presses("✓ Selesai")).text).toContain("tersimpan sebagai rancangan");
    expect(await made()).toMatchObject({
      state: "draft",
      seats: 20,
      gathering: { place: "halaman kantor dinas", at: "08:30" },
      mayApply: { kecamatan: ["36.04.05", "36.04.19"], crafts: [], communities: [] },
      promises: { transport: "bus dari kantor dinas", meals: "tiga kali sehari" },
      point: { latitude: -6.88512, longitude: 107.61364 },
    });

    const { person: rina } = await artisan("Rina");
    expect((await rina.says("/pelatihan")).text).toContain("belum ada pelatihan");
    const preview = await bagus.presses("Lihat dan terbitkan");
    expect(preview.text).toContain("Untuk: Kec. Kramatwatu, Kec. Petir");
    expect(preview.text).toContain("Berkumpul: halaman kantor dinas, Jum, 22 Agu, pukul 08.30");
    expect((await bagus.presses("Terbitkan")).text).toContain("sudah terbit");
    await rina.says("/pelatihan");
    const card = await rina.presses("1. Pelatihan Bros dan A…");
    expect(card.text).toContain("Transportasi: bus dari kantor dinas");
    expect((await rina.presses("Ikut")).text).toContain("sudah kami catat");

    const far = sanggar.world.person("Sumi");
    await addArtisan(sanggar, { telegram: far.id, name: "Sumi", kecamatan: "36.04.30" });
    await far.says("/pelatihan");
    await far.presses("1. Pelatihan Bros dan A…");
    expect((await far.presses("Ikut")).text).toContain("perajin dari kecamatan tertentu");
  });

  it("copies an earlier one, and asks only for what its dates change", async () => {
    await sanggar.services.trainings.add({ ...firstTraining, state: "archived" });
    await bagus.says("/kelola");
    await bagus.presses("Salin dari yang lalu");
    expect((await bagus.presses("1. Pelatihan Bros dan A…")).text).toContain("Tanggal berapa");
    await bagus.says("3-7 November 2025");
    const review = await bagus.presses("Ya, betul");
    expect(review.text).toContain("3–7 November 2025");
    await bagus.presses("✎ Tanggal");
    await bagus.says("3-4 November 2025");
    expect((await bagus.presses("Ya, betul")).text).toContain("Satu jam untuk 2 hari");
    await bagus.presses("pukul 09.00–16.00 WIB");
    await bagus.says("lewati");
    await bagus.presses("✓ Selesai");
    const draft = await made();
    expect(draft).toMatchObject({
      title: firstTraining.title,
      seatHolders: [],
      partners: firstTraining.partners,
    });
    expect(draft?.days).toEqual([
      { date: "2025-11-03", from: "09:00", until: "16:00" },
      { date: "2025-11-04", from: "09:00", until: "16:00" },
    ]);
  });

  it("keeps what is half made, and throws it away only when asked", async () => {
    await bagus.says("/kelola");
    await bagus.presses("Buat pelatihan");
    await bagus.says("Pelatihan Anyaman");
    await bagus.presses("Simpan dulu");
    await bagus.says("/kelola");
    expect((await bagus.presses("Buat pelatihan")).text).toContain("Pelatihan Anyaman");
    expect((await bagus.presses("Lanjutkan isian")).text).toContain("Tanggal berapa");
    await bagus.says("/kelola");
    await bagus.presses("Buat pelatihan");
    expect((await bagus.presses("Mulai yang lain")).text).toContain("Apa judul");
  });

  it("stops the dialogue of who is a coordinator no more", async () => {
    await bagus.says("/kelola");
    await bagus.presses("Buat pelatihan");
    await bagus.says("Pelatihan Anyaman");
    await sanggar.services.roles.end(
      { telegram: bagus.id, role: "coordinator" },
      sanggar.clock.now(),
    );
    await bagus.says("22 Agustus 2025");
    expect(await made()).toBeUndefined();
  });
});

describe("the life of a training", () => {
  const open = (change = {}) => sanggar.services.trainings.add({ ...firstTraining, ...change });
  const at = (text: string) => sanggar.world.moveTo(new Date(`${text}:00+07:00`));
  const state = async () => (await sanggar.services.trainings.byId(firstTraining.id))?.state;
  const press = async (goal: string) => {
    const messageId = (await bagus.says("/kelola")).messages.at(-1)?.id ?? 0;
    return bagus.presses({ messageId, data: `manage.moveYes:${firstTraining.id}:${goal}` });
  };

  it("is moved on by hand, each step once, and refused with a sentence", async () => {
    await open();
    expect((await press("closed")).text).toContain("sekarang dibuka");
    expect((await press("running")).text).toContain("belum mulai");
    expect((await press("selecting")).text).toContain("sudah ditutup");
    expect((await press("selecting")).text).toContain("tidak ada yang berubah");
    expect((await press("open")).text).toContain("sudah terbit");
    await at("2025-08-22T14:00");
    expect(await state()).toBe("running");
    expect((await press("closed")).text).toContain("belum selesai");
    await at("2025-08-26T12:00");
    expect((await press("open")).text).toContain("sekarang berjalan");
    expect((await press("closed")).text).toContain("sudah ditutup");
    expect((await press("archived")).text).toContain("diarsipkan");
    expect(await state()).toBe("archived");
    expect(await sanggar.services.auditProof.verify()).toMatchObject({ ok: true });
  });

  it("a draft whose first hour has come is not published", async () => {
    await open({ state: "draft" });
    await at("2025-08-22T14:00");
    expect(await state()).toBe("draft");
    expect((await press("open")).text).toContain("sudah lewat");
  });

  it("shows the board, who lacks what, and reminds them once a day", async () => {
    const rina = await artisan("Rina");
    const wati = await addUnclaimed(sanggar, { name: "Wati" });
    const quotas = [{ by: "community" as const, of: "manik-melati", least: 2 }];
    await open({ quotas });
    for (const id of [rina.record.id, wati.id])
      await sanggar.services.trainings.takeSeat(firstTraining.id, id, sanggar.clock.now());
    await bagus.says("/kelola");
    await bagus.presses("1. Pelatihan Bros dan A…");
    const board = await bagus.presses("Papan peserta");
    expect(board.text).toContain("Terisi 2 dari 20");
    expect(board.text).toContain("Manik Melati paling sedikit 2; sekarang 0");
    expect(board.text).not.toContain("Wati");
    expect(board.buttons).toContain("Tanpa Telegram (1)");
    const list = await bagus.presses("Tanpa nomor HP (2)");
    expect(list.text).toContain("1. Rina, Kec. Petir");
    const views = await sanggar.services.audit.about(rina.record.id, ["training.people"]);
    expect(views).toHaveLength(1);
    expect((await bagus.presses("Ingatkan semua (2)")).text).toContain("untuk 2 orang");
    await sanggar.tick();
    expect(sanggar.world.copies(rina.person, "nomor HP")).toBe(1);
    await bagus.presses("‹ Papan");
    await bagus.presses("Tanpa nomor HP (2)");
    expect((await bagus.presses("Ingatkan semua (2)")).text).toContain("sudah diingatkan");
  });
});
