import { Agent as HttpAgent, type IncomingMessage, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";

/** What grammY hands to its fetch; its own types are those of node-fetch, which are not installed. */
export interface Init {
  method?: string;
  headers?: Record<string, string>;
  /** JSON, or a form with a file, which is a stream. */
  body?: string | AsyncIterable<Uint8Array>;
  /** grammY brings its own kind of signal. */
  signal?: Pick<AbortSignal, "aborted" | "addEventListener" | "removeEventListener">;
}

/** The part of a Response that grammY reads. */
export interface Answer {
  status: number;
  text: string;
  json(): Promise<unknown>;
}

/** Shorter than servers keep a silent connection, so that none is used in the moment it ends. */
const SILENT_MS = 30_000;
const http = new HttpAgent({ keepAlive: true, timeout: SILENT_MS });
const https = new HttpsAgent({ keepAlive: true, timeout: SILENT_MS });

export function answerOf(status: number, body: string): Answer {
  const json = () => new Promise((resolve) => resolve(JSON.parse(body)));
  return { status, text: body, json };
}

/**
 * One call over a connection that is kept, headers and body within the time. Node's own fetch
 * makes half as many calls a second. Rejects with the system's error, whose `code` says what
 * happened, or with one without a code when the time was up or the signal came.
 */
export async function callWithin(limitMs: number, url: string, init: Init): Promise<Answer> {
  const { signal, body } = init;
  if (signal?.aborted) throw new Error("the call was given up before it began");
  const call = open(url, init);
  const end = () => call.destroy(new Error("the call was given up"));
  const timer = setTimeout(end, limitMs);
  signal?.addEventListener("abort", end);
  try {
    const answered = answer(call);
    if (typeof body === "string" || body === undefined) call.end(body);
    else await Promise.race([answered, pipeline(Readable.from(body), call).then(() => answered)]);
    return await answered;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", end);
  }
}

function open(url: string, { method = "GET", headers = {} }: Init) {
  // grammY says "keep-alive" in a header; the agent does so by itself.
  return url.startsWith("https:")
    ? httpsRequest(url, { method, headers, agent: https })
    : httpRequest(url, { method, headers, agent: http });
}

async function answer(call: ReturnType<typeof open>): Promise<Answer> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    call.once("response", resolve).on("error", reject);
  });
  return answerOf(response.statusCode ?? 0, await text(response));
}
