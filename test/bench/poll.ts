import { type ApiClientOptions, Bot } from "grammy";
import { clientOptions } from "../../src/bot/telegram-fetch.ts";
import { systemClock } from "../../src/clock.ts";
import { connectDatabase } from "../../src/database.ts";
import { prepareDatabase } from "../../src/prepare-database.ts";
import { createInbox } from "../../src/intake/inbox.ts";
import { createPeople } from "../../src/intake/person-state.ts";
import { createPoller } from "../../src/intake/poll.ts";
import { createWorker } from "../../src/intake/work.ts";
import { createLeases } from "../../src/leases/lease-repository.ts";
import { createLog } from "../../src/log.ts";
import { createFieldCipher } from "../../src/privacy/field-cipher.ts";
import type { Figure } from "./figures.ts";
import { figureOf, inRounds, ratios, sideBySide } from "./rounds.ts";
import { serve, serveMongo } from "./served.ts";

const ANSWER_MS = 40;
const UPDATES = { ours: 1_500, start: 75 };
/** Every update is of another person, as it is when many write at once. */
const AT_LEAST = 20;

/** Updates a second while Telegram takes its time: the project's intake against `bot.start()`. */
export async function poll(): Promise<Figure[]> {
  const mongo = await serveMongo();
  const { values, noisy } = await inRounds(
    sideBySide({ ours: () => ours(mongo.told.uri), start: () => botStart() }),
    [mongo.pid],
  );
  await mongo.stop();
  return [
    figureOf({ name: "poll.ours", unit: "/s", noisy }, values.ours),
    figureOf({ name: "poll.start", unit: "/s", noisy }, values.start),
    figureOf(
      { name: "poll.ratio", unit: "×", digits: 1, atLeast: AT_LEAST, noisy },
      ratios(values.ours, values.start),
    ),
  ];
}

/** The real poller, inbox, worker and calls; each update is done when its work is committed. */
async function ours(uri: string): Promise<number> {
  const { bot, answered, stop } = await openBot(UPDATES.ours, (url) =>
    clientOptions(url, { tries: 2 }),
  );
  const address = new URL(uri);
  address.pathname = `/bench-${Math.random().toString(36).slice(2)}`;
  const connection = await connectDatabase(address.href);
  const [clock, owner, log] = [systemClock, "bench", createLog("warn")];
  const cipher = createFieldCipher([{ id: "bench", hex: "5a".repeat(32) }]);
  const inbox = createInbox(connection, cipher, clock);
  const people = createPeople(connection, cipher, clock, owner);
  const leases = createLeases(connection, clock, owner);
  await prepareDatabase(connection);
  const worker = createWorker({
    ...{ inbox, people, clock, log },
    handle: (update) => bot.handleUpdate(update),
    tell: () => Promise.resolve(),
    isOnlyReader: () => poller.hasLease(),
  });
  const onUnauthorised = () => undefined;
  const poller = createPoller({ api: bot.api, inbox, worker, leases, clock, log, onUnauthorised });
  const begun = performance.now();
  void poller.start();
  await answered;
  await worker.idle();
  const seconds = (performance.now() - begun) / 1_000;
  await poller.stop();
  await worker.stop(1_000);
  await connection.dropDatabase();
  await connection.close();
  await stop();
  return UPDATES.ours / seconds;
}

/** grammY's own polling: one update after the other. */
async function botStart(): Promise<number> {
  const { bot, answered, stop } = await openBot(UPDATES.start);
  const begun = performance.now();
  const running = bot.start();
  await answered;
  const seconds = (performance.now() - begun) / 1_000;
  await bot.stop();
  await running;
  await stop();
  return UPDATES.start / seconds;
}

/** A bot with one answer to everything, and so many updates that wait for it. */
async function openBot(
  count: number,
  client = (apiRoot: string): ApiClientOptions => ({ apiRoot }),
) {
  type Place = { url: string; token: string };
  const standin = await serve<Place>("serve-standin.ts", ...[count, count, ANSWER_MS].map(String));
  const { url, token } = standin.told;
  const bot = new Bot(token, { client: client(url) });
  let left = count;
  let done: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => (done = resolve));
  bot.on("message", async (ctx) => {
    await ctx.reply("diterima");
    left -= 1;
    if (left === 0) done();
  });
  // The first call opens the connection, and is not counted.
  await bot.init();
  return { bot, answered, stop: standin.stop };
}
