import { setTimeout as sleep } from "node:timers/promises";
import { Api } from "grammy";
import { createLog } from "../../src/log.ts";
import type { Crash } from "../../src/crash.ts";
import { prepareDatabase } from "../../src/prepare-database.ts";
import { createStandin } from "../../src/sandbox/telegram/index.ts";
import { createServices } from "../../src/services.ts";
import type { TestDatabase } from "../support/database.ts";
import { seededChance } from "./chance.ts";
import { cipher } from "./config-at.ts";
import { confirmNotice, judgeNotice, type NoticeOutcome } from "./notice.ts";
import { openProxy } from "./proxy.ts";
import { runningClock } from "./running-clock.ts";
import { createSenders, type Senders } from "./senders.ts";

export interface SendPlan {
  database: TestDatabase;
  people: number;
  seed: number;
  /** One after another, each at that pass through that point. */
  crashes: readonly Crash[];
  /** Beside those, at any moment. */
  kills: number;
  /** Stops longer than every lease. */
  freezes: number;
  /** At least so many of each; until then calls go wrong often, afterwards never. */
  apiFaults: number;
  databaseFaults: number;
  /** Real milliseconds a call takes. */
  callMs: number;
  inFlight: number;
  /** How much faster the bot's time goes than ours, so that its leases are short. */
  speed: number;
  withinMs: number;
}

export interface SendOutcome extends NoticeOutcome {
  seed: number;
  people: number;
  kills: number;
  freezes: number;
  apiFaults: number;
  databaseFaults: number;
  /** Answers that were lost after the call was carried out. */
  answersLost: number;
  recordsLost: number;
  bound: number;
  seconds: number;
}

const WORDS = "Undangan pameran kriya";
/** Longer than a delivery's 60 s, in the bot's time. */
const FREEZE_MS = 72_000;
const START = Date.parse("2025-08-14T09:00:00+07:00");

/** One notice to many by three processes that die, freeze and lose their calls. */
export async function sendUnderTrouble(plan: SendPlan): Promise<SendOutcome> {
  const { database, people, seed } = plan;
  const chance = seededChance(seed);
  const pace = { real: Date.now(), bot: START, speed: plan.speed };
  const clock = runningClock(pace);
  const standin = await createStandin({
    clock: { ...clock, freeze() {}, set() {} } as never,
    seed,
  });
  const proxy = await openProxy(database.uri);
  const api = new Api(standin.token, { apiRoot: standin.url });
  const log = createLog("error", { write: () => undefined });
  const { connection } = database;
  const services = createServices({
    connection,
    cipher,
    clock,
    log,
    apiIn: () => api,
    owner: "judge",
  });
  await prepareDatabase(connection);
  const readers = Array.from({ length: people }, (_, at) =>
    standin.control.putPerson({
      id: 5_000_100_000 + at,
      first_name: `Perajin ${at}`,
      started: true,
    }),
  );
  const notice = await confirmNotice(readers, WORDS, services);
  const faults = wrong();
  const begun = performance.now();
  const senders = createSenders(3, () => ({
    ...{ api: { url: standin.url, token: standin.token }, uri: proxy.uri },
    ...{ pace, inFlight: plan.inFlight },
  }));
  try {
    senders.start(plan.crashes);
    await trouble(senders);
  } finally {
    senders.stop();
  }
  const outcome = await judge(senders);
  await proxy.close();
  await standin.stop();
  return outcome;

  /** Of ten faults four are floods, two refusals, and four leave a doubt. */
  function wrong() {
    const { fault } = standin.control;
    const share = plan.apiFaults === 0 ? 0 : 0.5;
    const rule = { method: "sendMessage", contains: WORDS, delay_ms: plan.callMs };
    // A kind that strikes less often than its part leaves room to the others.
    const often = (part: number, most: number) => ({
      ...{ ...rule, probability: share * part, times: Math.ceil(most * 1.3) },
    });
    const parts = share
      ? [
          fault({ ...often(0.4, Math.ceil(plan.apiFaults * 0.4)), retry_after: 1 }),
          fault({ ...often(0.2, Math.ceil(plan.apiFaults * 0.2)), code: 500, description: "x" }),
          fault({ ...often(0.2, Math.ceil(plan.apiFaults * 0.2)), reset: "before" }),
          fault({ ...often(0.2, Math.ceil(plan.apiFaults * 0.2)), reset: "after" }),
        ]
      : [];
    fault({ ...rule, times: 1e9 });
    let cuts = 0;
    proxy.meet(() => {
      if (cuts >= plan.databaseFaults || chance() >= 0.02) return undefined;
      cuts += 1;
      return chance() < 0.5 ? "cutBefore" : "cutAfter";
    });
    return parts;
  }

  async function trouble(all: Senders): Promise<void> {
    let [kills, freezes] = [plan.kills, plan.freezes];
    const isOver = async () => kills === 0 && freezes === 0 && all.isThrough() && (await isDone());
    while (!(await isOver()) && performance.now() - begun < plan.withinMs) {
      await sleep(60 + chance() * 240);
      if (kills > 0 && chance() < 0.7 && all.kill(chance)) kills -= 1;
      else if (freezes > 0 && all.freeze(chance, FREEZE_MS / plan.speed)) freezes -= 1;
    }
  }

  async function isDone(): Promise<boolean> {
    return (await services.notices.byId(notice))?.state === "done";
  }

  async function judge(all: Senders): Promise<SendOutcome> {
    const noticed = { id: notice, people: readers, text: WORDS };
    const found = await judgeNotice(noticed, { connection, ...services }, standin);
    const { kills, freezes } = all.counts();
    const answersLost = faults.slice(1).reduce((sum, { hits }) => sum + hits, 0);
    const recordsLost = all.lines.filter((line) => line.includes('"delivery doubtful"')).length;
    return {
      ...{ seed, people, kills, freezes, answersLost, recordsLost, ...found },
      apiFaults: faults.reduce((sum, { hits }) => sum + hits, 0),
      databaseFaults: proxy.counts.cutBefore + proxy.counts.cutAfter,
      bound: (kills + freezes) * plan.inFlight + answersLost + recordsLost,
      seconds: Math.round((performance.now() - begun) / 1_000),
    };
  }
}
