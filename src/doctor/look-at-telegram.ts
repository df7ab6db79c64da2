import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import { fault, type Finding, note, ok, unseen } from "./finding.ts";

type Asked = Pick<Config, "botApiRoot" | "botId" | "botToken" | "intake">;

/** What Telegram answered, and by how many milliseconds its clock is ahead of ours. */
export interface TelegramLook {
  findings: Finding[];
  aheadMs?: number;
}

interface Answer {
  ok: boolean;
  error_code?: number;
  result?: Record<string, unknown>;
}

const WITHIN_MS = 10_000;
const HALF_HOUR_S = 1_800;

/** Whether Telegram answers, knows the token, and sends updates the way that is configured. */
export async function lookAtTelegram(config: Asked, clock: Clock): Promise<TelegramLook> {
  const { botApiRoot: root, botId } = config;
  try {
    const { answer, aheadMs } = await ask("getMe", config, clock);
    const heard = aheadMs === undefined ? {} : { aheadMs };
    if (!answer.ok) return { findings: [refusedToken(answer), WEBHOOK_UNSEEN], ...heard };
    if (answer.result?.["id"] !== botId)
      return { findings: [otherBot(botId), WEBHOOK_UNSEEN], ...heard };
    const name = String(answer.result["username"]);
    const known = ok("Telegram", `${root} answers, the bot is @${name}`);
    const { answer: hook } = await ask("getWebhookInfo", config, clock);
    return { findings: [known, webhook(hook.result ?? {}, config, clock.now())], ...heard };
  } catch {
    // What was thrown may hold the address, and so the token: it is told nowhere.
    const remedy = "Check BOT_API_ROOT, the network, its name server and its firewall.";
    return { findings: [fault("Telegram", `${root} does not answer.`, remedy), WEBHOOK_UNSEEN] };
  }
}

const WEBHOOK_UNSEEN = unseen("webhook", "not seen without Telegram");

async function ask(method: string, { botApiRoot, botToken }: Asked, clock: Clock) {
  const signal = AbortSignal.timeout(WITHIN_MS);
  const answered = await fetch(`${botApiRoot}/bot${botToken}/${method}`, { signal });
  const date = Date.parse(answered.headers.get("date") ?? "");
  const answer = (await answered.json()) as Answer;
  // The header tells whole seconds.
  const aheadMs = Number.isNaN(date) ? undefined : date + 500 - clock.now().getTime();
  return { answer, aheadMs };
}

function refusedToken({ error_code: code }: Answer): Finding {
  if (code === 401 || code === 404)
    return fault(
      "Telegram",
      "it does not know BOT_TOKEN.",
      "Copy the token from @BotFather (/token) into BOT_TOKEN and restart the bot.",
    );
  const remedy = "Try again in a few minutes; status: @BotNews in Telegram.";
  return fault("Telegram", `it answers with an error (${code}).`, remedy);
}

const otherBot = (id: number) =>
  fault("Telegram", `BOT_TOKEN belongs to another bot than BOT_ID ${id}.`, "Correct one of them.");

function webhook(info: Record<string, unknown>, { intake }: Asked, now: Date): Finding {
  const { url, last_error_date: at, last_error_message: said } = info;
  if (intake.kind === "poll") {
    if (!url) return ok("webhook", "none, as INTAKE=poll wants it");
    const remedy = "Remove it with deleteWebhook, or set INTAKE=webhook.";
    return fault("webhook", "one is set, but INTAKE is poll.", remedy);
  }
  if (url !== intake.url)
    return fault(
      "webhook",
      url ? "Telegram posts to another address than WEBHOOK_URL." : "none is set.",
      "Set it with setWebhook, as the README says.",
    );
  if (typeof at === "number" && now.getTime() / 1_000 - at < HALF_HOUR_S)
    return fault(
      "webhook",
      `Telegram could not deliver within the last half hour: ${String(said)}.`,
      "Check the certificate, the way to PORT, and WEBHOOK_SECRET (set the webhook anew).",
    );
  const waiting = Number(info["pending_update_count"] ?? 0);
  if (waiting < 100) return ok("webhook", "Telegram posts to WEBHOOK_URL");
  return note("webhook", `${waiting} updates wait at Telegram.`, "Is the bot running?");
}
