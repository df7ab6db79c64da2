import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { tinyPng } from "../../src/sandbox/telegram/client.ts";
import { addArtisan, addUnclaimed } from "../support/records.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { coordinator, drafted, ledger, newest, NEWS, pass, reader, sent } from "./kabar.ts";

let sanggar: TestSanggar;
let bagus: TestPerson;
beforeAll(async () => {
  sanggar = await openSanggar();
  sanggar.clock.freeze(true);
  bagus = await coordinator(sanggar);
});
afterAll(() => sanggar.close());
beforeEach(async () => {
  for (const name of ["artisans", "notices", "deliveries", "gates", "leases"])
    await sanggar.connection.collection(name).deleteMany({});
  sanggar.clock.set(new Date("2025-08-14T09:00:00+07:00"));
});

const inbox = ({ id }: TestPerson) =>
  sanggar.standin.control
    .messages(id)
    .filter(({ from }) => from?.is_bot)
    .map(({ text, caption }) => text ?? caption ?? "");

describe("/kabar", () => {
  it("asks, counts who gets it by which road, shows it as it arrives, and sends it after 10 s", async () => {
    const { person: rina } = await reader(sanggar, "Rina");
    await addUnclaimed(sanggar, { name: "Sumi", ticks: NEWS });
    await addArtisan(sanggar, { name: "Asep" });
    expect((await bagus.says("/kabar")).buttons).toEqual(["Tulis kabar baru"]);
    expect((await bagus.presses("Tulis kabar baru")).text).toContain("Kirim isi kabarnya");
    const draft = await bagus.says("Pameran <b> & lomba hari Sabtu");
    expect(draft.text).toContain("Kepada: semua perajin");
    expect(draft.text).toContain("Lewat Telegram: 1 orang. Tanpa Telegram: 1 orang.");
    expect(draft.text).toContain("1 orang tidak menerima kabar.");
    const seen = await bagus.presses("Lanjut: pratinjau");
    const [preview, card] = seen.messages;
    expect(preview?.text).toContain("Pameran <b> & lomba hari Sabtu");
    expect(preview?.buttons).toEqual(["✓ Sudah baca"]);
    expect(card?.text).toContain("Begini kabar itu sampai.");
    expect((await bagus.presses("Coba ke saya")).text).toContain("Pameran");
    const queued = await bagus.presses("Kirim sekarang");
    expect(queued.text).toContain("menunggu waktunya");
    expect(queued.buttons).toEqual(["Urungkan", "Perbarui"]);
    await sanggar.tick();
    expect(inbox(rina)).toEqual([]);
    await pass(sanggar, 11);
    expect(inbox(rina)).toEqual([preview?.text]);
    const end = await bagus.sees();
    expect(end.text).toContain("Laporan kabar");
    expect(end.text).toContain("terkirim: 1");
    expect(end.text).toContain("perlu disampaikan: 1");
    expect((await newest(sanggar)).state).toBe("done");
  });

  it("keeps bold words and links, and goes with a photo, a document or an album by file id", async () => {
    const { person: rina } = await reader(sanggar, "Rina");
    await bagus.says("/kabar");
    await bagus.presses("Tulis kabar baru");
    await bagus.sendsPhoto({ caption: "Poster <pameran>" });
    await bagus.presses("Lanjut: pratinjau");
    await bagus.presses("Kirim sekarang");
    await pass(sanggar, 11);
    await bagus.says("/kabar");
    await bagus.presses("Tulis kabar baru");
    await bagus.sendsDocument("undangan.pdf", tinyPng, "Undangan");
    await bagus.presses("Lanjut: pratinjau");
    await bagus.presses("Kirim sekarang");
    await pass(sanggar, 11);
    await bagus.says("/kabar");
    await bagus.presses("Tulis kabar baru");
    const album = await bagus.sendsAlbum([{ caption: "Tiga karya" }, {}, {}]);
    expect(album.messages.filter(({ text }) => text.includes("Kepada siapa?"))).toHaveLength(1);
    expect(album.text).toContain("Album tidak bisa diberi tombol");
    await bagus.presses("Lanjut: pratinjau");
    await bagus.presses("Kirim sekarang");
    await pass(sanggar, 11);
    const got = sanggar.standin.control.messages(rina.id).filter(({ from }) => from?.is_bot);
    expect(
      got.map(({ photo, document }) => (photo ? "photo" : document ? "document" : "text")),
    ).toEqual(["photo", "document", "photo", "photo", "photo"]);
    expect(got[0]?.caption).toContain("Poster <pameran>");
    expect(new Set(got.slice(2).map(({ media_group_id }) => media_group_id)).size).toBe(1);
  });

  it("says what is wrong with a sticker and with a text that is too long, and asks on", async () => {
    await bagus.says("/kabar");
    await bagus.presses("Tulis kabar baru");
    expect((await bagus.sendsSticker()).text).toContain("teks, foto, berkas, atau album");
    expect((await bagus.says("a".repeat(4_000))).text).toContain(
      "4.000 huruf, paling banyak 3.900",
    );
    const long = await bagus.sendsPhoto({ caption: "b".repeat(900) });
    expect(long.text).toContain("900 huruf, paling banyak 828");
    expect((await bagus.says("Singkat saja")).text).toContain("Kepada siapa?");
  });

  it("/batal keeps the draft, and what is typed then is no content", async () => {
    await drafted(bagus, "Isi pertama");
    await bagus.presses("‹ Kembali");
    await bagus.presses("Ganti isi");
    expect((await bagus.says("/batal")).text).toContain("disimpan dulu");
    expect((await bagus.says("bukan isi")).text).toContain("belum mengerti");
    expect((await newest(sanggar)).content?.text).toBe("Isi pertama");
  });
});

