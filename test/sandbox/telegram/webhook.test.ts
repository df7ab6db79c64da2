import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import type { Update } from "grammy/types";
import { afterEach, beforeEach, expect, test } from "vitest";

import { openPlace, type Place } from "./place.ts";

interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  waits?: Promise<unknown>;
}

let place: Place;
let door: Server;
let url: string;
let received: { update: Update; headers: IncomingHttpHeaders }[];
let answer: (update: Update) => Answer;

beforeEach(async () => {
  place = await openPlace();
  received = [];
  answer = () => ({});
  door = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const update = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Update;
      received.push({ update, headers: request.headers });
      const { status = 200, headers = {}, body = "", waits } = answer(update);
      void Promise.resolve(waits).then(() => response.writeHead(status, headers).end(body));
    });
  });
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(door.address() as AddressInfo).port}/hook`;
});
afterEach(async () => {
  await place.standin.stop();
  door.closeAllConnections();
  door.close();
});

const words = () =>
  received.map(({ update }) => update.message?.text ?? update.callback_query?.data);
const after = async (seconds: number) => {
  await place.world.moveTo(new Date(place.clock.now().getTime() + seconds * 1000));
};

test("updates come with the secret, and a 2xx ends them", async () => {
  await place.done("setWebhook", { url, secret_token: "rahasia_1" });
  await place.rina.says("halo");
  expect(words()).toEqual(["halo"]);
  expect(received[0]?.headers["x-telegram-bot-api-secret-token"]).toBe("rahasia_1");
  expect(await place.done("getWebhookInfo")).toMatchObject({ url, pending_update_count: 0 });
});

test("a failure is tried again at once, then after 2 and 4 seconds; the order in a chat is kept", async () => {
  await place.done("setWebhook", { url });
  answer = () => ({ status: 500 });
  await place.rina.says("satu");
  await place.rina.says("dua");
  expect(words()).toEqual(["satu", "satu"]);
  await after(1.9);
  expect(words()).toHaveLength(2);
  await after(0.1);
  expect(words()).toHaveLength(3);
  answer = () => ({});
  await after(3.9);
  expect(words()).toHaveLength(3);
  await after(0.1);
  expect(words()).toEqual(["satu", "satu", "satu", "satu", "dua"]);
  const info = await place.done("getWebhookInfo");
  expect(info).toMatchObject({
    last_error_message: "Wrong response from the webhook: 500 Internal Server Error",
  });
});

test("Retry-After is obeyed up to an hour; a move passes each try on its way", async () => {
  await place.done("setWebhook", { url });
  answer = () => ({ status: 503, headers: { "retry-after": "9999" } });
  await place.rina.says("satu");
  await after(3_599);
  expect(words()).toHaveLength(1);
  await after(1);
  expect(words()).toHaveLength(2);
  answer = () => ({ status: 503 });
  await after(86_400);
  expect(await place.done("getWebhookInfo")).toMatchObject({ pending_update_count: 0 });
  expect(words().length).toBeGreaterThan(700);
});

test("text and tap of one person come at once; text after text waits its turn", async () => {
  await place.done("setWebhook", { url });
  const message_id = await place.sends();
  let release: (value?: unknown) => void = () => undefined;
  const gate = new Promise((resolve) => (release = resolve));
  answer = ({ message }) => (message?.text === "satu" ? { waits: gate } : {});
  place.standin.control.say({ person: place.rina.id, text: "satu" });
  place.standin.control.say({ person: place.rina.id, text: "dua" });
  place.standin.control.press({ person: place.rina.id, message_id, data: "tap" });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(words().toSorted()).toEqual(["satu", "tap"]);
  release();
  await place.standin.control.settle();
  expect(words().at(-1)).toBe("dua");
});

test("texts of a group wait for each other, taps of its people and its membership for neither", async () => {
  await place.done("setWebhook", { url });
  const dewi = place.world.person("Dewi");
  const group = place.world.group("Petir", { members: [place.rina.id, dewi.id] }).id;
  const sent = await place.done("sendMessage", { chat_id: group, text: "Ikut?" });
  let release: (value?: unknown) => void = () => undefined;
  const gate = new Promise((resolve) => (release = resolve));
  answer = ({ message }) => (message?.text === "/satu" ? { waits: gate } : {});
  const { control } = place.standin;
  control.say({ person: place.rina.id, group, text: "/satu" });
  control.say({ person: dewi.id, group, text: "/dua" });
  for (const person of [place.rina.id, dewi.id])
    control.press({ person, group, message_id: sent.message_id, data: `${person}` });
  control.member({ group, bot: "muted" });
  while (received.length < 4) await new Promise((resolve) => setImmediate(resolve));
  expect(words().toSorted()).toEqual(["/satu", `${place.rina.id}`, `${dewi.id}`, undefined]);
  release();
  await control.settle();
  expect(words().at(-1)).toBe("/dua");
});

test("max_connections bounds what is under way", async () => {
  await place.done("setWebhook", { url, max_connections: 1 });
  const message_id = await place.sends();
  let open = 0;
  answer = () => {
    expect(++open).toBe(1);
    return { waits: new Promise((resolve) => setTimeout(resolve, 20)).then(() => open--) };
  };
  place.standin.control.say({ person: place.rina.id, text: "satu" });
  place.standin.control.press({ person: place.rina.id, message_id, data: "tap" });
  await place.standin.control.settle();
  expect(words()).toEqual(["satu", "tap"]);
});

test("a method in the answer is run, unless it is one of those that may not", async () => {
  await place.done("setWebhook", { url });
  const chat_id = place.rina.id;
  answer = () => ({ body: JSON.stringify({ method: "sendMessage", chat_id, text: "jawab" }) });
  expect((await place.rina.says("halo")).text).toBe("jawab");
  answer = () => ({ body: JSON.stringify({ method: "deleteWebhook" }) });
  await place.rina.says("halo");
  expect(await place.done("getWebhookInfo")).toMatchObject({ url });
});

test("410 for 23 hours removes the webhook", async () => {
  await place.done("setWebhook", { url });
  answer = () => ({ status: 410 });
  await place.rina.says("halo");
  await after(22 * 3_600);
  expect(await place.done("getWebhookInfo")).toMatchObject({ url });
  await after(2 * 3_600);
  expect(await place.done("getWebhookInfo")).toMatchObject({ url: "" });
});
