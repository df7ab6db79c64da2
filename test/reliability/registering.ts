import { isDeepStrictEqual } from "node:util";
import { createArtisanRepository } from "../../src/artisans/artisan-repository.ts";
import { answersOf } from "../../src/artisans/record.ts";
import { createTexts } from "../../src/bot/language.ts";
import { createAdjustableClock } from "../../src/clock.ts";
import { createStandin } from "../../src/sandbox/telegram/index.ts";
import type { TestDatabase } from "../support/database.ts";
import { type Applicant, createApplicant } from "./applicant.ts";
import { seededChance } from "./chance.ts";
import { cipher } from "./config-at.ts";
import { openProxy } from "./proxy.ts";
import { createSupervisor, type Death } from "./supervisor.ts";

export interface Plan {
  database: TestDatabase;
  people: number;
  seed: number;
  /** Of the one process that polls, one after another. */
  deaths: Death[];
  /** Of calls to Telegram that fail, from 0 to 1: refused, broken, or done with a lost answer. */
  failing: number;
  /** Of messages to the database after or before which the connection is cut. */
  cut: number;
  /** Real time until whoever is not through counts as stuck. */
  withinMs: number;
  /**
   * How much faster the bot's time goes than ours, so that its leases and waits are short. A tap
   * lives 150 s of it.
   */
  speed: number;
}

export interface Outcome {
  seed: number;
  people: number;
  kills: Death[];
  apiFaults: number;
  databaseFaults: number;
  /** Copies of a question beyond its first. */
  repeated: number;
  /** How many there may be: what was in hand at each kill, and one for each failed try. */
  bound: number;
  /** Taps that were pressed once more because nothing came of them. */
  nudges: number;
  parked: number;
  wrong: string[];
  stuck: string[];
  seconds: number;
}

const START = new Date("2025-08-14T09:00:00+07:00");
const CHATS_AT_ONCE = 32;
const BEAT_MS = 50;
const NUDGE_MS = 6_000;
const PLACES = [
  ["Petir", "36.04.19"],
  ["Anyer", "36.04.30"],
  ["Ciruas", "36.04.09"],
] as const;

/** Scripted people register with the bot while it dies and its calls fail. */
export async function registerUnderTrouble(plan: Plan): Promise<Outcome> {
  const chance = seededChance(plan.seed);
  const clock = createAdjustableClock(START);
  const standin = await createStandin({ clock, seed: plan.seed });
  const proxy = await openProxy(plan.database.uri);
  const supervisor = createSupervisor({
    orders: () => ({ api: standin, uri: proxy.uri, now: clock.now().getTime() }),
    deaths: plan.deaths,
  });
  const beat = setInterval(() => {
    clock.set(new Date(clock.now().getTime() + (plan.speed - 1) * BEAT_MS));
    supervisor.tell(clock.now().getTime());
  }, BEAT_MS);
  const begun = performance.now();
  const people = Array.from({ length: plan.people }, (_, at) => applicant(at));
  let nudges = 0;
  try {
    supervisor.start();
    await standin.control.botReady(30_000);
    fail();
    for (const one of people) one.start();
    await everybodyIsThrough();
  } finally {
    await supervisor.stop();
    clearInterval(beat);
  }
  const outcome = await judge();
  await proxy.close();
  await standin.stop();
  return outcome;

  function applicant(at: number): Applicant {
    const id = 5_000_100_000 + at;
    standin.control.putPerson({ id, first_name: `Perajin ${at}`, started: true });
    const name = `Siti ${letters(at)}`;
    const [place, kecamatan] = PLACES[at % PLACES.length] ?? PLACES[0];
    const digits = String(10_000_000 + at);
    return createApplicant({
      standin,
      speech: createTexts().id,
      id,
      edits: () => chance() < 0.05,
      own: {
        name: { say: name, stored: name },
        kecamatan: { say: place, stored: kecamatan },
        phone: { say: `0813${digits}`, stored: { number: `+62813${digits}`, verified: false } },
      },
    });
  }

  function fail(): void {
    const share = plan.failing / 3;
    const often = { times: 1e9, probability: share };
    if (share > 0) {
      standin.control.fault({ ...often, code: 500, description: "Internal Server Error" });
      standin.control.fault({ ...often, reset: "before" });
      standin.control.fault({ ...often, reset: "after" });
    }
    proxy.meet(() => {
      if (chance() >= plan.cut) return undefined;
      return chance() < 0.5 ? "cutBefore" : "cutAfter";
    });
  }

  async function everybodyIsThrough(): Promise<void> {
    const isOver = () => people.every((one) => one.isDone()) && isDead();
    const isDead = () => supervisor.met.length === plan.deaths.length;
    while (!isOver() && performance.now() - begun < plan.withinMs) {
      await new Promise((resolve) => setTimeout(resolve, BEAT_MS));
      nudges += people.filter((one) => one.nudge(NUDGE_MS)).length;
      if (people.every((one) => one.isDone()) && !isDead()) chatter();
    }
  }

  /** Whoever is through asks for help, so that every death finds an update. */
  function chatter(): void {
    const one = people[Math.floor(chance() * people.length)];
    if (one) standin.control.say({ person: one.id, text: "/bantuan" });
  }

  async function judge(): Promise<Outcome> {
    const { connection } = plan.database;
    const artisans = createArtisanRepository(connection, cipher);
    const wrong: string[] = [];
    for (const one of people) {
      one.leave();
      const record = await artisans.byTelegram(one.id);
      const { consent, ...answers } = record ? answersOf(record) : {};
      const isRight = consent && isDeepStrictEqual(answers, one.expected());
      if (!isRight) wrong.push(`${one.id}: ${JSON.stringify(answers)}`);
    }
    const failed = supervisor.lines.filter((line) => line.includes('"update failed"')).length;
    const kills = supervisor.met;
    return {
      seed: plan.seed,
      people: people.length,
      kills,
      apiFaults: standin.control.faults().reduce((sum, { hits }) => sum + hits, 0),
      databaseFaults: proxy.counts.cutBefore + proxy.counts.cutAfter,
      repeated: people.reduce((sum, one) => sum + one.repeated(), 0),
      bound: kills.length * Math.min(CHATS_AT_ONCE, people.length) + failed,
      nudges,
      parked: await connection.collection("inbox").countDocuments({ state: "parked" }),
      wrong,
      stuck: people
        .filter((one) => !one.isDone())
        .map((one) => `${one.id}: ${one.waitsFor() ?? "nothing was asked"}`),
      seconds: Math.round((performance.now() - begun) / 1_000),
    };
  }
}

/** A number in letters, since a name has no digits: 0 is "Aa", 27 is "Bb". */
function letters(at: number): string {
  const letter = (value: number) => String.fromCharCode(97 + (value % 26));
  return `${letter(Math.floor(at / 26)).toUpperCase()}${letter(at)}ni`;
}

/** One line for whoever reads the run. */
export function line(outcome: Outcome): string {
  const { wrong, stuck, kills, ...figures } = outcome;
  return JSON.stringify({
    ...figures,
    kills: kills.length,
    wrong: wrong.length,
    stuck: stuck.length,
  });
}
