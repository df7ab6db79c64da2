import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { trainingScript } from "../../scenes/training.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import {
  answersOfTraining,
  type TrainingAnswers,
  type TrainingField,
} from "../../src/trainings/training-answers.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

let sanggar: TestSanggar;
beforeAll(async () => {
  sanggar = await openSanggar({ now: new Date("2025-07-23T09:00:00+07:00") });
  await sanggar.services.communities.seed({
    ...{ id: "manik-melati", name: "Manik Melati", kecamatan: ["36.04.05"] },
    ...{ state: "active", leaders: [], invented: true },
  });
});
afterAll(() => sanggar.close());

const FULL: TrainingAnswers = {
  ...answersOfTraining({ ...firstTraining, seatHolders: [] }),
  point: { latitude: -6.88512, longitude: 107.61364 },
  travel: "bus dari kantor dinas",
  quotas: [{ by: "community", of: "manik-melati", least: 1 }],
  openTo: "some",
  onlyKecamatan: ["36.04.19"],
  onlyCrafts: ["aksesori"],
  onlyCommunities: ["manik-melati"],
  promised: ["transport", "lodging", "meals", "allowance", "certificate"],
  ...{ transport: "bus", lodging: "hotel", meals: "tiga kali", allowance: "ada" },
  certificate: "ada",
};

/** What takes each question on; the day in two steps. */
const GOOD: Record<string, string[]> = {
  title: ["Pelatihan Anyaman"],
  days: ["1-3 September 2025", "ya"],
  hours: ["08.00-15.00"],
  venue: ["Aula"],
  hostCity: ["Kota Bandung"],
  point: ["-6.9, 107.6", "-6.91, 107.61"],
  away: ["ya"],
  gatherPlace: ["halaman"],
  gatherAt: ["7.30"],
  travel: ["bus"],
  programme: ["lewati"],
  partners: ["Mitra Contoh"],
  capacity: ["25"],
  quotas: ["Manik Melati 2-6"],
  openTo: ["2"],
  onlyKecamatan: ["Anyar"],
  onlyCrafts: ["2"],
  onlyCommunities: ["1"],
  admission: ["2"],
  promised: ["1"],
  transport: ["mobil dinas"],
  lodging: ["wisma"],
  meals: ["dua kali"],
  allowance: ["sesuai ketentuan"],
  certificate: ["ada"],
  bring: ["gunting"],
  contact: ["Ibu Contoh di loket"],
};

let people = 0;

/** A coordinator to whom this question is the open one. */
async function askedFor(field: string) {
  people += 1;
  const person = sanggar.world.person(`Koordinator ${people}`);
  const given = { by: 0, since: sanggar.clock.now() };
  await sanggar.services.roles.give({ telegram: person.id, role: "coordinator" }, given);
  const fields = trainingScript(sanggar.services).questions.map((one) => one.field);
  const before = fields.slice(0, fields.indexOf(field as TrainingField));
  const known = before.map((one) => [one, FULL[one as TrainingField]] as const);
  const writer = { chat: person.id, version: 0 };
  if (before.length)
    await sanggar.services.trainingDrafts.open(writer, Object.fromEntries(known), {
      artisan: "t1",
    });
  await person.says("/kelola");
  const asked = await person.presses("Buat pelatihan");
  return before.length
    ? { person, asked: await person.presses("Lanjutkan isian") }
    : { person, asked };
}

const kept = async ({ id }: TestPerson) =>
  (await sanggar.services.trainingDrafts.read(id))?.answers ?? {};

it("knows every question", () => {
  const asked = trainingScript(sanggar.services).questions.map(({ field }) => field);
  expect([...Object.keys(GOOD), "review"].sort()).toEqual([...asked].sort());
});

describe.each(Object.keys(GOOD))("at the question %s of a training", (field) => {
  it("what is no answer changes nothing and is answered", { timeout: 60_000 }, async () => {
    const { person } = await askedFor(field);
    const before = await kept(person);
    const disturb = [
      () => person.sendsSticker(),
      () => person.sendsPhoto(),
      () => person.says("/bantuan"),
      () => person.says("/xyz"),
      () => person.says("a".repeat(4_097)),
      () => person.edits(person.lastOwn().message_id, "Siti Aminah"),
      ...(field === "point" ? [] : [() => person.sendsLocation(-6.1, 106.1)]),
    ];
    for (const does of disturb) {
      const seen = await does();
      expect(`${seen.text}${seen.toast ?? ""}`).not.toBe("");
      expect(await kept(person)).toEqual(before);
    }
    for (const typed of GOOD[field] ?? []) await person.says(typed);
    const after = await kept(person);
    expect(after[field as TrainingField]).not.toEqual(before[field as TrainingField]);
  });

  it("/batal and a raised number keep what was answered", { timeout: 60_000 }, async () => {
    const { person, asked } = await askedFor(field);
    const before = await kept(person);
    await sanggar.raiseNumber(person.id);
    if (field !== "title") {
      await person.sendsSticker();
      expect((await person.presses("Lanjutkan isian")).text).toBe(asked.text);
    }
    await person.says("/batal");
    expect(await kept(person)).toEqual(before);
  });
});
