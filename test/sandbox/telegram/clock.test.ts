import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";

import type { Due } from "../../../src/sandbox/telegram/index.ts";
import { openPlace, type Place, postControl } from "./place.ts";

const dayMs = 86_400_000;
let place: Place;
let due: Due[];
let done: { label: string; lateMs: number }[];

beforeEach(async () => {
  place = await openPlace();
  due = [];
  done = [];
  const { clock, standin } = place;
  standin.setHooks({
    upcoming: () => Promise.resolve(due),
    settle: () => Promise.resolve(),
    tick() {
      const now = clock.now().getTime();
      for (const { at, label } of due.filter((one) => one.at.getTime() <= now)) {
        done.push({ label, lateMs: now - at.getTime() });
      }
      due = due.filter((one) => one.at.getTime() > now);
      return Promise.resolve();
    },
  });
});
afterEach(() => place.standin.stop());

const inMs = (ms: number) => new Date(place.clock.now().getTime() + ms);
const plan = (moments: number[]) => {
  due = moments.map((ms, index) => ({ at: inMs(ms), label: `hal ${index}` }));
};

test("90 days with 40 due things pass each of them once, in order and in time", async () => {
  const moment = fc.integer({ min: 1, max: 90 * dayMs - 1 });
  const moments = fc.array(moment, { minLength: 40, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(moments, async (chosen) => {
      done = [];
      plan(chosen);
      const labels = due
        .toSorted((a, b) => a.at.getTime() - b.at.getTime())
        .map((one) => one.label);
      const { passed } = await place.world.moveTo(inMs(90 * dayMs));
      expect(done).toEqual(passed.map(({ label }) => ({ label, lateMs: 0 })));
      expect(passed.map(({ label }) => label)).toEqual(labels);
    }),
    { numRuns: 5 },
  );
});

test("what becomes due on the way is passed too, and what never gets done does not hold the move", async () => {
  plan([1_000]);
  const { standin, clock } = place;
  const stuck = { at: inMs(2_000), label: "macet" };
  let ticks = 0;
  standin.setHooks({
    upcoming: () => Promise.resolve([...due, stuck]),
    settle: () => Promise.resolve(),
    tick: () => {
      if (ticks++ === 0) due = [{ at: new Date(clock.now().getTime() + 500), label: "susulan" }];
      return Promise.resolve();
    },
  });
  const { passed, now } = await place.world.moveTo(inMs(5_000));
  expect(passed.map(({ label }) => label)).toEqual(["hal 0", "susulan", "macet"]);
  expect(now).toBe("2026-03-02T01:00:05.000Z");
});

test("the page goes to the next due thing and only forward; tests may go back", async () => {
  plan([60_000, 120_000]);
  const move = async (body: object) =>
    (await postControl(place.standin, "clock", body)).json() as Promise<object>;
  expect(await move({ to: "next" })).toMatchObject({
    now: "2026-03-02T01:01:00.000Z",
    passed: [{ label: "hal 0", at: "2026-03-02T01:01:00.000Z" }],
    upcoming: [{ label: "hal 1" }],
  });
  expect(await move({ advance_s: 3_600 })).toMatchObject({
    passed: [{ label: "hal 1" }],
    upcoming: [],
  });
  expect(await move({ to: "next" })).toEqual({ error: "nothing is due" });
  expect(await move({ advance_s: -1 })).toEqual({ error: "the clock only goes forward" });
  expect(await move({ now: "2020-01-01" })).toEqual({ error: "the clock only goes forward" });
  await place.standin.control.clock({ now: "2020-01-01" });
  expect(place.clock.now().getFullYear()).toBe(2020);
  await move({ freeze: false });
  expect(place.clock.isFrozen()).toBe(false);
});
