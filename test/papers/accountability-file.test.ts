import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { accountabilityFile } from "../../src/papers/accountability-file.ts";
import { attendancePdf, attendanceXlsx } from "../../src/papers/attendance-sheet.ts";
import { manifestText } from "../../src/papers/manifest.ts";
import { hasPython, throughPython, unzipped } from "../support/unzip.ts";
import { attendance, ORIGIN, TRAINING } from "./samples.ts";

const ABOUT = {
  ...{ title: `Paket SPJ ${TRAINING}`, office: "Diskoumperindag Kabupaten Serang", origin: ORIGIN },
  counts: [
    ["Peserta", 20],
    ["Hadir hari ke-1", 17],
  ] as const,
};

async function made(): Promise<Buffer> {
  const filled = attendance({ filled: true });
  const parts = [
    { name: "daftar-hadir-2025-08-22.pdf", bytes: await attendancePdf(filled) },
    { name: "daftar-hadir-2025-08-22.xlsx", bytes: attendanceXlsx(filled) },
  ];
  const pieces: Uint8Array[] = [];
  for await (const piece of accountabilityFile({ ...ABOUT, parts })) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe("the Paket SPJ", () => {
  it("ends with a manifest whose hashes are those of the parts in it", async () => {
    const zip = await made();
    const parts = unzipped(zip);
    expect([...parts.keys()].at(-1)).toBe("MANIFES.txt");
    const lines = (parts.get("MANIFES.txt") ?? "").toString().split("\n");
    for (const [name, bytes] of parts) {
      if (name === "MANIFES.txt") continue;
      expect(lines).toContain(`${createHash("sha256").update(bytes).digest("hex")}  ${name}`);
    }
    if (hasPython) expect(await throughPython(zip)).toHaveLength(3);
  });

  it("says what was counted, and of which moment", async () => {
    const text =
      unzipped(await made())
        .get("MANIFES.txt")
        ?.toString() ?? "";
    expect(text).toContain("asOf: 2025-08-22T09:00:00.000Z");
    expect(text).toContain("Peserta: 20\nHadir hari ke-1: 17\n");
    expect(text).toMatch(/Berkas: 2, \d+ bita/);
    expect(text).toContain("Dibuat Jum, 22 Agu 2025, pukul 16.05 WIB dari data pukul 16.00 WIB");
  });

  it("lets no value pass for a line of its own", () => {
    const counts = [["Peserta\n0000  lain.pdf", 1]] as const;
    const lines = manifestText({ ...ABOUT, counts, parts: [] }).split("\n");
    expect(lines).toContain("Peserta 0000 lain.pdf: 1");
  });
});
