import type { Card } from "../bot/card.ts";
import type { Services } from "../services.ts";

export type WordServices = Pick<Services, "clock" | "gate" | "log" | "messenger">;

/**
 * One message to a person that no update of theirs asked for. It may fail: what has to be done is
 * done all the same. False when it surely did not arrive.
 */
export async function sayTo(
  chat: number,
  card: Card,
  { clock, gate, log, messenger }: WordServices,
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
