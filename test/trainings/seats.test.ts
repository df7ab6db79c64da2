import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { prepareDatabase } from "../../src/database.ts";
import {
  createTrainingRepository,
  type Trainings,
} from "../../src/trainings/training-repository.ts";
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
    expect(outcomes.filter((outcome) => outcome === "full")).toHaveLength(30);
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
    expect(await join(id, "sumi")).toBe("full");
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
