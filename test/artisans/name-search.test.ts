import { expect, it } from "vitest";
import { searchKeys } from "../../src/artisans/name-search.ts";

it("looks names up by their rarest word first, which is seldom the first one", () => {
  expect(searchKeys("Siti Nur Aminah").starts).toEqual(["ami", "nur", "sit"]);
  expect(searchKeys("Rina Wulandari").starts).toEqual(["wul", "rin"]);
  expect(searchKeys("Muh. Sarifudin").starts).toEqual(["sar", "muh"]);
  expect(searchKeys("Si Wulan").starts, "a half word is no help beside a whole one").toEqual([
    "wul",
  ]);
});
