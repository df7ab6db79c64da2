import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { remindersDue } from "../../src/office/consequences.ts";
import { readHolidays, rowsOfLines } from "../../src/office/read-holidays.ts";
import { writeSheet } from "../../src/papers/spreadsheet.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

let sanggar: TestSanggar;
let dewi: TestPerson;
beforeAll(async () => {
  sanggar = await openSanggar();
  dewi = sanggar.world.person("Dewi");
  const given = { by: 0, since: sanggar.clock.now() };
  await sanggar.services.roles.give({ telegram: dewi.id, role: "owner" }, given);
  await sanggar.services.trainings.add(firstTraining);
});
afterAll(() => sanggar.close());

async function asks(): Promise<void> {
  await dewi.says("/pengaturan");
  await dewi.presses("Hari libur");
  await dewi.presses("Isi daftar tahun ini");
}

async function dueAt(rule: string): Promise<number | undefined> {
  await sanggar.services.calendar.reread();
  return (await remindersDue(sanggar.services)).get(`${firstTraining.id} ${rule}`);
}

describe("a list of holidays", () => {
  it("is looked through, saved, moves reminders, and is taken back", async () => {
    const before = await dueAt("H-7");
    await asks();
    const typed = ["15 Agustus; Libur daerah", "17 Agustus – Proklamasi Kemerdekaan"];
    const seen = await dewi.says([...typed, "32 Agustus; Salah", "5 Mei 2026; Lain"].join("\n"));
    expect(seen.text).toContain("Terbaca untuk 2025: 2 hari libur");
    expect(seen.text).toContain("Baris 3: tanggal itu tidak ada di kalender.");
    expect(seen.text).toContain("Baris 4: tanggal itu bukan di tahun 2025.");
    expect(await dueAt("H-7")).toBe(before);
    const kept = await dewi.presses("Simpan daftar ini");
    expect(kept.text).toContain("Daftar 2025 tersimpan");
    expect(kept.text).toMatch(/\d pengingat .* berpindah waktu/);
    expect(kept.text).toContain("Proklamasi Kemerdekaan");
    // H-7 is 15 August; it goes a day earlier than the holiday.
    expect(before).toBe(Date.parse("2025-08-15T09:00:00+07:00"));
    expect(await dueAt("H-7")).toBe(Date.parse("2025-08-14T09:00:00+07:00"));
    const undone = await dewi.presses("Kembalikan yang dulu");
    expect(undone.text).toContain("berlaku lagi");
    expect(await dueAt("H-7")).toBe(before);
  });

  it("comes as a sheet as well", async () => {
    const columns = ["No", "Tanggal", "Hari libur", "Jenis"];
    const rows = [
      ["1", "2025-12-25", "Hari Raya Natal", "Libur nasional"],
      ["2", "26/12/2025", "Cuti bersama Natal", "Cuti bersama"],
    ];
    const sheet = {
      name: "Libur",
      columns: columns.map((header) => ({ header, width: 20 })),
      rows,
    };
    const parts: Uint8Array[] = [];
    for await (const part of writeSheet("xlsx", sheet)) parts.push(part);
    await asks();
    const seen = await dewi.sendsDocument("libur.xlsx", Buffer.concat(parts));
    expect(seen.text).toContain("Terbaca untuk 2025: 2 hari libur");
    expect(seen.text).toContain("Cuti bersama Natal (cuti bersama)");
    expect((await dewi.sendsDocument("libur.xlsx", Buffer.from([1, 0, 2]))).text).toContain(
      "bukan lembar Excel",
    );
    expect((await dewi.says("batal")).text).toContain("tidak ada yang diubah");
  });
});

describe("lines of holidays", () => {
  const read = (text: string) => readHolidays(rowsOfLines(text), "2027", "uji");

  it("are read forgivingly, with the silent days of the feasts", () => {
    const lines = [
      "Jumat, 1 Januari 2027 – Tahun Baru",
      "10-03-2027; Idulfitri 1448 H",
      "11 Maret; Idulfitri 1448 H; nasional",
      "12 Maret; Cuti bersama Idulfitri",
      "Ramadan: 8 Februari 2027 – 9 Maret 2027",
      "1 Januari; Sekali lagi",
      "2 Januari",
      "besok ya; Lusa",
      "Ramadan; 8 Februari",
    ];
    const { rows, ramadan, complaints } = read(lines.join("\n"));
    expect(rows.map(({ date, kind, silent = false }) => [date, kind, silent])).toEqual([
      ["2027-01-01", "national", false],
      ["2027-03-10", "national", true],
      ["2027-03-11", "national", true],
      ["2027-03-12", "jointLeave", false],
    ]);
    expect(ramadan).toMatchObject([{ from: "2027-02-08", until: "2027-03-09" }]);
    expect(complaints).toEqual([
      { row: 6, reason: "twice" },
      { row: 7, reason: "noName" },
      { row: 8, reason: "notADate" },
      { row: 9, reason: "ramadan" },
    ]);
  });
});
