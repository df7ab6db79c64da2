import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startProgram } from "../../src/program.ts";
import { gate, type Intake, openIntake, tap, text, until } from "../intake/processes.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { openRunning, type Running } from "../support/running.ts";
import { configAt } from "./config-at.ts";

const ABOUT = "dijalankan oleh";

describe("the whole bot", () => {
  let database: TestDatabase;
  let running: Running;
  beforeEach(async () => {
    database = await openTestDatabase();
    running = await openRunning(database);
  });
  afterEach(async () => {
    await running.close();
    await database.drop();
  });

  const isAllConfirmed = () => running.standin.control.pending() === 0;

  it("A5: told to stop inside a batch of six, and started again, has six effects exactly", async () => {
    const { standin, world } = running;
    const people = Array.from({ length: 6 }, (_, at) => world.person(`Perajin ${at}`));
    world.fault({ method: "sendMessage", delay_ms: 100, times: 6 });
    for (const { id } of people) standin.control.say({ person: id, text: "/tentang" });
    await until(() => world.calls("sendMessage").length > 0);
    const begun = performance.now();
    await running.stop();
    expect(performance.now() - begun).toBeLessThan(20_000);
    await running.startAgain();
    await until(() => people.every((one) => world.copies(one, ABOUT) > 0));
    await until(isAllConfirmed);
    await running.program.worker.idle();
    expect(people.map((one) => world.copies(one, ABOUT))).toEqual(people.map(() => 1));
    world.check();
  }, 60_000);

  it("an index that was lost is there again after the next start", async () => {
    const inbox = database.connection.collection("inbox");
    const names = async () => (await inbox.indexes()).map(({ name }) => name);
    const before = await names();
    const built = await openRunning({ uri: database.uri, build: "2025-08-14" });
    await built.stop();
    await inbox.dropIndex("state_1_update_1");
    await built.startAgain();
    expect(await names()).toEqual(expect.arrayContaining(before));
    await built.close();
  });

  it("A6: two processes during a deploy handle 200 updates once each", async () => {
    const { standin, world, clock } = running;
    const output: string[] = [];
    const log = { info: () => {}, warn: (event: string) => output.push(event), alarm: () => {} };
    const parts = { config: configAt(standin), uri: database.uri, clock, log };
    const second = await startProgram({ ...parts, onFatal: () => undefined });
    const people = Array.from({ length: 20 }, (_, at) => world.person(`Perajin ${at}`));
    for (let round = 0; round < 10; round += 1)
      for (const { id } of people) standin.control.say({ person: id, text: "/tentang" });
    await until(() => world.copies(people[3] ?? { id: 0 }, ABOUT) > 2);
    // The old one goes in the middle of it, and the new one takes over.
    await running.stop();
    await until(() => people.every((one) => world.copies(one, ABOUT) === 10));
    expect(isAllConfirmed() || standin.control.pending() <= 50).toBe(true);
    await second.worker.idle();
    expect(people.map((one) => world.copies(one, ABOUT))).toEqual(people.map(() => 10));
    await second.stop();
    await running.startAgain();
  }, 60_000);

  it("A7: another program that polls for over a minute is an alarm, and the poll goes on after it", async () => {
    const { standin, world, output } = running;
    const rina = world.person("Rina");
    const description = "Conflict: terminated by other getUpdates request";
    world.fault({ method: "getUpdates", code: 409, description, times: 2 });
    standin.control.say({ person: rina.id, text: "/tentang" });
    await until(() => output.some((line) => line.includes("409")));
    running.later(61_000);
    await until(() => output.some((line) => line.includes("over a minute")));
    await until(() => world.copies(rina, ABOUT) === 1);
  }, 60_000);

  it("B5, C7: a flood of half a minute at a tap: the tap is answered, the answer comes later", async () => {
    const { standin, world, output } = running;
    const rina = world.person("Rina");
    standin.control.say({ person: rina.id, text: "/daftar" });
    await standin.control.wait({ person: rina.id, text: "Sebelum mulai" });
    world.fault({ method: "editMessageReplyMarkup", retry_after: 30 });
    standin.control.press({ person: rina.id, label: "Saya setuju" });
    await until(() => standin.control.screen(rina.id).toast?.text.includes("coba lagi"));
    await until(() => output.some((line) => line.includes('"counts":false')));
    expect(world.copies(rina, "18 tahun")).toBe(0);
    running.later(31_000);
    await standin.control.wait({ person: rina.id, text: "18 tahun" });
    expect(output.join()).not.toContain('"counts":true');
    world.check();
  }, 60_000);

  it("B5: a short flood inside a dialogue is waited out, and nothing is asked twice", async () => {
    const { standin, world, output } = running;
    const rina = world.person("Rina");
    standin.control.say({ person: rina.id, text: "/daftar" });
    await standin.control.wait({ person: rina.id, text: "Sebelum mulai" });
    world.fault({ method: "sendMessage", retry_after: 0.2 });
    standin.control.press({ person: rina.id, label: "Saya setuju" });
    await standin.control.wait({ person: rina.id, text: "18 tahun" });
    await running.program.worker.idle();
    expect(world.copies(rina, "18 tahun")).toBe(1);
    expect(output.join()).not.toContain("update failed");
  });
});

describe("the intake", () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await openIntake();
  });
  afterEach(() => intake.clear());
  afterAll(() => intake.close());

  it("A9, A10: a text and a tap at once never overlap and keep their order, 500 times", async () => {
    const rounds = 500;
    const inHand = new Map<number, number>();
    const handled = new Map<number, number[]>();
    let overlaps = 0;
    const { inbox, worker } = intake.start(async ({ update_id }, { chat }) => {
      if (inHand.has(chat)) overlaps += 1;
      inHand.set(chat, update_id);
      await new Promise((resolve) => setImmediate(resolve));
      handled.set(chat, [...(handled.get(chat) ?? []), update_id]);
      inHand.delete(chat);
    });
    for (let round = 0; round < rounds; round += 25) {
      const pairs = Array.from({ length: 25 }, (_, at) => {
        const id = 2 * (round + at);
        return [text(id, 5_000_000_000 + at), tap(id + 1, 5_000_000_000 + at)];
      }).flat();
      const rows = await inbox.store(pairs);
      for (const row of rows) worker.feed([row]);
      await worker.idle();
    }
    expect(overlaps).toBe(0);
    const orders = [...handled.values()];
    expect(orders.flat()).toHaveLength(2 * rounds);
    for (const ids of orders) expect(ids).toEqual([...ids].sort((a, b) => a - b));
  }, 60_000);

  it("A8: work that takes long is not done a second time when the update is posted again", async () => {
    const { opened, open } = gate();
    const handled: number[] = [];
    const { inbox, worker } = intake.start(
      async ({ update_id }) => {
        await opened;
        handled.push(update_id);
      },
      { isOnlyReader: () => false },
    );
    for (let post = 0; post < 3; post += 1)
      worker.feed(await inbox.store([text(1, 5_000_000_001)]));
    open();
    await worker.idle();
    worker.feed(await inbox.store([text(1, 5_000_000_001)]));
    await worker.idle();
    expect(handled).toEqual([1]);
  });
});
