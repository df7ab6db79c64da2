import ExcelJS from "exceljs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { viewsOf } from "../../src/access/views.ts";
import type { Seen, TestPerson } from "../../src/sandbox/telegram/client.ts";
import { addArtisan, addUnclaimed } from "../support/records.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { coordinator, ledger, newest, NEWS, pass, reader, sent } from "./kabar.ts";

const REASON = "laporan kegiatan bulan Agustus";

let sanggar: TestSanggar;
let bagus: TestPerson;
let citra: TestPerson;
beforeAll(async () => {
  sanggar = await openSanggar();
  sanggar.clock.freeze(true);
  bagus = await coordinator(sanggar);
  citra = await coordinator(sanggar, "Citra");
  await addArtisan(sanggar, { telegram: citra.id, name: "Citra Petugas", state: "merged" });
});
afterAll(() => sanggar.close());
beforeEach(async () => {
  const { connection } = sanggar;
  for (const name of ["notices", "deliveries", "gates", "leases", "exports"])
    await connection.collection(name).deleteMany({});
  await connection.collection("artisans").deleteMany({ state: { $ne: "merged" } });
  sanggar.clock.set(new Date("2025-08-14T09:00:00+07:00"));
});

/** Rina reads it, Sumi has blocked the bot, Wati does not answer, and Mimin has no Telegram. */
async function reported(text = "Pameran hari Sabtu") {
  const rina = await reader(sanggar, "Rina");
  const sumi = await reader(sanggar, "Sumi");
  await reader(sanggar, "Wati");
  await addUnclaimed(sanggar, { id: "mimin", name: "=Mimin Aminah", ticks: NEWS });
  await sumi.person.blocks();
  await sent(sanggar, bagus, text);
  await rina.person.presses("✓ Sudah baca");
  const list = await citra.says("/sampaikan");
  await citra.presses(list.buttons.find((label) => label.includes("Mimin")) ?? "Mimin");
  await citra.presses("✓ Sudah");
  await citra.presses("Telepon");
  await citra.presses("✓ Sudah baca");
  await pass(sanggar, 60);
  return { rina, sumi };
}

/** The sheet of the newest notice as another program reads it, by the heads of its columns. */
async function sheetOf(seen: Seen) {
  const file = seen.messages.map(({ message }) => message.document).findLast(Boolean);
  if (!file) throw new Error(`no file: ${seen.text}`);
  const book = new ExcelJS.Workbook();
  const { bytes } = sanggar.standin.control.file(file.file_id);
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0]);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row) =>
    rows.push(
      (row.values as (string | number | undefined)[]).slice(1).map((value) => String(value ?? "")),
    ),
  );
  const [head = [], ...people] = rows;
  const table = people.map((row) =>
    Object.fromEntries(head.map((name, at) => [name, row[at] ?? ""])),
  );
  return { name: file.file_name, head, table };
}

async function asksForSheet(): Promise<Seen> {
  await bagus.presses("Perbarui");
  expect((await bagus.presses("Berkas XLSX")).text).toContain("Untuk keperluan apa");
  return bagus.says(REASON);
}

const exported = () =>
  sanggar.connection.collection("audit").find({ what: "export.run", result: "allowed" }).toArray();

describe("the report of a notice as a sheet", { timeout: 60_000 }, () => {
  it("lists everybody with the end, the road, the carrier, who ticked and when", async () => {
    await reported();
    const { name, head, table } = await sheetOf(await asksForSheet());
    expect(name).toBe("Laporan Kabar - 14 Agustus 2025.xlsx");
    expect(head.slice(0, 4)).toEqual(["No", "Nama", "Kecamatan", "Hasil"]);
    const by = (person: string) => table.find(({ Nama = "" }) => Nama.includes(person)) ?? {};
    expect(by("Rina")).toMatchObject({
      ...{ Hasil: "terkirim", Lewat: "Telegram", "Terkirim (WIB)": "2025-08-14 09:00" },
      ...{ Jawaban: "sudah baca", "Dijawab (WIB)": "2025-08-14 09:00" },
    });
    expect(by("Wati")).toMatchObject({ Hasil: "terkirim", Jawaban: "", "Dicatat oleh": "" });
    expect(by("Sumi")).toMatchObject({
      ...{ Hasil: "perlu disampaikan", Sebab: "tidak terjangkau", Lewat: "" },
      "Tugas penyampai": "koordinator",
    });
    expect(by("Mimin")).toMatchObject({
      ...{ Nama: "=Mimin Aminah", Hasil: "perlu disampaikan", Sebab: "belum punya Telegram" },
      ...{ Lewat: "Telepon", "Hasil penyampaian": "sudah diberi tahu", Jawaban: "sudah baca" },
      ...{ "Dicatat oleh": "koordinator Citra Petugas", "Dicatat (WIB)": "2025-08-14 09:00" },
    });
  });

  it("has the totals of the database", async () => {
    await reported();
    const { table } = await sheetOf(await asksForSheet());
    const kept = Object.values(await ledger(sanggar, (await newest(sanggar)).id));
    expect(table).toHaveLength(kept.length);
    const ends = (list: string[]) => [...list].sort();
    expect(ends(table.map(({ Hasil = "" }) => Hasil))).toEqual(
      ends(kept.map((state) => sanggar.services.texts.id.plain(`outcome-${state.split(" ")[0]}`))),
    );
  });

  it("is a line of the audit first, which everybody in it is told", async () => {
    const { rina } = await reported();
    const before = (await exported()).length;
    const seen = await asksForSheet();
    expect(seen.messages.at(-1)?.message.has_protected_content).toBe(true);
    const [line] = (await exported()).slice(before);
    expect(line?.["whom"]).toHaveLength(4);
    expect(line?.["detail"]).toMatch(/^notice:\S+ xlsx 4$/);
    const views = await viewsOf(rina.artisan.id, sanggar.services);
    expect(views.map(({ what }) => what)).toContain("mengunduh daftar perajin");
  });

  it("needs a second person where it is of many, and is refused to who is no coordinator", async () => {
    await reported();
    await sanggar.connection
      .collection("settings")
      .updateMany({}, { $set: { exportSecondOver: 3 } });
    const said = await asksForSheet();
    expect(said.text).toContain("perlu izin orang kedua");
    expect((await citra.sees()).text).toContain("laporan satu kabar, 4 perajin");
    await sanggar.connection
      .collection("settings")
      .updateMany({}, { $unset: { exportSecondOver: 1 } });
    const orang = sanggar.world.person("Orang");
    await orang.says("/bantuan");
    const handle = (await newest(sanggar)).id.slice("notice:".length);
    const messageId = (await orang.says("/bantuan")).messages.at(-1)?.id ?? 0;
    for (const data of [`kb.sheet:${handle}`, `kb.chart:${handle}`])
      expect((await orang.presses({ messageId, data })).messages).toEqual([]);
  });
});

describe("the report of a notice as a picture", { timeout: 60_000 }, () => {
  it("is small, dated, and shows numbers without names", async () => {
    await reported("Pameran hari Sabtu 🎉 di pendopo");
    await bagus.presses("Perbarui");
    const seen = await bagus.presses("Grafik");
    const photo = seen.messages.at(-1)?.message.photo?.at(-1);
    const { bytes } = sanggar.standin.control.file(photo?.file_id ?? "");
    expect(bytes.length).toBeLessThan(150_000);
    expect(seen.text).toBe("Hasil kabar dalam angka, tanpa nama.");
  });
});
