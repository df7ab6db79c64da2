import { timingSafeEqual } from "node:crypto";
import fastify, { type FastifyInstance } from "fastify";
import type { Update } from "grammy/types";
import type { Program } from "../program.ts";

const MAX_BODY = 1_048_576;
const RETRY_AFTER_S = 5;
const SECRET_HEADER = "x-telegram-bot-api-secret-token";

export interface DoorParts extends Pick<Program, "entrance" | "worker"> {
  /** Path of WEBHOOK_URL. */
  path: string;
  secret: string;
  count: Program["counts"]["count"];
}

/** The door that Telegram posts updates to: 200 only once the update rests in the inbox. */
export function createDoor({ path, secret, entrance, worker, count }: DoorParts): FastifyInstance {
  const server = fastify({ bodyLimit: MAX_BODY });
  server.addHook("onResponse", async (_request, reply) => count("posts", String(reply.statusCode)));
  server.post<{ Body: Update }>(
    path,
    {
      // Before the body is read: a stranger's megabyte costs nothing.
      onRequest: async (request, reply) => {
        if (!isSecret(request.headers[SECRET_HEADER], secret)) await reply.code(401).send();
      },
      schema: {
        body: {
          type: "object",
          required: ["update_id"],
          properties: { update_id: { type: "integer" } },
        },
      },
    },
    async (request, reply) => {
      try {
        worker.feed(await entrance.store([request.body]));
        return await reply.code(200).send();
      } catch {
        return reply.code(503).header("retry-after", RETRY_AFTER_S).send();
      }
    },
  );
  return server;
}

function isSecret(given: unknown, secret: string): boolean {
  const [a, b] = [Buffer.from(typeof given === "string" ? given : ""), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}
