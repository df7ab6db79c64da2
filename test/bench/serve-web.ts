import { createServer } from "node:http";
import { Bot, webhookCallback } from "grammy";
import { createSendQueue } from "../../src/bot/send-queue.ts";
import { systemClock } from "../../src/clock.ts";
import { readConfig } from "../../src/config.ts";
import { connectDatabase, prepareDatabase } from "../../src/database.ts";
import { createHttp } from "../../src/http/http.ts";
import { createLog } from "../../src/log.ts";
import { createFieldCipher } from "../../src/privacy/field-cipher.ts";
import { assemble } from "../../src/program.ts";

/** A webhook in a process of its own: `ours|bare <telegram> <token> <database>`. */
const [kind, apiRoot = "", token = "", uri = ""] = process.argv.slice(2);
const secret = "s".repeat(32);
const url = await (kind === "bare" ? serveBare() : serveOurs());
process.stdout.write(`${JSON.stringify({ url, secret })}\n`);
process.stdin.once("end", () => process.exit()).resume();

/** The least that a webhook can be: grammY's own, and one answer to everything. */
async function serveBare(): Promise<string> {
  const bot = new Bot(token, { client: { apiRoot } });
  bot.on("message", (ctx) => ctx.reply("Halo"));
  await bot.init();
  const handle = webhookCallback(bot, "http");
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`;
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
  const server = createHttp(read.config, program);
  return `${await server.listen({ port: 0, host: "127.0.0.1" })}/telegram`;
}
