import { Agent as HttpAgent, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { Readable } from "node:stream";
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
  const { isHttps, hostname, port, root } = originOf(url);
  // grammY says "keep-alive" in a header; the agent does so by itself.
  const options = { hostname, port, path: url.slice(root), method, headers };
  return isHttps
    ? httpsRequest({ ...options, agent: https })
    : httpRequest({ ...options, agent: http });
}

/** Where the calls go: one place, which is dear to work out for each of them. */
let known: { origin: string; isHttps: boolean; hostname: string; port: string; root: number } = {
  ...{ origin: " ", isHttps: false, hostname: "", port: "", root: 0 },
};

function originOf(url: string): typeof known {
  const slash = url.indexOf("/", "https://".length);
  const origin = slash === -1 ? url : url.slice(0, slash);
  if (origin === known.origin) return known;
  const { protocol, hostname, port } = new URL(origin);
  // A socket wants the address of an IPv6 host without its brackets.
  const bare = hostname.replace(/^\[(.*)\]$/, "$1");
  known = { origin, isHttps: protocol === "https:", hostname: bare, port, root: origin.length };
  return known;
}

/** The whole answer as a text; listening costs less than a stream's iterator. */
function answer(call: ReturnType<typeof open>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    call.on("error", reject).once("response", (response) => {
      let body = "";
      response
        .setEncoding("utf8")
        .on("data", (part: string) => (body += part))
        .on("error", reject)
        .once("end", () => resolve(answerOf(response.statusCode ?? 0, body)));
    });
  });
}
