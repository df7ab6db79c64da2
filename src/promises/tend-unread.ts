import type { Services } from "../services.ts";
import { firstAffected, patienceMs } from "./plan.ts";
import { changeId } from "./plan-entry.ts";

export type UnreadServices = Pick<Services, "carriedDeliveries" | "clock" | "plans">;

/** A change that lies unread for too long is handed to a carrier, person by person. Repeatable. */
export async function tendUnread({ carriedDeliveries, clock, plans }: UnreadServices) {
  const now = clock.now();
  for (const { training, version, before, after } of await plans.live(now)) {
    const patience = patienceMs(firstAffected(before, after, now), now);
    const sentBefore = new Date(now.getTime() - patience);
    await carriedDeliveries.handOver(changeId(training, version), sentBefore, now);
  }
}
