import { BotError } from "grammy";
import { readRefusal } from "../bot/telegram-errors.ts";
import { isDatabaseAway } from "../database.ts";

const BACKOFF_MS = [1_000, 5_000, 30_000, 120_000];
const MAX_FAILURES = BACKOFF_MS.length + 1;
/**
 * A death proves little: processes are killed with all that they had in hand, a few dozen chats.
 * Yet an update that kills each process it meets must end. A minute lies between two deaths, so that
 * costs a start a minute for half an hour.
 */
export const MAX_DEATHS = 30;

/** What a failed try means: whether it counts towards giving up, and how long to wait. */
export interface Setback {
  counts: boolean;
  waitMs: number;
}

/**
 * Only a handler's own failure counts. Telegram asking for time and a database that does not
 * answer are nobody's fault: they end by themselves, and then the update must not be used up.
 */
export function setbackOf(thrown: unknown, failuresBefore: number): Setback {
  const error = causeOf(thrown);
  const refusal = readRefusal(error);
  if (refusal?.kind === "flood") return { counts: false, waitMs: refusal.retryAfterMs };
  if (isDatabaseAway(error)) return { counts: false, waitMs: 0 };
  return { counts: true, waitMs: BACKOFF_MS[failuresBefore] ?? 0 };
}

/** How often the handler of a chat's oldest update failed, and processes died over it. */
interface Tries {
  /** Claims since the last commit, with the one in hand. */
  tries: number;
  failed: number;
}

/** Whether the update in hand was tried often enough. */
export const isUsedUp = ({ tries, failed }: Tries): boolean =>
  failed >= MAX_FAILURES || tries - 1 - failed > MAX_DEATHS;

/** grammY wraps what a handler threw. */
function causeOf(thrown: unknown): unknown {
  return thrown instanceof BotError ? thrown.error : thrown;
}
