import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seedCalendar } from "../../seeds/holidays.ts";
import { firstTraining } from "../../seeds/trainings.ts";
import { runsDue } from "../../src/notices/plan-reminders.ts";
import { remindersOf } from "../../src/trainings/reminder-rules.ts";
import { wib } from "./office.ts";

const reminders = remindersOf(firstTraining, seedCalendar);

/** The state of each run that is due at this moment. */
function statesAt(now: Date, plannedAt = wib("2025-07-23 09:00")) {
  const runs = runsDue({ ...firstTraining, plannedAt }, reminders, now);
  return Object.fromEntries(runs.map(({ rule, state }) => [rule, state]));
}

describe("reminders that have come due", () => {
  it("are none before H-7", () => {
    expect(statesAt(wib("2025-08-15 08:59"))).toEqual({});
  });

  it("are sent from their minute on", () => {
    expect(statesAt(wib("2025-08-15 09:00"))).toEqual({ "H-7": "queued" });
  });

  it("are reported where nobody looked in time", () => {
    expect(statesAt(wib("2025-08-21 16:00"))).toEqual({
      ...{ "H-7": "expired", "H-3": "expired", "H-2": "expired", "H-1": "queued" },
    });
  });

  it("are skipped without a word where the plan is younger", () => {
    const late = wib("2025-08-21 15:00");
    expect(statesAt(wib("2025-08-21 16:00"), late)).toEqual({
      ...{ "H-7": "skipped", "H-3": "skipped", "H-2": "skipped", "H-1": "queued" },
    });
  });

  it("are only the latest of several that live, whichever was written down before", () => {
    const [week, eve] = ["week", "eve"].map((kind) => reminders.find((one) => one.kind === kind));
    if (!week || !eve) throw new Error("the plan has no H-7 and H-1");
    const overlapping = [{ ...week, notAfter: eve.notAfter }, eve];
    const runs = runsDue(firstTraining, overlapping, wib("2025-08-21 16:00"));
    expect(runs.map(({ rule, state }) => [rule, state])).toEqual([
      ["H-7", "skipped"],
      ["H-1", "queued"],
    ]);
  });

  it("are at any moment at most one to send, and never one that is dead", () => {
    const start = wib("2025-08-10 00:00").getTime();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 * 24 * 3_600 }), (second) => {
        const now = new Date(start + second * 1_000);
        const queued = runsDue(firstTraining, reminders, now).filter(
          ({ state }) => state === "queued",
        );
        expect(queued.length).toBeLessThanOrEqual(1);
        for (const { notAfter } of queued) expect(now < notAfter).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });
});
