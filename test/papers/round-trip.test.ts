import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import type { Artisan } from "../../src/artisans/artisan.ts";
import { recordOf } from "../../src/artisans/record.ts";
import { createTexts } from "../../src/bot/language.ts";
import { listSheet } from "../../src/papers/list-of-artisans.ts";
import { headerOf, SHEET_FIELDS, sheetRow } from "../../src/papers/member-sheet.ts";
import { readMember } from "../../src/papers/read-member.ts";
import { readSheet, type SheetFormat } from "../../src/papers/spreadsheet.ts";
import { serangPlaces } from "../../src/places/serang.ts";
import type { Seen, TestPerson } from "../../src/sandbox/telegram/client.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { anArtisan, COMMUNITIES } from "./people.ts";

const speech = createTexts().id;
const env = { speech, places: serangPlaces(), communities: COMMUNITIES };
const LIMITS = { bytes: 5e6, rows: 2_000 };

async function sheetOf(format: SheetFormat, artisans: readonly Artisan[]): Promise<Buffer> {
  // eslint-disable-next-line @typescript-eslint/require-await -- a sheet takes its rows as a stream
  async function* rows() {
    for (const [at, artisan] of artisans.entries()) yield sheetRow(at + 1, artisan, env);
  }
  const parts: Uint8Array[] = [];
  for await (const part of listSheet(format, rows(), env)) parts.push(part);
  return Buffer.concat(parts);
}

/** What a sheet tells of a person. */
function told({ id: _, ...artisan }: Artisan): object {
  const { state, language, registrar, registeredAt, activeAt, ...rest } = artisan;
  void [state, language, registeredAt, activeAt];
  return { ...rest, manner: registrar?.manner };
}

it("any list of artisans is read back as it was written, in both forms", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("xlsx" as const, "csv" as const),
      fc.array(anArtisan, { minLength: 1, maxLength: 12 }),
      async (format, artisans) => {
        const read = await readSheet(await sheetOf(format, artisans), LIMITS);
        if (!read.ok) throw new Error(read.reason);
        expect(read.rows).toHaveLength(artisans.length + 1);
        for (const [at, { cells }] of read.rows.slice(1).entries()) {
          const given = Object.fromEntries(
            SHEET_FIELDS.map((field, place) => [field, cells[place]]),
          );
          const member = readMember(given, { ...env, year: 2025, record: undefined });
          expect(member.complaints).toEqual([]);
          const artisan = artisans[at] as Artisan;
          const record = recordOf({ ...member.answers, consent: artisan.consent });
          expect({ ...record, manner: member.manner }).toEqual(told(artisan));
        }
      },
    ),
    { numRuns: 150 },
  );
});

const fileOf = (seen: Seen, { standin }: TestSanggar) => {
  const document = seen.messages.map((one) => one.message.document).findLast(Boolean);
  return standin.control.file(document?.file_id ?? "").bytes;
};

async function exported(person: TestPerson, sanggar: TestSanggar): Promise<Buffer> {
  await person.says("/berkas");
  await person.presses("Unduh daftar perajin");
  await person.presses("Semua perajin");
  await person.presses("CSV");
  return fileOf(await person.says("pindah ke basis data baru"), sanggar);
}

it("a list that comes back changes nothing, and fills an empty register with the same people", async () => {
  const sanggar = await openSanggar();
  onTestFinished(() => sanggar.close());
  const { artisans, communities, roles } = sanggar.services;
  const bagus = sanggar.world.person("Bagus");
  await roles.give(
    { telegram: bagus.id, role: "coordinator" },
    { by: 0, since: sanggar.clock.now() },
  );
  for (const [id, name] of COMMUNITIES)
    await communities.seed({
      id,
      name,
      kecamatan: [],
      state: "active",
      leaders: [],
      invented: true,
    });
  const people = fc.sample(anArtisan, { numRuns: 40, seed: 7 });
  for (const one of people) await artisans.add({ ...one, id: one.id.slice(0, 12) });

  const file = await exported(bagus, sanggar);
  expect((await bagus.sendsDocument("daftar.csv", file)).text).toContain("Sama: 40");

  const lines = file.toString("utf8").split("\r\n");
  const code = `;${headerOf("code", speech)}`;
  expect(lines[0]?.endsWith(code)).toBe(true);
  const asNew = [lines[0], ...lines.slice(1).map((line) => line.replace(/[^;]*$/, "BARU"))];
  await sanggar.connection.collection("artisans").deleteMany({});
  expect((await bagus.sendsDocument("daftar.csv", Buffer.from(asNew.join("\r\n")))).text).toContain(
    "Baru: 40",
  );
  await bagus.presses("✓ Simpan (40)");
  const again = (await exported(bagus, sanggar)).toString("utf8").split("\r\n");
  const withoutCode = (all: string[]) => all.map((line) => line.replace(/^\d+|[^;]*$/g, "")).sort();
  expect(withoutCode(again)).toEqual(withoutCode(lines));
});
