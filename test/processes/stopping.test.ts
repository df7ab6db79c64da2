import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAdjustableClock } from "../../src/clock.ts";
import { createLog } from "../../src/log.ts";
import { openProgram, startProgram } from "../../src/program.ts";
import { createWorld, type World } from "../../src/sandbox/telegram/client.ts";
import { createStandin, type Standin } from "../../src/sandbox/telegram/index.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { text, until } from "../intake/processes.ts";
import { type Build, makeBuild } from "./build.ts";
import { type Member, startMember } from "./fleet.ts";
import { configAt } from "../reliability/config-at.ts";
import { EIGHT_DAYS_BEFORE } from "../support/sanggar.ts";
import { confirmNotice } from "../reliability/notice.ts";
import { environment, openDoor, ownStatusPort, SECRET } from "./place.ts";

const ABOUT = "dijalankan oleh";
const WITHIN_MS = 20_000;

let build: Build;
let database: TestDatabase;
let standin: Standin;
let world: World;
let dataDir: string;
const members: Member[] = [];
beforeAll(async () => {
  build = await makeBuild("2025-08-14");
});
beforeEach(async () => {
  database = await openTestDatabase();
  standin = await createStandin({ clock: createAdjustableClock() });
  world = createWorld(standin);
  dataDir = await mkdtemp(join(tmpdir(), "sanggar-stopping-"));
});
afterEach(async () => {
  for (const member of members) member.kill("SIGKILL");
  await Promise.all(members.splice(0).map(({ ended }) => ended));
  await standin.stop();
  await database.drop();
  await rm(dataDir, { recursive: true });
});
afterAll(() => build.remove());

function start(env: Record<string, string>): Member {
  const member = startMember(build.main, {
    ...environment(standin, database.uri, dataDir),
    ...env,
  });
  members.push(member);
  return member;
}

const startPolling = async () => start(await ownStatusPort());
const leases = () =>
  database.connection.collection<{ _id: string; until: Date }>("leases").find({}).toArray();
const held = async () => (await leases()).filter(({ until: end }) => end > new Date());

/** Tells it to stop, and prints how long that took. */
async function terminate(member: Member, what: string) {
  const begun = performance.now();
  member.kill("SIGTERM");
  const { code } = await member.ended;
  const ms = Math.round(performance.now() - begun);
  console.log(`SIGTERM ${what}: ${ms} ms`);
  return { code, ms };
}

