import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Api, GrammyError, HttpError, InputFile } from "grammy";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { createSendQueue } from "../../src/bot/send-queue.ts";
import { readRefusal } from "../../src/bot/telegram-errors.ts";
import { clientOptions, type FetchOptions } from "../../src/bot/telegram-fetch.ts";
import { createAdjustableClock } from "../../src/clock.ts";
import { createWorld, type TestPerson, type World } from "../../src/sandbox/telegram/client.ts";
import { createStandin, type Standin } from "../../src/sandbox/telegram/index.ts";
import { createHandClock } from "./hand-clock.ts";

let standin: Standin;
let world: World;
let rina: TestPerson;
beforeAll(async () => {
  standin = await createStandin({ clock: createAdjustableClock() });
  world = createWorld(standin);
  rina = world.person("Rina");
});
afterAll(async () => {
  await standin.stop();
  world.check();
});

const api = (tries: 1 | 2, options: Partial<FetchOptions> = {}, root = standin.url) =>
  new Api(standin.token, clientOptions(root, { tries, ...options }));

/** What a failed call threw, and how long it took. */
async function failure(call: Promise<unknown>): Promise<{ error: unknown; ms: number }> {
  const begun = performance.now();
  const error = await call.then(
    () => expect.unreachable("it should have failed"),
    (thrown: unknown) => thrown,
  );
  return { error, ms: performance.now() - begun };
}

/** An address where nobody listens. */
async function nobody(): Promise<{ root: string; port: number }> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return { root: `http://127.0.0.1:${port}`, port };
}

describe("a refused connection", () => {
  it("is tried once more, half a second later", async () => {
    const { root, port } = await nobody();
    const call = api(2, {}, root).getMe();
    let heard = 0;
    const server = createServer((_, response) => {
      heard += 1;
      response.setHeader("connection", "close").end('{"ok":true,"result":{"id":7}}');
    });
    onTestFinished(() => void server.close());
    setTimeout(() => server.listen(port, "127.0.0.1"), 200);
    expect(await call).toEqual({ id: 7 });
    expect(heard).toBe(1);
  });

  it("is reported after the second try, as surely not done", async () => {
    const { error, ms } = await failure(api(2, {}, (await nobody()).root).getMe());
    expect(error).toBeInstanceOf(HttpError);
    expect(readRefusal(error)).toEqual({ kind: "notSent" });
    expect(ms).toBeGreaterThan(450);
    expect(ms).toBeLessThan(3_000);
  });

  it("is reported at once where one try was asked for", async () => {
    const { error, ms } = await failure(api(1, {}, (await nobody()).root).getMe());
    expect(readRefusal(error)).toEqual({ kind: "notSent" });
    expect(ms).toBeLessThan(450);
  });
});

describe("a flood", () => {
  it("is waited out when it is short", async () => {
    world.fault({ method: "sendMessage", retry_after: 0.2 });
    const begun = performance.now();
    await api(2).sendMessage(rina.id, "short flood");
    expect(performance.now() - begun).toBeGreaterThan(190);
    expect(world.copies(rina, "short flood")).toBe(1);
  });

  it("is reported when it comes again, when it is long, and to who asked for one try", async () => {
    const flooded = { method: "sendMessage", retry_after: 0.1 };
    for (const [tries, fault] of [
      [2, { ...flooded, times: 2 }],
      [2, { ...flooded, retry_after: 11 }],
      [1, flooded],
    ] as const) {
      world.fault(fault);
      const { error, ms } = await failure(api(tries).sendMessage(rina.id, "long flood"));
      expect(readRefusal(error)).toEqual({
        kind: "flood",
        retryAfterMs: fault.retry_after * 1_000,
      });
      expect(ms).toBeLessThan(3_000);
    }
    expect(world.copies(rina, "long flood")).toBe(0);
  });
});

