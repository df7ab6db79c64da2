import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, normalize } from "node:path";

import { type Fields, isObject, parseJson } from "./args.ts";
import { readBytes } from "./body.ts";
import type { Control } from "./control.ts";
import { nowMs, type Core } from "./core.ts";
import type { Event } from "./events.ts";
import { type Request, sendJson } from "./http.ts";

type Route = (given: never) => unknown;

/** What `/_ctl` offers, by verb and name; the page and load scripts are written against it. */
function routesOf(control: Control): Record<string, Record<string, Route | undefined>> {
  const ofPerson = (act: (person: number) => unknown) => (given: { person: string }) =>
    act(Number(given.person));
  return {
    POST: {
      people: control.putPerson,
      groups: control.putGroup,
      member: control.member,
      upgrade: control.upgrade,
      say: control.say,
      upload: control.upload,
      press: control.press,
      tap: control.tap,
      start: control.start,
      block: control.block,
      unblock: control.unblock,
      edit: control.edit,
      deactivate: control.deactivate,
      update: control.update,
      redeliver: control.redeliver,
      ids: control.ids,
      "forget-files": control.forgetFiles,
      bot: control.bot,
      fault: control.fault,
      rate: control.rate,
      clock: control.clock,
      outage: control.outage,
      restart: control.restart,
      settings: control.settings,
      reset: control.reset,
      load: (given: Fields) => control.load(JSON.stringify(given)),
    },
    GET: {
      people: control.people,
      groups: control.groups,
      messages: ofPerson(control.messages),
      screen: ofPerson(control.screen),
      calls: (given: Fields) => control.calls(numbered(given)),
      violations: control.violations,
      wait: (given: Fields) => control.wait(numbered(given)),
      fault: control.faults,
      clock: control.readClock,
      state: control.state,
      dump: control.dump,
    },
    DELETE: { fault: control.clearFaults },
  };
}

/** Query values that are numbers. */
function numbered(given: Fields): Fields {
  const numbers = ["person", "since", "timeout"];
  const read = ([name, value]: [string, unknown]) => [
    name,
    numbers.includes(name) ? Number(value) : value,
  ];
  return Object.fromEntries(Object.entries(given).map(read)) as Fields;
}

/** Serves `/_ctl` and the page. */
export function createRoutes(core: Core, control: Control, pageDir: string | undefined) {
  const routes = routesOf(control);
  return async (place: Request): Promise<void> => {
    const { request, response, url } = place;
    const name = /^\/_ctl\/([a-z-]+)$/.exec(url.pathname)?.[1];
    if (name === undefined) return servePage(response, url.pathname, pageDir);
    if (isForeign(request)) return sendJson(response, 403, { error: "foreign origin" });
    if (name === "events") return serveEvents(control, place);
    try {
      if (name === "file") return serveFile(response, control, url.searchParams.get("id") ?? "");
      const route = routes[request.method ?? ""]?.[name];
      if (!route) return sendJson(response, 404, { error: `there is no ${name}` });
      const given = await readGiven(request, url);
      if (name === "clock" && request.method === "POST") refuseBack(core, given);
      const answer = await route(given as never);
      if (request.method !== "GET") await core.hooks.saved?.();
      sendJson(response, 200, answer);
    } catch (error) {
      sendJson(response, 400, { error: error instanceof Error ? error.message : String(error) });
    }
  };
}

function isForeign({ headers }: IncomingMessage): boolean {
  return headers.origin !== undefined && headers.origin !== `http://${headers.host}`;
}

async function readGiven(request: IncomingMessage, url: URL): Promise<Fields> {
  if (request.method !== "POST") return Object.fromEntries(url.searchParams);
  if (!request.headers["content-type"]?.startsWith("application/json")) {
    throw new Error("a POST to /_ctl must be application/json");
  }
  const text = (await readBytes(request)).toString("utf8");
  const given = text.trim() === "" ? {} : parseJson(text);
  if (!isObject(given)) throw new Error("a JSON object was expected");
  return given;
}

function refuseBack(core: Core, { now, advance_s }: Fields): void {
  const back = typeof now === "string" && new Date(now).getTime() < nowMs(core);
  if (back || Number(advance_s ?? 0) < 0) throw new Error("the clock only goes forward");
}

function serveFile(response: ServerResponse, control: Control, id: string): void {
  const { name, type, bytes } = control.file(id);
  response
    .writeHead(200, {
      "content-type": type,
      "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
      "x-content-type-options": "nosniff",
    })
    .end(bytes);
}

/** Server-sent events; who comes back with `Last-Event-ID` gets what they missed, or a `reset`. */
function serveEvents(control: Control, { request, response, url }: Request): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  const write = ({ seq, name, data }: Event) =>
    response.write(`id: ${seq}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  const asked = request.headers["last-event-id"] ?? url.searchParams.get("since");
  const missed = asked === null ? [] : control.eventsSince(Number(asked));
  response.write(": hello\n\n");
  if (missed) missed.forEach(write);
  else write({ seq: control.seq(), name: "reset", data: {} });
  response.once("close", control.listen(write));
}

const pageTypes: Record<string, string> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  js: "text/javascript; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
};

async function servePage(response: ServerResponse, path: string, pageDir: string | undefined) {
  const file = normalize(decodeURIComponent(path === "/" ? "/index.html" : path));
  const type = pageTypes[file.split(".").at(-1) ?? ""];
  const bytes = pageDir && type && (await readFile(join(pageDir, file)).catch(() => undefined));
  if (!bytes) return void response.writeHead(404).end("Not Found");
  response
    .writeHead(200, {
      "content-type": type,
      "content-security-policy": "default-src 'self'; img-src 'self' blob:",
      "x-content-type-options": "nosniff",
      "cache-control": "no-cache",
    })
    .end(bytes);
}
