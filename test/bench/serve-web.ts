import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { Bot, webhookCallback } from "grammy";
import type { Update } from "grammy/types";
import { createSendQueue } from "../../src/bot/send-queue.ts";
import { systemClock } from "../../src/clock.ts";
import { readConfig } from "../../src/config.ts";
import { connectDatabase } from "../../src/database.ts";
import { prepareDatabase } from "../../src/prepare-database.ts";
import { createDoor } from "../../src/http/door.ts";
import { createLog } from "../../src/log.ts";
import { createFieldCipher } from "../../src/privacy/field-cipher.ts";
import { assemble } from "../../src/program.ts";

/** A webhook in a process of its own: `ours|bare|keeps <telegram> <token> <database>`. */
const [kind, apiRoot = "", token = "", uri = ""] = process.argv.slice(2);
const secret = "s".repeat(32);
const url = await (kind === "ours" ? serveOurs() : serveBare(kind === "keeps"));
process.stdout.write(`${JSON.stringify({ url, secret })}\n`);
process.stdin.once("end", () => process.exit()).resume();

/**
 * The least that a webhook can be: grammY's own, and one answer to everything. With `keeps` the
 * least that loses nothing: each update is stored before 200, its chat is claimed and let go
 * again, and the row is deleted, by the bare driver and without a seal.
 */
async function serveBare(keeps: boolean): Promise<string> {
  const bot = new Bot(token, { client: { apiRoot } });
  const rows = keeps ? await openRows() : undefined;
  bot.on("message", (ctx) => ctx.reply("Halo"));
  await bot.init();
  const handle = webhookCallback(bot, "http");
  const kept = async (request: IncomingMessage, response: ServerResponse) => {
    const update = JSON.parse(await text(request)) as Update;
    await rows?.store(update);
    response.writeHead(200).end();
    await rows?.claim(update);
    await bot.handleUpdate(update);
    await rows?.done(update);
  };
  const server = createServer(
    (request, response) => void (rows ? kept : handle)(request, response),
  );
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`;
}

/** The four writes that no update can do without, as the inbox has them, by the bare driver. */
async function openRows() {
  const connection = await connectDatabase(uri);
  const db = connection.useDb("bench-keeps");
  const inbox = db.collection<{ _id: string }>("inbox");
  const people = db.collection<{ _id: string }>("people");
  const chatOf = ({ message }: Update) => `person:${message?.chat.id}`;
  return {
    store: (update: Update) =>
      inbox.insertOne({
        ...{ _id: `upd:${update.update_id}`, state: "new", at: systemClock.now() },
        json: JSON.stringify(update),
      } as { _id: string }),
    claim: (update: Update) =>
      people.findOneAndUpdate(
        { _id: chatOf(update) },
        { $set: { until: systemClock.now() }, $inc: { version: 1 } },
        { upsert: true, returnDocument: "after" },
      ),
    async done(update: Update): Promise<void> {
      await people.updateOne(
        { _id: chatOf(update) },
        { $set: { until: new Date(0), recent: [String(update.update_id)] } },
      );
      await inbox.deleteOne({ _id: `upd:${update.update_id}` });
    },
  };
}

/** The door, the inbox, the worker and the bot, as in production. */
async function serveOurs(): Promise<string> {
  const read = readConfig({
    BOT_TOKEN: token,
    BOT_API_ROOT: apiRoot,
    INTAKE: "webhook",
    WEBHOOK_URL: "https://bot.example/telegram",
    WEBHOOK_SECRET: secret,
    PRIVACY_CONTACT: "Ibu Contoh, 0254-000000",
    DATA_PLACE: "Jakarta",
  });
  if (!read.ok) throw new Error(read.report);
  const connection = await connectDatabase(uri);
  const bot = new Bot(token, { client: { apiRoot } });
  await bot.init();
  const program = assemble({
    config: read.config,
    connection,
    cipher: createFieldCipher([{ id: "bench", hex: "5a".repeat(32) }]),
    clock: systemClock,
    log: createLog("silent"),
    me: bot.botInfo,
    queue: createSendQueue({ rate: 100_000 }),
    onFatal: () => process.exit(1),
  });
  await prepareDatabase(connection);
  const { officeName, privacyContact, dataPlace } = read.config;
  await program.services.settings.seed({ officeName, privacyContact, dataPlace });
  await program.worker.start();
  const { count } = program.counts;
  const server = createDoor({ ...program, path: "/telegram", secret, count });
  return `${await server.listen({ port: 0, host: "127.0.0.1" })}/telegram`;
}
