import ExcelJS from "exceljs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Artisan } from "../../src/artisans/artisan.ts";
import type { Seen, TestPerson } from "../../src/sandbox/telegram/client.ts";
import { firstTraining } from "../../seeds/trainings.ts";
import { addArtisan, addUnclaimed } from "../support/records.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

const DAY_MS = 86_400_000;
const HEAD = "Nama;Kecamatan;Kerajinan;Nomor HP;18 tahun ke atas;Persetujuan;Kode";

let sanggar: TestSanggar;
let bagus: TestPerson;
beforeAll(async () => {
  sanggar = await openSanggar();
  bagus = sanggar.world.person("Bagus");
  const given = { by: 0, since: sanggar.clock.now() };
  await sanggar.services.roles.give({ telegram: bagus.id, role: "coordinator" }, given);
  await sanggar.services.trainings.add(firstTraining);
});
afterAll(() => sanggar.close());
beforeEach(async () => {
  for (const name of ["artisans", "imports", "importRows", "doubles", "claims"])
    await sanggar.connection.collection(name).deleteMany({});
});

const sends = (rows: string[], head = HEAD, person = bagus): Promise<Seen> =>
  person.sendsDocument("perajin.csv", Buffer.from([head, ...rows].join("\n")));
const records = () =>
  sanggar.connection.collection("artisans").find({}).sort({ name: 1 }).toArray();
const counts = (seen: Seen) =>
  Object.fromEntries(
    [...seen.text.matchAll(/^(Baru|Berubah|Sama|Meragukan|Salah): (\d+)$/gm)].map(
      ([, kind = "", count]) => [kind, Number(count)],
    ),
  );

const SITI = "Siti Aminah;Petir;Rajut & makrame;0812-3456-7890;Ya;lisan;";
const RINA = "Rina Wulandari;Anyar;bros, batik;;Ya;tertulis;";

