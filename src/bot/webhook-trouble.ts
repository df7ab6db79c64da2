import type { Api } from "grammy";
import type { Clock } from "../clock.ts";

/** An error of so long ago is over: Telegram keeps the last one for ever. */
const RECENT_S = 15 * 60;

/** What is wrong with the webhook at this address, in Telegram's words; empty: nothing. */
export async function webhookTrouble(
  api: Pick<Api, "getWebhookInfo">,
  wanted: string,
  clock: Clock,
): Promise<string> {
  const { url, last_error_date = 0, last_error_message = "" } = await api.getWebhookInfo();
  if (url !== wanted) return "updates are posted to another address";
  return clock.now().getTime() / 1_000 - last_error_date < RECENT_S ? last_error_message : "";
}
