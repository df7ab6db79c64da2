import { setTimeout as sleep } from "node:timers/promises";
import { Api } from "grammy";
import { createSendQueue } from "../../../src/bot/send-queue.ts";
import { clientOptions } from "../../../src/bot/telegram-fetch.ts";
import { openLedger } from "./ledger.ts";
import type { Place } from "./telegram.ts";
import { sendTo, type Way, type WayName, WAYS } from "./ways.ts";

/** So many people, the first of whom has this id. */
export type People = [first: number, count: number];

/** What one contestant has to do; handed over as JSON. */
export interface Task {
  way: WayName;
  telegram: Pick<Place, "url" | "token">;
  chats: People;
  /** Who writes meanwhile, one after the other, and how often. */
  writers?: People;
  writeEveryMs?: number;
  /** After this the race is over, however far it has come. */
  forMs: number;
  /** Ours only: the database server, and how it is set. */
  uri?: string;
  database?: string;
  /** The ledger in that database is filled already. */
  isListed?: boolean;
  rate?: number;
  inFlight?: number;
  /** Another process answers people as well. */
  notAlone?: boolean;
  /** A group that is written to in between, again and again. */
  group?: number;
}

export interface Result {
  begun: number;
  /** Milliseconds until it was done, or the time given. */
  ms: number;
  done: boolean;
  cpuMs: number;
  idleMb: number;
  peakMb: number;
  /** How long each writer waited for the answer, or has waited so far. */
  replyMs: number[];
}

const task = JSON.parse(process.argv[2] ?? "") as Task;
const { telegram, writeEveryMs = 1_000, forMs } = task;
const idsOf = ([first, count]: People) => Array.from({ length: count }, (_, at) => first + at);
const chats = idsOf(task.chats);
const writers = idsOf(task.writers ?? [0, 0]);
/** What goes to the group dies before the reminders do, so it is not left behind them. */
const SOON = new Date(0);
const megabytes = () => process.memoryUsage().rss / 1_048_576;

const way = await open();
const warm = new Api(telegram.token, { apiRoot: telegram.url });
for (let call = 0; call < 3; call += 1) await warm.getMe();
for (const chat of writers.slice(0, 2)) await way.reply(chat);
// What the warm-up took of the limit is given back.
await sleep(1_500);
process.stdout.write(`${JSON.stringify(await race(way))}\n`);
process.stdin.once("end", () => process.exit()).resume();

async function race(way: Way): Promise<Result> {
  const replyMs: number[] = [];
  const idleMb = megabytes();
  let peakMb = idleMb;
  const watch = setInterval(() => (peakMb = Math.max(peakMb, megabytes())), 50);
  const begun = Date.now();
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  const asked = new Map<number, number>();
  const write = async (number: number) => {
    asked.set(number, performance.now());
    await way.reply(writers[number % writers.length] ?? 0);
    replyMs.push(performance.now() - (asked.get(number) ?? 0));
    asked.delete(number);
  };
  let written = 0;
  const writing =
    writers.length > 0
      ? setInterval(() => void write(written++).catch(() => undefined), writeEveryMs)
      : undefined;
  const done = await Promise.race([way.bulk(chats).then(() => true), sleep(forMs, false)]);
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(watch);
  clearInterval(writing);
  const waiting = [...asked.values()].map((since) => performance.now() - since);
  const cpuMs = (user + system) / 1_000;
  return { begun, ms, done, cpuMs, idleMb, peakMb, replyMs: [...replyMs, ...waiting] };
}

async function open(): Promise<Way> {
  const { way } = task;
  if (way === "ours") return ours();
  return way === "oursRaw" ? oursRaw() : WAYS[way](telegram);
}

function queueOfTask() {
  const queue = createSendQueue({ rate: task.rate ?? 30 });
  if (task.notAlone) queue.leaveFree(() => true);
  return queue;
}

/** The ledger, its sender and the queue, as the program puts them together. */
async function ours(): Promise<Way> {
  const { uri = "", database, inFlight = 24, group } = task;
  const queue = queueOfTask();
  const named = database === undefined ? {} : { database };
  const ledger = await openLedger({ uri, telegram, queue, inFlight, ...named });
  if (!task.isListed) await ledger.list(chats);
  const answers = new Api(telegram.token, clientOptions(telegram.url, { tries: 2, queue }));
  const many = new Api(
    telegram.token,
    clientOptions(telegram.url, { tries: 1, queue, lane: 1, notAfter: SOON }),
  );
  return {
    async bulk() {
      if (group !== undefined) void toGroup(many, group);
      // As the tick does: what another process sends, this one does not.
      for (const end = performance.now() + forMs; performance.now() < end; await sleep(100)) {
        await ledger.send();
        if (!database && (await ledger.isDone())) return;
      }
    },
    reply: (chat) => sendTo(answers, chat),
  };
}

/** Sixty messages; they wait for the group's own pace outside the queue, as rows do. */
async function toGroup(api: Api, chat: number): Promise<void> {
  for (let sent = 0; sent < 60;) {
    const seconds = await sendTo(api, chat).then(
      () => 0,
      (error: { parameters?: { retry_after?: number } }) => error.parameters?.retry_after ?? 1,
    );
    if (seconds === 0) sent += 1;
    await sleep(seconds * 1_000);
  }
}

/** The queue alone, with as many calls as its sender would have in hand. */
function oursRaw(): Promise<Way> {
  const { inFlight = 128 } = task;
  const queue = queueOfTask();
  const many = new Api(telegram.token, clientOptions(telegram.url, { tries: 1, queue, lane: 2 }));
  const answers = new Api(telegram.token, clientOptions(telegram.url, { tries: 2, queue }));
  return Promise.resolve({
    async bulk(all) {
      const rest = all.values();
      const worker = async () => {
        for (const chat of rest) await sendTo(many, chat);
      };
      await Promise.all(Array.from({ length: inFlight }, worker));
    },
    reply: (chat) => sendTo(answers, chat),
  });
}
