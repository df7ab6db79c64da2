import { type Args, asText, createArgs, type Fields } from "./args.ts";
import { checkAnswer, checkCall, isKnownMethod } from "./contract/check.ts";
import { type Core, nowMs, stir } from "./core.ts";
import { notFound, notOffered, Refusal, refusal, texts, tooManyRequests } from "./errors.ts";
import type { Fault } from "./faults.ts";
import { methods } from "./methods/index.ts";
import type { MethodCall } from "./methods/sending.ts";
import { type Call, nextRandom } from "./state.ts";

/** What goes back over the wire; `drop` closes the socket, `hang` keeps it without a word. */
export type Answer =
  | { kind: "send"; status: number; body: string; type: string; retryAfter?: number }
  | { kind: "drop" }
  | { kind: "hang" };

/** A call as it came: `fields` is the JSON body with its own types, where there was one. */
export interface Incoming {
  method: string;
  args: Args;
  fields: Fields;
  /** Were the values sent as text, so that their JSON types cannot be judged? */
  textual: boolean;
  signal: AbortSignal;
}

const callsKept = 50_000;
const gatewayPage =
  "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n";

/** Carries one call out, faults and limits included, and writes it into the ledger. */
export async function answerCall(core: Core, incoming: Incoming): Promise<Answer> {
  const method = incoming.method.toLowerCase();
  const waits = method === "getupdates";
  const started = performance.now();
  const note: MethodCall["note"] = { message_ids: [] };
  const at = core.clock.now().toISOString();
  if (!waits) core.inHand++;
  const fault = core.faults.strike(method, incoming.args, () => nextRandom(core.state));
  const { answer, error } = await carryOut(core, incoming, note, fault);
  if (!waits) {
    core.inHand--;
    core.activity++;
  }
  const status = answer.kind === "send" ? answer.status : 0;
  record(core, {
    id: core.nextCallId++,
    at,
    method: methods.get(method)?.name ?? incoming.method,
    ...personNote(core, incoming.args, note),
    params: shownParams(incoming),
    status,
    ms: Math.round((performance.now() - started) * 10) / 10,
    ...(error !== undefined && { error }),
    ...(fault && { fault: fault.id }),
    ...(note.message_ids.length > 0 && { message_ids: note.message_ids }),
  });
  return answer;
}

interface Outcome {
  answer: Answer;
  error?: string;
}

async function carryOut(
  core: Core,
  incoming: Incoming,
  note: MethodCall["note"],
  fault: Fault | undefined,
): Promise<Outcome> {
  if (core.outage && nowMs(core) >= core.outage.until) core.outage = null;
  if (core.outage) return outageAnswer(core.outage.mode);
  if (fault?.reset === "before") return { answer: { kind: "drop" }, error: "reset" };
  if (fault?.hang) return { answer: { kind: "hang" }, error: "no answer" };
  if (fault && fault.delay !== "after") await pause(fault.delay_ms);
  const struck = fault && faultAnswer(fault);
  if (struck) return struck;
  const outcome = await run(core, incoming, note);
  if (fault?.delay === "after") await pause(fault.delay_ms);
  return fault?.reset === "after" ? { answer: { kind: "drop" }, error: "answer lost" } : outcome;
}

async function run(core: Core, incoming: Incoming, note: MethodCall["note"]): Promise<Outcome> {
  try {
    return success(await runMethod(core, incoming, note));
  } catch (error) {
    if (error instanceof Refusal) return failure(error);
    throw error;
  }
}

/** Runs the method alone: no faults, no ledger. @throws Refusal */
export async function runMethod(
  core: Core,
  incoming: Incoming,
  note: MethodCall["note"],
): Promise<unknown> {
  const name = incoming.method.toLowerCase();
  const method = methods.get(name);
  if (!method) {
    throw isKnownMethod(name) ? notOffered("method not offered") : notFound(texts.methodNotFound);
  }
  const { args, signal, fields, textual } = incoming;
  violate(core, method.name, checkCall(method.name, fields, textual));
  core.limits.take(name, args.text("chat_id"), nowMs(core));
  const result: unknown = await method.run({ core, args, signal, note });
  violate(core, method.name, checkAnswer(result));
  return result;
}

function violate(core: Core, method: string, problems: string[]): void {
  for (const text of problems) {
    core.violations.push({ method, text });
    core.events.emit("violation", { method, text });
  }
}

const json = (status: number, body: unknown): Answer => ({
  kind: "send",
  status,
  body: JSON.stringify(body),
  type: "application/json",
});

const success = (result: unknown): Outcome => ({ answer: json(200, { ok: true, result }) });

export function failure({ code, message, parameters }: Refusal): Outcome & { answer: Answer } {
  const answer = json(code, {
    ok: false,
    error_code: code,
    description: message,
    ...(parameters && { parameters }),
  });
  const retryAfter = parameters?.retry_after;
  const whole = retryAfter === undefined ? {} : { retryAfter: Math.ceil(retryAfter) };
  return { answer: { ...answer, ...whole }, error: message };
}

function faultAnswer(fault: Fault): Outcome | undefined {
  const { body, code = 502 } = fault;
  if (body !== undefined) {
    const type = body.startsWith("<") ? "text/html" : "application/json";
    return { answer: { kind: "send", status: code, body, type }, error: body.slice(0, 80) };
  }
  if (fault.retry_after !== undefined) return failure(tooManyRequests(fault.retry_after));
  return (fault.code && failure(refusal(fault.code, fault.description ?? "fault"))) || undefined;
}

export type OutageMode = "reset" | "gateway" | "restart";

function outageAnswer(mode: OutageMode): Outcome {
  if (mode === "reset") return { answer: { kind: "drop" }, error: "connection reset" };
  if (mode === "restart") return failure(refusal(500, texts.restart));
  const answer: Answer = { kind: "send", status: 502, body: gatewayPage, type: "text/html" };
  return { answer, error: "502 Bad Gateway" };
}

const pause = (ms = 0) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function personNote(core: Core, args: Args, note: MethodCall["note"]): { person?: number } {
  const person = note.person ?? core.state.people.get(Number(args.text("chat_id")))?.id;
  return person === undefined ? {} : { person };
}

/** The parameters as the page shows them; a file is its name and size. */
function shownParams({ fields, args }: Incoming): Fields {
  const files = [...args.files].map(([name, { name: file, bytes }]) => [
    name,
    { file, bytes: bytes.length },
  ]);
  return { ...fields, ...(Object.fromEntries(files) as Fields) };
}

function record(core: Core, call: Call): void {
  core.calls.push(call);
  if (core.calls.length > 2 * callsKept) core.calls = core.calls.slice(-callsKept);
  core.events.emit("call", call);
  stir(core);
}

/** A call made of JSON, as a webhook answer or a body holds it. */
export function incomingFromJson(method: string, fields: Fields, signal: AbortSignal): Incoming {
  const values = Object.entries(fields).flatMap(([name, value]): [string, string][] => {
    const text = asText(value);
    return text === undefined ? [] : [[name, text]];
  });
  return { method, args: createArgs(new Map(values)), fields, textual: false, signal };
}
