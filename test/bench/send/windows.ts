import type { Figure } from "../figures.ts";
import { installPeers } from "../install-peers.ts";
import { figureOf, inRounds } from "../rounds.ts";
import { serveMongo } from "../served.ts";
import { percentile, percentOf, perThousand, race, refusalsOf, type Run } from "./race.ts";
import { ANSWER_MS } from "./telegram.ts";
import type { WayName } from "./ways.ts";

const CHATS = 1_000;
const FOR_MS = 16_000;
const ROUNDS = 3;
const LIMIT = 30;
/** Beside the queue in every round; the others are so far off that one round tells. */
const BESIDE = "loop";
const LIMITERS = ["bottleneck", "pQueue", "pThrottle", "throttler"] as const;

type Kind = "W" | "L";
type Runs = Record<Kind, Record<string, Run[]>> & { noisy: boolean };

/** Model W: the 31st in a second is refused, for a second. */
export const sendW = async () => figuresOf(await measured(), "W");

/** Model L: the 31st shuts the bot for five seconds. */
export const sendL = async () => figuresOf(await measured(), "L");

let once: Promise<Runs> | undefined;

/** Both models at one time: each has a Telegram of its own, and waiting costs nothing. */
const measured = () => (once ??= measure());

async function measure(): Promise<Runs> {
  await installPeers();
  const mongo = await serveMongo();
  const runs: Runs = { W: {}, L: {}, noisy: false };
  const run = async (way: WayName, kind: Kind) => {
    const part = { way, uri: mongo.told.uri, forMs: FOR_MS };
    const done = await race(part, { rate: { window: kind }, people: CHATS });
    (runs[kind][way] ??= []).push(done);
  };
  const both = (...ways: WayName[]) =>
    Promise.all(ways.flatMap((way) => [run(way, "W"), run(way, "L")]));
  const round = async () => {
    await both("ours", BESIDE);
    return { done: 1 };
  };
  const { noisy } = await inRounds(round, [mongo.pid], ROUNDS);
  await both(...LIMITERS);
  await mongo.stop();
  return { ...runs, noisy };
}

function figuresOf(runs: Runs, kind: Kind): Figure[] {
  const { noisy } = runs;
  const name = `send.${kind.toLowerCase()}`;
  const of = (way: string) => runs[kind][way]?.slice(-ROUNDS) ?? [];
  const percents = (way: string) => of(way).map(({ noted }) => percentOf(noted, LIMIT));
  const [ours, loop] = [percents("ours"), percents(BESIDE)];
  const replies = of("ours").flatMap(({ result }) => result.replyMs);
  const over = (hundredth: number) => Math.round(percentile(replies, hundredth) - ANSWER_MS);
  const percent = { unit: "% of 30/s", digits: 1, noisy };
  const best = Math.max(...LIMITERS.flatMap(percents));
  const gates =
    kind === "W"
      ? [
          figureOf({ ...percent, name: `${name}.ours`, atLeast: noisy ? 93 : 96 }, ours),
          figureOf({ name: `${name}.refused`, unit: "per 1,000", digits: 1, atMost: 1 }, refused()),
          { name: `${name}.reply.p50`, value: over(50), unit: "ms over the answer time" },
          {
            name: `${name}.reply.p95`,
            value: over(95),
            unit: "ms over the answer time",
            atMost: 100,
            noisy,
          },
          figureOf(
            { name: `${name}.ratio`, unit: "× one loop", digits: 2, atLeast: 1.15, noisy },
            ratio(loop),
          ),
        ]
      : [
          figureOf({ ...percent, name: `${name}.ours`, atLeast: 94 }, ours),
          figureOf(
            { name: `${name}.lockouts`, unit: "refusals", atMost: 0 },
            of("ours").map(({ noted }) => refusalsOf(noted)),
          ),
          figureOf(
            { name: `${name}.ratio`, unit: "× the best limiter", digits: 2, atLeast: 3, noisy },
            ratio([best, best, best]),
          ),
        ];
  const cost = of("ours").map(({ result, bulk }) => result.cpuMs / Math.max(1, bulk.length));
  const memory = of("ours").map(({ result }) => result.peakMb - result.idleMb);
  return [
    ...gates,
    figureOf({ name: `${name}.cpu`, unit: "ms a message", digits: 2, noisy }, cost),
    figureOf({ name: `${name}.memory`, unit: "MB over idle" }, memory),
    figureOf({ ...percent, name: `${name}.loop` }, loop),
    ...LIMITERS.flatMap((way) => peerFigures(way)),
  ];

  function refused(): number[] {
    return of("ours").map(({ noted }) => perThousand(noted));
  }

  function ratio(others: number[]): number[] {
    return ours.map((value, at) => value / (others[at] ?? others[0] ?? 1));
  }

  function peerFigures(way: string): Figure[] {
    const runsOf = of(way);
    const p95 = runsOf.map(({ result }) => percentile(result.replyMs, 95));
    return [
      figureOf({ ...percent, name: `${name}.${way}` }, percents(way)),
      figureOf(
        { name: `${name}.${way}.refused`, unit: "calls" },
        runsOf.map(({ noted }) => refusalsOf(noted)),
      ),
      figureOf({ name: `${name}.${way}.reply.p95`, unit: `ms after ${FOR_MS / 1_000} s` }, p95),
    ];
  }
}
