import fc from "fast-check";
import { afterEach, describe, expect, it, test, vi } from "vitest";
import * as dates from "../src/dates.ts";
import { readDate, readTime } from "../src/read-date.ts";

/** Any UTF-16, halves of surrogate pairs too. */
const anyText = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) });

/** 22 August 2025, 00.30 WIB: still the 21st in UTC. */
const HALF_PAST_MIDNIGHT = new Date("2025-08-21T17:30:00Z");
const FIVE_DAYS = ["2025-08-22", "2025-08-23", "2025-08-24", "2025-08-25", "2025-08-26"];
const anyDate = fc
  .date({ min: new Date("1950-01-01"), max: new Date("2090-12-31"), noInvalidDate: true })
  .map((instant) => dates.localDate(instant));

afterEach(() => vi.unstubAllEnvs());

describe.each(["UTC", "Asia/Jakarta", "America/Los_Angeles", "Pacific/Kiritimati"])(
  "with the process in %s",
  (zone) => {
    it("half past midnight in WIB belongs to the new day", () => {
      vi.stubEnv("TZ", zone);
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      expect(dates.localDate(HALF_PAST_MIDNIGHT)).toBe("2025-08-22");
      expect(dates.localTime(HALF_PAST_MIDNIGHT)).toBe("00:30");
      expect(dates.instantOf("2025-08-22", "00:30")).toEqual(HALF_PAST_MIDNIGHT);
      expect(dates.weekday("2025-08-22")).toBe(5);
      expect(dates.addDays("2025-03-30", 1)).toBe("2025-03-31");
      expect(dates.showMoment(HALF_PAST_MIDNIGHT)).toBe("Jumat, 22 Agustus 2025, pukul 00.30 WIB");
      expect(dates.showShortDate("2025-08-22")).toBe("Jum, 22 Agu 2025");
      expect(dates.partOfDay(HALF_PAST_MIDNIGHT)).toBe("malam");
      expect(readDate("besok", "2025-12-31")).toEqual({ ok: true, value: "2026-01-01" });
    });
  },
);

describe("counting", () => {
  it("counts days of the calendar", () => {
    expect(dates.addDays("2025-08-22", -30)).toBe("2025-07-23");
    expect(dates.addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(dates.daysBetween("2025-08-22", "2025-08-26")).toBe(4);
    expect(dates.daysBetween("2026-01-01", "2025-12-31")).toBe(-1);
  });

  it("comes back the way it went", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(dates.daysBetween(date, dates.addDays(date, days))).toBe(days);
        expect(dates.localDate(dates.instantOf(date, "00:00"))).toBe(date);
        expect(dates.localDate(dates.instantOf(date, "23:59"))).toBe(date);
      }),
    );
  });

  it("throws on dates and times that no reader gives", () => {
    expect(() => dates.instantOf("2025-02-30", "09:00")).toThrow(RangeError);
    expect(() => dates.instantOf("2025-02-20", "9 pagi")).toThrow(RangeError);
    expect(() => dates.addDays("besok", 1)).toThrow(RangeError);
    expect(dates.isLocalDate("2025-02-29")).toBe(false);
    expect(dates.isLocalDate("2025-W09")).toBe(false);
    expect(dates.isLocalDate("2024-02-29")).toBe(true);
  });
});

describe("showing", () => {
  it("writes a date, a time and hours", () => {
    expect(dates.showDate("2025-08-22")).toBe("Jumat, 22 Agustus 2025");
    expect(dates.showDate("2025-08-22", "en")).toBe("Friday, 22 August 2025");
    expect(dates.showShortDate("2025-08-22", "en")).toBe("Fri, 22 Aug 2025");
    expect(dates.showTime("09:00")).toBe("pukul 09.00 WIB");
    expect(dates.showHours("09:00", "15:00")).toBe("pukul 09.00–15.00 WIB");
    expect(dates.showHours("09:00", "15:00", "en")).toBe("09:00–15:00 WIB");
    expect(dates.showMoment(HALF_PAST_MIDNIGHT, "en")).toBe("Friday, 22 August 2025, 00:30 WIB");
  });

  test.each([
    [FIVE_DAYS, "Jumat–Selasa, 22–26 Agustus 2025"],
    [FIVE_DAYS.toReversed(), "Jumat–Selasa, 22–26 Agustus 2025"],
    [["2025-08-22"], "Jumat, 22 Agustus 2025"],
    [["2025-08-22", "2025-08-22"], "Jumat, 22 Agustus 2025"],
    [["2025-08-31", "2025-09-01"], "Minggu–Senin, 31 Agustus–1 September 2025"],
    [["2025-12-31", "2026-01-01"], "Rabu–Kamis, 31 Desember 2025–1 Januari 2026"],
    [["2025-08-22", "2025-08-24"], "Jumat, 22 Agustus 2025; Minggu, 24 Agustus 2025"],
    [[], ""],
  ])("writes %j as %j", (days, text) => expect(dates.showDateRange(days)).toBe(text));

  it("writes a range in English and in letters", () => {
    expect(dates.showDateRange(FIVE_DAYS, "en")).toBe("Friday–Tuesday, 22–26 August 2025");
    expect(dates.showDatesInLetter(FIVE_DAYS)).toBe("Jumat s.d. Selasa, 22 s.d. 26 Agustus 2025");
  });

  test.each([
    ["03:59", "malam"],
    ["04:00", "pagi"],
    ["10:59", "pagi"],
    ["11:00", "siang"],
    ["15:00", "sore"],
    ["18:00", "malam"],
  ])("%s is %s", (time, part) =>
    expect(dates.partOfDay(dates.instantOf("2025-08-22", time))).toBe(part),
  );
});

