import { expect } from "vitest";

import { callRaw, type Place } from "../place.ts";
import type { Held, Refused } from "./row.ts";

const bad = "Bad Request: ";
const hook = "http://127.0.0.1:9";
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A body as the wire carries it, and what a form with it answers. */
function postForm(
  { standin, rina }: Place,
  parts: string[],
  type = "multipart/form-data; boundary=x",
) {
  const all = [`name=chat_id\r\n\r\n${rina.id}`, ...parts];
  const body = all.map((part) => `--x\r\ncontent-disposition:form-data;${part}\r\n`).join("");
  const url = `${standin.url}/bot${standin.token}/sendDocument`;
  return callRaw(url, { headers: { "content-type": type }, body: `${body}--x--\r\n` });
}

const documentName = async (place: Place, name: string) => {
  const reply = await postForm(place, [`name="document";filename=${name}\r\n\r\nisi`]);
  return (reply.result as { document: { file_name: string } }).document.file_name;
};

const asked = (webhook: object): Omit<Refused, "code" | "text" | "source"> => ({
  rule: "4.2.10",
  call: "setWebhook",
  given: () => webhook,
});

export const transportRefusals: Refused[] = [
  {
    rule: "4.1.7",
    source: "BA",
    call: "sendNothing",
    given: () => ({}),
    code: 404,
    text: "Not Found: method not found",
  },
  {
    rule: "4.1.7",
    source: "stand-in",
    call: "sendDice",
    given: () => ({}),
    code: 501,
    text: "stand-in: method not offered",
  },
  {
    ...asked({ url: "http://" }),
    source: "BA",
    code: 400,
    text: `${bad}invalid webhook URL specified`,
  },
  {
    ...asked({ url: "http://contoh.id/x" }),
    source: "BA",
    code: 400,
    text: `${bad}bad webhook: An HTTPS URL must be provided for webhook`,
  },
  {
    ...asked({ url: "https://contoh.id:444/x" }),
    source: "BA",
    code: 400,
    text: `${bad}bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443`,
  },
  {
    ...asked({ url: "https://contoh.id/x" }),
    source: "stand-in",
    code: 501,
    text: "stand-in: a webhook is delivered to plain HTTP on this machine only",
  },
  {
    ...asked({ url: hook, secret_token: "x".repeat(257) }),
    source: "BA",
    code: 400,
    text: `${bad}secret token is too long`,
  },
  {
    ...asked({ url: hook, secret_token: "a b" }),
    source: "BA",
    code: 400,
    text: `${bad}secret token contains unallowed characters`,
  },
  {
    rule: "4.2.10",
    source: "BA",
    call: "setWebhook",
    given: async ({ done }) => {
      await done("setWebhook", { url: hook });
      return { url: hook };
    },
    code: 429,
    text: "Too Many Requests: retry after 1",
  },
  {
    rule: "4.2.3",
    source: "BA",
    call: "getUpdates",
    given: async ({ done }) => {
      await done("setWebhook", { url: hook });
      return {};
    },
    code: 409,
    text: "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  },
  {
    rule: "4.9.2",
    source: "BA",
    call: "getMe",
    given: ({ standin }) => {
      standin.control.outage({ mode: "restart" });
      return {};
    },
    code: 500,
    text: "Internal Server Error: restart",
  },
  {
    rule: "4.9.1",
    source: "DOC",
    call: "getMe",
    given: ({ world }) => {
      world.fault({ method: "getMe", retry_after: 3 });
      return {};
    },
    code: 429,
    text: "Too Many Requests: retry after 3",
  },
];

export const transportHeld: Held[] = [
  {
    rule: "4.1.1",
    source: "BA HttpConnection.cpp",
    says: "GET and POST, methods in any case; anything else is not found",
    async holds({ standin: { url, token } }) {
      expect(await callRaw(`${url}/bot${token}/GETme`, { method: "GET" })).toMatchObject({
        ok: true,
      });
      const missing = { ok: false, error_code: 404, description: "Not Found" };
      expect(await callRaw(`${url}/bot${token}/getMe/x`)).toEqual(missing);
      expect(await callRaw(`${url}/bot${token}/getMe`, { method: "DELETE" })).toEqual(missing);
      expect((await fetch(`${url}/nothing`)).status).toBe(404);
    },
  },
  {
    rule: "4.1.2",
    source: "TD HttpReader.cpp",
    says: "the query comes before the body, the first value wins, numbers and texts are one",
    async holds({ standin: { url, token }, rina }) {
      const body = new URLSearchParams({ text: "badan", chat_id: String(rina.id) });
      const reply = await callRaw(`${url}/bot${token}/sendMessage?text=alamat&text=lagi`, { body });
      expect(reply.result).toMatchObject({ text: "alamat", chat: { id: rina.id } });
    },
  },
  {
    rule: "4.1.3",
    source: "BA to_bool, get_integer_arg",
    says: "flags are true, yes or 1; numbers are read leniently and clamped",
    async holds({ standin: { url, token }, rina, done }) {
      for (const flag of ["TRUE", "yes", "1"]) {
        const body = new URLSearchParams({
          chat_id: String(rina.id),
          text: "x",
          protect_content: flag,
        });
        const reply = await callRaw(`${url}/bot${token}/sendMessage`, { body });
        expect(reply.result).toHaveProperty("has_protected_content");
      }
      await rina.says("satu");
      await rina.says("dua");
      expect(await done("getUpdates", { limit: "0x", timeout: -5 })).toHaveLength(1);
    },
  },
  {
    rule: "4.1.4",
    source: "TD HttpReader.cpp",
    says: "names in multipart are bare or quoted, then URL-decoded",
    async holds(place) {
      expect(await documentName(place, "daftar hadir.csv")).toBe("daftar hadir.csv");
      expect(await documentName(place, '"a;b.csv"')).toBe("a;b.csv");
      expect(await documentName(place, '"a \\"b\\" c.csv"')).toBe("a  b  c.csv");
      expect(await documentName(place, "a%20b+c.csv")).toBe("a b+c.csv");
      const refused = {
        ok: false,
        error_code: 400,
        description: `${bad}can't parse form data headers`,
      };
      expect(await postForm(place, ['name="document;filename=a\r\n\r\nx'])).toEqual(refused);
      const nameless = { description: `${bad}field name in multipart/form-data not found` };
      expect(await postForm(place, ["filename=a.csv\r\n\r\nx"])).toMatchObject(nameless);
      const boundless = { description: `${bad}boundary not found` };
      expect(await postForm(place, [], "multipart/form-data")).toMatchObject(boundless);
      const many = Array.from({ length: 51 }, (_, at) => `name=f${at};filename=a\r\n\r\nx`);
      expect(await postForm(place, many)).toEqual({
        ok: false,
        error_code: 413,
        description: "Request Entity Too Large: too much files attached",
      });
    },
  },
  {
    rule: "4.1.5",
    source: "TD filesystem.cpp",
    says: "file names lose odd signs and what is too long",
    async holds(place) {
      expect(await documentName(place, "a<b>:c|d?e*f&g'h`i.csv")).toBe("a b  c d e f g h i.csv");
      expect(await documentName(place, "каталог 2026é.pdf")).toBe("2026.pdf");
      const long = await documentName(place, `${"x".repeat(80)}.${"y".repeat(30)}`);
      expect(long).toBe(`${"x".repeat(64)}.${"y".repeat(16)}`);
    },
  },
  {
    rule: "4.1.6",
    source: "BA Query.cpp",
    says: "the status is the error code, and 429 says Retry-After twice",
    async holds({ standin: { url, token }, world }) {
      world.fault({ method: "getMe", retry_after: 0.2 });
      const response = await fetch(`${url}/bot${token}/getMe`);
      expect(response.status).toBe(429);
      expect(response.headers.get("retry-after")).toBe("1");
      expect(await response.json()).toEqual({
        ok: false,
        error_code: 429,
        description: "Too Many Requests: retry after 0.2",
        parameters: { retry_after: 0.2 },
      });
    },
  },
  {
    rule: "4.1.7",
    source: "BA",
    says: "tokens without colon, with a zero in front, or unknown are unauthorized",
    async holds({ standin: { url } }) {
      const invalid = {
        ok: false,
        error_code: 401,
        description: "Unauthorized: invalid token specified",
      };
      expect(await callRaw(`${url}/botabc/getMe`)).toEqual(invalid);
      expect(await callRaw(`${url}/bot0:abc/getMe`)).toEqual(invalid);
      expect(await callRaw(`${url}/bot7:abc/getMe`)).toEqual({
        ok: false,
        error_code: 401,
        description: "Unauthorized",
      });
    },
  },
  {
    rule: "4.2.1",
    source: "TD TQueue.cpp",
    says: "an offset confirms what is below, a negative one keeps the last, a far one is ignored",
    async holds({ rina, done }) {
      for (const word of ["satu", "dua", "tiga"]) await rina.says(word);
      const ask = (offset: number) => done<{ update_id: number }[]>("getUpdates", { offset });
      const first = (await ask(0))[0]?.update_id ?? 0;
      expect(await ask(0)).toHaveLength(3);
      expect(await ask(first + 14)).toHaveLength(3);
      expect(await ask(first + 1)).toHaveLength(2);
      expect(await ask(-1)).toMatchObject([{ message: { text: "tiga" } }]);
      expect(await ask(0)).toHaveLength(1);
      expect(await ask(first + 13)).toHaveLength(0);
    },
  },
  {
    rule: "4.2.2",
    source: "BA",
    says: "a long poll waits, takes neighbours along, and a client that hangs up confirms nothing",
    async holds({ standin, rina, done }) {
      const poll = done<object[]>("getUpdates", { timeout: 5 });
      await wait(20);
      standin.control.say({ person: rina.id, text: "satu" });
      standin.control.say({ person: rina.id, text: "dua" });
      expect(await poll).toHaveLength(2);
      const gone = new AbortController();
      const url = `${standin.url}/bot${standin.token}/getUpdates?timeout=5&offset=-1`;
      const aborted = fetch(url, { signal: gone.signal });
      gone.abort();
      await expect(aborted).rejects.toThrow();
      expect(await done("getUpdates")).not.toHaveLength(0);
    },
  },
  {
    rule: "4.2.3",
    source: "BA",
    says: "a second poll that waits ends the first; with updates there both get them; a second conflict is told 3 s later",
    async holds({ standin, rina, call, done }) {
      const first = call("getUpdates", { timeout: 5 });
      await wait(20);
      const second = call("getUpdates", { timeout: 9 });
      expect(await first).toMatchObject({
        error_code: 409,
        description:
          "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
      });
      const begun = performance.now();
      await done("setWebhook", { url: hook });
      expect(await second).toMatchObject({
        error_code: 409,
        description: "Conflict: terminated by setWebhook request",
      });
      expect(performance.now() - begun).toBeGreaterThan(2_900);
      await done("deleteWebhook");
      standin.control.say({ person: rina.id, text: "satu" });
      expect(await done("getUpdates")).toHaveLength(1);
      expect(await done("getUpdates")).toHaveLength(1);
    },
  },
  {
    rule: "4.2.4",
    source: "BA get_allowed_update_types",
    says: "allowed_updates is kept, applied when the update is made; nonsense means the default",
    async holds({ rina, sends, done, call }) {
      const message_id = await sends();
      const kinds = async () => {
        await rina.says("x");
        await rina.presses({ messageId: message_id, data: "y" });
        const updates = await done<{ update_id: number }[]>("getUpdates");
        await done("getUpdates", { offset: (updates.at(-1)?.update_id ?? 0) + 1 });
        return updates.map((update) => Object.keys(update)[1]);
      };
      await done("getUpdates", { allowed_updates: ["callback_query"] });
      expect(await kinds()).toEqual(["callback_query"]);
      await call("getUpdates", { allowed_updates: "{bad" });
      expect(await kinds()).toEqual(["callback_query"]);
      await call("getUpdates", { allowed_updates: ["nothing"] });
      expect(await kinds()).toEqual(["message", "callback_query"]);
    },
  },
  {
    rule: "4.2.5",
    source: "TD TQueue.cpp, DOC",
    says: "update ids start large, rise by one, and may fall after a quiet week",
    async holds({ standin, rina, done }) {
      await rina.says("x");
      await rina.says("x");
      const ids = (await done<{ update_id: number }[]>("getUpdates")).map((one) => one.update_id);
      expect(ids[0]).toBeGreaterThan(100_000);
      expect(ids[1]).toBe((ids[0] ?? 0) + 1);
      await done("getUpdates", { offset: (ids[1] ?? 0) + 1 });
      standin.control.ids({ next_update_id: 5_000 });
      await rina.says("x");
      expect(await done("getUpdates", { offset: (ids[1] ?? 0) + 1 })).toMatchObject([
        { update_id: 5_000 },
      ]);
    },
  },
  {
    rule: "4.2.6",
    source: "BA",
    says: "a message waits a day, a tap 150 s",
    async holds({ clock, rina, sends, done }) {
      const message_id = await sends();
      await rina.says("x");
      await rina.presses({ messageId: message_id, data: "y" });
      const after = (seconds: number) =>
        clock.set(new Date(clock.now().getTime() + seconds * 1000));
      after(149);
      expect(await done("getUpdates")).toHaveLength(2);
      after(1);
      expect(await done("getUpdates")).toMatchObject([{ message: { text: "x" } }]);
      after(86_400);
      expect(await done("getUpdates")).toEqual([]);
    },
  },
  {
    rule: "4.2.7",
    source: "BA",
    says: "message ids of different people interleave",
    async holds({ rina, world, done, sends }) {
      const dewi = world.person("Dewi");
      const one = await sends();
      const two = (await done("sendMessage", { chat_id: dewi.id, text: "x" })).message_id;
      await rina.says("x");
      expect([two, rina.lastOwn().message_id]).toEqual([one + 1, one + 2]);
    },
  },
  {
    rule: "4.2.8",
    source: "BA process_get_updates_query",
    says: "hasty polls are slowed down where the switch is on",
    async holds({ standin, done }) {
      standin.control.settings({ throttle: true });
      await done("getUpdates", { offset: 1 });
      const begun = performance.now();
      await done("getUpdates", { offset: 1 });
      expect(performance.now() - begun).toBeGreaterThan(2_900);
    },
  },
  {
    rule: "4.2.9",
    source: "BA",
    says: "getWebhookInfo tells the last error in these words (the rest: webhook.test.ts)",
    async holds({ standin, rina, done, clock }) {
      await done("setWebhook", { url: hook });
      await rina.says("x");
      await standin.control.wait({ method: "getWebhookInfo", timeout: 1 }).catch(() => undefined);
      const info = await done("getWebhookInfo");
      expect(info).toMatchObject({
        pending_update_count: 1,
        last_error_message: "Connection refused",
        last_error_date: clock.now().getTime() / 1000,
        max_connections: 40,
      });
    },
  },
  {
    rule: "4.9.1",
    source: "rule of thumb",
    says: "30 messages a second in all, one a second to a chat, where it is switched on",
    async holds({ standin, rina, call, clock }) {
      standin.control.rate({ all: 30, chat: 1, burst: 2 });
      const send = () => call("sendMessage", { chat_id: rina.id, text: "x" });
      expect([await send(), await send()]).toMatchObject([{ ok: true }, { ok: true }]);
      expect(await send()).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
      clock.set(new Date(clock.now().getTime() + 1_000));
      expect(await send()).toMatchObject({ ok: true });
    },
  },
  {
    rule: "4.9.2",
    source: "OBS: telepot #31",
    says: "a gateway in trouble answers 502 with a page of its own, or with JSON",
    async holds({ standin, world, call }) {
      standin.control.outage({ mode: "gateway" });
      const response = await fetch(`${standin.url}/bot${standin.token}/getMe`);
      expect([response.status, await response.text()]).toEqual([
        502,
        expect.stringContaining("nginx"),
      ]);
      standin.control.outage({ off: true });
      world.fault({ method: "getMe", code: 502, description: "Bad Gateway" });
      expect(await call("getMe")).toEqual({
        ok: false,
        error_code: 502,
        description: "Bad Gateway",
      });
    },
  },
];
