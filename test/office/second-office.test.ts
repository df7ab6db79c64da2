import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { loadPlaces } from "../../src/places/load-places.ts";
import { invitationPdf } from "../../src/papers/invitation-letter.ts";
import { invitationOf } from "../../src/papers/training-papers.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { hasPoppler, pagesOf } from "../support/poppler.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

/** An invented kabupaten: no code of ours knows it. */
const TABLE = {
  kabupaten: { name: "Kabupaten Telaga Contoh", province: "Nusa Contoh" },
  office: "Dinas Perindustrian Kabupaten Telaga Contoh",
  legal_basis: "Keputusan Contoh Nomor 1",
  licence: "ODbL 1.0",
  sources: [{ name: "contoh", version: "1", licence: "ODbL 1.0", retrieved: "2026-01-01" }],
  outside: [{ code: "99.71", name: "Kota Telaga Contoh", neighbour: true }],
  kecamatan: ["Batu Lawang", "Muara Rindu", "Sungai Kenanga"].map((name, at) => ({
    code: `99.01.0${at + 1}`,
    name,
    desa: [{ code: `99.01.0${at + 1}.2001`, name: `Desa Maju ${at + 1}` }],
  })),
  crafts: [
    {
      key: "perahu",
      id: { short: "Perahu kayu", full: "Perahu kayu kecil" },
      en: { short: "Wooden boats", full: "Small wooden boats" },
      words: "sampan, jukung",
    },
  ],
};
const HOME = /Serang|Banten|Petir/;

let sanggar: TestSanggar;
let bagus: TestPerson;
let rina: TestPerson;
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "sanggar-office-"));
  await writeFile(join(dir, "telaga.json"), JSON.stringify(TABLE));
  sanggar = await openSanggar({ places: await loadPlaces(join(dir, "telaga.json")) });
  [bagus, rina] = ["Bagus", "Rina"].map((name) => sanggar.world.person(name)) as [
    ...[TestPerson, TestPerson],
  ];
  const given = { by: 0, since: sanggar.clock.now() };
  await sanggar.services.roles.give({ telegram: bagus.id, role: "coordinator" }, given);
  await sanggar.services.roles.give({ telegram: bagus.id, role: "owner" }, given);
});
afterAll(async () => {
  await sanggar.close();
  await rm(dir, { recursive: true });
});

const shown = () =>
  [bagus, rina]
    .flatMap(({ id }) => sanggar.standin.control.messages(id))
    .flatMap(({ text = "", caption = "", reply_markup }) => [
      ...[text, caption, JSON.stringify(reply_markup ?? {})],
    ])
    .join("\n");

it("registers by its own kecamatan and crafts", async () => {
  await rina.says("/daftar");
  await rina.presses("Saya setuju");
  await rina.presses("Ya");
  await rina.says("Rina Contoh");
  expect((await rina.says("Petir")).text).toContain("Kabupaten Telaga Contoh");
  expect((await rina.says("Telaga Contoh")).text).toContain("Kota Telaga Contoh");
  await rina.says("kec. muara rindu");
  await rina.presses("Lewati");
  await rina.presses("2. Tidak ada di daftar");
  await rina.says("Bahtera Contoh");
  await rina.presses("☐ 1. Perahu kayu");
  await rina.presses("✓ Selesai (1)");
  await rina.says("Lewati");
  expect((await rina.presses("✓ Kirim")).text).toContain("Rina Contoh");
  const record = await sanggar.services.artisans.byTelegram(rina.id);
  expect(record).toMatchObject({ kecamatan: "99.01.02", crafts: ["perahu"] });
});

it("takes in a neighbour only when its owner says so", async () => {
  const toni = sanggar.world.person("Toni");
  const asked = async () => {
    await toni.says("/daftar");
    return toni.says("kota telaga contoh");
  };
  await toni.says("/daftar");
  await toni.presses("Saya setuju");
  await toni.presses("Ya");
  await toni.says("Toni Contoh");
  await asked();
  await bagus.says("/pengaturan");
  await bagus.presses("Aturan");
  await bagus.presses("Terima warga tetangga");
  await bagus.presses("Ya, mulai sekarang");
  expect((await toni.presses("Di luar Kab. Telaga Con…")).text).not.toContain("Desa");
  const draft = await sanggar.services.drafts.read(toni.id);
  expect(draft?.answers.kecamatan).toBe("99.71");
});

it("counts in words and in a plain chart where there is no map", async () => {
  const seen = await bagus.says("/statistik");
  expect(seen.text).toContain("Kec. Muara Rindu");
  const picture = await bagus.presses("Kirim sebagai gambar");
  expect(picture.messages.some(({ message }) => message.photo)).toBe(true);
  expect((await bagus.says("/tentang")).text).toContain("perajin Kabupaten Telaga Contoh");
});

it("has its own letters, and Serang stands nowhere", async () => {
  const plan = { ...firstTraining, organiser: "Dinas Contoh", title: "Pelatihan Perahu" };
  const training = { ...plan, seatHolders: [], waitingList: [] };
  if (hasPoppler) {
    const letter = await invitationPdf(await invitationOf(training, sanggar.services));
    const text = (await pagesOf(letter)).join(" ");
    expect(text).toContain("Dinas Perindustrian Kabupaten Telaga Contoh");
    expect(text).not.toMatch(HOME);
  }
  for (const command of ["/start", "/bantuan", "/profil", "/datasaya", "/cek", "/berkas"]) {
    await rina.says(command);
    await bagus.says(command);
  }
  const said = shown().replace(/"Petir"/g, "");
  expect(said.split("\n").filter((line) => HOME.test(line) && line !== "Petir")).toEqual([]);
});

it("has no text that names our kabupaten, in any language", () => {
  const { id, en } = sanggar.services.texts;
  for (const speech of [id, en])
    for (const key of ["kecamatan-unknown", "kecamatan-which", "kecamatan-refused", "about"])
      expect(speech.plain(key, { officeName: "x", decree: "x", attribution: "x" })).not.toMatch(
        HOME,
      );
});
