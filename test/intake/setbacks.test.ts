import { GrammyError } from "grammy";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { connectDatabase } from "../../src/database.ts";
import type { People } from "../../src/intake/person-state.ts";
import { openProxy, type Proxy } from "../reliability/proxy.ts";
import { type Handle, type Intake, openIntake, text, until } from "./processes.ts";

const RINA = 5_000_000_001;

let intake: Intake;
let proxy: Proxy;
beforeAll(async () => {
  intake = await openIntake();
  proxy = await openProxy(intake.database.uri);
});
afterEach(async () => {
  proxy.meet(() => undefined);
  proxy.mend();
  await intake.clear();
});
afterAll(async () => {
  await proxy.close();
  await intake.close();
});

/** A process whose way to the database goes through the proxy. */
async function behindProxy(handle: Handle) {
  const connection = await connectDatabase(proxy.uri);
  const process = intake.start(handle, { connection });
  return { ...process, connection, end: () => connection.close() };
}

const flooded = (retry_after: number) =>
  new GrammyError(
    "Call to 'sendMessage' failed!",
    { ok: false, error_code: 429, description: "Too Many Requests", parameters: { retry_after } },
    "sendMessage",
    {},
  );

const isCommit = (message: Buffer) => message.includes("person:") && message.includes("recent");
const isWrite = (message: Buffer) => message.includes("txnNumber");

/** A read whose connection ends each time; the driver tries it twice. */
async function readInVain(people: Pick<People, "languageOf">): Promise<void> {
  const isRead = (message: Buffer) => message.includes("person:") && !isWrite(message);
  proxy.meet((message) => (isRead(message) ? "cutBefore" : undefined));
  await people.languageOf(RINA).finally(() => proxy.meet(() => undefined));
}

describe("a database that goes away", () => {
  it("A1, A11: in the hand of a handler uses up no try, however often it does", async () => {
    const tries: number[] = [];
    const { inbox, worker, people, told, end } = await behindProxy(async (_, claim) => {
      tries.push(claim.tries);
      if (tries.length <= 6) await readInVain(people);
    });
    worker.feed(await inbox.store([text(1, RINA)]));
    await worker.idle();
    expect(tries).toEqual(Array.from({ length: 7 }, () => 1));
    expect(told).toEqual([]);
    expect(await intake.person(RINA)).toMatchObject({ recent: ["1"], tries: 0 });
    expect(await intake.rows()).toEqual([]);
    await worker.stop(1_000);
    await end();
  }, 60_000);

  it("B8: at the commit costs the work once more, and no try", async () => {
    const tries: number[] = [];
    const { inbox, worker, end } = await behindProxy((_, claim) => tries.push(claim.tries));
    let cuts = 0;
    proxy.meet((message) => {
      if (!isCommit(message) || !message.includes("$inc") || message.includes("findAndModify"))
        return undefined;
      // The driver tries each command a second time by itself.
      return ++cuts <= 4 ? "cutBefore" : undefined;
    });
    worker.feed(await inbox.store([text(1, RINA)]));
    await worker.idle();
    expect(cuts).toBeGreaterThan(4);
    expect(new Set(tries)).toEqual(new Set([1]));
    expect(tries.length).toBeGreaterThan(1);
    expect(await intake.person(RINA)).toMatchObject({ recent: ["1"], tries: 0 });
    await worker.stop(1_000);
    await end();
  }, 60_000);

  it("E4: after a command was done and before its answer, every effect is there once", async () => {
    const handled: number[] = [];
    const { inbox, worker, end } = await behindProxy((update) => handled.push(update.update_id));
    let writes = 0;
    proxy.meet((message) => (isWrite(message) && ++writes % 5 === 0 ? "cutAfter" : undefined));
    const ids = Array.from({ length: 20 }, (_, at) => at + 1);
    worker.feed(await inbox.store(ids.map((id) => text(id, RINA + (id % 4)))));
    await worker.idle();
    expect(proxy.counts.cutAfter).toBeGreaterThan(5);
    expect(handled.sort((a, b) => a - b)).toEqual(ids);
    expect(await intake.rows()).toEqual([]);
    await worker.stop(1_000);
    await end();
  }, 60_000);

  it("E2: is told at once: a command fails within seconds instead of waiting", async () => {
    const { people, end } = await behindProxy(() => undefined);
    proxy.cut();
    const begun = performance.now();
    await expect(people.claim(RINA)).rejects.toThrow();
    expect(performance.now() - begun).toBeLessThan(8_000);
    proxy.mend();
    await end();
  }, 30_000);

  it("does not hide that a handler fails by itself: after five tries the update is parked", async () => {
    let times = 0;
    const { inbox, worker, told, people, end } = await behindProxy(async () => {
      times += 1;
      if (times % 2 === 0 || times > 4) throw new Error("always");
      await readInVain(people);
    });
    worker.feed(await inbox.store([text(1, RINA)]));
    await until(async () => {
      intake.later(120_000);
      return (await intake.rows())[0]?.state === "parked";
    });
    await worker.idle();
    expect(times).toBe(7);
    expect(told).toEqual(["delayed", "givenUp"]);
    await worker.stop(1_000);
    await end();
  }, 60_000);
});

describe("C7: a flood wait", () => {
  it("of an hour is no failure: the update waits for its end, and its try is taken back", async () => {
    const tries: number[] = [];
    const { inbox, worker, told } = intake.start((_, claim) => {
      tries.push(claim.tries);
      if (tries.length < 8) throw flooded(3_600);
    });
    worker.feed(await inbox.store([text(1, RINA)]));
    for (let wait = 1; wait < 8; wait += 1) {
      await until(
        async () => tries.length === wait && (await intake.person(RINA))?.until.getTime() === 0,
      );
      const person = await intake.person(RINA);
      expect(person?.tries).toBe(0);
      expect((person?.notBefore.getTime() ?? 0) - intake.clock.now().getTime()).toBe(3_600_000);
      intake.later(3_600_000);
    }
    await worker.idle();
    expect(new Set(tries)).toEqual(new Set([1]));
    expect(told).toEqual([]);
    expect(await intake.person(RINA)).toMatchObject({ recent: ["1"], tries: 0 });
  }, 20_000);
});
