import { timingSafeEqual } from "node:crypto";
import fastify, { type FastifyInstance } from "fastify";
import type { Update } from "grammy/types";
import type { Config } from "../config.ts";
import type { Program } from "../program.ts";

const MAX_BODY = 1_048_576;
const RETRY_AFTER_S = 5;
const SECRET_HEADER = "x-telegram-bot-api-secret-token";

/** The health page and, with INTAKE=webhook, the door that Telegram posts updates to. */
export async function startHttp(config: Config, program: Program): Promise<FastifyInstance> {
  const server = createHttp(config, program);
  await server.listen({ port: config.port, host: "0.0.0.0" });
  return server;
}

export function createHttp(
  { intake }: Pick<Config, "intake">,
  program: Pick<Program, "services" | "worker" | "entrance">,
): FastifyInstance {
  const server = fastify({ bodyLimit: MAX_BODY });
  server.get("/health", async (_request, reply) => {
    try {
      return { ok: true, parked: await program.services.inbox.parked() };
    } catch {
      return reply.code(503).send({ ok: false });
    }
  });
  if (intake.kind === "webhook")
    addDoor(server, new URL(intake.url).pathname, intake.secret, program);
  return server;
}

/** Answers 200 only once the update rests in the inbox; the work comes after. */
function addDoor(
  server: FastifyInstance,
  path: string,
  secret: string,
  { entrance, worker }: Pick<Program, "entrance" | "worker">,
): void {
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
}

function isSecret(given: unknown, secret: string): boolean {
  const [a, b] = [Buffer.from(typeof given === "string" ? given : ""), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}
