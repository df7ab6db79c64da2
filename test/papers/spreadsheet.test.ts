import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { neutralise, restore } from "../../src/papers/formula.ts";
import { type Cell, cellName, readSheet, writeSheet } from "../../src/papers/spreadsheet.ts";
import { hasOfficeSuite, throughOfficeSuite } from "../support/office-suite.ts";
import { PAYLOADS } from "./payloads.ts";

const COLUMNS = [
  { header: "No", width: 6 },
  { header: "Nama", width: 30 },
  { header: "Nomor HP", width: 18 },
];
const LIMITS = { bytes: 5_000_000, rows: 2_000 };

// eslint-disable-next-line @typescript-eslint/require-await -- rows come from a database elsewhere
async function* given(rows: Cell[][]) {
  yield* rows;
}

async function written(
  format: "xlsx" | "csv",
  rows: Cell[][],
  paper: { above?: string[] } = {},
): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const sheet = { name: "Daftar", columns: COLUMNS, rows: given(rows), ...paper };
  for await (const part of writeSheet(format, sheet)) parts.push(part);
  return Buffer.concat(parts);
}

const rowsOf = (texts: readonly string[]): Cell[][] =>
  texts.map((text, at) => [at + 1, text, "0812-3456-7890"]);

async function asExcel(bytes: Buffer) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error("no sheet");
  return sheet;
}

describe("200 texts that look like formulas", () => {
  it("are there", () => expect(PAYLOADS.length).toBeGreaterThanOrEqual(200));

  it("are texts in XLSX for a second reader, and unchanged", async () => {
    const sheet = await asExcel(await written("xlsx", rowsOf(PAYLOADS)));
    expect(sheet.rowCount).toBe(PAYLOADS.length + 1);
    PAYLOADS.forEach((text, at) => {
      const cell = sheet.getCell(at + 2, 2);
      const value = unescaped(cell.text);
      expect([cell.type, cell.formula, value]).toEqual([ExcelJS.ValueType.String, undefined, text]);
    });
  });

  it("come back from XLSX and CSV as they were", async () => {
    for (const format of ["xlsx", "csv"] as const) {
      const read = await readSheet(await written(format, rowsOf(PAYLOADS)), LIMITS);
      const cells = read.ok ? read.rows.slice(1).map((row) => row.cells[1]) : [];
      expect(cells).toEqual(PAYLOADS);
    }
  });

  it("stand in CSV behind a quote, and no cell begins with a sign of a formula", async () => {
    const text = (await written("csv", rowsOf(PAYLOADS))).toString("utf8");
    expect(text.startsWith("\ufeffNo;Nama;Nomor HP\r\n")).toBe(true);
    for (const cell of cellsOf(text.slice(1)))
      expect(cell).not.toMatch(/^[\s\p{C}]*[=+\-@|%\t\r\n＝＋－＠﹦﹢﹣﹫−–]/u);
  });

  it("and any other text come back from the neutral form", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...PAYLOADS)), (text) => {
        expect(restore(neutralise(text))).toBe(text);
      }),
    );
  });
});

/** ECMA-376, 22.9.2.19: exceljs leaves these escapes of inline strings as they stand. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** The cells of a CSV with `;`, read by hand: a third reader. */
function cellsOf(text: string): string[] {
  return [...text.matchAll(/(?:^|;|\r\n)(?:"((?:[^"]|"")*)"|([^;\r\n"]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}