describe("the audience", () => {
  it("is chosen by kecamatan, community, craft and training, less exceptions, by one rule", async () => {
    await reader(sanggar, "Rina", { kecamatan: "36.04.30", crafts: ["rajut"] });
    await reader(sanggar, "Sumi", { kecamatan: "36.04.30", crafts: ["batik"] });
    await reader(sanggar, "Asep", { kecamatan: "36.04.19", crafts: ["rajut"] });
    await bagus.says("/kabar");
    await bagus.presses("Tulis kabar baru");
    expect((await bagus.says("Untuk sebagian")).text).toContain("Lewat Telegram: 3 orang");
    await bagus.presses("Kecamatan");
    const ticked = await bagus.presses("☐ 1. Anyar");
    expect(ticked.buttons).toContain("☑ 1. Anyar");
    expect((await bagus.presses("‹ Kembali")).text).toContain("Lewat Telegram: 2 orang");
    await bagus.presses("Kecuali …");
    await bagus.presses("Kerajinan");
    await bagus.presses("☐ 2. Rajut & makrame");
    const card = await bagus.presses("‹ Kembali");
    expect(card.text).toContain("kecamatan: Anyar");
    expect(card.text).toContain("Kecuali kerajinan: Rajut & makrame");
    expect(card.text).toContain("Lewat Telegram: 1 orang");
  });

  it("pages what is long, and shows names after a line of the audit", async () => {
    const people = [];
    for (let at = 0; at < 12; at += 1) people.push(await reader(sanggar, `Perajin Ke${at}`));
    await bagus.says("/kabar");
    await bagus.presses("Tulis kabar baru");
    await bagus.says("Untuk semua");
    await bagus.presses("Kecamatan");
    expect((await bagus.presses("Berikutnya ›")).text).toContain("Halaman 2 dari 4");
    await bagus.presses("‹ Kembali");
    const names = await bagus.presses("Lihat nama");
    expect(names.text).toContain("1. Perajin Ke0 – Kec. Petir, Telegram");
    expect((await bagus.presses("Berikutnya ›")).text).toContain("12. Perajin Ke11");
    const lines = await sanggar.services.audit.about(people[11]?.artisan.id ?? "", [
      "notice.names",
    ]);
    expect(lines).toHaveLength(1);
  });

  it("tells trained from never trained", async () => {
    const { artisan } = await reader(sanggar, "Rina");
    await reader(sanggar, "Sumi");
    const { firstTraining } = await import("../../seeds/trainings.ts");
    const days = [{ date: "2025-07-01", from: "09:00", until: "15:00" }];
    await sanggar.services.trainings.add({ ...firstTraining, id: "lama-2025", days });
    await sanggar.services.trainings.takeSeat("lama-2025", artisan.id, new Date("2025-06-01"));
    await bagus.says("/kabar");
    await bagus.presses("Tulis kabar baru");
    await bagus.says("Kabar latihan");
    const yes = await bagus.presses("Pernah / belum");
    expect(yes.text).toContain("Hanya yang pernah ikut pelatihan");
    expect(yes.text).toContain("Lewat Telegram: 1 orang");
    const never = await bagus.presses("Pernah / belum");
    expect(never.text).toContain("belum pernah");
    expect((await bagus.presses("Pernah / belum")).text).toContain("Lewat Telegram: 2 orang");
    await sanggar.connection.collection("trainings").deleteMany({});
  });

  it("is frozen for joining, and read at the call for leaving", async () => {
    const { person: rina, artisan } = await reader(sanggar, "Rina");
    await drafted(bagus, "Sebelum dan sesudah");
    await bagus.presses("Kirim sekarang");
    await pass(sanggar, 1);
    const { person: late } = await reader(sanggar, "Terlambat");
    await sanggar.connection
      .collection<{ _id: string }>("artisans")
      .updateOne({ _id: artisan.id }, { $set: { pausedAt: sanggar.clock.now() } });
    await pass(sanggar, 11);
    expect([inbox(rina), inbox(late)]).toEqual([[], []]);
  });
});

