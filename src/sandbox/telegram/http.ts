import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { type Answer, answerCall, refused } from "./answer.ts";
import { readParameters } from "./body.ts";
import type { Core } from "./core.ts";
import { notFound, notOffered, Refusal, texts } from "./errors.ts";
import { linkedFile } from "./files.ts";

/** A request with its address taken apart. */
export interface Request {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
}

export interface Gate {
  url: string;
  stop(): Promise<void>;
}

/** A secret of 35 such characters is what Telegram hands out. */
const realSecret = /:[A-Za-z0-9_-]{35}$/;
export const looksReal = (token: string) => realSecret.test(token);

/**
 * Opens the door on 127.0.0.1: the Bot API for the bot, all else for `others`.
 * @throws when the port is taken.
 */
export async function openGate(
  core: Core,
  port: number,
  others: (request: Request) => Promise<void> | void,
): Promise<Gate> {
  const botSockets = new Set<IncomingMessage["socket"]>();
  const hosts: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const place = { request, response, url };
    if (!hosts.includes(request.headers.host ?? "")) return void refuseHost(response);
    const isBot = /^\/(?:file\/)?bot/.test(url.pathname);
    if (isBot && !botSockets.has(request.socket)) {
      botSockets.add(request.socket);
      request.socket.once("close", () => botSockets.delete(request.socket));
    }
    Promise.resolve(isBot ? serveBot(core, place) : others(place)).catch((error: unknown) => {
      sendJson(response, 500, { error: error instanceof Error ? error.message : "failed" });
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  core.dropConnections = () => {
    for (const socket of botSockets) socket.destroy();
    core.polling.detach();
  };
  const own = (server.address() as AddressInfo).port;
  hosts.push(`127.0.0.1:${own}`, `localhost:${own}`);
  return {
    url: `http://127.0.0.1:${own}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function refuseHost(response: ServerResponse): void {
  response.writeHead(403, { "content-type": "text/plain" }).end("stand-in: foreign host");
}

async function serveBot(core: Core, place: Request): Promise<void> {
  const { response, url } = place;
  try {
    const file = /^\/file\/bot([^/]*)\/(.+)$/.exec(url.pathname);
    if (file) {
      checkToken(core, file[1] ?? "");
      const { bytes } = linkedFile(core, decodeURIComponent(file[2] ?? ""));
      return void response
        .writeHead(200, { "content-type": "application/octet-stream" })
        .end(bytes);
    }
    const answer = await answerBot(core, place);
    await core.hooks.saved?.();
    write(place, answer);
  } catch (error) {
    write(place, refused(error));
  }
}

async function answerBot(core: Core, { request, response, url }: Request): Promise<Answer> {
  const [, token = "", method = ""] = /^\/bot([^/]*)\/([^/]*)$/.exec(url.pathname) ?? [];
  if (method === "") throw notFound("Not Found");
  checkToken(core, decodeURIComponent(token));
  if (request.method !== "GET" && request.method !== "POST") throw notFound("Not Found");
  const hangUp = new AbortController();
  response.once("close", () => response.writableFinished || hangUp.abort());
  const parameters = await readParameters(request, url.searchParams);
  return answerCall(core, { method, ...parameters, signal: hangUp.signal });
}

/** @throws Refusal 501 for a real token, which is then neither kept nor shown; 401 for a wrong one. */
function checkToken(core: Core, token: string): void {
  if (looksReal(token)) throw notOffered(texts.realToken);
  if (!token.includes(":") || token.startsWith("0")) throw new Refusal(401, texts.invalidToken);
  if (token !== core.token) throw new Refusal(401, "Unauthorized");
}

function write({ response, request }: Request, answer: Answer): void {
  const { status, body, type, retryAfter, lost } = answer;
  if (lost === "reset") return void request.socket.destroy();
  if (lost || response.destroyed) return;
  if (retryAfter !== undefined) response.setHeader("retry-after", retryAfter);
  response
    .writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body) })
    .end(body);
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = typeof body === "string" ? body : JSON.stringify(body ?? { ok: true });
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { "content-type": "application/json" }).end(text);
}
