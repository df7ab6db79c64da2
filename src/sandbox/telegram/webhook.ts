import { Agent, request } from "node:http";

import { answerCall } from "./answer.ts";
import { isObject, parseJson } from "./args.ts";
import { jsonParameters } from "./body.ts";
import { type Core, nowMs, nowS, stir } from "./core.ts";
import { nextRandom, type Queued, type Webhook } from "./state.ts";
import { dropExpired } from "./updates.ts";

/** Delivers updates to the webhook: queues in parallel, each in order. [BA WebhookActor.cpp] */
export interface Sender {
  /** Sends what may go now. */
  pump(): void;
  /** When the next failed one is tried again, in milliseconds since 1970. */
  nextRetryAt(): number | undefined;
  /** Is something under way or due? */
  busy(): boolean;
  stop(): void;
}

interface Lane {
  failures: number;
  dueAt: number;
  busy: boolean;
}

interface Reply {
  status: number;
  statusText: string;
  body: string;
  retryAfterS: number;
}

/** Real milliseconds for an answer. */
const answerTimeMs = 60_000;
const goneAfterMs = 23 * 3_600_000;
const maxRetryAfterS = 3_600;
/** Methods that an answer to the webhook cannot call. [BA] */
const notFromAnswer = /^(?:get.*|setwebhook|deletewebhook|close|logout)$/;

export function createSender(core: Core): Sender {
  const agent = new Agent({ keepAlive: true });
  const lanes = new Map<string, Lane>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let current: Webhook | null = null;

  /** The first of each queue: the others wait for it. */
  function heads(): { queued: Queued; lane: Lane }[] {
    dropExpired(core);
    const found = new Map<string, { queued: Queued; lane: Lane }>();
    for (const queued of core.state.queue) {
      if (found.has(queued.key)) continue;
      const lane = lanes.get(queued.key) ?? { failures: 0, dueAt: 0, busy: false };
      lanes.set(queued.key, lane);
      found.set(queued.key, { queued, lane });
    }
    return [...found.values()];
  }

  function pump(): void {
    const { webhook } = core.state;
    if (webhook !== current) lanes.clear();
    current = webhook;
    if (!webhook || stopped) return;
    const waiting = heads();
    let room = webhook.maxConnections - waiting.filter(({ lane }) => lane.busy).length;
    for (const { queued, lane } of waiting) {
      if (room <= 0 || lane.busy || lane.dueAt > nowMs(core)) continue;
      room--;
      void deliver(webhook, queued, lane);
    }
    wakeLater();
  }

  /** A running clock reaches the next try by itself; a frozen one is moved, and then pumps. */
  function wakeLater(): void {
    clearTimeout(timer);
    const next = nextRetryAt();
    if (next === undefined || core.clock.isFrozen()) return;
    timer = setTimeout(pump, Math.max(1, next - nowMs(core))).unref();
  }

  async function deliver(webhook: Webhook, queued: Queued, lane: Lane): Promise<void> {
    lane.busy = true;
    const reply = await post(webhook, queued, agent).catch((error: Error) => error);
    lane.busy = false;
    const good = !(reply instanceof Error) && reply.status >= 200 && reply.status < 300;
    if (good) {
      core.state.queue = core.state.queue.filter((one) => one !== queued);
      Object.assign(lane, { failures: 0, dueAt: 0 });
      delete webhook.goneSince;
      await runAnswer(reply.body);
    } else fail(webhook, lane, reply);
    core.activity++;
    stir(core);
    pump();
  }

  /** At once, then after 2, 4 … seconds up to a random minute or two. */
  function fail(webhook: Webhook, lane: Lane, reply: Reply | Error): void {
    const failed = reply instanceof Error;
    const message = failed
      ? networkError(reply)
      : `Wrong response from the webhook: ${words(reply)}`;
    webhook.lastError = { date: nowS(core), message };
    const waitS = lane.failures++ === 0 ? 0 : 2 ** Math.min(lane.failures - 1, 7);
    const limitS = 60 + Math.floor(nextRandom(core.state) * 60);
    const askedS = failed ? 0 : Math.min(reply.retryAfterS, maxRetryAfterS);
    lane.dueAt = nowMs(core) + Math.max(Math.min(waitS, limitS), askedS) * 1000;
    if (failed || reply.status !== 410) return void delete webhook.goneSince;
    webhook.goneSince ??= nowMs(core);
    const isOver = nowMs(core) - webhook.goneSince >= goneAfterMs;
    if (isOver && core.state.webhook === webhook) core.state.webhook = null;
  }

  async function runAnswer(body: string): Promise<void> {
    const fields = parseJson(body);
    if (!isObject(fields) || typeof fields["method"] !== "string") return;
    const { method, ...rest } = fields;
    if (notFromAnswer.test(method.toLowerCase())) return;
    const { signal } = new AbortController();
    await answerCall(core, { method, signal, ...jsonParameters(rest) });
  }

  function nextRetryAt(): number | undefined {
    if (!core.state.webhook) return undefined;
    const due = heads().flatMap(({ lane }) => (lane.busy ? [] : [lane.dueAt]));
    return due.length > 0 ? Math.min(...due) : undefined;
  }

  return {
    pump,
    nextRetryAt,
    busy: () =>
      !!core.state.webhook &&
      !stopped &&
      heads().some(({ lane }) => lane.busy || lane.dueAt <= nowMs(core)),
    stop() {
      stopped = true;
      clearTimeout(timer);
      agent.destroy();
    },
  };
}

const words = ({ status, statusText }: Reply) => `${status} ${statusText}`.trim();

function networkError(error: Error): string {
  const refused = "code" in error && error.code === "ECONNREFUSED";
  return refused ? "Connection refused" : "Connection closed";
}

function post({ url, secret }: Webhook, { update }: Queued, agent: Agent): Promise<Reply> {
  const body = JSON.stringify(update);
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    ...(secret === "" ? {} : { "x-telegram-bot-api-secret-token": secret }),
  };
  return new Promise((resolve, reject) => {
    const options = { method: "POST", headers, agent, timeout: answerTimeMs };
    const sent = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          statusText: response.statusMessage ?? "",
          body: Buffer.concat(chunks).toString("utf8"),
          retryAfterS: Number(response.headers["retry-after"]) || 0,
        }),
      );
    });
    sent.on("timeout", () => sent.destroy(new Error("Read timeout expired")));
    sent.on("error", reject).end(body);
  });
}
