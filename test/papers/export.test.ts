import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Artisan } from "../../src/artisans/artisan.ts";
import { readSheet } from "../../src/papers/spreadsheet.ts";
import type { Seen, TestPerson } from "../../src/sandbox/telegram/client.ts";
import { addArtisan } from "../support/records.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

const REASON = "undangan pelatihan bros";
const DAY_MS = 86_400_000;

let sanggar: TestSanggar;
let bagus: TestPerson;
let citra: TestPerson;
let dewi: TestPerson;
let wulan: TestPerson;
beforeAll(async () => {
  sanggar = await openSanggar();
  const { roles } = sanggar.services;
  const given = { by: 0, since: sanggar.clock.now() };
  bagus = sanggar.world.person("Bagus", { last_name: "Contoh" });
  citra = sanggar.world.person("Citra");
  dewi = sanggar.world.person("Dewi");
  wulan = sanggar.world.person("Wulan");
  await roles.give({ telegram: bagus.id, role: "coordinator" }, given);
  await roles.give({ telegram: dewi.id, role: "owner" }, given);
  await roles.give({ telegram: wulan.id, role: "leader", scope: "manik-melati" }, given);
});
afterAll(() => sanggar.close());
beforeEach(async () => {
  for (const name of ["artisans", "exports"])
    await sanggar.connection.collection(name).deleteMany({});
});

async function people(count: number, given: Partial<Artisan> = {}): Promise<Artisan[]> {
  const made: Artisan[] = [];
  for (let at = 0; at < count; at += 1) made.push(await addArtisan(sanggar, given));
  return made;
}

function fileOf(seen: Seen) {
  const message = seen.messages.map((one) => one.message).findLast(({ document }) => document);
  if (!message?.document) throw new Error(`no file: ${seen.text}`);
  return {
    message,
    name: message.document.file_name,
    bytes: sanggar.standin.control.file(message.document.file_id).bytes,
  };
}

async function rowsOf(bytes: Buffer): Promise<string[][]> {
  const read = await readSheet(bytes, { bytes: 5e6, rows: 10_000 });
  if (!read.ok) throw new Error(read.reason);
  return read.rows.map(({ cells }) => cells);
}

/** Bagus asks for the list of all artisans. */
async function asksForAll(person = bagus, form = "Excel (XLSX)"): Promise<Seen> {
  await person.says("/berkas");
  await person.presses("Unduh daftar perajin");
  await person.presses("Semua perajin");
  return person.presses(form);
}

const lines = () =>
  sanggar.connection.collection("audit").find({ what: "export.run", result: "allowed" }).toArray();

describe("a list of few people", () => {
  it("is not sent while its line of the audit cannot be written", async () => {
    await people(3);
    await asksForAll();
    const before = (await lines()).length;
    const mend = await sanggar.breakAudit();
    const seen = await bagus.says(REASON);
    expect(seen.messages.filter(({ message }) => message.document)).toEqual([]);
    expect(sanggar.world.calls("sendDocument")).toEqual([]);
    await mend();
    expect(await lines()).toHaveLength(before);
  });

  it("goes to the coordinator after a reason, as a file that cannot be passed on", async () => {
    const [rina] = await people(1, {
      name: "Rina Wulandari",
      phone: { number: "+6281234567890", verified: true },
    });
    expect((await asksForAll()).text).toContain("Untuk keperluan apa");
    expect((await bagus.says("coba")).text).toContain("terlalu pendek");
    const before = (await lines()).length;
    const seen = await bagus.says(REASON);
    const file = fileOf(seen);
    expect(file.name).toBe("Daftar Perajin - 14 Agustus 2025.xlsx");
    expect(file.message.has_protected_content).toBe(true);
    expect(seen.text).toContain("Daftar 1 perajin");
    const [head = [], row = []] = await rowsOf(file.bytes);
    expect(head.slice(0, 3)).toEqual(["No", "Nama", "Jenis kelamin"]);
    expect(row[head.indexOf("Nama")]).toBe("Rina Wulandari");
    expect(row[head.indexOf("Nomor HP")]).toBe("0812-3456-7890");
    const written = (await lines()).slice(before);
    expect(written).toMatchObject([{ whom: [rina?.id], detail: "all xlsx 1", as: "coordinator" }]);
  });

  it("is shown to those who are in it by /datasaya", async () => {
    const person = sanggar.world.person("Rina");
    await people(1, { telegram: person.id, name: "Rina Wulandari" });
    await asksForAll();
    await bagus.says(REASON);
    const seen = await person.says("/datasaya");
    expect(seen.messages[0]?.text).toContain("koordinator – mengunduh daftar perajin");
  });

  it("is of those who were chosen only", async () => {
    await people(1, { name: "Orang Petir" });
    await people(1, { name: "Orang Anyar", kecamatan: "36.04.30", crafts: ["batik"] });
    await people(1, { name: "Orang Bergabung", state: "merged", kecamatan: "36.04.30" });
    await bagus.says("/berkas");
    await bagus.presses("Unduh daftar perajin");
    await bagus.presses("Per kecamatan");
    expect((await bagus.presses("Kec. Anyar")).text).toContain("Kec. Anyar: 1 perajin");
    await bagus.presses("CSV");
    const { bytes, name } = fileOf(await bagus.says(REASON));
    expect(name).toMatch(/\.csv$/);
    expect(bytes.subarray(0, 3).toString("hex")).toBe("efbbbf");
    const names = (await rowsOf(bytes)).slice(1).map((row) => row[1]);
    expect(names).toEqual(["Orang Anyar"]);
    await bagus.says("/berkas");
    await bagus.presses("Unduh daftar perajin");
    await bagus.presses("Per jenis kerajinan");
    await bagus.presses("Batik (tulis, cap)");
    await bagus.presses("CSV");
    expect((await rowsOf(fileOf(await bagus.says(REASON)).bytes)).length).toBe(2);
  });

  it("is had five times a day, and again on the next", async () => {
    await people(1);
    for (let time = 0; time < 5; time += 1) {
      await asksForAll();
      fileOf(await bagus.says(REASON));
    }
    await asksForAll();
    expect((await bagus.says(REASON)).text).toContain("itu batasnya");
    await sanggar.world.moveTo(new Date(sanggar.clock.now().getTime() + DAY_MS));
    await asksForAll();
    fileOf(await bagus.says(REASON));
  });

  it("is refused to a leader and to anybody else, by command and by button", async () => {
    await people(1, { name: "Rahasia Wulandari" });
    const before = (await lines()).length;
    for (const person of [wulan, dewi, sanggar.world.person("Orang")]) {
      const seen = await person.says("/berkas");
      expect(seen.text).toContain("petugas yang berwenang");
      const messageId = seen.messages[0]?.id ?? 0;
      for (const data of ["paper.list", "paper.of:all", "paper.make:xlsx:all", "paper.blank"])
        expect((await person.presses({ messageId, data })).toast).toContain("tidak berlaku");
      expect((await person.says(REASON)).messages.some((one) => one.message.document)).toBe(false);
    }
    expect(await lines()).toHaveLength(before);
  });
});