describe("a sheet that a coordinator sends", () => {
  it("is looked through, and nothing is written before Simpan", async () => {
    const seen = await sends([SITI, RINA]);
    expect(counts(seen)).toEqual({ Baru: 2, Berubah: 0, Sama: 0, Meragukan: 0, Salah: 0 });
    expect(seen.buttons).toEqual(["✓ Simpan (2)", "Jangan simpan"]);
    expect(await records()).toEqual([]);
    const waiting = JSON.stringify(
      await sanggar.connection.collection("importRows").find().toArray(),
    );
    expect(waiting).not.toMatch(/Siti|Rina|81234567890/);

    expect((await bagus.presses("✓ Simpan (2)")).text).toContain("Tersimpan: 2 baris");
    const [rina, siti] = await records();
    expect(rina).toMatchObject({ name: "Rina Wulandari", kecamatan: "36.04.30" });
    expect(rina).toMatchObject({ crafts: ["aksesori", "batik"], state: "pending" });
    expect(siti).toMatchObject({ registrar: { telegram: bagus.id, manner: "lisan" } });
    expect(siti?.["consent"]).toMatchObject({ version: "2026-11-24" });
  });

  it("sent twice adds nobody twice", async () => {
    await sends([SITI, RINA]);
    await bagus.presses("✓ Simpan (2)");
    const again = await sends([SITI, RINA]);
    expect(counts(again)).toMatchObject({ Baru: 0, Sama: 2 });
    expect(again.buttons).toEqual([]);
  });

  it("ends in claim codes to be printed, of those who have not claimed their record yet", async () => {
    await sends([SITI, RINA]);
    await bagus.presses("✓ Simpan (2)");
    const { services } = sanggar;
    const [, siti] = await records();
    const owner = { telegram: 7_300_000_001, language: "id" } as const;
    await services.claimedRecords.bind(String(siti?._id), owner, sanggar.clock.now());
    const seen = await bagus.presses("Kode klaim (cetak)");
    expect(seen.text).toContain("Kode klaim untuk 1 orang");
    const file = seen.messages.flatMap(({ message }) => message.document ?? []).at(-1);
    const book = new ExcelJS.Workbook();
    const { bytes } = sanggar.standin.control.file(file?.file_id ?? "");
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    const rows: unknown[] = [];
    book.worksheets[0]?.eachRow((row) => rows.push(row.values));
    expect(JSON.stringify(rows)).not.toContain("Siti");
    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(JSON.stringify(rows[1]))?.[0] ?? "";
    expect(JSON.stringify(rows[1])).toContain(`?start=k_${code.replace("-", "")}`);
    const lines = await sanggar.connection
      .collection("audit")
      .find({ what: "claim.code" })
      .toArray();
    expect(lines).toMatchObject([{ whom: [siti && (await records())[0]?._id], result: "allowed" }]);
    const rina = sanggar.world.person("Rina");
    expect((await rina.says(code)).text).toContain("R••• W•••");
    expect((await rina.presses("Ya, itu saya")).text).toContain("Sebelum mulai");
    expect((await bagus.presses("Kode klaim (cetak)")).text).toContain("sudah memegang datanya");
  });

  it("may be dropped again", async () => {
    await sends([SITI]);
    expect((await bagus.presses("Jangan simpan")).text).toContain("tidak disimpan");
    expect(await sanggar.connection.collection("importRows").countDocuments()).toBe(0);
    expect(await records()).toEqual([]);
  });

  it("is told what is wrong, cell by cell, with a good example", async () => {
    const seen = await sends([
      "Siti 2;Petirr Jaya;;0254-200300;Ya;lisan;",
      "Sumi;Cilegon;Rajut & makrame;;;email;",
      "Ani;Petir;Rajut & makrame;;Ya;lisan;salah",
    ]);
    expect(counts(seen)).toMatchObject({ Baru: 0, Salah: 3 });
    expect(seen.text).toContain("A2 (Nama): “Siti 2” – nama hanya memakai huruf");
    expect(seen.text).toContain("Contoh: Siti Aminah.");
    expect(seen.text).toContain("C2 (Kerajinan): belum diisi.");
    expect(seen.text).toContain("D2 (Nomor HP): “0254-200300” – itu nomor rumah atau kantor");
    expect(seen.text).toContain("B3 (Kecamatan): “Cilegon” – itu di luar Kabupaten Serang");
    expect(seen.text).toContain("catatan lagi di berkas catatan");
    const file = seen.messages.find((one) => one.message.document)?.message.document;
    expect(file?.file_name).toBe("Catatan Lembar - 14 Agustus 2025.xlsx");
    const { bytes } = sanggar.standin.control.file(file?.file_id ?? "");
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    const cells = book.worksheets[0]?.getColumn(1).values.slice(2);
    expect(cells).toEqual(["A2", "B2", "C2", "D2", "B3", "E3", "F3", "G4"]);
  });

  it("shows rows that may be of somebody known, or of one another, and takes BARU at its word", async () => {
    const known = await addArtisan(sanggar, { name: "Siti Aminah", kecamatan: "36.04.19" });
    const doubtful = "Sitti Aminah;Petir;Batik (tulis, cap);;Ya;lisan;";
    const seen = await sends([doubtful, RINA, RINA.replace("bros, batik", "rajut")]);
    expect(counts(seen)).toMatchObject({ Baru: 1, Meragukan: 2 });
    expect(seen.text).toContain(`mirip data berkode ${known.id}`);
    expect(seen.text).toContain("mirip baris 3");
    expect(counts(await sends([`${doubtful}BARU`]))).toMatchObject({ Baru: 1, Meragukan: 0 });
  });

  it("corrects an unclaimed record by its code, and never one that its person keeps", async () => {
    const registrar = { telegram: bagus.id, manner: "lisan" as const };
    const ours = await addUnclaimed(sanggar, {
      name: "Ani Lama",
      registrar,
      desa: "36.04.19.2001",
    });
    const before = await sanggar.services.artisans.byId(ours.id);
    const theirs = await addArtisan(sanggar, { name: "Eti Sendiri" });
    const seen = await sends([
      `Ani Baru;Anyar;;0813-1111-2222;;;${ours.id}`,
      `Eti Lain;;;;;;${theirs.id}`,
    ]);
    expect(counts(seen)).toMatchObject({ Berubah: 1, Meragukan: 1 });
    expect(seen.text).toContain("sudah dipegang orangnya sendiri");
    await bagus.presses("✓ Simpan (1)");
    const changed = await sanggar.services.artisans.byId(ours.id);
    expect(changed).toMatchObject({ name: "Ani Baru", kecamatan: "36.04.30", crafts: ["rajut"] });
    expect(changed?.phone?.number).toBe("+6281311112222");
    expect(changed).not.toHaveProperty("desa");
    await bagus.presses("Batalkan impor");
    expect(await sanggar.services.artisans.byId(ours.id)).toEqual(before);
  });

  it.each([
    ["foto.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), "tidak bisa dibaca sebagai lembar"],
    ["surat.pdf", Buffer.from("%PDF-1.7"), "tidak bisa dibaca sebagai lembar"],
    ["lama.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), "bentuk Excel lama"],
    [
      "kunci.xlsx",
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
        Buffer.from("EncryptedPackage", "utf16le"),
      ]),
      "memakai kata sandi",
    ],
    ["kosong.csv", Buffer.from("\n\n"), "Lembar itu kosong"],
    ["lain.csv", Buffer.from("Name;City\nSiti;Petir"), "Kolom ini tidak ada di lembar: Nama, Kec"],
    ["besar.csv", Buffer.alloc(5_000_001, 65), "terlalu besar"],
    ["panjang.csv", Buffer.from(`${HEAD}\n${"a;b\n".repeat(2_001)}`), "terlalu panjang"],
  ])("%s is answered with a clear sentence", async (name, bytes, words) => {
    expect((await bagus.sendsDocument(name, bytes)).text).toContain(words);
    expect(await records()).toEqual([]);
  });

  it("of anybody else is not understood, and its buttons are nobody else's", async () => {
    const orang = sanggar.world.person("Orang");
    expect((await sends([SITI], HEAD, orang)).text).toContain("belum mengerti");
    const citra = sanggar.world.person("Citra");
    const given = { by: 0, since: sanggar.clock.now() };
    await sanggar.services.roles.give({ telegram: citra.id, role: "coordinator" }, given);
    await sends([SITI]);
    const [one] = await sanggar.connection
      .collection("imports")
      .find({ state: "preview" })
      .toArray();
    for (const person of [orang, citra]) {
      const messageId = (await person.says("/bantuan")).messages[0]?.id ?? 0;
      for (const action of ["save", "drop", "undo"]) {
        const data = `import.${action}:${String(one?._id)}`;
        expect((await person.presses({ messageId, data })).toast).toContain("tidak berlaku");
      }
    }
    expect(await records()).toEqual([]);
  });

  it("is not saved by who is no coordinator any more, nor after a day", async () => {
    const { roles } = sanggar.services;
    await sends([SITI]);
    await roles.end({ telegram: bagus.id, role: "coordinator" }, sanggar.clock.now());
    expect((await bagus.presses("✓ Simpan (1)")).toast).toContain("tidak berlaku");
    await roles.give(
      { telegram: bagus.id, role: "coordinator" },
      { by: 0, since: sanggar.clock.now() },
    );
    await sanggar.world.moveTo(new Date(sanggar.clock.now().getTime() + DAY_MS + 1_000));
    expect((await bagus.presses("✓ Simpan (1)")).text).toContain("lebih dari sehari");
    expect(await records()).toEqual([]);
  });

  it("comes as a blank sheet on request, which is read back", async () => {
    await bagus.says("/berkas");
    const seen = await bagus.presses("Minta lembar kosong");
    const document = seen.messages.at(-1)?.message.document;
    const { bytes } = sanggar.standin.control.file(document?.file_id ?? "");
    const back = await bagus.sendsDocument("isi.xlsx", bytes);
    expect(counts(back)).toEqual({ Baru: 0, Berubah: 0, Sama: 0, Meragukan: 0, Salah: 0 });
  });
});

