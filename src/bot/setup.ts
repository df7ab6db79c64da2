import { Api } from "grammy";
import { type Config, processEnvironment, readConfig } from "../config.ts";
import { StartRefused } from "../start-refused.ts";
import { type Became, bringUpToDate, stepsByHand } from "./appearance.ts";
import { introduceOnly } from "./introduce.ts";
import { createTexts } from "./language.ts";
import { loadPlaces } from "../places/load-places.ts";
import { clientOptions } from "./telegram-fetch.ts";

/** Sets what people see of the bot at Telegram; exits with 1 where something is left undone. */
const read = readConfig(processEnvironment());
if (!read.ok) refuse(read.report);
else
  await run(read.config).catch((error: unknown) => {
    if (!(error instanceof StartRefused)) throw error;
    refuse(error.message);
  });

async function run(config: Config): Promise<void> {
  const api = new Api(config.botToken, clientOptions(config.botApiRoot, { tries: 2 }));
  const me = await introduceOnly(api, config);
  say(`@${me.username}`);
  const places = await loadPlaces(config.regionsFile);
  const office = config.officeName || places.office;
  for await (const became of bringUpToDate(api, createTexts(places), office)) {
    say(`  ${lineOf(became)}`);
    if ("why" in became) process.exitCode = 1;
  }
  say("The lists of staff are set in each one's own chat, at /start and when a role changes.");
  say("Left to do by hand, in a chat with @BotFather:");
  for (const line of stepsByHand(me)) say(`  ${line}`);
}

function lineOf(became: Became): string {
  const line = `${became.what}: ${became.is}`;
  return "why" in became ? `${line}. ${became.why}` : line;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function refuse(report: string): void {
  process.stderr.write(`${report}\n`);
  process.exitCode = 1;
}
