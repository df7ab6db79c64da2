import type { Delivery, DeliveryChange, Reason } from "./delivery.ts";
import type { Answer } from "./messenger.ts";

/** Why nobody need write to an artisan until they press Start or write again. */
export type Unreachable = "blocked" | "deactivated" | "neverStarted";

/** What an answer of Telegram does to the delivery, to its artisan and to everybody's sending. */
export interface Outcome {
  change: DeliveryChange;
  unreachable?: Unreachable;
  /** No call to Telegram before this moment, from any process. */
  gateUntil?: Date;
  /** Somebody has to look. */
  alarm?: string;
}

const DOUBT_WAIT_MS = 30_000;
const NETWORK_WAIT_MS = 5_000;
const LONGEST_NETWORK_WAIT_MS = 300_000;
/** With a wrong token nothing works until somebody has put it right. */
const UNAUTHORISED_WAIT_MS = 300_000;

/**
 * The table of answers. What surely was not sent is ready again; what may have been sent is sent
 * once more and then never again; what Telegram refuses for good is final.
 */
export function outcomeOf(
  answer: Answer,
  delivery: Pick<Delivery, "tries" | "doubts" | "plain">,
  now: Date,
): Outcome {
  if (answer.ok) return { change: { state: "sent", messageId: answer.messageId, sentAt: now } };
  const { refusal } = answer;
  const after = (ms: number) => new Date(now.getTime() + ms);
  switch (refusal.kind) {
    case "notSent":
      return { change: ready("network", after(networkWaitMs(delivery.tries))) };
    case "doubtful":
      return { change: doubted(delivery.doubts, after(DOUBT_WAIT_MS)) };
    case "flood": {
      const gateUntil = after(refusal.retryAfterMs);
      const change = ready("floodWait", gateUntil);
      return refusal.chatOnly ? { change } : { change, gateUntil };
    }
    case "unauthorised": {
      const gateUntil = after(UNAUTHORISED_WAIT_MS);
      return { change: ready("unauthorised", gateUntil), gateUntil, alarm: "token refused" };
    }
    case "blocked":
    case "deactivated":
      return { change: { state: "blocked", reason: refusal.kind }, unreachable: refusal.kind };
    case "neverStarted":
      return { change: { state: "failed", reason: "neverStarted" }, unreachable: "neverStarted" };
    case "badMarkup":
      return {
        change: delivery.plain
          ? { state: "failed", reason: "badMarkup" }
          : { ...ready("badMarkup", now), plain: true },
        alarm: "formatting refused",
      };
    // Of an edit: it looks so already, or the person deleted the message.
    case "notModified":
      return { change: { state: "sent", sentAt: now } };
    case "gone":
      return { change: { state: "failed", reason: "gone" } };
    // Of groups and files that no delivery should have: a bug of ours if they come.
    case "notMember":
    case "migrated":
    case "badFile":
    case "tooOld":
    case "refused":
      return { change: { state: "failed", reason: "refused" }, alarm: "message refused" };
  }
}

function ready(reason: Reason, nextAt: Date): DeliveryChange {
  return { state: "ready", reason, nextAt };
}

function doubted(doubts: number, nextAt: Date): DeliveryChange {
  if (doubts > 0) return { state: "unknown", reason: "doubt" };
  return { ...ready("doubt", nextAt), doubts: 1 };
}

/** 5 s, doubling with each try, at most 5 min. */
function networkWaitMs(tries: number): number {
  return Math.min(NETWORK_WAIT_MS * 2 ** (tries - 1), LONGEST_NETWORK_WAIT_MS);
}
