import { Api, Bot, GrammyError, HttpError } from "grammy";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { callJson, openPlace, type Place } from "./place.ts";

let place: Place;
let api: Api;
let chat: number;

beforeEach(async () => {
  place = await openPlace();
  api = new Api(place.standin.token, { apiRoot: place.standin.url });
  chat = place.rina.id;
});
afterEach(() => place.standin.stop());

const copies = (text = "halo") => place.world.copies(place.rina, text);

describe("calls that go wrong on purpose", () => {
  test("a reset before loses the message, a reset after only the answer", async () => {
    place.world.fault({ method: "sendMessage", reset: "before" });
    await expect(api.sendMessage(chat, "halo")).rejects.toThrow(HttpError);
    expect(copies()).toBe(0);
    place.world.fault({ method: "sendMessage", reset: "after" });
    await expect(api.sendMessage(chat, "halo")).rejects.toThrow(HttpError);
    expect(copies()).toBe(1);
    await api.sendMessage(chat, "halo");
    expect(copies()).toBe(2);
  });

  test("a delay before holds the call back, a delay after only the answer", async () => {
    for (const [delay, early] of [
      ["before", 0],
      ["after", 1],
    ] as const) {
      place.world.fault({ method: "sendMessage", delay, delay_ms: 150 });
      const sent = api.sendMessage(chat, delay);
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(copies(delay)).toBe(early);
      await sent;
      expect(copies(delay)).toBe(1);
    }
  });

  test("a call that hangs is given up by the client and never carried out", async () => {
    place.world.fault({ method: "sendMessage", hang: true });
    const impatient = new Api(place.standin.token, {
      apiRoot: place.standin.url,
      timeoutSeconds: 0.1,
    });
    await expect(impatient.sendMessage(chat, "halo")).rejects.toThrow(HttpError);
    expect(copies()).toBe(0);
  });

  test("faults are chosen by chat and text, after some calls, some times, in their order", async () => {
    const rule = { method: "sendMessage", chat_id: chat, contains: "ha", code: 400 };
    const fault = place.world.fault({ ...rule, skip: 1, times: 2, description: "satu" });
    place.world.fault({ ...rule, description: "dua" });
    const send = (text: string) => callJson(place.standin, "sendMessage", { chat_id: chat, text });
    const told = [];
    for (const text of ["tes", "halo", "halo", "halo", "halo"])
      told.push((await send(text)).description);
    const [one, two] = ["Bad Request: satu", "Bad Request: dua"];
    expect(told).toEqual([undefined, two, one, one, undefined]);
    expect(place.world.calls("sendMessage").map((call) => call.fault)).toContain(fault.id);
  });

  test("chance is drawn from the seed, so it falls the same again", async () => {
    const draw = async () => {
      place.standin.control.reset({ seed: 7 });
      const rina = place.world.person("Rina", { id: chat });
      place.world.fault({ method: "sendMessage", probability: 0.5, times: 99, code: 500 });
      const results = [];
      for (let index = 0; index < 20; index++) {
        results.push(
          (await callJson(place.standin, "sendMessage", { chat_id: rina.id, text: "x" })).ok,
        );
      }
      return results;
    };
    const first = await draw();
    expect(new Set(first).size).toBe(2);
    expect(await draw()).toEqual(first);
  });

  test("in an outage everything fails until it is over, by the clock or by a call", async () => {
    place.standin.control.outage({ for_ms: 5_000 });
    await expect(api.getMe()).rejects.toThrow(HttpError);
    place.clock.set(new Date(place.clock.now().getTime() + 5_000));
    await api.getMe();
    place.standin.control.outage({ mode: "restart", until: "call" });
    await expect(api.getMe()).rejects.toThrow("Internal Server Error: restart");
    place.standin.control.outage({ off: true });
    await api.getMe();
  });

  test("a fault never hit, a malformed call and an unanswered tap fail the test that made them", async () => {
    place.world.fault({ method: "sendPhoto" });
    await callJson(place.standin, "sendMessage", { chat_id: chat, text: "x", parse_mod: "HTML" });
    const press = { messageId: place.rina.screen().messages[0]?.message_id ?? 0, data: "y" };
    await place.rina.presses(press);
    expect(() => place.world.check()).toThrow(/parse_mod: unknown\n.*never answered\n.*never hit/);
  });
});

describe("the two windows of 30 messages a second", () => {
  const burst = async (count: number) => {
    const text = "x";
    const replies = [];
    for (let sent = 0; sent < count; sent++) {
      replies.push(await callJson(place.standin, "sendMessage", { chat_id: chat, text }));
    }
    return replies.filter(({ ok }) => !ok).map(({ parameters }) => parameters?.retry_after);
  };
  const pass = (ms: number) => place.clock.set(new Date(place.clock.now().getTime() + ms));

  test("W refuses what is too much, for a second", async () => {
    place.standin.control.rate({ window: "W" });
    expect(await burst(32)).toEqual([1, 1]);
    pass(1_000);
    expect(await burst(30)).toEqual([]);
  });

  test("L then shuts the bot for five", async () => {
    place.standin.control.rate({ window: "L" });
    expect(await burst(31)).toEqual([5]);
    pass(3_500);
    expect(await burst(1)).toEqual([2]);
    pass(1_500);
    expect(await burst(30)).toEqual([]);
    place.standin.control.rate({ off: true });
    expect(await burst(40)).toEqual([]);
  });
});

describe("two bots and restarts", () => {
  const open = () => {
    const bot = new Bot(place.standin.token, { client: { apiRoot: place.standin.url } });
    const seen: string[] = [];
    bot.on("message:text", (ctx) => void seen.push(ctx.message.text));
    return { bot, seen };
  };

  test("a second poller ends the first with 409; updates that wait reach both", async () => {
    const [one, two] = [open(), open()];
    const ended = one.bot.start();
    await place.standin.control.botReady();
    const running = two.bot.start();
    await expect(ended).rejects.toThrow(GrammyError);
    await expect(ended).rejects.toMatchObject({ error_code: 409 });
    await two.bot.stop();
    await running;
    await place.rina.says("halo");
    const [first, second] = await Promise.all([api.getUpdates(), api.getUpdates()]);
    expect(first).toEqual(second);
    expect(first).toHaveLength(1);
  });

  test("a restart drops the poll and keeps the queue; grammY comes back", async () => {
    const { bot, seen } = open();
    const running = bot.start();
    await place.standin.control.botReady();
    await new Promise((resolve) => setTimeout(resolve, 30));
    place.standin.control.restart();
    await place.rina.says("halo");
    await place.standin.control.botReady();
    await place.rina.sees();
    expect(seen).toEqual(["halo"]);
    await bot.stop();
    await running;
  });

  test("a redelivered update runs again, past the confirmed offset", async () => {
    const { bot, seen } = open();
    const running = bot.start();
    await place.standin.control.botReady();
    const { update } = place.standin.control.say({ person: chat, text: "halo" });
    await place.standin.control.settle();
    await place.world.redeliver(update);
    expect(seen).toEqual(["halo", "halo"]);
    await bot.stop();
    await running;
  });
});
