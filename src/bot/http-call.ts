import { Readable } from "node:stream";
import { type Dispatcher, Pool } from "undici";

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
const CONNECT_MS = 10_000;
/** More than calls at one time: without a bound a connection is opened while another comes free. */
const CONNECTIONS = 200;
/** The time of a whole call is limited here, so that of its parts is not. */
const NO_LIMIT = 0;

const open = (origin: string) =>
  new Pool(origin, {
    connections: CONNECTIONS,
    keepAliveTimeout: SILENT_MS,
    keepAliveMaxTimeout: SILENT_MS,
    connect: { timeout: CONNECT_MS },
    headersTimeout: NO_LIMIT,
    bodyTimeout: NO_LIMIT,
  });
/** By origin: a program speaks to one, tests to many. */
const pools = new Map<string, Pool>();

function poolOf(origin: string): Pool {
  const pool = pools.get(origin) ?? open(origin);
  if (!pools.has(origin)) pools.set(origin, pool);
  return pool;
}

export function answerOf(status: number, body: string): Answer {
  const json = () => new Promise((resolve) => resolve(JSON.parse(body)));
  return { status, text: body, json };
}

/**
 * One call over a connection that is kept, headers and body within the time. Rejects with the
 * system's error, whose `code` says what happened, or with one without a code when the time was up
 * or the signal came.
 */
export function callWithin(limitMs: number, url: string, init: Init): Promise<Answer> {
  const { method = "GET", headers = {}, body, signal } = init;
  const slash = url.indexOf("/", "https://".length);
  const request = {
    path: url.slice(slash),
    method,
    headers,
    body: typeof body === "object" ? Readable.from(body) : (body ?? null),
  };
  return new Promise((resolve, reject) => {
    poolOf(url.slice(0, slash)).dispatch(request, new Call(limitMs, signal, resolve, reject));
  });
}

/** Reads the whole answer of a call; a stream for each would cost as much as the call. */
class Call implements Dispatcher.DispatchHandler {
  readonly #resolve: (answer: Answer) => void;
  readonly #reject: (error: Error) => void;
  readonly #timer: NodeJS.Timeout;
  #controller: Dispatcher.DispatchController | undefined;
  #gaveUp: Error | undefined;
  #status = 0;
  readonly #parts: Buffer[] = [];

  constructor(
    limitMs: number,
    signal: Init["signal"],
    resolve: (answer: Answer) => void,
    reject: (error: Error) => void,
  ) {
    this.#resolve = resolve;
    this.#reject = reject;
    this.#timer = setTimeout(this.#giveUp, limitMs);
    // Never taken off: grammY has a signal for each call, and what is over cannot be given up.
    signal?.addEventListener("abort", this.#giveUp);
    if (signal?.aborted) this.#giveUp();
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#gaveUp) controller.abort(this.#gaveUp);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
  }

  onResponseData(_controller: Dispatcher.DispatchController, part: Buffer): void {
    this.#parts.push(part);
  }

  onResponseEnd(): void {
    clearTimeout(this.#timer);
    this.#resolve(answerOf(this.#status, Buffer.concat(this.#parts).toString()));
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    clearTimeout(this.#timer);
    this.#reject(error);
  }

  /** A call that still waits for its connection is told at once too, and then not begun. */
  #giveUp = (): void => {
    clearTimeout(this.#timer);
    this.#gaveUp = new Error("the call was given up");
    this.#reject(this.#gaveUp);
    this.#controller?.abort(this.#gaveUp);
  };
}
