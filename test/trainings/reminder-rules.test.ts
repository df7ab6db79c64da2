import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { seedCalendar } from "../../seeds/holidays.ts";
import { demoTraining, firstTraining } from "../../seeds/trainings.ts";
import { addDays, instantOf, localDate, localTime, weekday } from "../../src/dates.ts";
import { isHoliday, nextOpen, type OfficeCalendar } from "../../src/notices/quiet-hours.ts";
import { dayWord, remindersOf } from "../../src/trainings/reminder-rules.ts";
import type { TrainingDay, TrainingPlan } from "../../src/trainings/training.ts";

const noHolidays: OfficeCalendar = { holidays: [], ramadan: [] };
const wib = (moment: Date) => `${localDate(moment)} ${localTime(moment)}`;

type Away = Partial<Pick<TrainingPlan, "gathering" | "travel">>;

function plan(days: TrainingDay[], calendar = noHolidays, away: Away = {}) {
  return Object.fromEntries(
    remindersOf({ days, ...away }, calendar).map(({ rule, dueAt, notAfter }) => [
      rule,
      [wib(dueAt), wib(notAfter)],
    ]),
  );
}
const day = (date: string, from = "09:00"): TrainingDay => ({ date, from, until: "16:00" });

describe("the reminders of a training", () => {
  it("are those of the whole rhythm, of the first training in Bandung", () => {
    const { days, gathering } = firstTraining;
    expect(plan(days, noHolidays, gathering && { gathering })).toEqual({
      "H-7": ["2025-08-15 09:00", "2025-08-16 20:30"],
      "H-3": ["2025-08-19 09:00", "2025-08-20 20:30"],
      "H-2": ["2025-08-20 16:00", "2025-08-21 12:00"],
      "H-1": ["2025-08-21 16:00", "2025-08-22 00:00"],
      // It starts at 14.00, but people gather at 08.30.
      "hari-1": ["2025-08-22 06:30", "2025-08-22 08:00"],
      "hari-2": ["2025-08-23 06:30", "2025-08-23 08:30"],
      "hari-3": ["2025-08-24 06:30", "2025-08-24 08:30"],
      "hari-4": ["2025-08-25 06:30", "2025-08-25 08:30"],
      "hari-5": ["2025-08-26 06:30", "2025-08-26 08:30"],
      "H+1": ["2025-08-27 09:00", "2025-09-02 20:30"],
      "H+30": ["2025-09-25 09:00", "2025-10-02 09:00"],
      "H+90": ["2025-11-24 09:00", "2025-12-01 09:00"],
    });
  });

  it("are without H-2 and by the start where nobody travels", () => {
    const { "H-2": travel, "hari-1": first } = plan(firstTraining.days);
    expect(travel).toBeUndefined();
    expect(first).toEqual(["2025-08-22 08:00", "2025-08-22 13:30"]);
    expect(plan(firstTraining.days, noHolidays, { travel: "bus" })["H-2"]).toBeDefined();
  });

  it.each([
    ["07:00", undefined],
    ["07:30", ["2025-08-22 06:30", "2025-08-22 07:00"]],
    ["10:00", ["2025-08-22 08:00", "2025-08-22 09:30"]],
    // 12.00 on a Friday is quiet.
    ["14:30", ["2025-08-22 12:30", "2025-08-22 14:00"]],
    // A slip of the pen: nobody gathers after the start.
    ["18:00", ["2025-08-22 13:00", "2025-08-22 14:30"]],
  ])("are, where people gather at %s on the first day, %j", (at, expected) => {
    const away = { gathering: { place: "halaman kantor", at } };
    expect(plan([day("2025-08-22", "15:00")], noHolidays, away)["hari-1"]).toEqual(expected);
  });

  it("are for those who said yes, those who are not sure, and those who were there", () => {
    const whom = remindersOf(firstTraining, noHolidays).map(({ rule, to }) => [rule, to]);
    expect(Object.fromEntries(whom)).toMatchObject({
      ...{ "H-7": "going", "H-3": "unsure", "H-2": "going", "H-1": "going", "hari-5": "going" },
      ...{ "H+1": "present", "H+30": "present", "H+90": "present" },
    });
  });

  it("arrive with a sound on the first day and silently on the others", () => {
    const loud = remindersOf(firstTraining, noHolidays).filter(({ silent }) => !silent);
    const before = ["H-7", "H-3", "H-2", "H-1", "hari-1"];
    expect(loud.map(({ rule }) => rule)).toEqual([...before, "H+1", "H+30", "H+90"]);
  });

  it("move H-7 from a Sunday or holiday to an earlier day, never later", () => {
    expect(plan([day("2025-08-24")])["H-7"]?.[0]).toBe("2025-08-16 09:00");
    // 25 and 24 December are holiday and joint leave.
    expect(plan([day("2027-01-01")], seedCalendar)["H-7"]?.[0]).toBe("2026-12-23 09:00");
  });

  it.each([
    ["07:00", undefined],
    ["07:30", ["2025-08-22 06:30", "2025-08-22 07:00"]],
    ["10:00", ["2025-08-22 06:30", "2025-08-22 09:30"]],
    ["10:30", ["2025-08-22 08:00", "2025-08-22 10:00"]],
  ])("are, on a day that starts at %s, %j", (from, expected) => {
    expect(plan([day("2025-08-22", from)])["hari-1"]).toEqual(expected);
  });

  it("go before a feast on which nothing is sent", () => {
    // Idulfitri is 21 and 22 March 2026; in Ramadan nothing goes from 16.30.
    const fasting = { from: "2026-02-19", until: "2026-03-20", source: "made up for this test" };
    const calendar = { ...seedCalendar, ramadan: [fasting] };
    expect(plan([day("2026-03-23")], calendar)["H-1"]?.[0]).toBe("2026-03-20 16:29");
  });

  it("are none for a training without days", () => {
    expect(plan([])).toEqual({});
  });

  it("start eight days after the demo's clock, so that H-7 comes tomorrow", () => {
    expect(plan(demoTraining("2026-11-24").days)["H-7"]?.[0]).toBe("2026-11-25 09:00");
  });
});

