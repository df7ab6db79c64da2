import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { demoTraining, firstTraining } from "../../seeds/trainings.ts";
import { addDays, showDateRange } from "../../src/dates.ts";
import { packDays, readDays, unpackDays } from "../../src/trainings/read-days.ts";
import { readHours } from "../../src/trainings/read-hours.ts";
import { readProgramme } from "../../src/trainings/read-programme.ts";
import { readQuotas } from "../../src/trainings/read-quotas.ts";
import { answersForCopy, answersOfTraining, planOf } from "../../src/trainings/training-answers.ts";

const TODAY = "2025-07-23";
const said = (read: { ok: true; value: unknown } | { ok: false; reason: string }) =>
  read.ok ? read.value : read.reason;
const five = ["2025-08-22", "2025-08-23", "2025-08-24", "2025-08-25", "2025-08-26"];

describe("the days of a training", () => {
  it.each<[string, string[]]>([
    ["22 Agustus 2025", ["2025-08-22"]],
    ["22-8-2025", ["2025-08-22"]],
    ["22–26 Agustus 2025", five],
    ["22-26 agt", five],
    ["22 s.d. 26 Agustus 2025", five],
    ["22 sd 26 Agustus", five],
    ["22 s/d 26 Agustus", five],
    ["22 sampai dengan 26 Agustus 2025", five],
    ["22/8/2025 - 26/8/2025", five],
    ["22-8-2025 - 26-8-2025", five],
    ["22-8-2025 s/d 26-8-2025", five],
    ["Jumat–Selasa, 22–26 Agustus 2025", five],
    ["22, 23, 24, 25 dan 26 Agustus 2025", five],
    ["22 agustus\n23 agustus\n24-26 agustus", five],
    ["22–24 Agustus dan 25–26 Agustus", five],
    ["30 Agustus - 2 September", ["2025-08-30", "2025-08-31", "2025-09-01", "2025-09-02"]],
    ["30 Desember s.d. 1 Januari 2026", ["2025-12-30", "2025-12-31", "2026-01-01"]],
    ["30 Desember - 1 Januari", ["2025-12-30", "2025-12-31", "2026-01-01"]],
    ["besok", ["2025-07-24"]],
    ["Jumat, 22 Agustus 2025; Minggu, 24 Agustus 2025", ["2025-08-22", "2025-08-24"]],
  ])("%s", (typed, days) => {
    expect(said(readDays(typed, TODAY))).toEqual(days);
  });

  it.each([
    ["", "notADate"],
    ["nanti", "notADate"],
    ["31 April", "noSuchDate"],
    ["22 Juli 2025", "past"],
    ["26-22 Agustus 2025", "backwards"],
    ["1-31 Agustus", "tooMany"],
    ["1 Agustus, 30 Desember 2025", "tooFar"],
    ["22–26–28 Agustus", "notADate"],
    ["a".repeat(4_000), "notADate"],
  ])("%s is refused", (typed, reason) => {
    expect(said(readDays(typed, TODAY))).toBe(reason);
  });

  it("are read again as the card shows them, and travel in a button", () => {
    const any = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 14 });
    const start = fc.integer({ min: 0, max: 800 }).map((days) => addDays(TODAY, days));
    fc.assert(
      fc.property(any, start, (offsets, first) => {
        const days = offsets.map((offset) => addDays(first, offset)).sort();
        expect(said(readDays(showDateRange(days), TODAY))).toEqual(days);
        expect(Buffer.byteLength(packDays(days))).toBeLessThan(30);
        expect(unpackDays(packDays(days), TODAY)).toEqual(days);
      }),
    );
  });

  it.each(["", "x", "2025-08-22", "2025-08-22.0", "2025-02-30.1", "2020-01-01.1"])(
    "a button %j that was made up is none",
    (packed) => {
      expect(unpackDays(packed, TODAY)).toBeUndefined();
    },
  );
});