describe("an import that is taken back", () => {
  const saved = async (rows = [SITI, RINA]) => {
    await sends(rows);
    await bagus.presses(`✓ Simpan (${rows.length})`);
  };
  const one = async (name: string) => {
    const found = await sanggar.connection.collection("artisans").findOne({ name });
    return sanggar.services.artisans.byId(String(found?._id)) as Promise<Artisan>;
  };

  it("leaves exactly what was there before", async () => {
    await addArtisan(sanggar, { name: "Sudah Ada" });
    const before = await records();
    await saved();
    const seen = await bagus.presses("Batalkan impor");
    expect(seen.text).toContain("2 baris dikembalikan");
    expect(await records()).toEqual(before);
    expect(await sanggar.connection.collection("claims").countDocuments()).toBe(0);
  });

  it("keeps what somebody claimed, changed, or took a seat with since", async () => {
    await saved([
      SITI,
      RINA,
      "Ani Lestari;Kibin;batik;;Ya;lisan;",
      "Eti Suhaeti;Baros;kayu;;Ya;lisan;",
    ]);
    const { artisans, claimedRecords, trainings } = sanggar.services;
    const now = sanggar.clock.now();
    await claimedRecords.bind((await one("Siti Aminah")).id, { telegram: 77, language: "id" }, now);
    await artisans.change({ id: (await one("Rina Wulandari")).id, version: 1 }, { sex: "P" });
    await trainings.takeSeat(firstTraining.id, (await one("Ani Lestari")).id, now);
    const seen = await bagus.presses("Batalkan impor");
    expect(seen.text).toContain("1 baris dikembalikan. Tetap: 3");
    expect((await records()).map(({ name }) => name as string)).toEqual([
      ...["Ani Lestari", "Rina Wulandari", "Siti Aminah"],
    ]);
  });

  it("is so for seven days", async () => {
    await saved();
    await sanggar.world.moveTo(new Date(sanggar.clock.now().getTime() + 7 * DAY_MS + 1_000));
    const late = await bagus.presses("Batalkan impor");
    expect(`${late.text}${late.toast ?? ""}`).toMatch(/lebih dari 7 hari|tidak berlaku/);
    expect(await records()).toHaveLength(2);
  });
});

