import { Api } from "grammy";
import type { Update } from "grammy/types";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { clientOptions } from "../../src/bot/telegram-fetch.ts";
import { connectDatabase } from "../../src/database.ts";
import type { Inbox } from "../../src/intake/inbox.ts";
import { createPoller } from "../../src/intake/poll.ts";
import { createWorld, type TestPerson, type World } from "../../src/sandbox/telegram/client.ts";
import { createStandin, type Standin } from "../../src/sandbox/telegram/index.ts";
import { openProxy } from "../reliability/proxy.ts";
import { type Handle, type Intake, openIntake, until } from "./processes.ts";

let intake: Intake;
let standin: Standin;
let world: World;
let rina: TestPerson;
beforeAll(async () => {
  intake = await openIntake();
});
beforeEach(async () => {
  standin = await createStandin({ clock: intake.clock });
  world = createWorld(standin);
  rina = world.person("Rina");
});
const pollers: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(pollers.splice(0).map((poller) => poller.stop()));
  await intake.clear();
  await standin.stop();
  world.check();
});
afterAll(() => intake.close());

const say = (words: string): Update => standin.control.say({ person: rina.id, text: words }).update;

/** A process that polls; `inbox` may be dressed up. */
function poll(
  handle: Handle,
  { dress = (inbox: Inbox) => inbox, connection = intake.connection } = {},
) {
  const parts = intake.start(handle, {
    connection,
    isOnlyReader: (): boolean => poller.hasLease(),
  });
  const api = new Api(standin.token, clientOptions(standin.url, { tries: 1 }));
  const onUnauthorised = vi.fn();
  const { worker, leases } = parts;
  const { clock, log } = intake;
  const inbox = dress(parts.inbox);
  const poller = createPoller({ api, inbox, worker, leases, clock, log, onUnauthorised });
  pollers.push(poller);
  return { ...parts, poller, onUnauthorised };
}

function remembering() {
  const handled: number[] = [];
  const handle: Handle = (update) => handled.push(update.update_id);
  return { handled, handle };
}

describe("a poll", () => {
  it("asks for what the bot handles, fifty at a time, and confirms by asking for the next", async () => {
    const { handled, handle } = remembering();
    const { poller, worker } = poll(handle);
    for (let n = 0; n < 60; n += 1) say(`text ${n}`);
    expect(await poller.pollOnce(0)).toBe(50);
    expect(standin.control.pending()).toBe(60);
    expect(await poller.pollOnce(0)).toBe(10);
    expect(standin.control.pending()).toBe(10);
    expect(await poller.pollOnce(0)).toBe(0);
    expect(standin.control.pending()).toBe(0);
    await worker.idle();
    expect(handled).toHaveLength(60);
    expect(handled).toEqual([...handled].sort((a, b) => a - b));
    expect(world.calls("getUpdates")[0]?.params).toMatchObject({
      limit: 50,
      allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member"],
    });
  });

  it("A3: stores before anything is handled", async () => {
    const stored: string[] = [];
    const { poller, worker } = poll(async () => {
      stored.push(...(await intake.rows()).map(({ state }) => state));
    });
    say("halo");
    await poller.pollOnce(0);
    await worker.idle();
    expect(stored).toEqual(["new"]);
  });

  it("A11: confirms nothing while the database is away, and gets the batch again", async () => {
    const proxy = await openProxy(intake.database.uri);
    const connection = await connectDatabase(proxy.uri);
    const { handled, handle } = remembering();
    const { poller, worker } = poll(handle, { connection });
    const { update_id } = say("halo");
    proxy.cut();
    await expect(poller.pollOnce(0)).rejects.toThrow();
    await expect(poller.pollOnce(0)).rejects.toThrow();
    expect(standin.control.pending()).toBe(1);
    expect(handled).toEqual([]);
    proxy.mend();
    await until(() => poller.pollOnce(0).catch(() => 0));
    await worker.idle();
    expect(handled).toEqual([update_id]);
    expect(await poller.pollOnce(0)).toBe(0);
    expect(standin.control.pending()).toBe(0);
    await worker.stop(1_000);
    await connection.close();
    await proxy.close();
  }, 30_000);

  it("that took over 20 s to store is not confirmed: another may be polling by now", async () => {
    const { handled, handle } = remembering();
    let slow = true;
    const dress = (inbox: Inbox): Inbox => ({
      ...inbox,
      store: async (updates) => {
        const rows = await inbox.store(updates);
        if (slow) intake.later(20_001);
        slow = false;
        return rows;
      },
    });
    const { poller, worker } = poll(handle, { dress });
    const { update_id } = say("halo");
    expect(await poller.pollOnce(0)).toBe(0);
    await worker.idle();
    expect(handled).toEqual([]);
    expect(await poller.pollOnce(0)).toBe(1);
    await worker.idle();
    expect(handled).toEqual([update_id]);
  });

  it("gets past updates that nobody can be answered for", async () => {
    const { handled, handle } = remembering();
    const { poller } = poll(handle);
    await new Api(standin.token, clientOptions(standin.url, { tries: 1 })).getUpdates({
      allowed_updates: ["message", "inline_query"],
    });
    const query = { id: "1", from: { id: rina.id, is_bot: false, first_name: "R" }, query: "" };
    standin.control.update({ update: { poll: { id: "1", question: "?" } } as never });
    standin.control.update({ update: { inline_query: { ...query, offset: "" } } });
    await poller.pollOnce(0);
    await poller.pollOnce(0);
    expect(standin.control.pending()).toBe(0);
    expect(await intake.rows()).toEqual([]);
    expect(handled).toEqual([]);
  });
});

