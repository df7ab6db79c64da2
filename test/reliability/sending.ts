import { setTimeout as sleep } from "node:timers/promises";
import type { Artisan } from "../../src/artisans/artisan.ts";
import { Api } from "grammy";
import { createLog } from "../../src/log.ts";
import { everybody } from "../../src/notices/audience.ts";
import { noticeId } from "../../src/notices/notice.ts";
import { CARRIED_STATES } from "../../src/notices/carried.ts";
import type { Crash } from "../../src/crash.ts";
import { prepareDatabase } from "../../src/prepare-database.ts";
import { createStandin } from "../../src/sandbox/telegram/index.ts";
import { createServices } from "../../src/services.ts";
import type { TestDatabase } from "../support/database.ts";
import { seededChance } from "./chance.ts";
import { cipher } from "./config-at.ts";
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

export interface SendOutcome {
  seed: number;
  people: number;
  kills: number;
  freezes: number;
  apiFaults: number;
  databaseFaults: number;
  /** Answers that were lost after the call was carried out. */
  answersLost: number;
  recordsLost: number;
  sent: number;
  unknown: number;
  /** `unknown` that the list of who was not reached leaves out. */
  unlisted: number;
  /** Nobody knows what became of them, or it says "sent" and nothing came. */
  lost: number;
  mostCopies: number;
  extra: number;
  bound: number;
  seconds: number;
}

const NOTICE = noticeId("besar001");
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
  const ids = Array.from({ length: people }, (_, at) => 5_000_100_000 + at);
  for (const [at, id] of ids.entries()) {
    standin.control.putPerson({ id, first_name: `Perajin ${at}`, started: true });
    await services.artisans.add(artisanOf(at, id));
  }
  await confirmed();
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

  async function confirmed(): Promise<void> {
    const { noticeDrafts } = services;
    const now = clock.now();
    const content = { text: WORDS, marks: [], files: [] };
    const whose = { id: NOTICE, author: 1, signature: "Dinas", audience: everybody() };
    await noticeDrafts.begin(whose, now);
    await noticeDrafts.keepContent({ id: NOTICE, version: 0 }, content);
    await noticeDrafts.previewed({ id: NOTICE, version: 1 });
    await noticeDrafts.confirm(
      { id: NOTICE, version: 1 },
      {
        ...{ by: 1, at: now, startAt: now, notAfter: new Date(START + 30 * 86_400_000) },
        progress: { chat: 1, message: 1, at: now, open: false },
      },
    );
  }

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
    const notice = await services.notices.byId(NOTICE);
    return notice?.state === "done";
  }

  async function judge(all: Senders): Promise<SendOutcome> {
    const { deliveries } = services;
    const rows = await connection.collection("deliveries").find({ notice: NOTICE }).toArray();
    const states = new Map(rows.map(({ artisan, state }) => [String(artisan), String(state)]));
    const copies = ids.map(
      (id) => standin.control.messages(id).filter(({ text = "" }) => text.includes(WORDS)).length,
    );
    const ENDS = ["sent", "unknown", "failed", "expired"];
    const lost = ids.filter((id, at) => {
      const state = states.get(artisanOf(at, id).id) ?? "none";
      return !ENDS.includes(state) || (state === "sent" && copies[at] === 0);
    });
    const unknown = [...states.values()].filter((state) => state === "unknown").length;
    const listed = await deliveries.page(NOTICE, { states: CARRIED_STATES }, 0, people);
    const { kills, freezes } = all.counts();
    const answersLost = faults.slice(1).reduce((sum, { hits }) => sum + hits, 0);
    const recordsLost = all.lines.filter((line) => line.includes('"delivery doubtful"')).length;
    return {
      ...{ seed, people, kills, freezes, answersLost, recordsLost, unknown },
      apiFaults: faults.reduce((sum, { hits }) => sum + hits, 0),
      databaseFaults: proxy.counts.cutBefore + proxy.counts.cutAfter,
      sent: [...states.values()].filter((state) => state === "sent").length,
      unlisted: unknown - listed.rows.filter(({ state }) => state === "unknown").length,
      lost: lost.length,
      mostCopies: Math.max(...copies),
      extra: copies.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
      bound: (kills + freezes) * plan.inFlight + answersLost + recordsLost,
      seconds: Math.round((performance.now() - begun) / 1_000),
    };
  }
}

function artisanOf(at: number, telegram: number): Artisan {
  const now = new Date(START - 86_400_000);
  const proof = { version: "2026-11-24", at: now.toISOString(), update: 1 };
  return {
    ...{ id: `artisan-${String(at).padStart(5, "0")}`, state: "active", telegram },
    ...{ language: "id", name: "Perajin Contoh", kecamatan: "36.04.19" },
    ...{ crafts: ["rajut"], mainCraft: "rajut", consent: proof, ticks: { news: proof } },
    ...{ registeredAt: now, activeAt: now },
  };
}
