import { expect, it } from "vitest";
import { nameStarts, searchKeys, startsTogether } from "../../src/artisans/name-search.ts";

it("looks names up by their rarest word first, which is seldom the first one", () => {
  expect(searchKeys("Siti Nur Aminah").starts).toEqual(["ami", "nur", "sit"]);
  expect(searchKeys("Rina Wulandari").starts).toEqual(["wul", "rin"]);
  expect(searchKeys("Muh. Sarifudin").starts).toEqual(["sar", "muh"]);
  expect(searchKeys("Si Wulan").starts, "a half word is no help beside a whole one").toEqual([
    "wul",
  ]);
});

it("by two starts at once, where two are known, whichever comes first", () => {
  const stored = nameStarts("Siti Nur Aminah");
  expect(stored).toEqual(["ami", "nur", "sit", "ami nur", "ami sit", "nur sit"]);
  for (const typed of ["aminah siti", "Siti Amin", "nur siti aminah", "siti"])
    expect(stored, typed).toEqual(expect.arrayContaining(startsTogether(searchKeys(typed).starts)));
  expect(startsTogether(searchKeys("Siti Nur Aminah").starts)).toEqual(["ami nur", "sit"]);
  expect(startsTogether(searchKeys("siti siti").starts)).toEqual(["sit"]);
  expect(startsTogether([])).toEqual([]);
});
