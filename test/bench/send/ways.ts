import { createRequire } from "node:module";
import { join } from "node:path";
import { Api, type Transformer } from "grammy";
import { peersFolder } from "../install-peers.ts";
import type { Place as Known } from "./telegram.ts";

type Place = Pick<Known, "url" | "token">;

/** One way to send to many, and to answer somebody meanwhile. */
export interface Way {
  bulk(chats: readonly number[]): Promise<void>;
  reply(chat: number): Promise<unknown>;
}

type Send = () => Promise<unknown>;
type Limiter = (send: Send) => Promise<unknown>;

const peer = createRequire(join(peersFolder, "package.json"));
/** Modules of the peers that are no CommonJS. */
const imported = async <T>(name: string) => (await import(peer.resolve(name))) as T;

const LIMIT = 30;
const PER_MS = 1_000;

/** The usual ways, each as its own documentation shows it, over auto-retry. */
export const WAYS = {
  loop: (place: Place) => loops(place, 1),
  loops57: (place: Place) => loops(place, 57),
  async bottleneck(place: Place): Promise<Way> {
    type Bottleneck = new (options: object) => { schedule: Limiter };
    const Made = peer("bottleneck") as Bottleneck;
    const reservoir = {
      reservoir: LIMIT,
      reservoirRefreshAmount: LIMIT,
      reservoirRefreshInterval: PER_MS,
    };
    const limiter = new Made(reservoir);
    return Promise.resolve(limited(place, (send) => limiter.schedule(send)));
  },
  async pQueue(place: Place): Promise<Way> {
    type Queue = new (options: object) => { add: Limiter };
    const { default: Made } = await imported<{ default: Queue }>("p-queue");
    const queue = new Made({ interval: PER_MS, intervalCap: LIMIT });
    return limited(place, (send) => queue.add(send));
  },
  async pThrottle(place: Place): Promise<Way> {
    type Throttle = (options: object) => (work: Limiter) => Limiter;
    const { default: throttle } = await imported<{ default: Throttle }>("p-throttle");
    return limited(
      place,
      throttle({ limit: LIMIT, interval: PER_MS })((send) => send()),
    );
  },
  async throttler(place: Place): Promise<Way> {
    const { apiThrottler } = peer("@grammyjs/transformer-throttler") as {
      apiThrottler: () => Transformer;
    };
    const api = apiWith(place, apiThrottler(), autoRetry());
    return Promise.resolve({
      bulk: async (chats) => void (await Promise.all(chats.map((chat) => sendTo(api, chat)))),
      reply: (chat) => sendTo(api, chat),
    });
  },
} satisfies Record<string, (place: Place) => Promise<Way>>;

export type WayName = keyof typeof WAYS | "ours" | "oursRaw";

export const sendTo = (api: Api, chat: number) => api.sendMessage(chat, "Pelatihan dimulai besok.");

/** So many loops, each of which waits for its answer before it goes on. */
function loops(place: Place, count: number): Promise<Way> {
  const api = apiWith(place, autoRetry());
  return Promise.resolve({
    async bulk(chats) {
      const rest = chats.values();
      const loop = async () => {
        for (const chat of rest) await sendTo(api, chat);
      };
      await Promise.all(Array.from({ length: count }, loop));
    },
    reply: (chat) => sendTo(api, chat),
  });
}

function limited(place: Place, limiter: Limiter): Way {
  const api = apiWith(place, autoRetry());
  return {
    async bulk(chats) {
      await Promise.all(chats.map((chat) => limiter(() => sendTo(api, chat))));
    },
    reply: (chat) => limiter(() => sendTo(api, chat)),
  };
}

/** grammY as it comes. The last transformer is the outermost. */
function apiWith({ url, token }: Place, ...transformers: Transformer[]): Api {
  const api = new Api(token, { apiRoot: url });
  api.config.use(...transformers);
  return api;
}

function autoRetry(): Transformer {
  return (peer("@grammyjs/auto-retry") as { autoRetry: () => Transformer }).autoRetry();
}