describe("sending", () => {
  it("pressed twice, and 50 times at once by two coordinators, is one notice", async () => {
    const people = [];
    for (let at = 0; at < 3; at += 1) people.push((await reader(sanggar, `P${at}`)).person);
    const dewi = await coordinator(sanggar, "Dewi");
    await drafted(bagus, "Hanya sekali");
    const { id, version } = await newest(sanggar);
    const now = sanggar.clock.now();
    const wins = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        sanggar.services.noticeDrafts.confirm(
          { id, version },
          {
            ...{ by: at % 2 ? bagus.id : dewi.id, at: now, startAt: now },
            notAfter: new Date(now.getTime() + 3_600_000),
            progress: { chat: bagus.id, message: 1, at: now, open: false },
          },
        ),
      ),
    );
    expect(wins.filter(Boolean)).toHaveLength(1);
    const again = await bagus.presses("Kirim sekarang");
    expect(again.text).toMatch(/sudah (Bapak\/Ibu kirim|dikirim oleh petugas lain)/);
    await sanggar.tick();
    await sanggar.tick();
    for (const person of people) expect(inbox(person)).toHaveLength(1);
  });

  it("is taken back within ten seconds, and the old button does not send it then", async () => {
    const { person: rina } = await reader(sanggar, "Rina");
    await drafted(bagus, "Keliru kirim");
    const { messages } = await bagus.presses("Kirim sekarang");
    expect((await bagus.presses("Urungkan")).text).toContain("belum dikirim");
    const { id } = await newest(sanggar);
    const data = `kb.go:${id.slice("notice:".length)}:2:now`;
    await bagus.presses({ messageId: messages.at(-1)?.id ?? 0, data });
    await pass(sanggar, 60);
    expect(inbox(rina)).toEqual([]);
    expect((await newest(sanggar)).state).toBe("draft");
  });

  it("is not offered for a draft that changed since its preview", async () => {
    await reader(sanggar, "Rina");
    await drafted(bagus, "Versi satu");
    const { id, version } = await newest(sanggar);
    const handle = id.slice("notice:".length);
    const messageId = (await bagus.presses("‹ Kembali")).messages.at(-1)?.id ?? 0;
    await bagus.presses("Ganti isi");
    await bagus.says("Versi dua");
    const press = (seen: number) =>
      bagus.presses({ messageId, data: `kb.go:${handle}:${seen}:now` });
    expect((await press(version)).text).toContain("berubah sejak pratinjau");
    await press(version + 1);
    expect((await newest(sanggar)).state).toBe("draft");
  });

  it("waits for its time, typed as people type it, and for open hours", async () => {
    const { person: rina } = await reader(sanggar, "Rina");
    await drafted(bagus, "Besok pagi");
    expect((await bagus.presses("Atur waktu")).text).toContain("Kapan dikirim?");
    expect((await bagus.says("kapan-kapan")).text).toContain("belum saya mengerti");
    expect((await bagus.says("hari ini jam 7 pagi")).text).toContain("sudah lewat");
    const card = await bagus.says("besok jam 12 siang");
    expect(card.text).toContain("Jumat, 15 Agustus 2025, pukul 12.00 WIB");
    expect(card.text).toContain("mulai berjalan Jumat, 15 Agustus 2025, pukul 13.30 WIB");
    await bagus.presses("Ya, jadwalkan");
    await sanggar.world.moveTo(new Date("2025-08-15T12:30:00+07:00"));
    expect(inbox(rina)).toEqual([]);
    await sanggar.world.moveTo(new Date("2025-08-15T13:31:00+07:00"));
    expect(inbox(rina)).toHaveLength(1);
  });

  it("offers the next open hours", async () => {
    const { person: rina } = await reader(sanggar, "Rina");
    const card = await drafted(bagus, "Nanti siang");
    expect(card.text).toContain("Jam buka berikutnya: Kamis, 14 Agustus 2025, pukul 13.00 WIB");
    await bagus.presses("Jam buka berikutnya");
    await sanggar.world.moveTo(new Date("2025-08-14T12:59:00+07:00"));
    expect(inbox(rina)).toEqual([]);
    await sanggar.world.moveTo(new Date("2025-08-14T13:01:00+07:00"));
    expect(inbox(rina)).toHaveLength(1);
  });

  it("stands aside while somebody who wrote has waited for over a second", async () => {
    const { person: rina, artisan } = await reader(sanggar, "Rina");
    await drafted(bagus, "Sabar dulu");
    await bagus.presses("Kirim sekarang");
    const { id } = await newest(sanggar);
    const chat = { id: 1, type: "private", first_name: "X" } as const;
    const from = { id: 1, is_bot: false, first_name: "X" };
    await sanggar.services.inbox.store([
      { update_id: 99_001, message: { message_id: 1, date: 0, chat, from, text: "halo" } },
    ]);
    sanggar.clock.set(new Date(sanggar.clock.now().getTime() + 12_000));
    await sanggar.tick();
    expect(await ledger(sanggar, id)).toEqual({ [artisan.id]: "ready" });
    await sanggar.services.inbox.remove(99_001);
    await sanggar.tick();
    expect(inbox(rina)).toHaveLength(1);
  });
});

