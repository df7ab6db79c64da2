import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { Api } from "grammy";
import type { Field } from "../../src/artisans/answers.ts";
import { answersOf } from "../../src/artisans/record.ts";
import { createTexts } from "../../src/bot/language.ts";
import { createLog } from "../../src/log.ts";
import { prepareDatabase } from "../../src/prepare-database.ts";
import { createStandin } from "../../src/sandbox/telegram/index.ts";
import { createServices } from "../../src/services.ts";
import { type Applicant, createApplicant } from "../reliability/applicant.ts";
import { cipher } from "../reliability/config-at.ts";
import { confirmNotice, judgeNotice, type NoticeOutcome } from "../reliability/notice.ts";
import { runningClock } from "../reliability/running-clock.ts";
import type { TestDatabase } from "../support/database.ts";
import { FIELDS, GOOD } from "../support/form.ts";
import { type Member, startMember } from "./fleet.ts";
import { environment, openDoor } from "./place.ts";

export interface TypingPlan {
  database: TestDatabase;
  /** The file of the program. */
  program: string;
  people: number;
  /** Who gets a notice meanwhile, from whichever process holds the right to send. */
  readers: number;
  /** Where their forms begin: what comes before was answered another day. */
  from: Field;
  /** Real milliseconds from one kill to the next; nobody dies before it was up for as long. */
  killEveryMs: number;
  /**
   * And so many updates at least: where a machine has time for little more than starts, the people
   * would never come through.
   */
  killEveryUpdates: number;
  /** How much faster the bot's time goes than ours. */
  speed: number;
  withinMs: number;
}

export interface TypingOutcome {
  people: number;
  kills: number;
  updates: number;
  lost: number;
  /** Updates that were given up. */
  parked: number;
  doubled: number;
  bound: number;
  notice: NoticeOutcome & { kills: number; bound: number };
  seconds: number;
  wrong: string[];
}

const START = Date.parse("2025-08-14T09:00:00+07:00");
const CHATS_AT_ONCE = 32;
const WORDS = "Undangan pameran kriya";
/** Real milliseconds a call with the notice takes, so that it is under way for some kills. */
const CALL_MS = 500;
/** Deliveries of one process that may be under way. */
const IN_FLIGHT = 24;
const NUDGE_MS = 8_000;
const LOOK_MS = 50;

