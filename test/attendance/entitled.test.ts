import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entitled, leastDays, THRESHOLD } from "../../src/attendance/entitled.ts";
import { markId, type Mark } from "../../src/attendance/mark.ts";
import { addDays } from "../../src/dates.ts";
import type { TrainingDay } from "../../src/trainings/training.ts";

const planOf = (hours: readonly number[]): TrainingDay[] =>
  hours.map((lessonHours, at) => ({
    ...{ date: addDays("2025-08-22", at), from: "09:00", until: "16:00" },
    sessions: [{ topic: "Bros", lessonHours }],
  }));

const markOf = (date: string, road: Mark["road"], voided: boolean): Mark => {
  const given = { training: "t", date, artisan: "a", road, by: 1 };
  const end = { at: new Date(0), by: 2, reason: "keliru" };
  const mark = { ...given, id: markId(given), as: "coordinator", at: new Date(0) } as const;
  return voided ? { ...mark, voided: end } : mark;
};

const marksOf = (days: number) =>
  fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: days + 2 }),
      road: fc.constantFrom("code", "tick", "card", "paper"),
      voided: fc.boolean(),
    }),
    { maxLength: 40 },
  );

describe("who may have a certificate", () => {
  it("is whoever was there often enough, by presence alone, whatever roads and repeats", () => {
    const cases = fc
      .array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 12 })
      .chain((hours) => fc.tuple(fc.constant(hours), marksOf(hours.length)));
    fc.assert(
      fc.property(cases, ([hours, given]) => {
        const days = planOf(hours);
        const marks = given.map(({ at, road, voided }) =>
          markOf(addDays("2025-08-22", at), road, voided),
        );
        const there = new Set(given.filter(({ voided }) => !voided).map(({ at }) => at));
        const own = hours.map((_, at) => at).filter((at) => there.has(at));
        const [found, ...more] = entitled({ days, state: "closed" }, marks);
        expect(more).toEqual([]);
        if (!own.length) {
          expect(found).toBeUndefined();
          return;
        }
        expect(found?.dates).toEqual(own.map((at) => days[at]?.date));
        expect(found?.lessonHours).toBe(own.reduce((sum, at) => sum + (hours[at] ?? 0), 0));
        expect(found?.entitled).toBe(own.length * 5 >= hours.length * 4);
      }),
    );
  });

  it("is nobody before the end, with an open objection, or of a day to be checked", () => {
    const days = planOf([4, 4]);
    const marks = days.map(({ date }) => markOf(date, "tick", false));
    const why = (state: "running" | "closed", obstacles = {}) =>
      entitled({ days, state }, marks, THRESHOLD, obstacles)[0];
    expect(why("closed")).toMatchObject({ entitled: true, lessonHours: 8 });
    expect(why("running")).toMatchObject({ entitled: false, because: "notClosed" });
    expect(why("closed", { openDisputes: ["a"] })).toMatchObject({ because: "openDispute" });
    expect(why("closed", { daysToCheck: ["2025-08-23"] })).toMatchObject({ because: "dayToCheck" });
    expect(why("closed", { openDisputes: ["b"] })).toMatchObject({ entitled: true });
  });

  it("asks for four of five days", () => {
    expect([1, 2, 3, 4, 5, 10].map((days) => leastDays(days, 0.8))).toEqual([1, 2, 3, 4, 4, 8]);
  });
});
