import type { Services } from "../services.ts";
import type { Card } from "./card.ts";

export type TellServices = Pick<Services, "clock" | "gate" | "log" | "messenger">;

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
  const answer = await messenger.send(chat, card, { silent: false, plain: false });
  if (answer.ok) return true;
  const { refusal } = answer;
  log.warn("word not told", { reason: refusal.kind });
  if (refusal.kind === "flood")
    await gate.close(new Date(clock.now().getTime() + refusal.retryAfterMs));
  return refusal.kind === "doubtful";
}
