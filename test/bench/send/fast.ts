import { createRequire } from "node:module";
import { join } from "node:path";
import { Api } from "grammy";
import { createSendQueue } from "../../../src/bot/send-queue.ts";
import { clientOptions } from "../../../src/bot/telegram-fetch.ts";
import type { Figure } from "../figures.ts";
import { installPeers, peersFolder } from "../install-peers.ts";
import { cpuOf, figureOf, inRounds, processMs, ratios, sideBySide } from "../rounds.ts";
import { serveMongo } from "../served.ts";
import { newDatabase, openLedger } from "./ledger.ts";
import { FIRST, percentOf, race } from "./race.ts";
import { openTelegram } from "./telegram.ts";
import { sendTo } from "./ways.ts";

const ROUNDS = 3;
const PAID = { limit: 1_000, chats: 12_000, forMs: 8_000 };
const FREE = { sends: 3_000, inFlight: 200 };
const LEDGER = { sends: 1_000, warm: 500, inFlight: 200 };
const WAITING = 10_000;
/** No limit, as far as the queue is concerned. */
const NO_LIMIT = 100_000;

/** Paid broadcasts, 1,000 messages a second: the queue against 57 loops. */
export async function sendPaid(): Promise<Figure[]> {
  await installPeers();
  const { limit, chats: people, forMs } = PAID;
  const setting = { rate: { window: "W", size: limit } as const, people };
  const run = async (way: "oursRaw" | "loops57") => {
    const { noted, bulk, result } = await race(
      { way, rate: limit, writeEveryMs: 0, forMs },
      setting,
    );
    const accepted = bulk.filter(({ refused }) => !refused).length;
    cpu[way].push(result.cpuMs / Math.max(1, accepted));
    return percentOf(noted, limit);
  };
  const cpu = { oursRaw: [] as number[], loops57: [] as number[] };
  const { values, noisy } = await inRounds(
    sideBySide({ ours: () => run("oursRaw"), loops: () => run("loops57") }),
    [],
    1,
  );
  const unit = "% of 1,000/s";
  const ms = { unit: "ms CPU a message", digits: 2, noisy };
  return [
    figureOf({ name: "send.paid.ours", unit, digits: 1, atLeast: 85, noisy }, values.ours),
    figureOf({ name: "send.paid.loops57", unit, digits: 1, noisy }, values.loops),
    figureOf(
      { name: "send.paid.ratio", unit: "× 57 loops", digits: 2, atLeast: 1.3, noisy },
      ratios(values.ours, values.loops),
    ),
    figureOf({ ...ms, name: "send.paid.cpu", atMost: 0.5 }, cpu.oursRaw.slice(-1)),
    figureOf({ ...ms, name: "send.paid.loops57.cpu" }, cpu.loops57.slice(-1)),
  ];
}

/** Without a limit: messages for each second of CPU, against undici alone. */
export async function sendFree(): Promise<Figure[]> {
  await installPeers();
  const telegram = await openTelegram({ people: 500, answerMs: 0 });
  const { url, token, ids } = telegram.place;
  const queue = createSendQueue({ rate: NO_LIMIT });
  // Answers, for people are fewer than messages here, and what goes to many waits for its chat.
  const api = new Api(token, clientOptions(url, { tries: 1, queue }));
  const bare = barePool(url, token);
  const perCpuSecond = async (send: (chat: number) => Promise<unknown>) => {
    const cost = await cpuOf(FREE.sends, () =>
      inParallel(FREE.sends, FREE.inFlight, (at) => send(ids[at % ids.length] ?? 0)),
    );
    return 1_000_000 / cost;
  };
  const work = {
    ours: () => perCpuSecond((chat) => sendTo(api, chat)),
    bare: () => perCpuSecond(bare.send),
  };
  await work.bare();
  await work.ours();
  const { values, noisy } = await inRounds(sideBySide(work), [telegram.pid], ROUNDS);
  await bare.close();
  await telegram.stop();
  const unit = "messages a CPU second";
  return [
    figureOf({ name: "send.free.ours", unit, noisy }, values.ours),
    figureOf({ name: "send.free.undici", unit, noisy }, values.bare),
    figureOf(
      { name: "send.free.ratio", unit: "× bare undici", digits: 2, atLeast: 0.55, noisy },
      ratios(values.ours, values.bare),
    ),
  ];
}

