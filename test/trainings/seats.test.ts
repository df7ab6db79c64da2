import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { prepareDatabase } from "../../src/prepare-database.ts";
import {
  createTrainingRepository,
  type Trainings,
} from "../../src/trainings/training-repository.ts";
import { createSeats } from "../../src/trainings/seat-repository.ts";
import { joinTraining, leaveTraining } from "../../src/trainings/seat.ts";
import type { TrainingPlan } from "../../src/trainings/training.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
let trainings: Trainings;
beforeAll(async () => {
  database = await openTestDatabase();
  trainings = createTrainingRepository(database.connection);
  await prepareDatabase(database.connection);
});
afterAll(() => database.drop());

const before = new Date("2025-08-14T09:00:00+07:00");
const at = (now: Date) => ({ trainings, clock: { now: () => now } });
let made = 0;

async function newTraining(change: Partial<TrainingPlan> = {}): Promise<string> {
  const id = `pelatihan-${(made += 1)}`;
  await trainings.add({ ...firstTraining, ...change, id });
  return id;
}

const join = async (id: string, artisan: string, now = before) =>
  (await joinTraining(id, artisan, at(now))).outcome;
const leave = async (id: string, artisan: string, now = before) =>
  (await leaveTraining(id, artisan, at(now))).outcome;
const holders = async (id: string) => (await trainings.byId(id))?.seatHolders;
const enrolment = (id: string, artisan: string) =>
  database.connection.collection("enrolments").findOne({ _id: `enr:${id}:${artisan}` as never });

describe("seats of a training", () => {
  it("go to twenty of fifty who press at once, never twenty-one", async () => {
    const id = await newTraining();
    const people = Array.from({ length: 50 }, (_, n) => `perajin-${n}`);
    const outcomes = await Promise.all(people.map((artisan) => join(id, artisan)));
    expect(outcomes.filter((outcome) => outcome === "joined")).toHaveLength(20);
    expect(outcomes.filter((outcome) => outcome === "waiting")).toHaveLength(30);
    expect(new Set(await holders(id)).size).toBe(20);
  });

  it("are one for a person who presses many times at once", async () => {
    const id = await newTraining();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => join(id, "rina")));
    expect(outcomes.filter((outcome) => outcome === "joined")).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(["joined", "alreadyJoined"]));
    expect(await holders(id)).toEqual(["rina"]);
  });

  it("are free for another as soon as they are given up", async () => {
    const id = await newTraining({ seats: 1 });
    expect(await join(id, "rina")).toBe("joined");
    expect(await join(id, "sumi")).toBe("waiting");
    expect(await leave(id, "rina")).toBe("left");
    expect(await join(id, "sumi")).toBe("joined");
    expect(await leave(id, "rina")).toBe("notJoined");
    expect(await holders(id)).toEqual(["sumi"]);
  });

  it("stay in a record of who joined and left", async () => {
    const id = await newTraining();
    const later = new Date(before.getTime() + 60_000);
    await join(id, "rina");
    await join(id, "rina", later);
    expect(await enrolment(id, "rina")).toMatchObject({ state: "accepted", since: before });
    await leave(id, "rina", later);
    expect(await enrolment(id, "rina")).toMatchObject({ state: "withdrawn", since: later });
  });

  it("are not taken in a training that is a draft, cancelled or begun", async () => {
    expect(await join(await newTraining({ state: "draft" }), "rina")).toBe("closed");
    expect(await join(await newTraining({ state: "cancelled" }), "rina")).toBe("closed");
    const begun = new Date("2025-08-22T14:00:00+07:00");
    expect(await join(await newTraining(), "rina", begun)).toBe("closed");
  });

  it("are not given up once the training is over", async () => {
    const id = await newTraining();
    await join(id, "rina");
    expect(await leave(id, "rina", new Date("2025-08-26T12:00:00+07:00"))).toBe("over");
    expect(await holders(id)).toEqual(["rina"]);
  });

  it("of a training that is not there are unknown", async () => {
    expect(await join("tidak-ada", "rina")).toBe("unknown");
    expect(await leave("tidak-ada", "rina")).toBe("unknown");
  });
});