describe("a list of more than 50 people", () => {
  const given = () => ({ by: 0, since: sanggar.clock.now() });
  beforeEach(async () => {
    await people(51);
    await sanggar.services.roles.give({ telegram: citra.id, role: "coordinator" }, given());
    await sanggar.services.roles.give({ telegram: bagus.id, role: "coordinator" }, given());
    await asksForAll();
  });

  it("waits for a second person, who sees who asks for what, and why", async () => {
    const waiting = await bagus.says(REASON);
    expect(waiting.text).toContain("2 petugas sudah ditanya");
    const card = await citra.sees();
    expect(card.text).toContain("Bagus Contoh meminta daftar: Semua perajin, 51 perajin.");
    expect(card.text).toContain(REASON);
    expect((await dewi.sees()).text).toContain("Izin untuk daftar perajin");
    const said = await citra.presses("Izinkan");
    expect(said.text).toContain("Berkas sudah dikirim kepada peminta");
    expect(said.messages.some((one) => one.message.document)).toBe(false);
    expect((await rowsOf(fileOf(await bagus.sees()).bytes)).length).toBe(52);
    expect((await dewi.presses("Izinkan")).text).toContain("sudah diputuskan");
    expect((await bagus.sees()).messages).toEqual([]);
  });

  it("is not approved by who asked, nor by a leader, nor by a forged press", async () => {
    const seen = await bagus.says(REASON);
    const request = await sanggar.connection.collection("exports").findOne({ by: bagus.id });
    const data = `paper.yes:${String(request?._id)}`;
    const messageId = seen.messages[0]?.id ?? 0;
    expect((await bagus.presses({ messageId, data })).toast).toContain("tidak berlaku");
    const hers = (await wulan.says("/bantuan")).messages[0]?.id ?? 0;
    expect((await wulan.presses({ messageId: hers, data })).toast).toContain("tidak berlaku");
    const unknown = { messageId, data: "paper.yes:export-1" };
    expect((await bagus.presses(unknown)).toast).toContain("tidak berlaku");
    const now = await sanggar.connection.collection("exports").findOne({ by: bagus.id });
    expect(now?.["state"]).toBe("waiting");
  });

  it("is refused once and for all by one person, and who asked is told", async () => {
    await bagus.says(REASON);
    await citra.presses("Tolak");
    expect((await bagus.sees()).text).toContain("ditolak oleh petugas lain");
    expect((await dewi.presses("Izinkan")).text).toContain("sudah diputuskan");
    expect((await bagus.sees()).messages).toEqual([]);
  });

  it("is over after a day", async () => {
    await bagus.says(REASON);
    await sanggar.world.moveTo(new Date(sanggar.clock.now().getTime() + DAY_MS + 1_000));
    expect((await citra.presses("Izinkan")).text).toContain("waktunya sudah lewat");
  });

  it("is not sent to who lost the role meanwhile, nor approved by who lost it", async () => {
    await bagus.says(REASON);
    await sanggar.services.roles.end(
      { telegram: citra.id, role: "coordinator" },
      sanggar.clock.now(),
    );
    expect((await citra.presses("Izinkan")).toast).toContain("tidak berlaku");
    await sanggar.services.roles.end(
      { telegram: bagus.id, role: "coordinator" },
      sanggar.clock.now(),
    );
    expect((await dewi.presses("Izinkan")).text).toContain("tidak bertugas sebagai koordinator");
    expect((await bagus.sees()).messages.some((one) => one.message.document)).toBe(false);
  });

  it("cannot be had while there is nobody else", async () => {
    const { roles } = sanggar.services;
    await roles.end({ telegram: citra.id, role: "coordinator" }, sanggar.clock.now());
    await roles.end({ telegram: dewi.id, role: "owner" }, sanggar.clock.now());
    expect((await bagus.says(REASON)).text).toContain("perlu izin orang kedua");
    await roles.give({ telegram: dewi.id, role: "owner" }, given());
  });
});