describe("a sheet", () => {
  it("has a bold head that stays in sight, wide columns, and phones as texts", async () => {
    const sheet = await asExcel(await written("xlsx", rowsOf(["Siti Aminah"])));
    expect(sheet.getCell("B1").font.bold).toBe(true);
    expect(sheet.getCell("B2").font.bold).not.toBe(true);
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(sheet.getColumn(2).width).toBe(30);
    expect(sheet.getCell("C2").value).toBe("0812-3456-7890");
    expect(sheet.getCell("C2").numFmt).toBe("@");
    expect(sheet.getCell("A2").value).toBe(1);
  });

  it("that is a paper fits across its page, in boxes, with its head on each", async () => {
    const texts = ["_x0041_ Siti", ...PAYLOADS];
    const above = ["Dinas Contoh", "DAFTAR HADIR"];
    const sheet = await asExcel(await written("xlsx", rowsOf(texts), { above }));
    expect(sheet.pageSetup).toMatchObject({
      ...{ orientation: "landscape", paperSize: 9, fitToPage: true },
      ...{ fitToWidth: 1, fitToHeight: 0, printTitlesRow: "3:3" },
    });
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 3 });
    expect(sheet.getCell("A2").font.bold).toBe(true);
    expect(sheet.getCell("A2").border.left).toBeUndefined();
    expect(sheet.getCell("B3")).toMatchObject({ value: "Nama", font: { bold: true } });
    expect(sheet.getCell("A4").value).toBe(1);
    texts.forEach((text, at) => {
      const cell = sheet.getCell(at + 4, 2);
      const { type, formula, text: read } = cell;
      expect([type, formula, read]).toEqual([ExcelJS.ValueType.String, undefined, text]);
      expect(cell).toMatchObject({ numFmt: "@", border: { left: { style: "thin" } } });
    });
  });

  it("names its cells as Excel does", () => {
    expect([0, 1, 25, 26, 27, 701, 702].map((place) => cellName(place, 5))).toEqual([
      ...["A5", "B5", "Z5", "AA5", "AB5", "ZZ5", "AAA5"],
    ]);
  });

  it.skipIf(!hasOfficeSuite)(
    "opens in LibreOffice, cell by cell",
    { timeout: 90_000 },
    async () => {
      const names = ["Nur'aini", "=1+1", "@cmd", "-2", "Siti; Aminah", "0812", "🧵", "_x0041_"];
      const csv = await throughOfficeSuite(await written("xlsx", rowsOf(names)));
      const read = await readSheet(Buffer.from(csv), LIMITS);
      const cells = read.ok ? read.rows.map((row) => row.cells) : [];
      expect(cells).toEqual([
        ["No", "Nama", "Nomor HP"],
        ...names.map((name, at) => [String(at + 1), name, "0812-3456-7890"]),
      ]);
    },
  );
});

describe("a file that is read", () => {
  const problem = async (bytes: Uint8Array) => {
    const read = await readSheet(bytes, LIMITS);
    return read.ok ? "none" : read.reason;
  };

  it("may be UTF-8, UTF-16 or Windows text, with ; or , or tabs", async () => {
    const texts = [
      Buffer.from("No;Nama\n1;José"),
      Buffer.from("No,Nama\r\n1,José\r\n"),
      Buffer.from("\ufeffNo\tNama\n1\tJosé", "utf16le"),
      Buffer.from("No;Nama\n1;José", "latin1"),
    ];
    for (const bytes of texts) {
      const read = await readSheet(bytes, LIMITS);
      expect(read.ok && read.rows.map((row) => row.cells)).toEqual([
        ["No", "Nama"],
        ["1", "José"],
      ]);
    }
  });

  it("tells numbers, dates and yes as texts, whatever Excel made of them", async () => {
    const book = new ExcelJS.Workbook();
    book
      .addWorksheet("x")
      .addRow([81234567890, 1985, new Date("2025-08-22T00:00:00Z"), true, "", 1234567890123]);
    const read = await readSheet(Buffer.from(await book.xlsx.writeBuffer()), LIMITS);
    expect(read.ok && read.rows[0]?.cells).toEqual([
      ...["81234567890", "1985", "2025-08-22", "ya", "", "1234567890123"],
    ]);
  });

  it("is told what is wrong with it", async () => {
    expect(await problem(Buffer.alloc(0))).toBe("empty");
    expect(await problem(Buffer.from(" \n\n;;\n"))).toBe("empty");
    expect(await problem(Buffer.from("%PDF-1.7 …"))).toBe("notASheet");
    expect(await problem(Buffer.from("PK\u0003\u0004 not a workbook"))).toBe("notASheet");
    expect(await problem(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]))).toBe("notASheet");
    expect(await problem(Buffer.alloc(LIMITS.bytes + 1, 65))).toBe("tooBig");
    expect(await problem(Buffer.from("a;b\n".repeat(LIMITS.rows + 2)))).toBe("tooMany");
    const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await problem(ole)).toBe("oldExcel");
    const locked = Buffer.concat([ole, Buffer.from("EncryptedPackage", "utf16le")]);
    expect(await problem(locked)).toBe("encrypted");
  });

  it("that would unpack to far more than it is, is not unpacked", async () => {
    const bomb = await written("xlsx", rowsOf(["x".repeat(30_000_000)]));
    const read = await readSheet(bomb, { ...LIMITS, bytes: 1_000_000 });
    expect(read).toEqual({ ok: false, reason: "tooBig" });
  });

  it("never makes the reader fall over, however it was damaged", async () => {
    const good = await written("xlsx", rowsOf(["Siti", "Rina"]));
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), fc.nat(60), async (at, to, cut) => {
        const bad = Buffer.from(good.subarray(0, good.length - cut));
        if (at < bad.length) bad[at] = to;
        await readSheet(bad, LIMITS);
      }),
      { numRuns: 200 },
    );
  });
});
