import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { createAdjustableClock } from "../../../src/clock.ts";
import { createStandin } from "../../../src/sandbox/telegram/index.ts";
import { openPlace, type Place, png, postControl } from "./place.ts";

let place: Place;
beforeEach(async () => {
  place = await openPlace();
});
afterEach(() => place.standin.stop());

const get = async (path: string) =>
  (await fetch(`${place.standin.url}/_ctl/${path}`)).json() as Promise<Record<string, unknown>>;
const post = async (route: string, body: object) =>
  (await postControl(place.standin, route, body)).json() as Promise<Record<string, unknown>>;

/** Reads server-sent events until one of that name has come. */
async function readEvents(until: string, headers: Record<string, string> = {}, since?: number) {
  const hangUp = new AbortController();
  const query = since === undefined ? "" : `?since=${since}`;
  const response = await fetch(`${place.standin.url}/_ctl/events${query}`, {
    headers,
    signal: hangUp.signal,
  });
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk as Uint8Array).toString("utf8");
    if (text.includes(`event: ${until}\n`) && text.endsWith("\n\n")) break;
  }
  hangUp.abort();
  return [...text.matchAll(/id: (\d+)\nevent: (\w+)\ndata: (.*)\n/g)].map(([, id, name, data]) => ({
    id: Number(id),
    name,
    data: JSON.parse(data ?? "") as unknown,
  }));
}

describe("the control API that the page uses", () => {
  test("state and screen have the shape that was agreed", async () => {
    await place.sends({ reply_markup: { keyboard: [[{ text: "x" }]] } });
    const { bot, clock, upcoming, people, seq } = await get("state");
    expect(bot).toEqual({ id: 7_000_000_001, username: "sanggar_demo_bot", first_name: "Sanggar" });
    expect(clock).toEqual({ now: "2026-03-02T01:00:00.000Z", frozen: true });
    expect([upcoming, typeof seq]).toEqual([[], "number"]);
    expect(people).toMatchObject([
      { id: place.rina.id, started: true, blocked: false, language_code: "id" },
      { started: false },
    ]);
    const screen = await get(`screen?person=${place.rina.id}`);
    expect(screen).toMatchObject({
      messages: [{ text: "halo" }],
      commands: [],
      toast: null,
      started: true,
    });
    expect(screen["keyboard"]).toEqual({ keyboard: [[{ text: "x" }]] });
  });

  test("events tell what happens; who comes back gets what they missed, or a reset", async () => {
    const { seq } = await get("state");
    await place.sends();
    const [message, call] = await readEvents("call", {}, Number(seq));
    expect(message).toMatchObject({
      name: "message",
      data: { person: place.rina.id, message: { text: "halo" } },
    });
    expect(call?.data).toMatchObject({
      method: "sendMessage",
      person: place.rina.id,
      status: 200,
      params: { text: "halo" },
    });
    const last = { "last-event-id": String(message?.id) };
    expect((await readEvents("call", last)).map(({ name }) => name)).toEqual(["call"]);
    expect(await readEvents("reset", { "last-event-id": "999999" })).toMatchObject([
      { name: "reset", data: {} },
    ]);
  });

  test("each act of a person is an event", async () => {
    const { rina, standin, done } = place;
    const { seq } = await get("state");
    const message_id = await place.sends({ reply_markup: { remove_keyboard: true } });
    await done("setMyCommands", { commands: [{ command: "a", description: "b" }] });
    await done("sendChatAction", { chat_id: rina.id, action: "typing" });
    const { update } = standin.control.press({ person: rina.id, message_id, data: "y" });
    await done("answerCallbackQuery", {
      callback_query_id: update?.callback_query?.id,
      text: "ya",
      show_alert: true,
    });
    await done("deleteMessage", { chat_id: rina.id, message_id });
    await place.call("sendMessage", { chat_id: rina.id, text: "x", parse_mod: "HTML" });
    await rina.blocks();
    await place.world.moveTo(place.clock.now());
    const names = (standin.control.eventsSince(Number(seq)) ?? []).map(({ name }) => name);
    const expected = [
      "message",
      "keyboard",
      "commands",
      "action",
      "toast",
      "delete",
      "violation",
      "person",
      "clock",
    ];
    expect(names).toEqual(expect.arrayContaining(expected));
  });

  test("each refusal is a sentence", async () => {
    const person = place.rina.id;
    const error = async (route: string, body: object) => (await post(route, body))["error"];
    expect(await error("say", { person: 5, text: "x" })).toBe("there is no person 5");
    expect(await error("say", { person, text: " " })).toBe("an empty message cannot be sent");
    expect(await error("say", { person: place.siti.id, text: "x" })).toBe(
      "Siti has not pressed Start yet",
    );
    expect(await error("press", { person, label: "Ya" })).toBe('Rina sees no button "Ya"');
    expect(await error("tap", { person, label: "Ya" })).toBe('Rina sees no key "Ya"');
    expect(await error("unblock", { person })).toBe("Rina has not blocked the bot");
    expect(await error("redeliver", { update_id: 5 })).toBe("there was no update 5");
    expect(await error("nothing", {})).toBe("there is no nothing");
    await post("block", { person });
    expect(await error("say", { person, text: "x" })).toBe("Rina has blocked the bot");
  });

  test("people, files, calls and waiting go over HTTP too", async () => {
    const { rina } = place;
    await post("people", { id: rina.id, role: "ketua komunitas" });
    expect(await get("people")).toMatchObject([{ role: "ketua komunitas" }, {}]);
    const waiting = get(`wait?person=${rina.id}&text=halo`);
    await place.sends();
    expect(await waiting).toMatchObject({ message: { text: "halo" } });
    expect(await get("wait?method=sendMessage&text=halo")).toMatchObject({ call: { status: 200 } });
    expect(await get("wait?method=sendPhoto&timeout=5")).toEqual({
      error: "it did not happen in time",
    });
    expect(await get(`calls?person=${rina.id}&method=sendmessage`)).toHaveLength(1);
    const base64 = png(10, 10).toString("base64");
    const sent = await post("upload", {
      person: rina.id,
      kind: "photo",
      file_name: "a.png",
      base64,
    });
    const { photo } = sent["message"] as { photo: { file_id: string }[] };
    const file = await fetch(`${place.standin.url}/_ctl/file?id=${photo[1]?.file_id}`);
    expect([file.headers.get("content-type"), (await file.bytes()).length]).toEqual([
      "image/png",
      64,
    ]);
  });

  test("the page is served with its policy, and nothing above its folder", async () => {
    const pageDir = await mkdtemp(join(tmpdir(), "page-"));
    await writeFile(join(pageDir, "index.html"), "<h1>x</h1>");
    const standin = await createStandin({ clock: place.clock, pageDir });
    const page = await fetch(`${standin.url}/?as=rina`);
    expect(page.headers.get("content-security-policy")).toBe(
      "default-src 'self'; img-src 'self' blob:",
    );
    expect(await page.text()).toBe("<h1>x</h1>");
    expect((await fetch(`${standin.url}/..%2f..%2fpackage.json`)).status).toBe(404);
    await standin.stop();
    await rm(pageDir, { recursive: true });
  });
});