describe("the pause of all calls", () => {
  /** A queue on a clock that stands still, and what it told the other processes. */
  function queueByHand() {
    const { clock, pass } = createHandClock();
    const queue = createSendQueue({ rate: 30, clock, random: () => 0 });
    const shared: number[] = [];
    queue.onPause((ms) => shared.push(ms));
    return { queue, shared, pass };
  }

  it.each([1, 2] as const)("begins with any flood, of %i tries", async (tries) => {
    const { queue, shared, pass } = queueByHand();
    world.fault({ method: "sendMessage", retry_after: 30 });
    await failure(api(tries, { queue }).sendMessage(rina.id, "first"));
    expect(shared).toEqual([30_000]);
    const before = world.calls().length;
    for (const call of [
      api(2, { queue }).sendMessage(rina.id, "second"),
      api(1, { queue, lane: 1 }).sendMessage(rina.id, "third"),
      api(2, { queue }).getMe(),
    ]) {
      const { error, ms } = await failure(call);
      // Rounded up to whole seconds, as Telegram says it.
      expect(readRefusal(error)).toEqual({ kind: "flood", retryAfterMs: 31_000 });
      expect(ms).toBeLessThan(1_000);
    }
    expect(world.calls().length, "Telegram is not asked").toBe(before);
    await pass(30_020);
    await api(2, { queue }).sendMessage(rina.id, `open again ${tries}`);
    expect(world.copies(rina, `open again ${tries}`)).toBe(1);
  });

  it("is never shortened by a shorter one", async () => {
    const { queue, shared, pass } = queueByHand();
    world.fault({ method: "getMe", retry_after: 30 });
    world.fault({ method: "answerCallbackQuery", retry_after: 1 });
    await failure(api(1, { queue }).getMe());
    await failure(api(1, { queue }).answerCallbackQuery("1"));
    expect(shared).toEqual([30_000, 1_000]);
    await pass(15_000);
    const { error } = await failure(api(2, { queue }).getMe());
    expect(readRefusal(error)).toEqual({ kind: "flood", retryAfterMs: 16_000 });
  });

  it("is waited for when it ends soon, by answers, reminders and all else", async () => {
    const queue = createSendQueue({ rate: 30 });
    world.fault({ method: "getMe", retry_after: 0.2 });
    await failure(api(1, { queue }).getMe());
    const begun = performance.now();
    await Promise.all([
      api(2, { queue }).sendMessage(rina.id, "after the pause"),
      api(1, { queue, lane: 1 }).sendMessage(rina.id, "a notice"),
      api(2, { queue }).getMe(),
    ]);
    expect(performance.now() - begun).toBeGreaterThan(190);
    expect(world.copies(rina, "after the pause")).toBe(1);
    expect(world.copies(rina, "a notice")).toBe(1);
  });

  it("keeps a notice in its place: it was surely not sent, and counts as no try", async () => {
    const queue = createSendQueue({ rate: 30 });
    const sumi = world.person("Sumi");
    world.fault({ method: "sendMessage", chat_id: sumi.id, retry_after: 0.1, times: 3 });
    await api(1, { queue, lane: 2 }).sendMessage(sumi.id, "a notice, at last");
    expect(world.copies(sumi, "a notice, at last")).toBe(1);
  });

  it("lets polls through, and answers to taps, which expire", async () => {
    const { queue } = queueByHand();
    world.fault({ method: "getMe", retry_after: 3_600 });
    await failure(api(1, { queue }).getMe());
    expect(await api(2, { queue }).getUpdates()).toEqual([]);
    const { error } = await failure(api(2, { queue }).answerCallbackQuery("1"));
    expect(readRefusal(error)).toEqual({ kind: "tooOld" });
  });

  it("begins with the page of a gateway that says 429, too", async () => {
    const { queue, shared } = queueByHand();
    world.fault({ method: "getMe", code: 429, body: "<html>429</html>" });
    expect(readRefusal((await failure(api(1, { queue }).getMe())).error)).toEqual({
      kind: "doubtful",
    });
    expect(shared).toEqual([1_000]);
  });
});

describe("the pace", () => {
  it("holds for all clients of one queue together, in any lane", async () => {
    const queue = createSendQueue({ rate: 10 });
    const many = Array.from({ length: 12 }, (_, index) => world.person(`Orang ${index}`));
    const clients = [api(2, { queue }), api(1, { queue, lane: 1 }), api(1, { queue, lane: 2 })];
    const begun = performance.now();
    const client = (index: number) => clients[index % 3] ?? expect.unreachable();
    await Promise.all(many.map(({ id }, index) => client(index).sendMessage(id, "together")));
    expect(performance.now() - begun).toBeGreaterThan(1_025);
  });

  it("does not concern what is no message", async () => {
    const queue = createSendQueue({ rate: 1 });
    const begun = performance.now();
    const client = api(2, { queue });
    await Promise.all(
      Array.from({ length: 5 }, () => [
        client.getMe(),
        client.sendChatAction(rina.id, "typing"),
      ]).flat(),
    );
    expect(performance.now() - begun).toBeLessThan(900);
  });

  it("of one chat is told as the chat's own, so that nobody else waits", async () => {
    const { clock } = createHandClock();
    const client = api(1, { queue: createSendQueue({ rate: 30, clock }), lane: 2 });
    world.fault({ method: "sendMessage", chat_id: -77, code: 400, description: "chat not found" });
    await failure(client.sendMessage(-77, "one"));
    const { error } = await failure(client.sendMessage(-77, "two"));
    expect(readRefusal(error)).toEqual({ kind: "flood", retryAfterMs: 3_000, chatOnly: true });
  });
});

