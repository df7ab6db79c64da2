import { pino } from "pino";
import type { Count } from "./counts.ts";

/** Named facts of an event. Never a name, phone, token, message text or error object. */
export type Facts = Record<string, string | number | boolean | undefined>;

export interface Log {
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  /** For what somebody has to look at. */
  alarm(event: string, facts?: Facts): void;
}

const MASKS: [RegExp, string][] = [
  // No word boundary before it: in an address it stands right after "/bot".
  [/\d{6,12}:[A-Za-z0-9_-]{8,}/g, "<token>"],
  [/\b(?:\d[ .-]?){16}\b/g, "<16 digits>"],
  [/(?<!\d)(?:\+?62|0)[ .-]?8(?:[ .-]?\d){7,11}\b/g, "<phone>"],
];

/** The last filter before a line leaves: token, phone and identity-number shapes in any string. */
export function mask(value: string): string {
  return MASKS.reduce((text, [shape, name]) => text.replace(shape, name), value);
}

/** One JSON line an event on standard output, time in UTC. */
export function createLog(level: string, destination?: { write(line: string): void }): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const out = destination ? pino(options, destination) : pino(options);
  const masked = (facts: Facts = {}) =>
    Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [
        name,
        typeof value === "string" ? mask(value) : value,
      ]),
    );
  return {
    info: (event, facts) => out.info(masked(facts), event),
    warn: (event, facts) => out.warn(masked(facts), event),
    alarm: (event, facts) => out.error({ ...masked(facts), alarm: true }, event),
  };
}

/** The same log, each alarm of which is counted. */
export function countingAlarms(log: Log, count: Count): Log {
  return {
    ...log,
    alarm(event, facts) {
      count("alarms", event);
      log.alarm(event, facts);
    },
  };
}

/** Errors whose message never holds what a person wrote; others quote values. */
const SPEAKING = new Set(["Error", "TypeError", "RangeError", "GrammyError", "HttpError"]);

/** What may be said of an unexpected error. An error object itself is never logged. */
export function errorFacts(thrown: unknown): Facts {
  const error = thrown instanceof Error && thrown.name === "BotError" ? innerError(thrown) : thrown;
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: string | number };
  // The stack begins with the message, whose lines may look like places.
  const frames = error.stack?.split("\n").slice(error.message.split("\n").length);
  const at = frames?.find((line) => line.trim().startsWith("at "));
  return {
    error: error.name,
    ...(code !== undefined && { code: String(code) }),
    ...(SPEAKING.has(error.name) && { message: error.message.split("\n")[0] }),
    ...(at && {
      at: at.trim().replace(/\(?(?:file:\/\/)?\/\S*\/(?=(src|scenes|node_modules)\/)/, "("),
    }),
  };
}

/** grammY wraps what a handler threw; the wrapper also holds the update and the token. */
function innerError(wrapped: Error): unknown {
  return "error" in wrapped ? wrapped.error : wrapped;
}