describe("the waiting list", () => {
  const numbers = async (id: string) =>
    (
      await database.connection
        .collection("enrolments")
        .find({ training: id, state: "waiting" })
        .toArray()
    )
      .map(({ number }) => Number(number))
      .sort((a, b) => a - b);

  it("takes 49 of fifty who want the last seat at once, numbered 1 to 49 in the order they came", async () => {
    const id = await newTraining({ seats: 1 });
    const people = Array.from({ length: 50 }, (_, n) => `perajin-${n}`);
    const outcomes = await Promise.all(people.map((artisan) => join(id, artisan)));
    expect(outcomes.filter((outcome) => outcome === "joined")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "waiting")).toHaveLength(49);
    expect(await numbers(id)).toEqual(Array.from({ length: 49 }, (_, n) => n + 1));
    const list = (await trainings.byId(id))?.waitingList ?? [];
    for (const [at, artisan] of list.entries())
      expect(await enrolment(id, artisan)).toMatchObject({ number: at + 1 });
  });

  it("gives one place to who presses many times, and the end to who left and comes back", async () => {
    const id = await newTraining({ seats: 1 });
    await join(id, "rina");
    await Promise.all(Array.from({ length: 20 }, () => join(id, "sumi")));
    await join(id, "tini");
    expect(await numbers(id)).toEqual([1, 2]);
    expect(await leave(id, "sumi")).toBe("leftList");
    expect(await join(id, "sumi")).toBe("waiting");
    expect(await enrolment(id, "sumi")).toMatchObject({ state: "waiting", number: 3 });
    expect((await trainings.byId(id))?.waitingList).toEqual(["tini", "sumi"]);
  });

  it("lets nobody past those who wait, and its first may sit down", async () => {
    const id = await newTraining({ seats: 1 });
    for (const one of ["rina", "sumi", "tini"]) await join(id, one);
    await leave(id, "rina");
    expect(await join(id, "wati")).toBe("waiting");
    expect(await join(id, "tini")).toBe("waiting");
    expect(await join(id, "sumi")).toBe("joined");
    expect(await trainings.byId(id)).toMatchObject({
      seatHolders: ["sumi"],
      waitingList: ["tini", "wati"],
    });
  });

  it("writes the number down at the next press where the first one died half way", async () => {
    const id = await newTraining({ seats: 1 });
    await join(id, "rina");
    await createSeats(database.connection).wait(id, "sumi", "open");
    await join(id, "tini");
    expect(await enrolment(id, "sumi")).toBeNull();
    expect(await join(id, "sumi")).toBe("waiting");
    expect(await numbers(id)).toEqual([1, 2]);
  });
});

describe("trainings", () => {
  it("are added once: adding again changes nothing", async () => {
    const id = await newTraining();
    await join(id, "rina");
    expect(await trainings.add({ ...firstTraining, id, title: "Lain" })).toBe(false);
    expect(await trainings.byId(id)).toMatchObject({
      title: firstTraining.title,
      seatHolders: ["rina"],
    });
  });

  it("are upcoming until their last day, earliest first, drafts and cancelled ones left out", async () => {
    const day = (date: string) => ({ days: [{ date, from: "09:00", until: "12:00" }] });
    const late = await newTraining(day("2031-05-02"));
    const early = await newTraining(day("2031-05-01"));
    await newTraining({ ...day("2031-05-01"), state: "draft" });
    await newTraining({ ...day("2031-05-01"), state: "cancelled" });
    const upcoming = async (today: string) => (await trainings.upcoming(today)).map(({ id }) => id);
    expect(await upcoming("2031-05-01")).toEqual([early, late]);
    expect(await upcoming("2031-05-02")).toEqual([late]);
    expect(await upcoming("2031-05-03")).toEqual([]);
  });

  it("change their plan once, however many do it at the same time", async () => {
    const id = await newTraining();
    const changes = await Promise.all(
      ["A", "B", "C"].map((place) => trainings.changePlan(id, 1, { place }, before)),
    );
    expect(changes.filter(Boolean)).toHaveLength(1);
    expect(await trainings.byId(id)).toMatchObject({ planVersion: 2, plannedAt: before });
  });
});
