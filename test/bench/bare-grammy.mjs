import { Bot } from "grammy";

/** The least a bot can be: what starting the project's is compared with. */
const bot = new Bot(process.env.BOT_TOKEN, { client: { apiRoot: process.env.BOT_API_ROOT } });
bot.on("message", (ctx) => ctx.reply("Halo"));
await bot.start();
