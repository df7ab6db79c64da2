import { expect } from "vitest";

import { type AdjustableClock, createAdjustableClock } from "../../../src/clock.ts";
import { createWorld, type TestPerson, type World } from "../../../src/sandbox/telegram/client.ts";
import { createStandin, type Standin } from "../../../src/sandbox/telegram/index.ts";

/** What the Bot API answers. */
export interface Reply {
  ok: boolean;
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}

/** A stand-in without a bot, and two people: Rina has pressed Start, Siti is not known yet. */
export interface Place {
  clock: AdjustableClock;
  standin: Standin;
  world: World;
  rina: TestPerson;
  siti: TestPerson;
  call: (method: string, params?: object) => Promise<Reply>;
  /** A call that must succeed. */
  done: <T = { message_id: number }>(method: string, params?: object) => Promise<T>;
  /** Sends Rina a text and gives the message's id. */
  sends: (params?: object) => Promise<number>;
}

export const monday = new Date("2026-03-02T01:00:00Z");

export async function openPlace(): Promise<Place> {
  const clock = createAdjustableClock(monday);
  clock.freeze(true);
  clock.set(monday);
  const standin = await createStandin({ clock });
  standin.control.settings({ settleMs: 500 });
  const world = createWorld(standin);
  const rina = world.person("Rina", { phone: "+62 812-0000-1111", username: "rina_kriya" });
  const siti = world.person("Siti", { started: false });
  const call = (method: string, params: object = {}) => callJson(standin, method, params);
  const done: Place["done"] = async <T>(method: string, params: object = {}) => {
    const reply = await call(method, params);
    expect(reply).toMatchObject({ ok: true });
    return reply.result as T;
  };
  const sends = async (params: object = {}) =>
    (await done("sendMessage", { chat_id: rina.id, text: "halo", ...params })).message_id;
  return { clock, standin, world, rina, siti, call, done, sends };
}

export async function callJson({ url, token }: Standin, method: string, params: object) {
  const isForm = params instanceof FormData;
  return callRaw(`${url}/bot${token}/${method}`, {
    ...(isForm ? {} : { headers: { "content-type": "application/json" } }),
    body: isForm ? params : JSON.stringify(params),
  });
}

/** Any request; the answer with its status, which is the same as its `error_code`. */
export async function callRaw(url: string, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(url, { method: "POST", ...init });
  const reply = (await response.json()) as Reply;
  expect(response.status).toBe(reply.error_code ?? 200);
  return reply;
}

/** A form with files, by field. */
export function form(fields: Record<string, string | Blob>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
}

/** A control call as the page makes it. */
export function postControl({ url }: Standin, route: string, body: object, headers: object = {}) {
  return fetch(`${url}/_ctl/${route}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

/** A picture of any size whose bytes say no more than that. */
export function png(width: number, height: number, bytes = 64): Buffer {
  const picture = Buffer.alloc(Math.max(bytes, 64));
  picture.write("\x89PNG\r\n\x1a\n", "latin1");
  picture.writeUInt32BE(width, 16);
  picture.writeUInt32BE(height, 20);
  return picture;
}