/** People fill in forms with two processes behind one webhook, of which one dies again and again. */
export async function typeUnderKills(plan: TypingPlan): Promise<TypingOutcome> {
  const { connection, uri } = plan.database;
  const pace = { real: Date.now(), bot: START, speed: plan.speed };
  const clock = runningClock(pace);
  const standin = await createStandin({
    clock: { ...clock, freeze: () => undefined, set: () => undefined, isFrozen: () => false },
  });
  const dataDir = await mkdtemp(join(tmpdir(), "sanggar-typing-"));
  const api = new Api(standin.token, { apiRoot: standin.url });
  const log = createLog("error", { write: () => undefined });
  const parts = { connection, cipher, clock, log, owner: "judge" };
  const services = createServices({ ...parts, apiIn: () => api });
  await prepareDatabase(connection);
  const readers = Array.from({ length: plan.readers }, (_, at) =>
    standin.control.putPerson({ id: 5_000_200_000 + at, first_name: "Pembaca", started: true }),
  );
  const notice = await confirmNotice(readers, WORDS, services);
  standin.control.fault({
    ...{ method: "sendMessage", contains: WORDS, delay_ms: CALL_MS, times: Infinity },
  });
  const people = await Promise.all(Array.from({ length: plan.people }, (_, at) => applicant(at)));
  const { balancer, environments } = await openDoor(standin, 2);
  const shared = {
    ...environment(standin, uri, dataDir),
    ...{ PACE: JSON.stringify(pace), SEND_IN_FLIGHT: String(IN_FLIGHT) },
  };
  const start = (at: number) => startMember(plan.program, { ...shared, ...environments[at] });
  const members = [start(0), start(1)];
  const everyLine: string[][] = members.map(({ lines }) => lines);
  let kills = 0;
  let isSent = false;
  let killsWhileSending = 0;
  let begun = 0;
  try {
    await untilUp(members);
    begun = performance.now();
    for (const one of people) one.start();
    await everybodyIsThrough();
  } finally {
    for (const member of members) member.kill("SIGKILL");
    await Promise.all(members.map(({ ended }) => ended));
  }
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  const outcome = { ...(await judge()), seconds };
  await balancer.close();
  await standin.stop();
  await rm(dataDir, { recursive: true });
  return outcome;

  async function applicant(at: number): Promise<Applicant> {
    const id = 5_000_100_000 + at;
    standin.control.putPerson({ id, first_name: `Perajin ${at}`, started: true });
    const digits = String(10_000_000 + at);
    const before = FIELDS.slice(0, FIELDS.indexOf(plan.from)) as Field[];
    const phone = `0813${digits}`;
    const own = { phone: { say: phone, stored: { number: `+62813${digits}`, verified: false } } };
    const given = { ...GOOD, ...own };
    const answers = Object.fromEntries(before.map((one) => [one, given[one].stored]));
    if (before.length) await services.drafts.open({ chat: id, version: 0 }, answers);
    return createApplicant({
      standin,
      speech: createTexts().id,
      id,
      edits: () => false,
      own,
    });
  }

  /** Every so often the next of them that is up dies, and is started again at once. */
  async function everybodyIsThrough(): Promise<void> {
    let last = { at: begun, updates: 0 };
    let next = 0;
    const isThrough = () => isSent && people.every((one) => one.isDone());
    while (!isThrough() && performance.now() - begun < plan.withinMs) {
      await sleep(LOOK_MS);
      isSent ||= (await services.notices.byId(notice))?.state === "done";
      for (const one of people) one.nudge(NUDGE_MS);
      const isTime = performance.now() - last.at >= plan.killEveryMs;
      const wentOn = balancer.counts.passed - last.updates >= plan.killEveryUpdates;
      if (!isTime || !wentOn) continue;
      const livesLong = (at: number) => (members[at]?.upFor() ?? 0) >= plan.killEveryMs;
      const at = [next, 1 - next].find(livesLong);
      if (at === undefined) continue;
      last = { at: performance.now(), updates: balancer.counts.passed };
      kills += 1;
      if (!isSent) killsWhileSending += 1;
      next = 1 - at;
      await killAndStart(at);
    }
  }

  async function killAndStart(at: number): Promise<void> {
    members[at]?.kill("SIGKILL");
    await members[at]?.ended;
    const next = start(at);
    members[at] = next;
    everyLine.push(next.lines);
  }

  async function judge() {
    const wrong: string[] = [];
    for (const one of people) {
      one.leave();
      const record = await services.artisans.byTelegram(one.id);
      const { consent, ...answers } = record ? answersOf(record) : {};
      if (!consent || !isDeepStrictEqual(answers, one.expected()))
        wrong.push(`${one.id}: ${one.waitsFor() ?? ""} ${JSON.stringify(answers)}`);
    }
    const linesWith = (event: string) =>
      everyLine.flat().filter((line) => line.includes(`"${event}"`)).length;
    const noticed = { id: notice, people: readers, text: WORDS };
    return {
      people: people.length,
      kills,
      updates: balancer.counts.passed,
      lost: wrong.length,
      parked: await connection.collection("inbox").countDocuments({ state: "parked" }),
      doubled: people.reduce((sum, one) => sum + one.repeated(), 0),
      bound: kills * Math.min(CHATS_AT_ONCE, people.length) + linesWith("update failed"),
      notice: {
        ...(await judgeNotice(noticed, { connection, ...services }, standin)),
        kills: killsWhileSending,
        bound: killsWhileSending * IN_FLIGHT + linesWith("delivery doubtful"),
      },
      wrong,
    };
  }
}

async function untilUp(members: readonly Member[]): Promise<void> {
  while (!members.every((member) => member.isUp())) {
    if (members.some((member) => member.isGone())) throw new Error("a process did not start");
    await sleep(LOOK_MS);
  }
}
