import { setTimeout as sleep } from "node:timers/promises";
import type { Figure } from "../figures.ts";
import { serveMongo } from "../served.ts";
import { newDatabase } from "./ledger.ts";
import { percentOf, perThousand, race, raceTogether, type Run } from "./race.ts";
import type { BenchTelegram, Noted } from "./telegram.ts";

const LIMIT = 30;
const W = { window: "W" } as const;
const PAUSE_S = 7;
const SLOW_MS = 400;
const MINUTE_MS = 60_000;
const GROUP_A_MINUTE = 20;

/** The answer time goes from 40 to 400 ms in the middle. */
export async function sendSlow(): Promise<Figure[]> {
  const { noted } = await withMongo((uri) =>
    race(
      { way: "ours", uri, forMs: 20_000 },
      { rate: W, people: 1_000, meanwhile: afterStart(8_000, (one) => one.answerIn(SLOW_MS)) },
    ),
  );
  return [percent("send.slow", noted, 93)];
}

/** Telegram refuses for 7 s in the middle, with four deliveries in hand. */
export async function sendRefuse(): Promise<Figure[]> {
  const fault = (one: BenchTelegram) =>
    one.fault({ method: "sendMessage", retry_after: PAUSE_S, times: 1 });
  const inTheMiddle = async (one: BenchTelegram) => {
    await one.answerIn(0);
    await fault(one);
  };
  const { bulk, noted } = await withMongo((uri) =>
    race(
      { way: "ours", uri, inFlight: 4, writeEveryMs: 0, forMs: 20_000 },
      { rate: W, people: 300, meanwhile: afterStart(4_000, inTheMiddle) },
    ),
  );
  const refusedAt = noted.find(({ refused }) => refused)?.at ?? 0;
  const [first, last] = [refusedAt + 100, refusedAt + PAUSE_S * 1_000];
  const accepted = bulk.filter(({ refused }) => !refused);
  const before = accepted.findLast(({ at }) => at <= first)?.at ?? 0;
  const after = accepted.find(({ at }) => at > first)?.at ?? Infinity;
  const calls = noted.filter(({ at }) => at > first && at < last).length;
  const twice = accepted.length - new Set(accepted.map(({ chat }) => chat)).size;
  return [
    {
      name: "send.refuse.calls",
      value: refusedAt ? calls : Infinity,
      unit: "in the pause",
      atMost: 0,
    },
    { name: "send.refuse.lost", value: after - before, unit: "ms", atMost: 7_500 },
    {
      name: "send.refuse.order",
      value: furthest(accepted),
      unit: "places out of order",
      atMost: 4,
    },
    { name: "send.refuse.twice", value: twice, unit: "rows", atMost: 0 },
  ];
}

/** Sixty messages for one group in the middle of a thousand to others. */
export async function sendChat(): Promise<Figure[]> {
  const { noted, bulk } = await withMongo((uri) =>
    race(
      { way: "ours", uri, writeEveryMs: 0, forMs: 20_000 },
      { rate: W, people: 1_000, withGroup: true },
    ),
  );
  const toGroup = noted.filter(({ chat }) => chat < 0);
  const breaks = toGroup.filter(({ at }, index) => {
    const one = toGroup[index + GROUP_A_MINUTE];
    return one !== undefined && one.at - at < MINUTE_MS;
  });
  return [
    { name: "send.chat.breaks", value: breaks.length, unit: "of the group's limit", atMost: 0 },
    { name: "send.chat.group", value: toGroup.length, unit: "messages to the group", atLeast: 5 },
    percent(
      "send.chat.others",
      [...bulk, ...toGroup].sort((a, b) => a.at - b.at),
      94,
    ),
  ];
}

/** Two and three processes of one bot: one sends to many, all answer people. */
export async function sendTwo(): Promise<Figure[]> {
  const figures = await withMongo(async (uri) => {
    const run = async (processes: number) => {
      const part = { way: "ours", uri, database: newDatabase(), notAlone: true } as const;
      const parts = Array.from({ length: processes }, () => ({ ...part, forMs: 16_000 }));
      return raceTogether(parts, { rate: W, people: 700 });
    };
    const runs = await Promise.all([run(2), run(3)]);
    return runs.flatMap(({ noted }, at) => [
      percent(`send.two.of${at + 2}`, noted, 90),
      {
        name: `send.two.of${at + 2}.refused`,
        value: Math.round(perThousand(noted)),
        unit: "per 1,000",
        atMost: 2,
      },
    ]);
  });
  return figures;
}

async function withMongo<T>(work: (uri: string) => Promise<T>): Promise<T> {
  const mongo = await serveMongo();
  return work(mongo.told.uri).finally(mongo.stop);
}

function percent(name: string, noted: Run["noted"], atLeast: number): Figure {
  const value = Number(percentOf(noted, LIMIT).toFixed(1));
  return { name, value, unit: "% of 30/s", atLeast };
}

/** So long after the first message to many. */
function afterStart(
  ms: number,
  what: (telegram: BenchTelegram) => Promise<unknown>,
): (telegram: BenchTelegram) => Promise<void> {
  return async (telegram) => {
    while ((await telegram.sends()).length < 10) await sleep(100);
    await sleep(ms);
    await what(telegram);
  };
}

/** How far a message came from the place that the ledger gave it. */
function furthest(accepted: readonly Noted[]): number {
  const places = accepted.map(({ chat }) => chat).toSorted(byLedger);
  const placeOf = new Map(places.map((chat, place) => [chat, place]));
  return Math.max(...accepted.map(({ chat }, at) => Math.abs((placeOf.get(chat) ?? 0) - at)));
}

/** Artisans are listed in the order of their ids, which are text. */
const byLedger = (a: number, b: number) => String(a).localeCompare(String(b));