describe("told to stop", () => {
  it("under load it ends in 20 s, leaves nothing held, and the next one goes on: each answer once", async () => {
    const people = Array.from({ length: 60 }, (_, at) => world.person(`Perajin ${at}`));
    world.fault({ method: "sendMessage", delay_ms: 300, times: 1e9 });
    const first = await startPolling();
    await until(() => first.isUp(), 30_000);
    for (const { id } of people)
      for (let time = 0; time < 3; time += 1) standin.control.say({ person: id, text: "/tentang" });
    await until(() => world.calls("sendMessage").length > 20, 30_000);

    const second = await startPolling();
    await until(() => second.says("started") || second.isUp(), 30_000);
    const { code, ms } = await terminate(first, "under load");
    expect(code).toBe(0);
    expect(ms).toBeLessThan(WITHIN_MS);
    expect(first.says('"stopped"')).toBe(true);
    expect(first.says("alarm")).toBe(false);

    await until(() => people.every((one) => world.copies(one, ABOUT) >= 3), 60_000);
    expect(people.map((one) => world.copies(one, ABOUT))).toEqual(people.map(() => 3));
    expect((await terminate(second, "at rest")).code).toBe(0);
    expect(await held()).toEqual([]);
    expect(people.map((one) => world.copies(one, ABOUT))).toEqual(people.map(() => 3));
  }, 120_000);

  it("in the midst of its start it lets go of all", async () => {
    const slow = { method: "setMyCommands", delay_ms: 200, times: 1e9 };
    world.fault(slow);
    const first = await startPolling();
    await until(() => standin.control.calls({ method: "setMyCommands" }).length > 0, 30_000);
    expect((await terminate(first, "during the start")).code).toBe(0);
    expect(await held()).toEqual([]);
  }, 60_000);

  it("a second time it ends at once", async () => {
    const rina = world.person("Rina");
    const first = await startPolling();
    await until(() => first.isUp(), 30_000);
    world.fault({ method: "sendMessage", delay_ms: 60_000, times: 1 });
    standin.control.say({ person: rina.id, text: "/tentang" });
    await until(() => standin.control.faults().some(({ hits }) => hits > 0));
    first.kill("SIGTERM");
    await until(
      async () =>
        !(await leases()).some(({ _id, until: end }) => _id === "lease:poll" && end > new Date()),
    );
    const { code, ms } = await terminate(first, "a second time");
    expect(code).toBe(1);
    expect(ms).toBeLessThan(2_000);
  }, 60_000);

  it("behind a webhook it waits for an update that is half sent, but not for ever", async () => {
    const { balancer, environments } = await openDoor(standin, 1);
    const env: Record<string, string> = environments[0] ?? {};
    const only = start(env);
    await until(() => only.isUp(), 30_000);
    const rina = world.person("Rina");
    const late = await beginPost(Number(env["PORT"]), text(7, rina.id, "/tentang"));
    const never = await beginPost(Number(env["PORT"]), text(8, rina.id, "/tentang"));
    const isRefused = () =>
      fetch(`http://127.0.0.1:${env["PORT"]}/hook`).then(
        () => false,
        () => true,
      );
    const ending = terminate(only, "with an update half sent");
    await until(isRefused);
    late.finish();
    await until(() => late.received().includes("200 OK"));
    const { code, ms } = await ending;
    expect(code).toBe(0);
    expect(ms).toBeLessThan(WITHIN_MS);
    expect(never.received()).not.toContain("200 OK");
    const rows = await database.connection.collection<{ _id: string }>("inbox").find({}).toArray();
    expect(rows.map(({ _id }) => _id).filter((id) => id !== "upd:7")).toEqual([]);
    const answers = standin.control.messages(rina.id).filter(({ from }) => from?.is_bot);
    expect(rows.length + answers.length).toBe(1);
    never.end();
    late.end();
    await balancer.close();
  }, 60_000);

  it("behind a webhook it answers what is in its connections, and then closes them", async () => {
    const { balancer, environments } = await openDoor(standin, 1);
    const env: Record<string, string> = environments[0] ?? {};
    const only = start(env);
    await until(() => only.isUp(), 30_000);
    const agent = new Agent({ keepAlive: true });
    // A connection that stays open behind it: nobody posts an update to that path.
    expect(await get(`http://127.0.0.1:${env["PORT"]}/elsewhere`, agent)).toBe(404);
    const people = Array.from({ length: 40 }, (_, at) => world.person(`Perajin ${at}`));
    for (const { id } of people) standin.control.say({ person: id, text: "/tentang" });
    await until(() => balancer.counts.passed > 5);
    const { code, ms } = await terminate(only, "with open connections");
    expect(code).toBe(0);
    expect(ms).toBeLessThan(WITHIN_MS);
    agent.destroy();

    const next = start(env);
    await until(() => next.isUp(), 30_000);
    await until(() => people.every((one) => world.copies(one, ABOUT) > 0), 30_000);
    expect((await terminate(next, "at rest")).code).toBe(0);
    expect(people.map((one) => world.copies(one, ABOUT))).toEqual(people.map(() => 1));
    await balancer.close();
  }, 120_000);
});

