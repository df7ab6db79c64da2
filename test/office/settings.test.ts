import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { openSettings } from "../../src/office/open-settings.ts";
import { frameNow } from "../../src/papers/paper-frame.ts";
import { invitationPdf } from "../../src/papers/invitation-letter.ts";
import { invitationOf } from "../../src/papers/training-papers.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { hasPoppler, pagesOf } from "../support/poppler.ts";
import { shortLabel } from "../../src/bot/card.ts";
import { readSetting } from "../../src/office/read-setting.ts";
import { settingOf } from "../../src/office/setting-table.ts";

let sanggar: TestSanggar;
let dewi: TestPerson;
let eka: TestPerson;
let bagus: TestPerson;
beforeAll(async () => {
  sanggar = await openSanggar();
  const { roles } = sanggar.services;
  const given = { by: 0, since: sanggar.clock.now() };
  [dewi, eka, bagus] = ["Dewi", "Eka", "Bagus"].map((name) => sanggar.world.person(name)) as [
    ...[TestPerson, TestPerson, TestPerson],
  ];
  await roles.give({ telegram: dewi.id, role: "owner" }, given);
  await roles.give({ telegram: eka.id, role: "owner" }, given);
  await roles.give({ telegram: bagus.id, role: "coordinator" }, given);
});
afterAll(() => sanggar.close());

const lines = () =>
  sanggar.connection.collection("audit").find({ what: "settings.change" }).toArray();

/** Opens a setting by its group and its button. */
async function opens(person: TestPerson, group: string, setting: string) {
  await person.says("/pengaturan");
  await person.presses(group);
  return person.presses(shortLabel(setting));
}

describe("/pengaturan", () => {
  it("is for owners alone, and stands in their list", async () => {
    expect((await bagus.says("/pengaturan")).text).not.toContain("Pengaturan dinas");
    expect((await dewi.says("/bantuan")).text).toContain("/pengaturan");
    expect((await bagus.says("/bantuan")).text).not.toContain("/pengaturan");
  });

  it("shows a setting with its default and who changed it, and takes a new value", async () => {
    const seen = await opens(dewi, "Dinas & tanda tangan", "Nama lengkap dinas");
    expect(seen.text).toContain("Sekarang: Diskoumperindag Kabupaten Serang");
    expect(seen.text).toContain("Belum pernah diubah");
    expect((await dewi.presses("Ubah")).text).toContain("kirim isian barunya");
    expect((await dewi.says("x".repeat(121))).text).toContain("terlalu panjang");
    const before = (await lines()).length;
    const kept = await dewi.says("Dinas Koperasi Kabupaten Contoh");
    expect(kept.text).toContain("Tersimpan");
    expect(kept.text).toContain("Sekarang: Dinas Koperasi Kabupaten Contoh");
    expect(kept.text).toMatch(/Diubah oleh Dewi, Kamis, 14 Agustus 2025/);
    expect((await lines()).slice(before)).toMatchObject([{ as: "owner", detail: "office.name" }]);
    expect((await bagus.says("/tentang")).text).toContain("Dinas Koperasi Kabupaten Contoh");
  });

  it("complains of hours that are none, waits on, and goes back to the default", async () => {
    await opens(dewi, "Jam tenang & kerja", "Istirahat siang");
    await dewi.presses("Ubah");
    expect((await dewi.says("nanti")).text).toContain("misalnya");
    const seen = await dewi.says("dari 11.15 s.d. 13");
    expect(seen.text).toContain("Sekarang: pukul 11.15–13.00 WIB");
    await sanggar.services.calendar.reread();
    expect(sanggar.services.calendar.hours?.noon).toEqual({ from: "11:15", until: "13:00" });
    const back = await dewi.presses("Kembali ke nilai awal");
    expect(back.text).toContain("Sekarang: pukul 11.30–13.00 WIB");
  });

  it("is left by Batal, in a button, in a word and as a command", async () => {
    for (const leave of [
      () => dewi.presses("Batal"),
      () => dewi.says("batal"),
      () => dewi.says("/batal"),
    ]) {
      await opens(dewi, "Sertifikat", "Batas hadir sertifikat");
      await dewi.presses("Ubah");
      expect((await leave()).text).toContain("tidak ada yang diubah");
      expect((await dewi.says("70 %")).text).not.toContain("Tersimpan");
    }
  });

  it("tells both owners what holds when both change the same", async () => {
    await opens(dewi, "Aturan", "Orang kedua untuk unduhan");
    await dewi.presses("Ubah");
    await opens(eka, "Aturan", "Orang kedua untuk unduhan");
    await eka.presses("Ubah");
    await eka.says("30 orang");
    expect(sanggar.world.copies(dewi, "Sekarang: 30 orang")).toBe(1);
    const seen = await dewi.says("25");
    expect(seen.text).toContain("Eka sudah mengubahnya menjadi 30 orang");
    expect(seen.text).toContain("Sekarang: 25 orang");
    expect(sanggar.world.copies(eka, "Sekarang: 25 orang")).toBeGreaterThan(0);
    expect(await sanggar.services.settings.exportSecondOver()).toBe(25);
  });

  it("asks once more before data are kept for a shorter time", async () => {
    await opens(dewi, "Lama penyimpanan", "Catatan kiriman");
    await dewi.presses("Ubah");
    expect((await dewi.says("6")).text).toContain("tidak bisa dikembalikan");
    expect((await sanggar.services.settings.retention()).deliveryMonths).toBe(12);
    expect((await dewi.presses("Ya, ubah")).text).toContain("Sekarang: 6 bulan");
    expect((await sanggar.services.settings.retention()).deliveryMonths).toBe(6);
  });

  it("is seen by another process within seconds", async () => {
    const { services } = sanggar;
    const hours = () => services.calendar.hours?.night.from;
    await opens(dewi, "Jam tenang & kerja", "Jam malam");
    await dewi.presses("Ubah");
    await services.calendar.reread();
    await sanggar.connection
      .collection<{ _id: string }>("settings")
      .updateOne({ _id: "settings:office" }, { $set: { "quiet.night": "19:00-07:00" } });
    sanggar.clock.set(new Date(sanggar.clock.now().getTime() + 2_000));
    await services.calendar.refresh();
    expect(hours()).toBe("19:00");
    await services.settings.put("quiet.night", undefined);
  });
});

