import type { Services } from "../services.ts";

const PAGE = 50;

/** Deletes numbers whose time in a chat is over; also by night, since it makes no sound. */
export async function hideNumbers(
  { clock, log, messenger, shownNumbers }: HideServices,
  signal?: AbortSignal,
): Promise<void> {
  for (const { _id, chat, message } of await shownNumbers.due(clock.now(), PAGE)) {
    if (signal?.aborted) return;
    const refusal = await messenger.remove(chat, message);
    if (refusal && MAY_PASS.has(refusal.kind)) log.warn("number not hidden", refusal);
    else await shownNumbers.drop(_id);
  }
}

/** It is tried again: nothing was done, or nobody knows. */
const MAY_PASS = new Set(["notSent", "doubtful", "flood", "unauthorised"]);

export type HideServices = Pick<Services, "clock" | "log" | "messenger" | "shownNumbers">;
