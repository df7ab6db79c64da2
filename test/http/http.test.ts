import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import type { Update } from "grammy/types";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connectDatabase } from "../../src/database.ts";
import { createCounts } from "../../src/counts.ts";
import { createDoor } from "../../src/http/door.ts";
import { gate, type Intake, openIntake, type Process, text } from "../intake/processes.ts";

const SECRET = "a-secret-of-at-least-32-characters";
const RINA = 5_000_000_001;

let intake: Intake;
let server: FastifyInstance;
let root: string;
let posts: () => ReadonlyMap<string, number>;
let process: Process;
let handled: number[];
let hold: Promise<void>;

beforeAll(async () => {
  intake = await openIntake();
});
beforeEach(async () => {
  handled = [];
  hold = Promise.resolve();
  process = intake.start(
    async ({ update_id }) => {
      await hold;
      handled.push(update_id);
    },
    { isOnlyReader: () => false },
  );
  ({ server, root, posts } = await open(process));
});
afterEach(async () => {
  await server.close();
  await intake.clear();
});
afterAll(() => intake.close());

/** The real door in front of an inbox and a worker. */
async function open({ inbox, worker }: Process) {
  const { count, of } = createCounts();
  const store = (updates: readonly Update[]) => inbox.store(updates);
  const entrance = { store, counts: () => ({ unknownKind: 0, nobody: 0, flood: 0 }) };
  const opened = createDoor({ path: "/hook/door", secret: SECRET, entrance, worker, count });
  await opened.listen({ port: 0, host: "127.0.0.1" });
  const { port } = opened.server.address() as AddressInfo;
  return { server: opened, root: `http://127.0.0.1:${port}`, posts: () => of("posts") };
}

/** A process whose database is away. */
async function cutOff() {
  const connection = await connectDatabase(intake.database.uri);
  const cut = intake.start(() => undefined, { connection });
  await connection.close();
  return open(cut);
}

interface Posted {
  /** Null sends none. */
  secret?: string | null;
  at?: string;
  path?: string;
}

function post(body: unknown, { secret = SECRET, at = root, path = "/hook/door" }: Posted = {}) {
  return fetch(at + path, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(secret !== null && { "x-telegram-bot-api-secret-token": secret }),
    },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

describe("the door for updates", () => {
  it.each([
    ["none", null],
    ["an empty one", ""],
    ["another one", "b".repeat(SECRET.length)],
    ["a longer one", `${SECRET}x`],
    ["a shorter one", SECRET.slice(0, -1)],
  ])("is closed to who brings no secret: %s", async (_, secret) => {
    const answer = await post(text(1, RINA), { secret });
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain(SECRET);
    expect(await intake.rows()).toEqual([]);
  });

  it("sends a stranger away before their megabytes are read", async () => {
    const sent = request(`${root}/hook/door`, {
      method: "POST",
      headers: { "content-type": "application/json", "content-length": 20_000_000 },
    });
    sent.on("error", () => undefined);
    sent.flushHeaders();
    const [answer] = (await once(sent, "response")) as [IncomingMessage];
    expect(answer.statusCode).toBe(401);
    sent.destroy();
  });

  it("A8: says 200 once the update rests in the inbox, before it is handled", async () => {
    const { opened, open: release } = gate();
    hold = opened;
    expect((await post(text(1, RINA))).status).toBe(200);
    expect((await intake.rows()).map(({ _id }) => _id)).toEqual(["upd:1"]);
    expect(handled).toEqual([]);
    release();
    await process.worker.idle();
    expect(handled).toEqual([1]);
    expect(await intake.rows()).toEqual([]);
  });

  it("A8: takes an update that is posted again, and it is handled once", async () => {
    for (let times = 0; times < 3; times += 1) {
      expect((await post(text(1, RINA))).status).toBe(200);
      await process.worker.idle();
    }
    const twice = await Promise.all([post(text(2, RINA)), post(text(2, RINA))]);
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    await process.worker.idle();
    expect(handled).toEqual([1, 2]);
  });

  it("handles a chat's updates in their order, however they were posted", async () => {
    const { opened, open: release } = gate();
    hold = opened;
    for (const id of [1, 3, 2]) await post(text(id, RINA));
    release();
    await process.worker.idle();
    expect(handled).toEqual([1, 2, 3]);
  });

  it("says 200 to an update that nobody can be answered for, and stores nothing", async () => {
    expect((await post({ update_id: 1, poll: { id: "1" } })).status).toBe(200);
    expect(await intake.rows()).toEqual([]);
  });

  it.each(["", "{", "[]", "null", '"x"', "{}", '{"update_id":"x"}', '{"update_id":1.5}'])(
    "refuses what is no update: %s",
    async (body) => {
      expect((await post(body)).status).toBe(400);
      expect(await intake.rows()).toEqual([]);
    },
  );

  it("refuses more than a megabyte", async () => {
    expect((await post(text(1, RINA, "x".repeat(1_048_576)))).status).toBe(413);
    expect((await post(text(2, RINA, "x".repeat(1_000_000)))).status).toBe(200);
    await process.worker.idle();
    expect(handled).toEqual([2]);
  });

  it("A11: says 503 and when to come again while the database is away, never 200", async () => {
    const away = await cutOff();
    const answer = await post(text(1, RINA), { at: away.root });
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("5");
    await away.server.close();
    expect((await post(text(1, RINA))).status).toBe(200);
    await process.worker.idle();
    expect(handled).toEqual([1]);
  });

  it("is only where it was set, and gives nothing away elsewhere", async () => {
    expect((await post(text(1, RINA), { path: "/" })).status).toBe(404);
    for (const path of ["/hook/door", "/healthz", "/readyz", "/metrics"])
      expect((await fetch(`${root}${path}`)).status).toBe(404);
    expect(await intake.rows()).toEqual([]);
  });

  it("counts what it answered", async () => {
    await post(text(1, RINA));
    await post(text(2, RINA), { secret: null });
    expect(Object.fromEntries(posts())).toEqual({ 200: 1, 401: 1 });
  });
});
