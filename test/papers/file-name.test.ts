import fc from "fast-check";
import { expect, it } from "vitest";
import { fileName, fileWords } from "../../src/papers/file-name.ts";

const file = (about?: string) =>
  fileName({
    ...{ paper: "rollFilled", date: "2025-08-22", ending: "pdf" },
    ...(about !== undefined && { about }),
  } as const);

it("a file is called by what it is, what it is about, and its day", () => {
  expect(file("Anyaman Bambu")).toBe("Daftar Hadir - Anyaman Bambu - 22 Agustus 2025.pdf");
  expect(file()).toBe("Daftar Hadir - 22 Agustus 2025.pdf");
});

it.each([
  ["Siti Nur'aini", "Siti Nuraini"],
  ["Éva & Co. 🌸", "Eva Co"],
  ["../../etc/passwd", "etc passwd"],
  ["Bros: “Melati” – tahap 2/3", "Bros Melati tahap 2 3"],
  ["Rina - Sumi -", "Rina Sumi"],
  ["مرحبا 漢字", ""],
  ["Ikat-kepala\n\u202Efdp", "Ikat-kepala fdp"],
])("the name of a file keeps %j safe", (value, safe) => {
  expect(fileWords(value)).toBe(safe);
});

it("a long title is cut at a word, so that the day stays", () => {
  expect(file("Pelatihan Bros dan Aksesori untuk Perajin Kabupaten Serang")).toBe(
    "Daftar Hadir - Pelatihan Bros dan Aksesori - 22 Agustus 2025.pdf",
  );
});

it("whatever it is about, the name has safe signs only, and is short", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (about) => {
      const name = file(about);
      expect(name).toMatch(
        /^Daftar Hadir( - [A-Za-z0-9-]+( [A-Za-z0-9-]+)*)? - 22 Agustus 2025\.pdf$/,
      );
      expect(name.length).toBeLessThanOrEqual(64);
    }),
  );
});
