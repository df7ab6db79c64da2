import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, instantOf, localDate, localTime } from "../../src/dates.ts";
import { answerTime, byPhoneFrom } from "../../src/enrolments/answer-time.ts";
import { whyNotEligible } from "../../src/enrolments/eligible.ts";
import { nextWaiting } from "../../src/enrolments/next-waiting.ts";
import { type Candidate, passedBy, suggestedOrder } from "../../src/enrolments/order.ts";
import { quotaWarnings } from "../../src/enrolments/quota.ts";

const H = "2025-08-22";
const days = [{ date: H, from: "09:00", until: "15:00" }];
const at = (date: string, time: string) => instantOf(date, time);
const MINUTE = 60_000;

/** Minutes between two moments that lie outside the night, counted one by one. */
function wakingMinutes(from: Date, until: Date): number {
  let count = 0;
  for (let now = from.getTime(); now < until.getTime(); now += MINUTE) {
    const time = localTime(new Date(now));
    if (time >= "07:00" && time < "20:30") count += 1;
  }
  return count;
}

describe("the time to answer a freed seat", () => {
  it.each([
    ["2025-08-10", "09:00", "2025-08-11", "19:30"],
    ["2025-08-10", "22:00", "2025-08-12", "17:30"],
    ["2025-08-19", "09:00", "2025-08-19", "15:00"],
    ["2025-08-19", "18:00", "2025-08-20", "10:30"],
    ["2025-08-21", "09:00", "2025-08-21", "15:00"],
    ["2025-08-21", "14:00", "2025-08-21", "16:00"],
  ])("asked on %s %s it ends on %s %s", (date, time, untilDate, until) => {
    expect(answerTime(at(date, time), days)).toEqual(at(untilDate, until));
  });

  it.each(["15:30", "16:00", "20:00"])("nobody is asked at H-1 %s: people phone", (time) => {
    expect(answerTime(at("2025-08-21", time), days)).toBeUndefined();
  });

  it("is 24 waking hours, from H-3 on six, never in the night, never after H-1 16.00", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 15 * 24 * 60 }), (minutes) => {
        const asked = new Date(at(addDays(H, -15), "00:00").getTime() + minutes * MINUTE);
        const until = answerTime(asked, days);
        if (!until) {
          expect(asked > at(addDays(H, -2), "20:30")).toBe(true);
          return;
        }
        const full = localDate(asked) >= addDays(H, -3) ? 360 : 1_440;
        const given = wakingMinutes(asked, until);
        expect(until <= byPhoneFrom(days)).toBe(true);
        expect(localTime(until) >= "07:00" && localTime(until) <= "20:30").toBe(true);
        if (until < byPhoneFrom(days)) expect(given).toBe(full);
        else expect(given >= 60 && given <= full).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

const belonging = fc.record({
  community: fc.constantFrom(undefined, "a", "b"),
  kecamatan: fc.constantFrom("x", "y"),
});

describe("a freed seat", () => {
  it("goes to the next of the community, then of the kecamatan, then of the list", () => {
    fc.assert(
      fc.property(fc.array(belonging), belonging, (waiting, freed) => {
        const next = nextWaiting(waiting, freed);
        const same = waiting.filter(
          ({ community }) => community !== undefined && community === freed.community,
        );
        const near = waiting.filter(({ kecamatan }) => kecamatan === freed.kecamatan);
        expect(next).toBe(same[0] ?? near[0] ?? waiting[0]);
      }),
    );
  });

  it("of nobody known goes to the first of the list", () => {
    expect(nextWaiting([{ community: "a" }, { community: "b" }], undefined)?.community).toBe("a");
  });
});

const candidate: fc.Arbitrary<Candidate> = fc
  .record({
    craftMatch: fc.boolean(),
    lastTrained: fc.constantFrom(undefined, "2023-01-01", "2024-05-01"),
    reached: fc.boolean(),
    passedOver: fc.integer({ min: 0, max: 2 }),
    interestedAt: fc.integer({ min: 0, max: 3 }).map((day) => new Date(day)),
    skipped: fc.constantFrom(undefined, "sudah pindah"),
  })
  .map(({ lastTrained, skipped, ...facts }) => ({
    ...{ id: "", name: "", kecamatan: "", trainings: 0, communitySeats: 0, road: "none" as const },
    ...facts,
    ...(lastTrained !== undefined && { lastTrained }),
    ...(skipped !== undefined && { skipped }),
  }));
const candidates = fc
  .array(candidate, { maxLength: 12 })
  .map((all) => all.map((one, n) => ({ ...one, id: `p${String(n).padStart(2, "0")}` })));

/** The order said once more, as one long text per person. */
const key = ({ craftMatch, lastTrained, reached, passedOver, interestedAt, id }: Candidate) =>
  [
    craftMatch ? 0 : 1,
    lastTrained === undefined ? 0 : 1,
    lastTrained ?? "",
    reached ? 1 : 0,
    9 - passedOver,
    interestedAt.getTime(),
    id,
  ].join("|");

describe("the suggested order", () => {
  it("is by craft, never trained, longest since, kecamatan, passed over, earliest", () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const order = suggestedOrder(all);
        expect(order.map(key)).toEqual(all.map(key).sort());
      }),
    );
  });

  it("does not depend on the order in which people are read", () => {
    fc.assert(
      fc.property(candidates, (all) => {
        expect(suggestedOrder([...all].reverse())).toEqual(suggestedOrder(all));
      }),
    );
  });

  it("needs a reason for a pick exactly where somebody who was not skipped stands before", () => {
    fc.assert(
      fc.property(candidates, fc.nat(11), (all, at) => {
        const order = suggestedOrder(all);
        const picked = order[at];
        if (!picked) return;
        const before = order.slice(0, at).filter(({ skipped }) => !skipped);
        expect(passedBy(order, picked.id)).toEqual(before.map(({ id }) => id));
      }),
    );
  });
});

describe("who may apply", () => {
  const rina = { kecamatan: "36.04.19", crafts: ["rajut"], community: "sulam" };
  const none = { kecamatan: [], crafts: [], communities: [] };
  it.each([
    [undefined, undefined],
    [none, undefined],
    [{ ...none, kecamatan: ["36.04.30"] }, "kecamatan"],
    [{ ...none, crafts: ["manik", "rajut"] }, undefined],
    [{ ...none, crafts: ["manik"] }, "crafts"],
    [{ ...none, communities: ["anyam"] }, "communities"],
  ])("is told by kecamatan, craft and community: %j", (mayApply, expected) => {
    expect(whyNotEligible(mayApply, rina)).toBe(expected);
  });
});

describe("a quota", () => {
  const quotas = [
    { by: "community" as const, of: "a", most: 1 },
    { by: "community" as const, of: "b", least: 2 },
  ];
  it("warns of too many, and of too few when the seats left are just needed", () => {
    const seated = [{ community: "a" }, { community: "a" }];
    expect(quotaWarnings(quotas, seated, 5).map(({ kind }) => kind)).toEqual(["tooMany"]);
    expect(quotaWarnings(quotas, seated, 2).map(({ kind }) => kind)).toEqual(["tooMany", "tooFew"]);
    expect(quotaWarnings(quotas, [{ community: "b" }, { community: "b" }], 0)).toEqual([]);
  });
});
