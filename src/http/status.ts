import fastify, { type FastifyInstance } from "fastify";
import type { Program } from "../program.ts";
import { createMetrics } from "./metrics.ts";
import { readingsInTime, whyNotReady } from "./ready.ts";

export interface StatusParts {
  services: Parameters<typeof readingsInTime>[0];
  jobs: Pick<Program["jobs"], "tickAgeS">;
  counts: Program["counts"];
}

/**
 * Pages for whoever watches the program, for this machine only: /healthz answers while the process
 * lives, /readyz while it can do its work (503 with the reason otherwise), /metrics with figures.
 */
export function createStatus({ services, jobs, counts }: StatusParts): FastifyInstance {
  const server = fastify();
  const { tickAgeS } = jobs;
  const readings = () => readingsInTime(services);
  const metrics = createMetrics({ counts, readings, tickAgeS });

  server.get("/healthz", () => ({ alive: true }));
  server.get("/readyz", async (_request, reply) => {
    const reason = await whyNotReady({ services, tickAgeS });
    return reply.code(reason ? 503 : 200).send({ ready: !reason, ...(reason && { reason }) });
  });
  server.get("/metrics", async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );
  return server;
}
