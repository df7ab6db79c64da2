import type { Args, Fields } from "./args.ts";
import { checkAnswer, checkCall, isKnownMethod } from "./contract/check.ts";
import { type Core, nowMs, stir } from "./core.ts";
import { notFound, notOffered, Refusal, refusal, texts, tooManyRequests } from "./errors.ts";
import type { Fault } from "./faults.ts";
import { methods } from "./methods/index.ts";
import type { MethodCall } from "./methods/sending.ts";
import { findRoom } from "./rooms.ts";
import { type Call, nextRandom } from "./state.ts";

/** What goes back over the wire. */
export interface Answer {
  /** 0 where nothing is answered. */
  status: number;
  body: string;
  type: string;
  /** Whole seconds. */
  retryAfter?: number;
  /** What the ledger says of it. */
  error?: string;
  /** The socket is closed, or kept without a word. */
  lost?: "reset" | "silence";
}

/** A call as it came: `fields` are the values with their JSON types, where there were any. */
export interface Incoming {
  method: string;
  args: Args;
  fields: Fields;
  /** Were the values sent as text, so that their types cannot be judged as they are? */
  textual: boolean;
  signal: AbortSignal;
}

type Note = MethodCall["note"];
export type OutageMode = "reset" | "gateway" | "restart";

const callsKept = 50_000;
const gatewayPage =
  "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n" +
  "<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n";

/** Carries one call out, faults and limits included, and writes it into the ledger. */
export async function answerCall(core: Core, incoming: Incoming): Promise<Answer> {
  const name = incoming.method.toLowerCase();
  const started = performance.now();
  const at = core.clock.now().toISOString();
  const note: Note = { message_ids: [] };
  const fault = core.faults.strike(name, incoming.args, () => nextRandom(core.state));
  const weight = name === "getupdates" ? 0 : 1;
  core.inHand += weight;
  const answer = await carryOut(core, incoming, note, fault).finally(() => {
    core.inHand -= weight;
    core.activity += weight;
  });
  record(core, {
    id: core.nextCallId++,
    at,
    method: methods.get(name)?.name ?? incoming.method,
    ...chatNote(core, incoming.args, note),
    params: shownParams(incoming),
    status: answer.status,
    ms: Math.round((performance.now() - started) * 10) / 10,
    ...(answer.error !== undefined && { error: answer.error }),
    ...(fault && { fault: fault.id }),
    ...(note.message_ids.length > 0 && { message_ids: note.message_ids }),
  });
  return answer;
}

async function carryOut(
  core: Core,
  incoming: Incoming,
  note: Note,
  fault: Fault | undefined,
): Promise<Answer> {
  if (core.outage && nowMs(core) >= core.outage.until) core.outage = null;
  if (core.outage) return outageAnswer(core.outage.mode);
  if (fault?.reset === "before") return lost("reset", "connection reset");
  if (fault?.hang) return lost("silence", "no answer");
  if (fault && fault.delay !== "after") await pause(fault.delay_ms);
  const struck = fault && faultAnswer(fault);
  if (struck) return struck;
  const answer = await runMethod(core, incoming, note).then(success, refused);
  if (fault?.delay === "after") await pause(fault.delay_ms);
  return fault?.reset === "after" ? lost("reset", "answer lost") : answer;
}

async function runMethod(core: Core, incoming: Incoming, note: Note): Promise<unknown> {
  const name = incoming.method.toLowerCase();
  const method = methods.get(name);
  if (!method) {
    throw isKnownMethod(name) ? notOffered("method not offered") : notFound(texts.methodNotFound);
  }
  const { args, signal, fields, textual } = incoming;
  violate(core, method.name, checkCall(method.name, fields, textual));
  core.limits.take(name, args.text("chat_id"), nowMs(core));
  const result = await method.run({ core, args, signal, note });
  violate(core, method.name, checkAnswer(result));
  return result;
}

function violate(core: Core, method: string, problems: string[]): void {
  for (const text of problems) {
    core.violations.push({ method, text });
    core.events.emit("violation", { method, text });
  }
}

const pause = (ms = 0) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const json = (status: number, body: object) => ({
  status,
  body: JSON.stringify(body),
  type: "application/json",
});

const success = (result: unknown): Answer => json(200, { ok: true, result });

/** The answer of a refusal; any other error is a fault of the stand-in and goes on. */
export function refused(error: unknown): Answer {
  if (!(error instanceof Refusal)) throw error;
  const { code, message, parameters } = error;
  const answer = json(code, {
    ok: false,
    error_code: code,
    description: message,
    ...(parameters && { parameters }),
  });
  const seconds = parameters?.retry_after;
  return {
    ...answer,
    error: message,
    ...(seconds !== undefined && { retryAfter: Math.ceil(seconds) }),
  };
}

const lost = (kind: "reset" | "silence", error: string): Answer => ({
  status: 0,
  body: "",
  type: "",
  error,
  lost: kind,
});

const page = (status: number, body: string): Answer => ({
  status,
  body,
  type: body.startsWith("<") ? "text/html" : "application/json",
  error: body.slice(0, 80),
});

function faultAnswer(fault: Fault): Answer | undefined {
  const { body, code, description = "fault", retry_after } = fault;
  if (body !== undefined) return page(code ?? 502, body);
  if (retry_after !== undefined) return refused(tooManyRequests(retry_after));
  return code === undefined ? undefined : refused(refusal(code, description));
}

function outageAnswer(mode: OutageMode): Answer {
  if (mode === "reset") return lost("reset", "connection reset");
  return mode === "gateway" ? page(502, gatewayPage) : refused(refusal(500, texts.restart));
}

function chatNote({ state }: Core, args: Args, note: Note): { person?: number } {
  const person = note.person ?? findRoom(state, Number(args.text("chat_id")))?.id;
  return person === undefined ? {} : { person };
}

/** The parameters as the page shows them; a file is its name and size. */
function shownParams({ fields, args }: Incoming): Fields {
  const shown = { ...fields };
  for (const [name, { name: file, bytes }] of args.files)
    shown[name] = { file, bytes: bytes.length };
  return shown;
}

function record(core: Core, call: Call): void {
  core.calls.push(call);
  if (core.calls.length > 2 * callsKept) core.calls = core.calls.slice(-callsKept);
  core.events.emit("call", call);
  stir(core);
}
