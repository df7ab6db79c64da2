import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { addArtisan } from "../support/records.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

let sanggar: TestSanggar;
let bagus: TestPerson;
beforeEach(async () => {
  sanggar = await openSanggar();
  bagus = sanggar.world.person("Bagus");
  const given = { by: 0, since: sanggar.clock.now() };
  await sanggar.services.roles.give({ telegram: bagus.id, role: "coordinator" }, given);
  await addArtisan(sanggar, { name: "Siti Aminah" });
});
afterEach(() => sanggar.close());

const BEGINNINGS: [name: string, begin: () => Promise<unknown>, words: string][] = [
  ["a search", () => bagus.says("/perajin"), "Siti Aminah"],
  [
    "the words of a notice",
    async () => {
      await bagus.says("/kabar");
      await bagus.presses("Tulis kabar baru");
    },
    "Kepada siapa?",
  ],
  [
    "the name of a community",
    async () => {
      await bagus.says("/komunitas");
      await bagus.presses("Komunitas baru");
    },
    "kecamatan",
  ],
];
const PAIRS = BEGINNINGS.flatMap((first) =>
  BEGINNINGS.filter((last) => last !== first).map((last) => ({ first, last })),
);

describe("what is typed answers what was begun last", () => {
  it.each(PAIRS)("$last.0, when $first.0 was begun before", async ({ first, last }) => {
    await first[1]();
    await last[1]();
    expect((await bagus.says("Siti Aminah")).text).toContain(last[2]);
  });
});
