import { BotError } from "grammy";
import { readRefusal } from "../bot/telegram-errors.ts";
import { isDatabaseAway } from "../database.ts";

const BACKOFF_MS = [1_000, 5_000, 30_000, 120_000];
export const MAX_TRIES = BACKOFF_MS.length + 1;

/** What a failed try means: whether it counts towards giving up, and how long to wait. */
export interface Setback {
  counts: boolean;
  waitMs: number;
}

/**
 * Only a handler's own failure counts. Telegram asking for time and a database that does not
 * answer are nobody's fault: they end by themselves, and then the update must not be used up.
 */
export function setbackOf(thrown: unknown, tries: number): Setback {
  const error = causeOf(thrown);
  const refusal = readRefusal(error);
  if (refusal?.kind === "flood") return { counts: false, waitMs: refusal.retryAfterMs };
  if (isDatabaseAway(error)) return { counts: false, waitMs: 0 };
  return { counts: true, waitMs: BACKOFF_MS[tries - 1] ?? 0 };
}

/** grammY wraps what a handler threw. */
function causeOf(thrown: unknown): unknown {
  return thrown instanceof BotError ? thrown.error : thrown;
}
