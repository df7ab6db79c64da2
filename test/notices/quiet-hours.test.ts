import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seedCalendar } from "../../seeds/holidays.ts";
import { addDays, instantOf, localDate, localTime } from "../../src/dates.ts";
import { nextOpen, plannedFor, type Urgency } from "../../src/notices/quiet-hours.ts";

const wib = (text: string) => instantOf(text.slice(0, 10), text.slice(11));
const show = (moment: Date | undefined) => moment && `${localDate(moment)} ${localTime(moment)}`;
const far = wib("2028-01-01 00:00");
const fasting = { from: "2026-02-19", until: "2026-03-20", source: "made up for this test" };
const calendar = { ...seedCalendar, ramadan: [fasting] };

describe("when something may go to many", () => {
  it.each<[string, Urgency, string, string]>([
    ["in the morning, at once", "reminder", "2026-08-20 09:00", "2026-08-20 09:00"],
    ["at night, at seven", "reminder", "2026-08-20 20:30", "2026-08-21 07:00"],
    ["before seven, at seven", "reminder", "2026-08-20 06:59", "2026-08-20 07:00"],
    ["on the training day, from six", "today", "2026-08-20 05:00", "2026-08-20 06:00"],
    ["at noon, at one", "reminder", "2026-08-20 11:30", "2026-08-20 13:00"],
    ["on Friday at eleven, at half past one", "reminder", "2026-08-21 11:00", "2026-08-21 13:30"],
    ["at dusk, at half past seven", "reminder", "2026-08-20 17:30", "2026-08-20 19:30"],
    ["in Ramadan late, next morning", "reminder", "2026-03-02 16:30", "2026-03-03 07:00"],
    ["at Idulfitri, on the third day", "today", "2026-03-21 09:00", "2026-03-23 06:00"],
    ["on a holiday a reminder goes", "reminder", "2026-08-17 09:00", "2026-08-17 09:00"],
    ["on a holiday news waits", "announcement", "2026-08-17 09:00", "2026-08-18 07:00"],
    [
      "after a Friday holiday news waits over the weekend",
      "announcement",
      "2026-12-25 09:00",
      "2026-12-28 07:00",
    ],
    ["on a usual Saturday news goes", "announcement", "2026-08-22 09:00", "2026-08-22 09:00"],
  ])("%s", (_case, urgency, at, open) => {
    expect(show(nextOpen(wib(at), far, urgency, calendar))).toBe(open);
  });

  it("is never when all the rest is quiet", () => {
    const midnight = wib("2026-08-21 00:00");
    expect(nextOpen(wib("2026-08-20 20:45"), midnight, "reminder", seedCalendar)).toBeUndefined();
  });

  it("is planned before, where all its life is quiet", () => {
    const [due, dead] = [wib("2026-05-28 16:00"), wib("2026-05-29 00:00")];
    expect(show(plannedFor(due, dead, "reminder", seedCalendar))).toBe("2026-05-26 20:29");
  });

  it("is never before the asked moment nor at or after the dead time, whenever that is", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 365 * 24 * 60 }),
        fc.integer({ min: 0, max: 5 * 24 * 60 }),
        fc.constantFrom<Urgency>("today", "reminder", "announcement"),
        (start, life, urgency) => {
          const at = new Date(wib("2026-01-01 00:00").getTime() + start * 60_000);
          const notAfter = new Date(at.getTime() + life * 60_000);
          const open = nextOpen(at, notAfter, urgency, seedCalendar);
          if (!open) return;
          expect(open >= at && open < notAfter).toBe(true);
          expect(nextOpen(open, far, urgency, seedCalendar)).toEqual(open);
          const hour = localTime(open);
          expect(hour >= (urgency === "today" ? "06:00" : "07:00") && hour < "20:30").toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe("the rows of the office's calendar", () => {
  it("are those of the joint decree for 2026, each a date that exists, in order", () => {
    const dates = seedCalendar.holidays.map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(dates.map((date) => addDays(date, 0))).toEqual(dates);
    const leave = seedCalendar.holidays.filter(({ kind }) => kind === "jointLeave");
    expect([dates.length - leave.length, leave.length]).toEqual([17, 8]);
  });
});
