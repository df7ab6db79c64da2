import { type Api, GrammyError } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import type { Config } from "../config.ts";
import { StartRefused } from "../start-refused.ts";
import { readRefusal } from "./telegram-errors.ts";

/**
 * Learns who we are at Telegram, and makes sure that updates come in the way that was configured:
 * the program sets or removes no webhook on its own.
 * @throws StartRefused
 */
export async function introduce(
  api: Api,
  { botId, botApiRoot, intake }: Pick<Config, "botId" | "botApiRoot" | "intake">,
): Promise<UserFromGetMe> {
  const me = await introduceOnly(api, { botId, botApiRoot });
  const { url = "" } = await ask(() => api.getWebhookInfo(), botApiRoot);
  if (intake.kind === "poll" && url !== "") {
    throw new StartRefused(
      "INTAKE=poll, but a webhook is set for this bot. Remove it with deleteWebhook first.",
    );
  }
  if (intake.kind === "webhook" && url !== intake.url) {
    throw new StartRefused(
      "INTAKE=webhook, but Telegram does not post to WEBHOOK_URL. The README says how to set it.",
    );
  }
  return me;
}

/**
 * Learns who we are at Telegram, whatever way updates come in.
 * @throws StartRefused
 */
export async function introduceOnly(
  api: Api,
  { botId, botApiRoot }: Pick<Config, "botId" | "botApiRoot">,
): Promise<UserFromGetMe> {
  const me = await ask(() => api.getMe(), botApiRoot);
  if (me.id === botId) return me;
  throw new StartRefused(`BOT_TOKEN belongs to bot ${me.id}, but BOT_ID is ${botId}.`);
}

async function ask<T>(call: () => Promise<T>, apiRoot: string): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!readRefusal(error)) throw error;
    throw new StartRefused(
      error instanceof GrammyError && [401, 404].includes(error.error_code)
        ? "Telegram does not know BOT_TOKEN. Ask @BotFather for a new one."
        : `Telegram does not answer at ${apiRoot}.`,
    );
  }
}
