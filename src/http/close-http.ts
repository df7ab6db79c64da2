import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";

/** Real milliseconds for requests that are half sent; Telegram sends again what was not answered. */
const WITHIN_MS = 2_000;

/** Takes no more requests, answers those in hand, and waits for no client that has gone silent. */
export async function closeHttp(server: FastifyInstance): Promise<void> {
  const closed = server.close();
  await Promise.race([closed, sleep(WITHIN_MS, undefined, { ref: false })]);
  server.server.closeAllConnections();
  await closed;
}
