import { GrammyError, HttpError } from "grammy";

/**
 * What a failed call to Telegram means. It carries no token, name or text, so it may be logged
 * and stored; the errors themselves may not.
 */
export type Refusal =
  /** Refused before a byte left: it was surely not done. */
  | { kind: "notSent" }
  /** The answer was lost, late or broken: it may have been done. */
  | { kind: "doubtful" }
  /** chatOnly: only that chat must wait, and nobody else. */
  | { kind: "flood"; retryAfterMs: number; chatOnly?: true }
  | { kind: "unauthorised" }
  | { kind: "migrated"; chat: number }
  | { kind: Named }
  | { kind: "refused"; code: number };

/** Refusals that Telegram tells apart by their words only. */
type Named =
  | "blocked"
  | "deactivated"
  /** The person never pressed Start, or the chat is unknown. */
  | "neverStarted"
  /** The bot is not, or no longer, in that group. */
  | "notMember"
  | "badMarkup"
  | "badFile"
  | "notModified"
  /** A tap that can no longer be answered. */
  | "tooOld"
  /** A message to edit or delete that is not there. */
  | "gone";

/** Node's names for a connection that never came about; everything else leaves a doubt. */
const NEVER_LEFT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT|EPROTO|ERR_TLS_.*|CERT_.*|UNABLE_TO_.*|(DEPTH_ZERO_)?SELF_SIGNED_CERT.*)$/;

/** Descriptions as the Bot API server words them (tdlib/telegram-bot-api, Client.cpp). */
const DESCRIPTIONS: [RegExp, Named][] = [
  [/bot was blocked by the user/i, "blocked"],
  [/user is deactivated/i, "deactivated"],
  [/can't initiate conversation|chat not found/i, "neverStarted"],
  [/bot was kicked|not a member/i, "notMember"],
  [/can't parse entities/i, "badMarkup"],
  [/wrong file identifier|wrong remote file/i, "badFile"],
  [/message is not modified/i, "notModified"],
  [/query is too old/i, "tooOld"],
  [/message to (edit|delete|be replied) not found|message can't be (edited|deleted)/i, "gone"],
];

/** How the paced queue ends its own refusals that mean one chat; Telegram does not tell. */
export const CHAT_ONLY = ", this chat only";

/** The meaning of an error of a call; undefined when it did not come from Telegram or the way there. */
export function readRefusal(error: unknown): Refusal | undefined {
  if (error instanceof GrammyError) return readAnswer(error);
  if (error instanceof HttpError) return { kind: neverLeft(error.error) ? "notSent" : "doubtful" };
  return undefined;
}

function readAnswer({ error_code: code, description, parameters }: GrammyError): Refusal {
  if (code >= 500) return { kind: "doubtful" };
  if (code === 401) return { kind: "unauthorised" };
  if (code === 429) {
    const retryAfterMs = (parameters.retry_after ?? 1) * 1_000;
    const chatOnly = description.endsWith(CHAT_ONLY);
    return { kind: "flood", retryAfterMs, ...(chatOnly && { chatOnly }) };
  }
  if (parameters.migrate_to_chat_id !== undefined)
    return { kind: "migrated", chat: parameters.migrate_to_chat_id };
  const named = DESCRIPTIONS.find(([words]) => words.test(description));
  return named ? { kind: named[1] } : { kind: "refused", code };
}

/** Whether a call failed before a byte of it left. */
export function neverLeft(error: unknown): boolean {
  const { syscall } = (error ?? {}) as { syscall?: unknown };
  return syscall === "connect" || NEVER_LEFT.test(networkCode(error));
}

/** The system's code, where node-fetch (`error.code`) or undici (`error.cause.code`) put it. */
function networkCode(error: unknown): string {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: { code?: unknown } };
  const found = code ?? cause?.code;
  return typeof found === "string" ? found : "";
}

/**
 * Waits for a call and lets refusals of these kinds pass, such as "tooOld" for a tap that was
 * answered late. Any other error is thrown on.
 */
export async function letPass<T>(
  call: Promise<T>,
  ...kinds: Refusal["kind"][]
): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    const refusal = readRefusal(error);
    if (refusal && kinds.includes(refusal.kind)) return undefined;
    throw error;
  }
}