describe("a world that is kept", () => {
  test("dump and load carry people, groups, messages, files and the queue over a restart", async () => {
    const { rina, standin, world } = place;
    const group = world.group("Petir");
    await rina.in(group).says("halo");
    await rina.sendsPhoto({ caption: "Batik" });
    const dumped = standin.control.dump();
    const other = await createStandin({ clock: place.clock });
    other.control.load(dumped);
    expect(other.control.screen(rina.id)).toEqual(standin.control.screen(rina.id));
    expect(other.control.groups()).toEqual(standin.control.groups());
    expect(other.control.messages(group.id)).toMatchObject([{ text: "halo" }]);
    const id = rina.lastOwn().photo?.[0]?.file_id ?? "";
    expect(other.control.file(id)).toEqual(standin.control.file(id));
    expect(other.control.pending()).toBe(1);
    expect(other.control.dump()).toBe(dumped);
    other.control.reset();
    expect(other.control.groups()).toEqual([]);
    await other.stop();
  });

  test("one seed gives the same world again; a reset keeps update ids rising", async () => {
    const ids = async (seed: number) => {
      const standin = await createStandin({ clock: createAdjustableClock(), seed });
      standin.control.putPerson({ id: 5_000_000_001, first_name: "Rina", started: true });
      const say = () => standin.control.say({ person: 5_000_000_001, text: "x" }).update.update_id;
      const first = say();
      standin.control.reset({ seed });
      standin.control.putPerson({ id: 5_000_000_001, first_name: "Rina", started: true });
      expect(say()).toBe(first + 1);
      await standin.stop();
      return first;
    };
    expect(await ids(3)).toBe(await ids(3));
    expect(await ids(3)).not.toBe(await ids(4));
  });

  test("what must be saved is saved before each answer to the bot and the page", async () => {
    const told: string[] = [];
    const idle = () => Promise.resolve();
    place.standin.setHooks({
      upcoming: () => Promise.resolve([]),
      settle: idle,
      tick: idle,
      saved: () => Promise.resolve(void told.push("saved")),
    });
    told.push(String((await place.call("getMe")).ok));
    await post("say", { person: place.rina.id, text: "x" });
    expect(told).toEqual(["saved", "true", "saved"]);
  });

  test("another bot answers getMe; a long text goes out in pieces; links open", async () => {
    place.standin.control.bot({ username: "lain_bot" });
    expect(await place.done("getMe")).toMatchObject({ username: "lain_bot" });
    await place.rina.says("x".repeat(5_000));
    expect(await place.done("getUpdates")).toHaveLength(2);
    const url = "https://contoh.id/";
    await place.sends({ reply_markup: { inline_keyboard: [[{ text: "Buka", url }]] } });
    expect(place.standin.control.press({ person: place.rina.id, label: "Buka" })).toEqual({ url });
  });

  test("stickers, voices, documents, places and any content can be sent", async () => {
    const { rina } = place;
    await rina.sendsSticker();
    await rina.sendsVoice();
    await rina.sendsLocation(-6.1, 106.1);
    await rina.sharesContactOf({ phone_number: "+62 813", first_name: "Tetangga" });
    place.standin.control.say({ person: rina.id, content: { dice: { emoji: "🎲", value: 3 } } });
    const parts = await place.done<{ message: object }[]>("getUpdates");
    expect(parts.map(({ message }) => Object.keys(message).at(-1))).toEqual([
      "sticker",
      "voice",
      "location",
      "contact",
      "dice",
    ]);
  });
});
