import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Double } from "../../src/doubles/double.ts";
import { flagDoubles } from "../../src/doubles/flag-doubles.ts";
import { mergeRecords } from "../../src/doubles/merge.ts";
import type { MergeServices } from "../../src/doubles/merge-services.ts";
import { closeMerges, finishMerges } from "../../src/doubles/tend-merges.ts";
import { undoMerge } from "../../src/doubles/undo-merge.ts";
import { firstTraining } from "../../seeds/trainings.ts";
import { addArtisan } from "../support/records.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { beginAnew, DAY_MS, enrolled, stored, twoOfRina } from "./pairs.ts";

const COORDINATOR = 6_300_000_000;

let sanggar: TestSanggar;
beforeAll(async () => {
  sanggar = await openSanggar();
});
afterAll(() => sanggar.close());
beforeEach(() => beginAnew(sanggar));

const merge = async (double: Double) => {
  const done = await mergeRecords(double, COORDINATOR, sanggar.services);
  if (!done.ok) throw new Error(done.reason);
  return done.merge.id;
};

type Stored = Awaited<ReturnType<typeof stored>>;
const holders = ({ trainings }: Stored) =>
  trainings.map((one) => [...(one as unknown as { seatHolders: string[] }).seatHolders].sort());

describe("a merge", () => {
  it("unites seats, enrolments and whom a community is led by, never one seat too many", async () => {
    const { mine, double } = await enrolled(sanggar);
    await merge(double);
    const after = await stored(sanggar);
    for (const training of after.trainings)
      expect(training).toMatchObject({ seatHolders: [mine.id] });
    expect(after.enrolments.map((row) => row._id)).toEqual(
      [firstTraining.id, "second", "third"].map((training) => `enr:${training}:${mine.id}`),
    );
    expect(after.enrolments.every((row) => (row as { state?: string }).state === "accepted")).toBe(
      true,
    );
    expect(after.communities[0]).toMatchObject({ leaders: [mine.id] });
  });

  it("is one, pressed twice and by many at once", async () => {
    const { mine, double } = await enrolled(sanggar);
    const ids = await Promise.allSettled(Array.from({ length: 8 }, () => merge(double)));
    expect(ids.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
    await finishMerges(sanggar.services);
    const again = await merge(double);
    expect(again).toContain(double.handle);
    expect(await sanggar.connection.collection("merges").countDocuments()).toBe(1);
    expect(await sanggar.services.artisans.byId(mine.id)).toMatchObject({ teach: ["manik"] });
    for (const record of (await stored(sanggar)).artisans)
      expect(record).not.toHaveProperty("inMerge");
  });

  it("is taken back exactly, all that was before", async () => {
    const { double } = await enrolled(sanggar);
    const before = await stored(sanggar);
    const id = await merge(double);
    expect(await stored(sanggar)).not.toEqual(before);
    expect(await undoMerge(id, sanggar.services)).toEqual({ ok: true, seatsLost: 0 });
    const after = await stored(sanggar);
    expect(after.artisans).toEqual(before.artisans);
    expect(after.enrolments).toEqual(before.enrolments);
    expect(after.communities).toEqual(before.communities);
    expect(holders(after)).toEqual(holders(before));
    expect((await sanggar.services.doubles.open(1))[0]?.id).toBe(double.id);
    expect(await undoMerge(id, sanggar.services)).toMatchObject({ ok: false, reason: "tooLate" });
  });

  it("taken back leaves what the person changed since", async () => {
    const { mine, other, double } = await twoOfRina(sanggar, {}, { businessName: "Melati" });
    const id = await merge(double);
    const { artisans } = sanggar.services;
    await artisans.change({ id: mine.id, version: 99 }, { businessName: "Mawar", workers: "20+" });
    await undoMerge(id, sanggar.services);
    expect(await artisans.byId(mine.id)).toMatchObject({ businessName: "Mawar", workers: "20+" });
    expect(await artisans.byId(other.id)).toMatchObject({ businessName: "Melati" });
  });

  it("taken back gives an account and a number that others have by now to nobody twice", async () => {
    const number = { number: "+6281277776666", verified: true };
    const { mine, other, double } = await twoOfRina(sanggar, {}, { phone: number });
    const choices = { phone: mine.id < other.id ? "a" : "b" } as const;
    await sanggar.services.doubles.pick(double, "phone", choices.phone);
    const picked = await sanggar.services.doubles.byId(double.id);
    if (!picked) throw new Error("no pair");
    const id = await merge(picked);
    const third = await addArtisan(sanggar, { phone: number });
    expect(await undoMerge(id, sanggar.services)).toMatchObject({ ok: true });
    const records = (await stored(sanggar)).artisans;
    const indexed = records.filter((record) => "phoneIndex" in record).map(({ _id }) => _id);
    expect(indexed).toEqual([third.id]);
    expect(await sanggar.services.artisans.byId(other.id)).toMatchObject({ state: "active" });
  });

  it("of a record that was merged again is taken back only after the later one", async () => {
    const { mine, double } = await twoOfRina(sanggar);
    const first = await merge(double);
    await sanggar.world.moveTo(new Date(sanggar.clock.now().getTime() + 60_000));
    await addArtisan(sanggar, { name: "Rina Wulandari" });
    await flagDoubles(mine.id, sanggar.services);
    const [next] = await sanggar.services.doubles.open(1);
    if (!next) throw new Error("no pair");
    const asked = await sanggar.services.doubles.pick(next, "account", "a");
    expect(asked).toBe(true);
    const second = await merge({ ...next, version: 1, choices: { account: "a" } });
    expect(await undoMerge(first, sanggar.services)).toMatchObject({ ok: false });
    expect(await undoMerge(second, sanggar.services)).toMatchObject({ ok: true });
    expect(await undoMerge(first, sanggar.services)).toMatchObject({ ok: true });
  });

  it("of a record whose person wants to be erased is refused", async () => {
    const { mine, double } = await twoOfRina(sanggar);
    const leaving = { since: sanggar.clock.now(), eraseAt: sanggar.clock.now() };
    await sanggar.services.artisans.change({ id: mine.id, version: 9 }, { leaving });
    expect(await mergeRecords(double, COORDINATOR, sanggar.services)).toMatchObject({ ok: false });
    expect((await stored(sanggar)).artisans.some((record) => "inMerge" in record)).toBe(false);
  });
});

describe("a merge that dies", () => {
  /** The services, with a word in before each of their steps. */
  function watched(beforeStep: () => void): MergeServices {
    const watch = <T extends object>(part: T): T =>
      new Proxy(part, {
        get(target, name) {
          const method = Reflect.get(target, name) as unknown;
          if (typeof method !== "function") return method;
          return (...args: unknown[]) => {
            beforeStep();
            return (method as (...given: unknown[]) => unknown).apply(part, args);
          };
        },
      });
    const { merges, unitedRecords, unitedSeats, communities, doubles } = sanggar.services;
    const { unitedRows } = sanggar.services;
    return {
      ...sanggar.services,
      merges: watch(merges),
      unitedRecords: watch(unitedRecords),
      unitedRows: watch(unitedRows),
      unitedSeats: watch(unitedSeats),
      communities: watch(communities),
      doubles: watch(doubles),
    };
  }

  /** As if the process had died before its step of this number. */
  function dyingAt(step: number): MergeServices {
    let done = 0;
    return watched(() => {
      if (done === step) throw new Error("died here");
      done += 1;
    });
  }

  /** How many steps the work takes when it lives. */
  async function stepsOf(work: (services: MergeServices) => Promise<unknown>): Promise<number> {
    let steps = 0;
    await work(watched(() => (steps += 1)));
    return steps;
  }

  it("at any step is finished later, as if it had lived", { timeout: 120_000 }, async () => {
    sanggar.clock.freeze(true);
    const first = (await enrolled(sanggar)).double;
    const steps = await stepsOf((services) => mergeRecords(first, COORDINATOR, services));
    expect(steps).toBeGreaterThan(20);
    const whole = shapeOf(await stored(sanggar));
    for (let step = 0; step < steps; step += 1) {
      await beginAnew(sanggar);
      const { double } = await enrolled(sanggar);
      const dies = mergeRecords(double, COORDINATOR, dyingAt(step));
      await expect(dies).rejects.toThrow("died here");
      await finishMerges(sanggar.services);
      // Before the first word of it was written there is nothing to finish.
      if (await sanggar.services.doubles.countOpen()) await merge(double);
      expect(shapeOf(await stored(sanggar))).toEqual(whole);
    }
    sanggar.clock.freeze(false);
  });

  it("at any step of taking it back is finished later", { timeout: 120_000 }, async () => {
    sanggar.clock.freeze(true);
    const first = await merge((await enrolled(sanggar)).double);
    const steps = await stepsOf((services) => undoMerge(first, services));
    expect(steps).toBeGreaterThan(20);
    for (let step = 0; step < steps; step += 1) {
      await beginAnew(sanggar);
      const { double } = await enrolled(sanggar);
      const before = await stored(sanggar);
      const id = await merge(double);
      await expect(undoMerge(id, dyingAt(step))).rejects.toThrow("died here");
      await finishMerges(sanggar.services);
      const isMerged = (await sanggar.services.merges.byId(id))?.state === "done";
      if (isMerged) await undoMerge(id, sanggar.services);
      const after = await stored(sanggar);
      expect(after.artisans).toEqual(before.artisans);
      expect(after.enrolments).toEqual(before.enrolments);
      expect(holders(after)).toEqual(holders(before));
    }
    sanggar.clock.freeze(false);
  });
});

describe("a merge of long ago", () => {
  it("erases the old values after 30 days", async () => {
    const { mine, other, double } = await twoOfRina(
      sanggar,
      {},
      { businessName: "Melati Rahasia" },
    );
    const id = await merge(double);
    expect(await closeMerges(sanggar.services)).toBe(0);
    sanggar.clock.set(new Date(sanggar.clock.now().getTime() + 31 * DAY_MS));
    expect(await closeMerges(sanggar.services)).toBe(1);
    expect(await closeMerges(sanggar.services)).toBe(0);
    const records = (await stored(sanggar)).artisans;
    const stripped = records.find(({ _id }) => _id === other.id);
    expect(JSON.stringify(stripped)).not.toMatch(/Rina|Melati|phone/);
    expect(stripped).toMatchObject({ state: "merged", mergedInto: mine.id });
    expect((await sanggar.services.merges.byId(id))?.plan).toBeUndefined();
    expect(await sanggar.services.artisans.byId(mine.id)).toMatchObject({ name: "Rina Wulandari" });
    expect(await undoMerge(id, sanggar.services)).toMatchObject({ reason: "tooLate" });
  });
});

/** Without what differs from one pair of records to the next. */
function shapeOf(found: Stored): unknown {
  const ids = found.artisans.map(({ _id }) => _id);
  const text = JSON.stringify(found, (name, value: unknown) =>
    ["telegram", "phone", "phoneIndex", "phoneKey"].includes(name) ? "set" : value,
  );
  return JSON.parse(ids.reduce((all, id, at) => all.replaceAll(id, `record ${at}`), text));
}