describe("the one who polls", () => {
  it("hands on what comes, until it is told to stop; the lease is free at once", async () => {
    const { handled, handle } = remembering();
    const { poller } = poll(handle);
    void poller.start();
    const first = say("satu");
    await until(() => handled.length === 1);
    expect(poller.hasLease()).toBe(true);
    const second = say("dua");
    await until(() => handled.length === 2);
    expect(handled).toEqual([first.update_id, second.update_id]);

    const begun = performance.now();
    await poller.stop();
    expect(performance.now() - begun).toBeLessThan(3_000);
    expect(await intake.start(handle).leases.take("poll", 30_000)).toBe(true);
  });

  it("A6: is one: the other stands by and asks Telegram nothing", async () => {
    const { handle } = remembering();
    const first = poll(handle);
    void first.poller.start();
    await until(() => first.poller.hasLease());
    const asked = world.calls("getUpdates").length;
    const second = poll(handle);
    void second.poller.start();
    await until(async () => (await intake.connection.collection("leases").countDocuments()) === 1);
    expect(second.poller.hasLease()).toBe(false);
    expect(world.calls("getUpdates").length).toBe(asked);
    await second.poller.stop();
    expect(await second.leases.take("poll", 1)).toBe(false);
  });

  it("takes up what the one before stored, before what it fetched itself", async () => {
    const before = say("stored by the one before");
    const { handled, handle } = remembering();
    await intake.start(handle).inbox.store([before]);
    await new Api(standin.token, clientOptions(standin.url, { tries: 1 })).getUpdates({
      offset: before.update_id + 1,
    });
    const next = say("not yet fetched");
    const { poller } = poll(handle);
    void poller.start();
    await until(() => handled.length === 2);
    expect(handled).toEqual([before.update_id, next.update_id]);
  });

  it("does so also when its first call failed", async () => {
    const before = say("stored by the one before");
    const { handled, handle } = remembering();
    await intake.start(handle).inbox.store([before]);
    await new Api(standin.token, clientOptions(standin.url, { tries: 1 })).getUpdates({
      offset: before.update_id + 1,
    });
    const next = say("not yet fetched");
    world.fault({ method: "getUpdates", code: 502, description: "Bad Gateway" });
    const { poller } = poll(handle);
    void poller.start();
    await until(() => handled.length === 2);
    expect(handled).toEqual([before.update_id, next.update_id]);
  });

  it("may only skip the look for older updates once it has taken them up", async () => {
    const { handle } = remembering();
    let whileTakingOver: boolean | undefined;
    const { poller } = poll(handle, {
      dress: (inbox) => ({
        ...inbox,
        open: (limit) => {
          whileTakingOver = poller.hasLease();
          return inbox.open(limit);
        },
      }),
    });
    void poller.start();
    await until(() => poller.hasLease());
    expect(whileTakingOver).toBe(false);
  });

  it("goes on after Telegram failed, and logs no word of it but the kind", async () => {
    const { handled, handle } = remembering();
    world.fault({ method: "getUpdates", reset: "before" });
    const { poller } = poll(handle);
    void poller.start();
    const { update_id } = say("halo");
    await until(() => handled.length === 1);
    expect(handled).toEqual([update_id]);
    expect(intake.output.join()).toContain("poll failed");
    expect(intake.output.join()).not.toMatch(/sanggar-demo|halo/);
  });

  it("stops everything when Telegram withdrew the token", async () => {
    world.fault({ method: "getUpdates", code: 401, description: "Unauthorized" });
    const { poller, onUnauthorised } = poll(() => undefined);
    void poller.start();
    await until(() => onUnauthorised.mock.calls.length > 0);
    expect(onUnauthorised).toHaveBeenCalledOnce();
  });

  it("A7: waits when somebody else polls with the token, and can be stopped meanwhile", async () => {
    world.fault({ method: "getUpdates", code: 409, description: "Conflict: terminated by other" });
    const { poller, onUnauthorised } = poll(() => undefined);
    void poller.start();
    await until(() => intake.output.some((line) => line.includes("409")));
    const begun = performance.now();
    await poller.stop();
    expect(performance.now() - begun).toBeLessThan(2_000);
    expect(onUnauthorised).not.toHaveBeenCalled();
  });

  it("A7: is alarmed by another program with its token, also where it gets updates between", async () => {
    const foreign = new Api(standin.token, { apiRoot: standin.url });
    const takesTheTurn = () =>
      foreign.getUpdates({ timeout: 1, offset: -1 }).catch(() => undefined);
    const conflicts = () => intake.output.filter((line) => line.includes("409")).length;
    const isAlarmed = () => intake.output.some((line) => line.includes("over a minute"));
    const { handled, handle } = remembering();
    const { poller } = poll(handle);
    void poller.start();
    await until(() => poller.hasLease());
    await until(async () => {
      await takesTheTurn();
      return conflicts() > 0;
    });
    say("halo");
    await until(() => handled.length === 1);
    expect(isAlarmed()).toBe(false);
    intake.later(61_000);
    await until(async () => {
      await takesTheTurn();
      return isAlarmed();
    }, 15_000);
    expect(conflicts()).toBeGreaterThan(1);
  }, 40_000);
});

it("a batch that came twice from Telegram is handled once", async () => {
  const { handled, handle } = remembering();
  const first = poll(handle);
  const { update_id } = say("halo");
  await first.poller.pollOnce(0);
  await first.worker.idle();
  const second = poll(handle);
  expect(await second.poller.pollOnce(0)).toBe(1);
  await second.worker.idle();
  expect(handled).toEqual([update_id]);
  expect(await intake.rows()).toEqual([]);
});

it("a text of one chat is not held up by the lease of another", async () => {
  const { handled, handle } = remembering();
  const { people } = intake.start(handle);
  await people.claim(rina.id);
  const siti = world.person("Siti");
  const { poller, worker } = poll(handle);
  say("waits");
  const { update_id } = standin.control.say({ person: siti.id, text: "goes on" }).update;
  await poller.pollOnce(0);
  await until(() => handled.length === 1);
  expect(handled).toEqual([update_id]);
  intake.later(60_000);
  await worker.idle();
  expect(handled).toHaveLength(2);
});