describe("reading a date, today being 20 August 2025", () => {
  const read = (text: string) => readDate(text, "2025-08-20");

  test.each([
    "22-8-2025",
    "22/08/2025",
    "22.8.2025",
    "22 - 08 - 25",
    "22 8",
    "22/8",
    "22 Agustus",
    "22 Agustus 2025",
    "22Agustus2025",
    "22 Agt",
    "22 Ags.",
    "22-Agu-25",
    "22 agust",
    "22 August 2025",
    "tgl 22 Agustus",
    "Jum'at, 22 Agustus 2025",
    "Senin 22 Agustus",
    "2025-08-22",
    "٢٢/٨/٢٠٢٥",
    "lusa",
    " LUSA! ",
  ])("%j is 22 August 2025", (text) =>
    expect(read(text)).toEqual({ ok: true, value: "2025-08-22" }),
  );

  test.each([
    ["hari ini", "2025-08-20"],
    ["besok", "2025-08-21"],
    ["20/8", "2025-08-20"],
    ["19/8", "2026-08-19"],
    ["5 Peb", "2026-02-05"],
    ["5 Nop", "2025-11-05"],
    ["5 Okt 2024", "2024-10-05"],
    ["3 Mei", "2026-05-03"],
    ["8/9/2025", "2025-09-08"],
    ["29 Feb", "2028-02-29"],
  ])("%j is %s", (text, value) => expect(read(text)).toEqual({ ok: true, value }));

  test.each([
    ["31 April", "noSuchDate"],
    ["29-2-2025", "noSuchDate"],
    ["8/22/2025", "noSuchDate"],
    ["0/8", "noSuchDate"],
    ["32/8", "noSuchDate"],
    ["2025-13-01", "noSuchDate"],
    ["1-1-0001", "noSuchDate"],
    ["22", "notADate"],
    ["228", "notADate"],
    ["2282025", "notADate"],
    ["22-26 Agustus", "notADate"],
    ["22/8/202", "notADate"],
    ["22 constructor", "notADate"],
    ["22 __proto__", "notADate"],
    ["", "notADate"],
    ["😀", "notADate"],
  ])("%j is refused: %s", (text, reason) => expect(read(text)).toEqual({ ok: false, reason }));

  it("refuses 4,097 digits", () =>
    expect(read("9".repeat(4097))).toEqual({ ok: false, reason: "notADate" }));

  it("reads back every date it shows", () => {
    fc.assert(
      fc.property(anyDate, anyDate, (date, today) => {
        for (const language of ["id", "en"] as const) {
          const read = { ok: true, value: date };
          expect(readDate(dates.showDate(date, language), today)).toEqual(read);
        }
      }),
    );
  });

  it("never throws, and gives only dates that exist", () => {
    const numbers = fc.string({ unit: fc.constantFrom(..."0123/-. a٣"), maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(numbers, anyText), anyDate, (text, today) => {
        const found = readDate(text, today);
        if (found.ok) expect(dates.isLocalDate(found.value)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("reading a time", () => {
  test.each([
    ["9", "09:00"],
    ["09.00", "09:00"],
    ["9:30", "09:30"],
    ["9,30", "09:30"],
    ["0930", "09:30"],
    ["jam 9", "09:00"],
    ["Pukul 09.00 WIB", "09:00"],
    ["9 pagi", "09:00"],
    ["2 siang", "14:00"],
    ["jam 4 sore", "16:00"],
    ["7.15 malam", "19:15"],
    ["12 siang", "12:00"],
    ["12 malam", "00:00"],
    ["14.00 siang", "14:00"],
    ["3pm", "15:00"],
    ["00.30", "00:30"],
    ["23.59", "23:59"],
    ["٩", "09:00"],
  ])("%j is %s", (text, value) => expect(readTime(text)).toEqual({ ok: true, value }));

  test.each([
    ["24.00", "noSuchTime"],
    ["9.60", "noSuchTime"],
    ["25", "noSuchTime"],
    ["9.5", "notATime"],
    ["930", "notATime"],
    ["9-15", "notATime"],
    ["09.00–15.00", "notATime"],
    ["9 WITA", "notATime"],
    ["pagi", "notATime"],
    ["-9", "notATime"],
    ["", "notATime"],
    ["constructor", "notATime"],
  ])("%j is refused: %s", (text, reason) => expect(readTime(text)).toEqual({ ok: false, reason }));

  it("never throws, reads what it shows, and gives only times that exist", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = readTime(text);
        if (found.ok) expect(readTime(dates.showTime(found.value))).toEqual(found);
      }),
    );
    fc.assert(
      fc.property(fc.nat(23), fc.nat(59), (hour, minute) => {
        const value = [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");
        expect(readTime(dates.showTime(value))).toEqual({ ok: true, value });
      }),
    );
  });
});