describe("reading", () => {
  it("is kept with one press; who has not is listed, and reminded once", async () => {
    const { person: rina, artisan } = await reader(sanggar, "Rina");
    const { person: sumi } = await reader(sanggar, "Sumi");
    await sent(sanggar, bagus, "Mohon dibaca");
    const read = await rina.presses("✓ Sudah baca");
    expect(read.toast).toContain("Terima kasih");
    expect((await bagus.presses("Belum baca")).text).toContain("1. Sumi");
    const line = await sanggar.services.audit.about(artisan.id, ["notice.report"]);
    expect(line).toEqual([]);
    await bagus.presses("‹ Kembali");
    expect((await bagus.presses("Ingatkan yang belum")).text).toContain("Pengingat dikirim sekali");
    await pass(sanggar, 1);
    await bagus.presses("Lihat kabar");
    expect((await bagus.presses("Ingatkan yang belum")).text).toContain("sudah pernah diingatkan");
    await pass(sanggar, 60);
    expect(inbox(rina)).toHaveLength(1);
    expect(inbox(sumi)).toHaveLength(2);
    expect(inbox(sumi)[1]).toContain("mohon baca kabar dari");
    await sumi.presses("✓ Sudah baca");
    expect((await bagus.presses("Lihat kabar")).text).toContain("Sudah baca: 2");
  });
});
