import { ANSWER } from "../notices/messenger.ts";
import type { Services } from "../services.ts";
import type { Card } from "./card.ts";

export type TellServices = Pick<Services, "clock" | "gate" | "log" | "messenger">;

/** Nobody waits for it, but it is news. */
const AS_SOON_AS_MAY_BE = { silent: false, plain: false, lane: ANSWER };

/**
 * One message to somebody who did not just write to us. What has to be done is done whether it
 * arrives or not. False: it surely did not.
 */
export async function tell(
  chat: number,
  card: Card,
  { clock, gate, log, messenger }: TellServices,
): Promise<boolean> {
  if (await gate.isClosed(clock.now())) return false;
  const answer = await messenger.send(chat, card, AS_SOON_AS_MAY_BE);
  if (answer.ok) return true;
  const { refusal } = answer;
  log.warn("word not told", { reason: refusal.kind });
  if (refusal.kind === "flood" && !refusal.chatOnly)
    await gate.close(new Date(clock.now().getTime() + refusal.retryAfterMs));
  return refusal.kind === "doubtful";
}