describe("a threshold after certificates", () => {
  it("holds for new trainings only, and says so", async () => {
    const { certificates, clock } = sanggar.services;
    const part = { training: "pelatihan-lama", artisan: "artisan-a", edition: 1, threshold: 0.8 };
    const says = { name: "Rina Contoh", days: ["2025-08-01"], lessonHours: 8 };
    await certificates.issue({ ...part, ...says, issuedAt: clock.now() });
    await opens(dewi, "Sertifikat", "Batas hadir sertifikat");
    await dewi.presses("Ubah");
    const seen = await dewi.says("75 persen");
    expect(seen.text).toContain("Sekarang: 75%");
    expect(seen.text).toContain("1 pelatihan sudah bersertifikat");
    expect(await sanggar.services.settings.certificateThreshold()).toBe(0.75);
  });
});

describe("the emblem and the signer", () => {
  const png = (side: number) =>
    sharp({ create: { width: side, height: side, channels: 3, background: "#b22222" } })
      .png()
      .toBuffer();

  it("stand on the papers, and go again", async () => {
    await opens(dewi, "Dinas & tanda tangan", "Lambang dinas");
    await dewi.presses("Kirim lambang");
    expect((await dewi.says("ini")).text).toContain("Kirim gambar lambangnya");
    const bad = await dewi.sendsDocument("logo.png", Buffer.from("bukan gambar"));
    expect(bad.text).toContain("bukan gambar PNG");
    expect((await dewi.sendsDocument("logo.png", await png(20))).text).toContain("terlalu kecil");
    const original = await png(900);
    expect((await dewi.sendsDocument("logo.png", original)).text).toContain("Tersimpan");
    expect(await sanggar.services.emblem.original()).toEqual(original);
    for (const [name, value] of [
      ["Nama penanda tangan", "Hj. Contoh Penanda, S.E."],
      ["Jabatan penanda tangan", "Kepala Dinas Contoh"],
      ["NIP penanda tangan", "19700101/199003/1/001"],
      ["Alamat dinas", "Jalan Contoh Nomor 5"],
    ] as const) {
      await opens(dewi, "Dinas & tanda tangan", name);
      await dewi.presses("Ubah");
      expect((await dewi.says(value)).text).toContain("Tersimpan");
    }
    const { logo } = (await frameNow(sanggar.services)).letterhead;
    expect((await sharp(logo).metadata()).width).toBe(480);
    const training = { ...firstTraining, seatHolders: [], waitingList: [] };
    const letter = await invitationPdf(await invitationOf(training, sanggar.services));
    if (hasPoppler) {
      const text = (await pagesOf(letter)).join(" ");
      for (const said of ["Jalan Contoh Nomor 5", "Hj. Contoh Penanda", "19700101 199003 1 001"])
        expect(text).toContain(said);
    }
    await opens(dewi, "Dinas & tanda tangan", "Lambang dinas");
    expect((await dewi.presses("Hapus lambang")).text).toContain("dibuat tanpa lambang");
    expect((await frameNow(sanggar.services)).letterhead.logo).toBeUndefined();
  });
});

