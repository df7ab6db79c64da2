import type { ApiClientOptions } from "grammy";

const LIMITS_MS = { call: 20_000, poll: 15_000, upload: 60_000 };
const LONGEST_FLOOD_WAIT_MS = 10_000;
const BEFORE_RETRY_MS = 500;

/** What grammY hands to its fetch; its own types are those of node-fetch, which are not installed. */
interface Init {
  method?: string;
  headers?: Record<string, string>;
  /** JSON, or a form with a file, which is a stream. */
  body?: string | AsyncIterable<Uint8Array>;
  /** grammY brings its own kind of signal, which Node's fetch does not take. */
  signal?: Pick<AbortSignal, "aborted" | "addEventListener" | "removeEventListener">;
}

type TelegramFetch = (url: string, init: Init) => Promise<Response>;

export interface FetchOptions {
  tries: 1 | 2;
  limitsMs?: typeof LIMITS_MS;
}

/**
 * The fetch under every call to Telegram and the only place for time-outs and waits: unlike
 * transformers it is also met by calls from inside a dialogue. With two tries a call is repeated
 * when it was refused before a byte left, or after a flood wait of up to 10 s; nothing that may
 * have been done is done again, nor is a file, whose stream is used up. Rejects with what Node's
 * fetch rejects with.
 */
export function createTelegramFetch({ tries, limitsMs = LIMITS_MS }: FetchOptions): TelegramFetch {
  return async (url, init) => {
    const limitMs = limitsMs[kindOf(url, init)];
    for (let left = isUpload(init) ? 0 : tries - 1; ; left -= 1) {
      try {
        const response = await fetchWithin(limitMs, url, init);
        const waitMs = left > 0 ? await floodWait(response) : undefined;
        if (waitMs === undefined) return response;
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

async function fetchWithin(limitMs: number, url: string, init: Init): Promise<Response> {
  const ended = new AbortController();
  const end = () => ended.abort();
  init.signal?.addEventListener("abort", end);
  if (init.signal?.aborted) end();
  const timer = setTimeout(end, limitMs);
  try {
    const { method, headers, body } = init;
    const response = await fetch(url, {
      ...(method && { method }),
      ...(headers && { headers }),
      ...(body !== undefined && { body: body as BodyInit }),
      ...(typeof body !== "string" && body && { duplex: "half" as const }),
      signal: ended.signal,
    });
    // The body belongs to the call: it is read within the same time.
    const text = await response.text();
    return new Response(text, response);
  } finally {
    clearTimeout(timer);
    init.signal?.removeEventListener("abort", end);
  }
}

/** How long Telegram asks to wait, when that is short enough to wait for. */
async function floodWait(response: Response): Promise<number | undefined> {
  if (response.status !== 429) return undefined;
  const answer = (await response.clone().json()) as { parameters?: { retry_after?: number } };
  const waitMs = (answer.parameters?.retry_after ?? 1) * 1_000;
  return waitMs <= LONGEST_FLOOD_WAIT_MS ? waitMs : undefined;
}

function neverLeft(error: unknown): boolean {
  const code = (error as { cause?: { code?: unknown } }).cause?.code;
  return ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"].includes(String(code));
}
