import type { ApiClientOptions } from "grammy";
import type { FloodGate } from "./flood-gate.ts";
import { type Answer, answerOf, callWithin, type Init } from "./http-call.ts";
import { neverLeft } from "./telegram-errors.ts";

const LIMITS_MS = { call: 20_000, poll: 15_000, upload: 60_000 };
const LONGEST_FLOOD_WAIT_MS = 10_000;
const BEFORE_RETRY_MS = 500;
/** Neither asks anything of a person's chat, so neither waits for the gate. */
const PASS_THE_GATE = /\/(getUpdates|answerCallbackQuery)$/;
const OPEN: FloodGate = { waitMs: () => 0, close: () => undefined };

type TelegramFetch = (url: string, init: Init) => Promise<Answer>;

export interface FetchOptions {
  tries: 1 | 2;
  limitsMs?: typeof LIMITS_MS;
  /** Closed by any flood wait; without one each call learns of floods for itself. */
  gate?: FloodGate;
}

/**
 * The fetch under every call to Telegram and the only place for time-outs and waits: unlike
 * transformers it is also met by calls from inside a dialogue. With two tries a call is repeated
 * when it was refused before a byte left, or after a flood wait of up to 10 s; nothing that may
 * have been done is done again, nor is a file, whose stream is used up.
 */
export function createTelegramFetch(options: FetchOptions): TelegramFetch {
  const { tries, limitsMs = LIMITS_MS, gate = OPEN } = options;
  return async (url, init) => {
    const held = PASS_THE_GATE.test(url) ? 0 : gate.waitMs();
    // One try means: say at once that it is too early, to who has more to do meanwhile.
    if (held > (tries > 1 ? LONGEST_FLOOD_WAIT_MS : 0)) return tooEarly(held);
    if (held > 0) await pause(held, init);
    const limitMs = limitsMs[kindOf(url, init)];
    for (let left = isUpload(init) ? 0 : tries - 1; ; left -= 1) {
      try {
        const answer = await callWithin(limitMs, url, init);
        const waitMs = floodWait(answer);
        if (waitMs === undefined) return answer;
        gate.close(waitMs);
        if (left === 0 || waitMs > LONGEST_FLOOD_WAIT_MS) return answer;
        await pause(waitMs, init);
      } catch (error) {
        if (left === 0 || !neverLeft(error)) throw error;
        await pause(BEFORE_RETRY_MS, init);
      }
    }
  };
}

/** A client for answers: it waits out short floods. Times are in seconds for grammY. */
export function clientOptions(apiRoot: string, options: FetchOptions): ApiClientOptions {
  return { apiRoot, timeoutSeconds: 120, fetch: createTelegramFetch(options) };
}

function isUpload({ body }: Init): boolean {
  return typeof body !== "string";
}

function kindOf(url: string, init: Init): keyof typeof LIMITS_MS {
  if (url.endsWith("/getUpdates")) return "poll";
  return isUpload(init) ? "upload" : "call";
}

/** Ends early when the call is given up; the next try then fails at once. */
function pause(ms: number, { signal }: Init): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** How long Telegram asks to wait. */
function floodWait({ status, text }: Answer): number | undefined {
  if (status !== 429) return undefined;
  return (retryAfterS(text) ?? 1) * 1_000;
}

/** Undefined where the page of a gateway stands in for an answer of Telegram. */
function retryAfterS(body: string): number | undefined {
  try {
    return (JSON.parse(body) as { parameters?: { retry_after?: number } }).parameters?.retry_after;
  } catch {
    return undefined;
  }
}

/** What Telegram would say, without asking it. */
function tooEarly(waitMs: number): Answer {
  const retry_after = Math.ceil(waitMs / 1_000);
  const description = `Too Many Requests: retry after ${retry_after}`;
  const told = { ok: false, error_code: 429, description, parameters: { retry_after } };
  return answerOf(429, JSON.stringify(told));
}