/** Memory of a process that sends at the usual pace while ten thousand wait. */
export async function sendMem(): Promise<Figure[]> {
  const mongo = await serveMongo();
  const database = newDatabase();
  const unused = { url: "http://127.0.0.1:1", token: "1:unused" };
  const lister = await openLedger({
    ...{ uri: mongo.told.uri, database, telegram: unused, inFlight: 1 },
    queue: createSendQueue({ rate: NO_LIMIT }),
  });
  await lister.list(Array.from({ length: WAITING }, (_, at) => FIRST + at));
  const part = { way: "ours", uri: mongo.told.uri, database, isListed: true } as const;
  const setting = { rate: { off: true } as const, people: WAITING };
  const { result } = await race({ ...part, writeEveryMs: 0, forMs: 8_000 }, setting);
  await lister.close();
  await mongo.stop();
  const value = Math.round(result.peakMb - result.idleMb);
  return [{ name: "send.mem", value, unit: "MB over idle", atMost: 40 }];
}

/** What the ledger and its sender can do where no limit holds them back. */
export async function sendLedger(): Promise<Figure[]> {
  const mongo = await serveMongo();
  const { sends, warm, inFlight } = LEDGER;
  const people = warm + sends * (ROUNDS + 2);
  const telegram = await openTelegram({ people, answerMs: 0 });
  const { ids } = telegram.place;
  const queue = createSendQueue({ rate: NO_LIMIT });
  const ledger = await openLedger({
    uri: mongo.told.uri,
    telegram: telegram.place,
    queue,
    inFlight,
  });
  await ledger.list(ids.slice(0, warm));
  await ledger.send();
  let next = warm;
  const round = async () => {
    await ledger.list(ids.slice(next, (next += sends)));
    const [commands, begun] = [ledger.commands(), performance.now()];
    const serverMs = await processMs(mongo.pid);
    const cpu = (await cpuOf(sends, () => ledger.send())) / 1_000;
    const seconds = (performance.now() - begun) / 1_000;
    const database = ((await processMs(mongo.pid)) - serverMs) / sends;
    const asked = (ledger.commands() - commands) / sends;
    return { rate: sends / seconds, cpu, commands: asked, database };
  };
  const { values, noisy } = await inRounds(round, [mongo.pid, telegram.pid], ROUNDS);
  await ledger.close();
  await Promise.all([telegram.stop(), mongo.stop()]);
  return [
    figureOf({ name: "send.ledger", unit: "/s", atLeast: 800, noisy }, values.rate),
    figureOf({ name: "send.ledger.commands", unit: "a message", digits: 2 }, values.commands),
    figureOf({ name: "send.ledger.cpu", unit: "ms a message", digits: 2, noisy }, values.cpu),
    figureOf(
      { name: "send.ledger.database", unit: "ms a message", digits: 2, noisy },
      values.database,
    ),
  ];
}

/** The least that a call can cost here. */
function barePool(url: string, token: string) {
  type Body = { text(): Promise<string> };
  type Pool = { request: (options: object) => Promise<{ body: Body }>; close: () => Promise<void> };
  const undici = createRequire(join(peersFolder, "package.json"))("undici") as {
    Pool: new (url: string, options: object) => Pool;
  };
  const pool = new undici.Pool(url, { connections: FREE.inFlight });
  const headers = { "content-type": "application/json" };
  return {
    send: async (chat_id: number) => {
      const body = JSON.stringify({ chat_id, text: "Pelatihan dimulai besok." });
      const answer = await pool.request({
        path: `/bot${token}/sendMessage`,
        method: "POST",
        headers,
        body,
      });
      return JSON.parse(await answer.body.text()) as unknown;
    },
    close: () => pool.close(),
  };
}

async function inParallel(count: number, width: number, work: (at: number) => Promise<unknown>) {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
