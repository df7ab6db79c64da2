import type { ApiClientOptions } from "grammy";
import type { SendLane } from "./chat-pace.ts";
import type { Count } from "../counts.ts";
import { type Answer, answerOf, callWithin, type Init } from "./http-call.ts";
import { type SendQueue, unpaced } from "./send-queue.ts";
import { CHAT_ONLY, neverLeft } from "./telegram-errors.ts";
import type { Place, TooEarly } from "./turn.ts";

const LIMITS_MS = { call: 20_000, poll: 15_000, upload: 60_000 };
const LONGEST_FLOOD_WAIT_MS = 10_000;
const BEFORE_RETRY_MS = 500;
/** What Telegram's limits count. */
const SENDS = /^(send(?!ChatAction$)|copy|forward|edit)/;
/** Neither asks anything of a person's chat, so neither waits for a pause. */
const FREE = /^(getUpdates|answerCallbackQuery)$/;

type TelegramFetch = (url: string, init: Init) => Promise<Answer>;

export interface FetchOptions {
  tries: 1 | 2;
  limitsMs?: typeof LIMITS_MS;
  /** Where each call is counted, with its status or "lost". */
  count?: Count;
  /** Shared by all calls of the process; without one each call learns of floods for itself. */
  queue?: SendQueue;
  /** 0, an answer, where nothing is said. */
  lane?: SendLane;
  /** Of two reminders that which dies first goes first. */
  notAfter?: Date;
}

/**
 * The fetch under every call to Telegram and the only place for time-outs and waits: unlike
 * transformers it is also met by calls from inside a dialogue. With two tries a call is repeated
 * when it was refused before a byte left, or after a flood wait of up to 10 s; a reminder or a
 * message to many keeps its place in the queue through all such waits of 10 s together. Nothing
 * that may have been done is done again, nor is a file, whose stream is used up.
 */
export function createTelegramFetch(options: FetchOptions): TelegramFetch {
  const { tries, limitsMs = LIMITS_MS, queue = unpaced, lane = 0 } = options;
  const count = (url: string, status: string) =>
    options.count?.("calls", `${methodOf(url)} ${status}`);
  return async (url, init) => {
    const turn = queue.turn(placeOf(url, init, options), init.signal);
    const limitMs = limitsMs[kindOf(url, init)];
    const repeats = isUpload(init) ? 0 : tries - 1;
    const floods = lane > 0 && !isUpload(init) ? Infinity : repeats;
    for (let again = 0; ; again += 1) {
      const early = await turn.wait();
      if (early) return tooEarly(early);
      try {
        const answer = await callWithin(limitMs, url, init);
        count(url, String(answer.status));
        const waitMs = floodWait(answer);
        if (waitMs === undefined) turn.done("answered");
        if (waitMs === undefined) return answer;
        const chatOnly = turn.refused(waitMs);
        if (again >= floods || waitMs > LONGEST_FLOOD_WAIT_MS)
          return chatOnly ? tooEarly({ waitMs, chatOnly }) : answer;
      } catch (error) {
        turn.done("lost");
        count(url, "lost");
        if (again >= repeats || !neverLeft(error)) throw error;
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

function kindOf(url: string, init: Init): "call" | "poll" | "upload" {
  if (url.endsWith("/getUpdates")) return "poll";
  return isUpload(init) ? "upload" : "call";
}

const methodOf = (url: string) => url.slice(url.lastIndexOf("/") + 1);

function placeOf(url: string, { body }: Init, { lane = 0, notAfter }: FetchOptions): Place {
  const method = methodOf(url);
  if (!SENDS.test(method)) return { kind: FREE.test(method) ? "free" : "other", lane };
  const chat = typeof body === "string" ? chatOf(body) : undefined;
  return { kind: "send", lane, ...(chat && { chat }), ...(notAfter && { notAfter }) };
}

/** Undefined for a file, whose form is a stream, and for a message without a chat. */
function chatOf(body: string): string | undefined {
  // As grammY writes most calls; to read the whole of each costs as much as all the rest here.
  const first = /^\{"chat_id":(-?\d+)[,}]/.exec(body)?.[1];
  if (first !== undefined) return first;
  const { chat_id } = JSON.parse(body) as { chat_id?: number | string };
  return chat_id === undefined ? undefined : String(chat_id);
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
function tooEarly({ waitMs, chatOnly }: TooEarly): Answer {
  const retry_after = Math.ceil(waitMs / 1_000);
  const description = `Too Many Requests: retry after ${retry_after}${chatOnly ? CHAT_ONLY : ""}`;
  const told = { ok: false, error_code: 429, description, parameters: { retry_after } };
  return answerOf(429, JSON.stringify(told));
}