describe("what may have been done", () => {
  it.each([
    ["the answer is lost", { reset: "after" as const }, 1],
    ["the connection breaks", { reset: "before" as const }, 0],
    ["Telegram fails inside", { code: 500, description: "Internal Server Error" }, 0],
    ["a gateway answers", { code: 502, body: "<html>Bad Gateway</html>" }, 0],
  ])("is not done again: %s", async (words, trouble, copies) => {
    world.fault({ method: "sendMessage", ...trouble });
    const { error } = await failure(api(2).sendMessage(rina.id, words));
    expect(readRefusal(error)).toEqual({ kind: "doubtful" });
    expect(world.copies(rina, words)).toBe(copies);
  });

  it("is given up when no answer comes, each kind of call in its own time", async () => {
    const limitsMs = { call: 150, poll: 300, upload: 450 };
    const hasty = api(2, { limitsMs });
    for (const [method, call, ms] of [
      ["getMe", () => hasty.getMe(), limitsMs.call],
      ["getUpdates", () => hasty.getUpdates(), limitsMs.poll],
      ["sendDocument", () => hasty.sendDocument(rina.id, letter()), limitsMs.upload],
    ] as const) {
      world.fault({ method, hang: true });
      const hung = await failure(call());
      expect(readRefusal(hung.error), method).toEqual({ kind: "doubtful" });
      expect(hung.ms, method).toBeGreaterThan(ms - 20);
      expect(hung.ms, method).toBeLessThan(ms + 2_000);
    }
  });
});

it("a refusal of Telegram keeps its code and its words", async () => {
  const { error } = await failure(api(2).sendMessage(rina.id, ""));
  expect(error).toBeInstanceOf(GrammyError);
  expect(String(error)).toContain("message text is empty");
});

const letter = () => new InputFile(Buffer.from("Yth. Bapak/Ibu ".repeat(5_000)), "surat.txt");

describe("a file", () => {
  it("arrives whole, with its name and caption", async () => {
    const sent = await api(2).sendDocument(rina.id, letter(), { caption: "Surat tugas" });
    expect(sent.document.file_name).toBe("surat.txt");
    expect(sent.caption).toBe("Surat tugas");
    const { bytes } = standin.control.file(sent.document.file_id);
    expect(bytes.equals(Buffer.from("Yth. Bapak/Ibu ".repeat(5_000)))).toBe(true);
  });

  it("is not sent again after a flood: its stream is used up, and the refusal is told", async () => {
    world.fault({ method: "sendDocument", retry_after: 0.1 });
    const { error } = await failure(api(2).sendDocument(rina.id, letter()));
    expect(readRefusal(error)).toEqual({ kind: "flood", retryAfterMs: 100 });
  });

  it("that could not be sent is told as surely not sent", async () => {
    const away = api(2, {}, (await nobody()).root);
    const { error } = await failure(away.sendDocument(rina.id, letter()));
    expect(readRefusal(error)).toEqual({ kind: "notSent" });
  });
});

describe("a long poll", () => {
  type Signal = Parameters<Api["getUpdates"]>[1];

  it("ends when it is told to", async () => {
    const stop = new AbortController();
    const call = api(2).getUpdates({ timeout: 10 }, stop.signal as unknown as Signal);
    setTimeout(() => stop.abort(), 100);
    expect((await failure(call)).ms).toBeLessThan(2_000);
  });

  it("ends when it is told to in the middle of a flood", async () => {
    world.fault({ method: "getUpdates", retry_after: 9 });
    const stop = new AbortController();
    const call = api(2).getUpdates({ timeout: 10 }, stop.signal as unknown as Signal);
    setTimeout(() => stop.abort(), 200);
    expect((await failure(call)).ms).toBeLessThan(2_000);
  });

  it("does not begin when it was told to end before", async () => {
    const before = world.calls("getUpdates").length;
    const signal = AbortSignal.abort() as unknown as Signal;
    await failure(api(2).getUpdates({ timeout: 10 }, signal));
    expect(world.calls("getUpdates").length).toBe(before);
  });
});