it("a program that is stopped in its first tick records what it sent, and leaves the rest", async () => {
  const people = Array.from({ length: 80 }, (_, at) => world.person(`Perajin ${at}`));
  const clock = createAdjustableClock(EIGHT_DAYS_BEFORE);
  const log = createLog("error", { write: () => undefined });
  const parts = { config: configAt(standin, dataDir), uri: database.uri, clock, log };
  const first = await openProgram({ ...parts, onFatal: () => undefined });
  const notice = await confirmNotice(people, "Undangan pameran", first.services);
  const copies = () => people.map((one) => world.copies(one, "Undangan pameran"));
  const states = async () => {
    const rows = await database.connection.collection("deliveries").find({ notice }).toArray();
    return rows.map(({ state }) => String(state));
  };
  world.fault({ method: "sendMessage", delay_ms: 100, times: 1e9 });
  await first.takeUpdates();
  const ticking = first.keepTime();
  await until(() => copies().some((count) => count > 0), 30_000);
  await Promise.all([first.stop(), ticking]);
  const sent = copies().filter((count) => count > 0).length;
  expect(sent).toBeLessThan(people.length);
  const after = await states();
  expect(after.filter((state) => state === "sent")).toHaveLength(sent);
  expect(after.filter((state) => state === "ready")).toHaveLength(people.length - sent);
  const ends = (await leases()).map(({ until: end }) => end);
  expect(ends.filter((end) => end > clock.now())).toEqual([]);

  const second = await startProgram({ ...parts, onFatal: () => undefined });
  await until(async () => (await states()).every((state) => state === "sent"), 30_000);
  await second.stop();
  expect(copies()).toEqual(people.map(() => 1));
}, 90_000);

it.each([8, 3_600])(
  "a program that is stopped while Telegram asks for %i s ends in 20 s, and nobody doubts what was not sent",
  async (seconds) => {
    const people = Array.from({ length: 30 }, (_, at) => world.person(`Perajin ${at}`));
    const clock = createAdjustableClock(EIGHT_DAYS_BEFORE);
    const log = createLog("error", { write: () => undefined });
    const parts = { config: configAt(standin, dataDir), uri: database.uri, clock, log };
    const program = await openProgram({ ...parts, onFatal: () => undefined });
    const notice = await confirmNotice(people, "Undangan pameran", program.services);
    world.fault({ method: "sendMessage", retry_after: seconds, times: 1e9 });
    await program.takeUpdates();
    for (const { id } of people) standin.control.say({ person: id, text: "/tentang" });
    const ticking = program.keepTime();
    await until(() => standin.control.faults().some(({ hits }) => hits > 0), 30_000);
    const begun = performance.now();
    await Promise.all([program.stop(), ticking]);
    const ms = Math.round(performance.now() - begun);
    console.log(`stopped in a flood wait of ${seconds} s: ${ms} ms`);
    expect(ms).toBeLessThan(WITHIN_MS);
    const rows = await database.connection.collection("deliveries").find({ notice }).toArray();
    const found = new Set(rows.map(({ state, doubts }) => `${String(state)} ${Number(doubts)}`));
    expect([...found].filter((one) => one !== "ready 0")).toEqual([]);
    expect(people.map((one) => world.copies(one, "Undangan pameran"))).toEqual(people.map(() => 0));
    const open = await database.connection.collection("inbox").find({}).toArray();
    expect(open.map(({ state }) => String(state))).toEqual(open.map(() => "new"));
    const tried = await database.connection.collection("people").find({}).toArray();
    expect(tried.map(({ failed, tries }) => [Number(failed ?? 0), Number(tries)])).toEqual(
      tried.map(() => [0, 0]),
    );
    expect((await leases()).filter(({ until: end }) => end > clock.now())).toEqual([]);
  },
  90_000,
);

/** An update that was begun to be sent. */
async function beginPost(port: number, update: object) {
  const body = JSON.stringify(update);
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  const received: string[] = [];
  socket.on("data", (chunk: Buffer) => received.push(chunk.toString()));
  socket.on("error", () => undefined);
  const head = [
    "POST /hook HTTP/1.1",
    "host: 127.0.0.1",
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(body)}`,
    `x-telegram-bot-api-secret-token: ${SECRET}`,
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n${body.slice(0, 20)}`);
  return {
    finish: () => socket.write(body.slice(20)),
    received: () => received.join(""),
    end: () => socket.destroy(),
  };
}

function get(url: string, agent: Agent): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { agent }, (response) =>
      response.resume().on("end", () => resolve(response.statusCode)),
    )
      .on("error", reject)
      .end();
  });
}
