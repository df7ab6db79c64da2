import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { request } from "node:http";
import { connect, type Socket } from "node:net";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { createStandin } from "../../../src/sandbox/telegram/index.ts";
import { callRaw, openPlace, type Place, postControl } from "./place.ts";

let place: Place;
beforeEach(async () => {
  place = await openPlace();
});
afterEach(() => place.standin.stop());

const realLooking = `7000000001:${"AbC_-".repeat(7)}`;

/** A request with headers of its own, which `fetch` does not allow. */
function ask(path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(place.standin.url + path, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on("error", reject).end();
  });
}

describe("safety", () => {
  test("a token that looks real is refused at the start and in a call, and shows nowhere", async () => {
    await expect(createStandin({ clock: place.clock, token: realLooking })).rejects.toThrow(
      "real bot token",
    );
    expect(await callRaw(`${place.standin.url}/bot${realLooking}/getMe`)).toEqual({
      ok: false,
      error_code: 501,
      description: "stand-in: this looks like a real bot token; use a demo token",
    });
    await place.call("getMe");
    const shown = JSON.stringify([
      place.standin.control.calls(),
      place.standin.control.eventsSince(0),
    ]);
    expect(shown).not.toContain(realLooking);
    expect(shown).not.toContain(place.standin.token);
  });

  test("only this machine's own names are answered", async () => {
    expect(await ask("/_ctl/state", {})).toBe(200);
    expect(await ask("/_ctl/state", { host: "contoh.id" })).toBe(403);
    expect(await ask(`/bot${place.standin.token}/getMe`, { host: "contoh.id" })).toBe(403);
    expect(
      await ask("/_ctl/state", {
        host: place.standin.url.replace("http://127.0.0.1", "localhost"),
      }),
    ).toBe(200);
  });

  test("the control of another page is refused, and so is a form", async () => {
    const person = { person: place.rina.id, text: "x" };
    const status = async (headers: object) =>
      (await postControl(place.standin, "say", person, headers)).status;
    expect(await status({ origin: "https://contoh.id" })).toBe(403);
    expect(await status({ "content-type": "text/plain" })).toBe(400);
    expect(await status({ origin: place.standin.url })).toBe(200);
  });

  test("it listens on 127.0.0.1 only", async () => {
    const port = Number(new URL(place.standin.url).port);
    const refused = new Promise((resolve) => connect(port, "127.0.0.2").on("error", resolve));
    await expect(refused).resolves.toMatchObject({ code: "ECONNREFUSED" });
  });

  test("nothing makes it ask another machine", async () => {
    const asked = new Set<string>();
    const watch = (made: unknown) => {
      const { socket } = made as { socket: Socket };
      socket.on("lookup", (_error, _address, _family, host) => asked.add(host));
      socket.on("connectionAttempt", (address) => asked.add(address));
    };
    subscribe("net.client.socket", watch);
    const chat_id = place.rina.id;
    for (const host of ["http://contoh.id/a.png", "https://192.0.2.1/a.png"]) {
      await place.call("sendPhoto", { chat_id, photo: host });
      await place.call("sendMessage", { chat_id, text: host });
      await place.call("setWebhook", { url: host });
    }
    await place.rina.says("https://contoh.id/");
    await new Promise((resolve) => setImmediate(resolve));
    unsubscribe("net.client.socket", watch);
    expect([...asked]).toEqual(["127.0.0.1"]);
  });

  test("people with an id of 32 bits are not made", () => {
    expect(() => place.world.person("Dewi", { id: 12_345 })).toThrow("2^32");
  });
});