describe("what is open", () => {
  it("is told, what keeps registration closed first", async () => {
    await opens(dewi, "Pelindungan data", "Petugas pelindungan data");
    const seen = await dewi.presses("Kembali ke nilai awal");
    expect(seen.text).toContain("Pendaftaran perajin tertutup");
    const open = await openSettings(sanggar.services);
    expect(open[0]).toEqual({ key: "privacy.contact", blocks: true });
    expect(open.map(({ key }) => key)).toContain("holidays.2025");
    expect((await dewi.says("/pengaturan")).text).toMatch(/Belum diisi: \d+ hal/);
  });
});

describe("what is typed for a setting", () => {
  const read = (key: string, typed: string) => {
    const setting = settingOf(key);
    if (!setting) throw new Error(key);
    const found = readSetting(typed, setting);
    return found.ok ? found.value : found.reason;
  };

  it.each([
    ["quiet.night", "jam 8 malam sampai jam 6 pagi", "20:00-06:00"],
    ["quiet.night", "20.30–07.00", "20:30-07:00"],
    ["quiet.night", "07.00–20.30", "turned"],
    ["quiet.noon", "20", "notHours"],
    ["quiet.noon", "13.00–11.00", "turned"],
    ["quiet.noon", "03.00–14.00", "outOfRange"],
    ["quiet.noon", "11:30 – 25:00", "notHours"],
    ["quiet.today", "jam 6.30 pagi", "06:30"],
    ["quiet.today", "jam 8 malam", "outOfRange"],
    ["quiet.today", "pagi-pagi", "notATime"],
    ["certificate.threshold", "80 %", 80],
    ["certificate.threshold", "75 persen", 75],
    ["certificate.threshold", "0,8", 80],
    ["certificate.threshold", "0", "outOfRange"],
    ["certificate.threshold", "120%", "outOfRange"],
    ["certificate.threshold", "delapan puluh", "notANumber"],
    ["export.secondOver", "1.000 orang", 1_000],
    ["export.secondOver", "-5", "notANumber"],
    ["retention.erasureListDays", "35 hari", "outOfRange"],
    ["leader.notices", "Ya", true],
    ["leader.notices", "constructor", "notASwitch"],
    ["signer.nip", "NIP: 19700101/199003/1/001", "19700101 199003 1 001"],
    ["signer.nip", "19700101", "notANip"],
    ["office.name", " \u202e Dinas \n Contoh ", "Dinas Contoh"],
    ["office.name", "\u200b", "empty"],
  ])("%s of %j is %j", (key, typed, value) => expect(read(key, typed)).toBe(value));
});

describe("without the audit", () => {
  it("changes nothing while the audit cannot be written", async () => {
    const fajar = sanggar.world.person("Fajar");
    const given = { by: 0, since: sanggar.clock.now() };
    await sanggar.services.roles.give({ telegram: fajar.id, role: "owner" }, given);
    await opens(fajar, "Aturan", "Besar uang dalam pesan");
    const mend = await sanggar.breakAudit();
    await fajar.presses("Ya, mulai sekarang");
    expect(await sanggar.services.settings.showAmounts()).toBe(false);
    await mend();
  });
});
