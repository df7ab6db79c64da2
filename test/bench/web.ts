import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "grammy/types";
import { systemClock } from "../../src/clock.ts";
import type { Figure } from "./figures.ts";
import { figureOf, inRounds, processMs, ratios, sideBySide } from "./rounds.ts";
import { openTelegram } from "./send/telegram.ts";
import { serve, serveMongo } from "./served.ts";

const CONNECTIONS = 64;
const PEOPLE = 250;
const UPDATES = 500;
/** Until the code is compiled: what is larger needs longer. */
const WARM = 1_000;
const ROUNDS = 3;

/**
 * Updates over HTTP to the whole bot with its inbox, against the least webhook that loses nothing
 * either, and against one that stores nothing.
 */
export async function webHttp(): Promise<Figure[]> {
  const mongo = await serveMongo();
  const telegram = await openTelegram({ people: PEOPLE, answerMs: 0 });
  const { url, token } = telegram.place;
  type Web = { url: string; secret: string };
  const { uri } = mongo.told;
  const webs = {
    ours: await serve<Web>("serve-web.ts", "ours", url, token, uri),
    keeps: await serve<Web>("serve-web.ts", "keeps", url, token, uri),
    bare: await serve<Web>("serve-web.ts", "bare", url, token),
  };
  let answered = 0;
  const rates = { ours: [] as number[], keeps: [] as number[], bare: [] as number[] };
  const run = async (kind: keyof typeof webs, count: number): Promise<number> => {
    const { pid, told } = webs[kind];
    const [cpu, begun, from] = [await processMs(pid), performance.now(), answered];
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
    await Promise.all(Array.from({ length: count }, (_, at) => post(told, from + at + 1, agent)));
    answered += count;
    while ((await telegram.sends()).length < answered) await sleep(50);
    rates[kind].push(count / ((performance.now() - begun) / 1_000));
    agent.destroy();
    return (((await processMs(pid)) - cpu) * 1_000) / count;
  };
  const kinds = ["ours", "keeps", "bare"] as const;
  for (const kind of kinds) await run(kind, WARM);
  const work = sideBySide({
    ours: () => run("ours", UPDATES),
    keeps: () => run("keeps", UPDATES),
    bare: () => run("bare", UPDATES),
  });
  const pids = [mongo.pid, telegram.pid, ...kinds.map((kind) => webs[kind].pid)];
  const { values, noisy } = await inRounds(work, pids, ROUNDS);
  await Promise.all(kinds.map((kind) => webs[kind].stop()));
  await Promise.all([telegram.stop(), mongo.stop()]);
  const cpu = { unit: "µs CPU an answer", noisy };
  return [
    figureOf({ name: "web.http", unit: "answers/s", noisy }, rates.ours.slice(-ROUNDS)),
    figureOf({ ...cpu, name: "web.http.cpu" }, values.ours),
    figureOf({ ...cpu, name: "web.http.keeps" }, values.keeps),
    figureOf({ ...cpu, name: "web.http.bare" }, values.bare),
    figureOf(
      { name: "web.http.ratio", unit: "× one that keeps", digits: 1, atMost: 4.5, noisy },
      ratios(values.ours, values.keeps),
    ),
    figureOf(
      { name: "web.http.stateless", unit: "× one that keeps nothing", digits: 1, noisy },
      ratios(values.ours, values.bare),
    ),
  ];
}

/** One update as Telegram posts it; throws where it is not taken. */
function post(web: { url: string; secret: string }, id: number, agent: Agent): Promise<void> {
  const body = JSON.stringify(helpOf(id));
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "x-telegram-bot-api-secret-token": web.secret,
  };
  return new Promise((resolve, reject) => {
    const call = request(web.url, { method: "POST", agent, headers }, (response) => {
      response.resume().once("end", () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`the webhook answered ${response.statusCode}`));
      });
    });
    call.once("error", reject).end(body);
  });
}

function helpOf(update_id: number): Update {
  const id = 5_000_000_001 + (update_id % PEOPLE);
  const chat = { id, type: "private" as const, first_name: "Perajin" };
  const from = { id, is_bot: false, first_name: "Perajin", language_code: "id" };
  const entities = [{ type: "bot_command" as const, offset: 0, length: 8 }];
  const date = Math.floor(systemClock.now().getTime() / 1_000);
  return {
    update_id,
    message: { message_id: update_id, date, chat, from, text: "/bantuan", entities },
  };
}