describe("the word for the day", () => {
  it.each([
    ["2025-08-21T16:59:00Z", "tomorrow"],
    ["2025-08-21T17:00:00Z", "today"],
    ["2025-08-22T16:59:00Z", "today"],
    ["2025-08-22T17:00:00Z", "date"],
    ["2025-08-20T16:59:00Z", "date"],
  ])("at %s, of 22 August in Jakarta, is %s", (now, word) => {
    expect(dayWord(new Date(now), "2025-08-22")).toBe(word);
  });
});

const clockTime = fc
  .integer({ min: 5 * 60, max: 20 * 60 })
  .map((minute) => `${two(minute / 60)}:${two(minute % 60)}`);
const two = (part: number) => String(Math.floor(part)).padStart(2, "0");

/** Any training of one to six days in a row, in a year with holidays or without. */
const anyTraining = fc
  .record({
    start: fc.integer({ min: 0, max: 900 }).map((days) => addDays("2025-06-01", days)),
    starts: fc.array(clockTime, { minLength: 1, maxLength: 6 }),
  })
  .map(({ start, starts }) => starts.map((from, index) => day(addDays(start, index), from)));

describe("in thousands of random weeks", () => {
  it("no reminder is due after its dead time, at a quiet hour, or after what it speaks of", () => {
    fc.assert(
      fc.property(anyTraining, (days) => {
        for (const reminder of remindersOf({ days }, seedCalendar)) {
          const { dueAt, notAfter, urgency } = reminder;
          expect(dueAt < notAfter).toBe(true);
          expect(nextOpen(dueAt, notAfter, urgency, seedCalendar)).toBeDefined();
          const { date, from, until } = reminder.day;
          if (reminder.to === "present") expect(dueAt > instantOf(date, until)).toBe(true);
          else expect(notAfter < instantOf(date, from)).toBe(true);
        }
      }),
      { numRuns: 700 },
    );
  });

  it("H-7 is never later than seven days before, and never on a Sunday or holiday", () => {
    fc.assert(
      fc.property(anyTraining, (days) => {
        const week = remindersOf({ days }, seedCalendar).find(({ rule }) => rule === "H-7");
        const date = localDate(week?.dueAt ?? new Date(0));
        expect(date <= addDays(days[0]?.date ?? "", -7)).toBe(true);
        expect(weekday(date)).not.toBe(7);
        expect(isHoliday(date, seedCalendar)).toBe(false);
      }),
      { numRuns: 700 },
    );
  });

  it("while a reminder lives its word is true: tomorrow on the eve, today on the day", () => {
    const words = {
      ...{ week: ["date"], sure: ["date"], travel: ["date", "tomorrow"], eve: ["tomorrow"] },
      ...{ departure: ["today"], day: ["today"] },
      ...{ thanks: ["date"], month: ["date"], quarter: ["date"] },
    };
    fc.assert(
      fc.property(anyTraining, fc.double({ min: 0, max: 0.999, noNaN: true }), (days, part) => {
        const gathering = { place: "halaman", at: days[0]?.from ?? "" };
        for (const { kind, day, dueAt, notAfter } of remindersOf({ days, gathering }, noHolidays)) {
          const life = notAfter.getTime() - dueAt.getTime();
          const now = new Date(dueAt.getTime() + Math.floor(life * part));
          expect(words[kind]).toContain(dayWord(now, day.date));
        }
      }),
      { numRuns: 700 },
    );
  });
});

describe("the zone of the machine", () => {
  const zone = process.env["TZ"];
  afterEach(() => {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  });

  it("changes no instant", () => {
    const inZone = (name: string) => {
      process.env["TZ"] = name;
      const offset = new Date("2026-01-01T00:00:00Z").getTimezoneOffset();
      const dates = ["2026-01-01", "2026-03-14", "2026-10-20"];
      return { offset, all: dates.map((date) => remindersOf(demoTraining(date), seedCalendar)) };
    };
    const [utc, west, east] = ["UTC", "America/New_York", "Asia/Jayapura"].map(inZone);
    expect([utc?.offset, west?.offset, east?.offset]).toEqual([0, 300, -540]);
    expect(west?.all).toEqual(utc?.all);
    expect(east?.all).toEqual(utc?.all);
  });
});