describe("an import that died in the middle", () => {
  const NAMES = "abcdefghijkl".split("").map((letter) => `Perajin ${letter.repeat(2)}${letter}an`);
  const ROWS = NAMES.map((name, at) => `${name};Petir;rajut;0812-0000-${1000 + at};Ya;lisan;BARU`);

  it.each([1, 4, 11])("after %i rows goes on, and nobody is there twice", async (many) => {
    await sends(ROWS);
    const { saveRows } = await import("../../src/papers/save-import.ts");
    const [found] = await sanggar.connection.collection("imports").find({}).toArray();
    const id = String(found?._id);
    const { imports } = sanggar.services;
    const now = sanggar.clock.now();
    await imports.save(id, now, new Date(now.getTime() + 7 * DAY_MS));
    const current = await imports.byId(id);
    if (!current) throw new Error("no import");
    expect(await saveRows(current, { most: many }, sanggar.services)).toBe(false);
    // The row was saved, and the note of it lost.
    const rows = sanggar.connection.collection<{ _id: string }>("importRows");
    const last = await rows.findOne({ state: "saved" });
    await rows.updateOne({ _id: last?._id ?? "" }, { $set: { state: "waiting" } });
    await sanggar.tick();
    expect((await bagus.sees()).text).toContain(`Tersimpan: ${ROWS.length} baris`);
    expect((await records()).map(({ name }) => name as string)).toEqual(NAMES);

    const { undoRows } = await import("../../src/papers/undo-import.ts");
    await imports.undo(id, sanggar.clock.now());
    const undoing = await imports.byId(id);
    if (!undoing) throw new Error("no import");
    expect(await undoRows(undoing, { most: many }, sanggar.services)).toBe(false);
    await sanggar.tick();
    expect((await bagus.sees()).text).toContain(`${ROWS.length} baris dikembalikan`);
    expect(await records()).toEqual([]);
  });
});