describe("the hours", () => {
  const [a, b] = [
    { from: "14:00", until: "16:00" },
    { from: "09:00", until: "16:00" },
  ];
  it.each<[string, number, unknown]>([
    ["09.00-16.00", 5, [b]],
    ["pukul 09.00–16.00 WIB", 5, [b]],
    ["9 sampai 16", 5, [b]],
    ["9:00 s.d. 16:00", 5, [b]],
    ["14.00-16.00, 09.00-16.00", 2, [a, b]],
    ["Hari ke-1: pukul 14.00–16.00 WIB\nHari ke-2–3: pukul 09.00–16.00 WIB", 3, [a, b, b]],
    ["14.00-16.00, 09.00-16.00", 3, "wrongCount"],
    ["16-9", 1, "backwards"],
    ["9", 1, "notATime"],
    ["9-25", 1, "noSuchTime"],
    ["", 1, "notATime"],
    ["Hari 1-99: 9-16", 3, "wrongCount"],
  ])("%s for %i days", (typed, days, expected) => {
    expect(said(readHours(typed, days))).toEqual(expected);
  });
});

describe("the programme", () => {
  it.each<[string, number, unknown]>([
    [
      "Membuat bros\n2. Membuat gelang",
      2,
      [{ topic: "Membuat bros" }, { topic: "Membuat gelang" }],
    ],
    [
      "Hari 1: Bahan (2 JP); Merangkai 4 jp",
      1,
      [
        {
          topic: "Bahan; Merangkai",
          sessions: [
            { topic: "Bahan", lessonHours: 2 },
            { topic: "Merangkai", lessonHours: 4 },
          ],
        },
      ],
    ],
    ["Membuat bros", 2, "wrongCount"],
    ["Bahan (2 JP); Merangkai", 1, "noLessons"],
    ["Bahan (0 JP)", 1, "lessons"],
    ["ab", 1, "topic"],
    ["lihat https://contoh.id", 1, "topic"],
  ])("%s for %i days", (typed, days, expected) => {
    expect(said(readProgramme(typed, days))).toEqual(expected);
  });
});

describe("the quotas", () => {
  const names = [
    { by: "community", of: "manik-melati", name: "Manik Melati" },
    { by: "community", of: "petir", name: "Petir" },
    { by: "kecamatan", of: "36.04.19", name: "Petir" },
  ] as const;
  it.each<[string, unknown]>([
    ["Manik Melati 2-6", [{ by: "community", of: "manik-melati", least: 2, most: 6 }]],
    ["manik melati: 3", [{ by: "community", of: "manik-melati", least: 3, most: 3 }]],
    ["Kec. Petir paling banyak 4", [{ by: "kecamatan", of: "36.04.19", most: 4 }]],
    ["Petir min 1", [{ by: "community", of: "petir", least: 1 }]],
    ["Manik Melati", "format"],
    ["Manik Mawar 2", "unknown"],
    ["Manik Melati 6-2", "backwards"],
    ["Manik Melati 15, Petir 6", "overSeats"],
    ["Manik Melati 15, Kec. Petir 6", expect.any(Array)],
  ])("%s", (typed, expected) => {
    expect(said(readQuotas(typed, { names, seats: 20 }))).toEqual(expected);
  });
});

describe("answers", () => {
  it("of a training make the same plan again, but for its number and what was made up", () => {
    const training = { ...firstTraining, seatHolders: ["a"] };
    const now = firstTraining.plannedAt;
    const made = planOf(answersOfTraining(training), { id: training.id, organiser: "x", now });
    const wanted = { ...firstTraining, state: "draft", admission: "direct", invented: false };
    expect(made).toEqual(wanted);
  });

  it("for a copy have no date, and make nothing until they have", () => {
    const answers = answersForCopy({ ...demoTraining("2025-08-14"), seatHolders: [] });
    const about = { id: "baru", organiser: "x", now: new Date(0) };
    expect(planOf(answers, about)).toBeUndefined();
    expect(planOf({ ...answers, days: five }, about)?.days[0]).toMatchObject({
      date: "2025-08-22",
      from: "14:00",
    });
  });
});
