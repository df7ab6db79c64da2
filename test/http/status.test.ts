import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import type { FastifyInstance } from "fastify";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { connectDatabase } from "../../src/database.ts";
import { createCounts } from "../../src/counts.ts";
import { startHttp } from "../../src/http/http.ts";
import { createStatus, type StatusParts } from "../../src/http/status.ts";
import { createLog } from "../../src/log.ts";
import type { Program } from "../../src/program.ts";
import { openOffice, type Office, wib } from "../notices/office.ts";

let office: Office;
let counts: ReturnType<typeof createCounts>;
let tickS: number;
beforeEach(async () => {
  office = await openOffice("2025-08-14 09:00");
  counts = createCounts();
  tickS = 4;
});

function open(services: StatusParts["services"] = office.start()) {
  const server: FastifyInstance = createStatus({
    ...{ services, counts },
    jobs: { tickAgeS: () => tickS },
  });
  onTestFinished(() => server.close());
  return (path: string) => server.inject(path);
}

/** The samples of a page of figures, by name and labels. */
async function figures(ask: ReturnType<typeof open>): Promise<Map<string, number>> {
  const { body } = await ask("/metrics");
  const lines = body.split("\n").filter((line) => line && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(" ");
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}

/** The services of a process whose database is away. */
async function cutOff(): Promise<StatusParts["services"]> {
  const connection = await connectDatabase(office.uri);
  const services = office.start(8, { on: connection });
  await connection.close();
  return services;
}

describe("the status pages", () => {
  it("say that the process lives, whatever else is wrong", async () => {
    tickS = 9_999;
    const ask = open(await cutOff());
    expect((await ask("/healthz")).statusCode).toBe(200);
  });

  it("say that it can do its work, or why not", async () => {
    const ask = open();
    const ready = await ask("/readyz");
    expect([ready.statusCode, ready.json()]).toEqual([200, { ready: true }]);
    tickS = 301;
    const late = await ask("/readyz");
    expect([late.statusCode, late.json()]).toEqual([503, { ready: false, reason: "tick" }]);
    const away = await open(await cutOff())("/readyz");
    expect([away.statusCode, away.json()]).toEqual([503, { ready: false, reason: "database" }]);
  });

  it("give figures: what waits, the gate, the tick, event loop and memory", async () => {
    const rina = await office.participant("Rina");
    const services = office.start();
    const at = wib("2025-08-14 09:00");
    const update = { update_id: 7, message: { chat: { id: 77 }, text: "x" } };
    await services.inbox.store([update as never]);
    await services.gate.close(new Date(at.getTime() + 65 * 60_000));
    await services.deliveries.add(
      [
        {
          ...{ id: "dlv:notice:x:rina", notice: "notice:x", artisan: "rina", chat: rina.id },
          ...{ lane: 2, seq: 1, state: "ready", planVersion: 0, nextAt: at },
          notAfter: wib("2025-08-20 09:00"),
        },
      ],
      at,
    );
    office.moveTo("2025-08-14 09:05");
    const told = await figures(open(services));
    expect(told.get("sanggar_inbox_oldest_seconds")).toBe(300);
    expect(told.get("sanggar_inbox_parked")).toBe(0);
    expect(told.get("sanggar_delivery_late_seconds")).toBe(300);
    expect(told.get("sanggar_gate_closed_seconds")).toBe(3_600);
    expect(told.get("sanggar_tick_age_seconds")).toBe(4);
    expect(told.get("sanggar_database_up")).toBe(1);
    expect(told.get("nodejs_eventloop_lag_p99_seconds")).toBeDefined();
    expect(told.get("process_resident_memory_bytes")).toBeGreaterThan(1e7);
  });

  it("count what was counted, by method, outcome and state", async () => {
    counts.count("calls", "sendMessage 200");
    counts.count("calls", "sendMessage 200");
    counts.count("calls", "getUpdates lost");
    counts.count("updates", "parked");
    counts.count("refused", "export.run");
    const ask = open();
    const twice = [await figures(ask), await figures(ask)];
    for (const told of twice) {
      expect(told.get('sanggar_calls_total{method="sendMessage",status="200"}')).toBe(2);
      expect(told.get('sanggar_calls_total{method="getUpdates",status="lost"}')).toBe(1);
      expect(told.get('sanggar_updates_total{outcome="parked"}')).toBe(1);
      expect(told.get('sanggar_refused_total{action="export.run"}')).toBe(1);
    }
  });

  it("tell nothing of the database while it is away, rather than what was", async () => {
    const told = await figures(open(await cutOff()));
    expect(told.get("sanggar_database_up")).toBe(0);
    expect(told.get("sanggar_inbox_oldest_seconds")).toBeNaN();
  });

  it("are two where two are opened in one process", async () => {
    const [one, other] = [open(), open()];
    expect((await one("/metrics")).statusCode).toBe(200);
    expect((await other("/metrics")).statusCode).toBe(200);
  });

  it("have no label that could name a person", async () => {
    await office.participant("Rina");
    office.moveTo("2025-08-15 10:00");
    const services = office.start(8, { count: counts.count });
    await services.jobs.tick();
    const labels = [...(await figures(open())).keys()].flatMap((key) =>
      [...key.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => `${name}=${value}`),
    );
    expect(labels).toContain("state=sent");
    expect(labels.filter((label) => /\d{5,}|rina/i.test(label))).toEqual([]);
  });
});

describe("the status port", () => {
  const config = { intake: { kind: "poll" }, port: 0, statusPort: 0 } as const;
  const program = () =>
    ({ services: office.start(), jobs: { tickAgeS: () => 1 }, counts }) as unknown as Program;

  it("keeps nobody from being answered when it is in use; the log says that the pages are off", async () => {
    const output: string[] = [];
    const log = createLog("info", { write: (line) => output.push(line) });
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as AddressInfo;
    const http = await startHttp({ ...config, statusPort: port }, program(), log);
    await http.close();
    expect(output.join("")).toContain("no status pages");
    taken.close();
  });
});
