import { noteLed } from "../communities/leaders.ts";
import type { Services } from "../services.ts";
import { ownersNow } from "./owners.ts";
import type { Grant } from "./role.ts";

export type Ended = { ok: true } | { ok: false; reason: "lastOwner" };

/** Takes a role away, from this moment on. The last owner stays. Repeatable. */
export async function endRole(
  grant: Grant,
  { by, note }: { by: number; note?: string },
  services: Services,
): Promise<Ended> {
  const { artisans, clock, roles } = services;
  const { telegram, role, scope } = grant;
  if (role === "owner" && !(await othersOwn(telegram, services)))
    return { ok: false, reason: "lastOwner" };
  const at = clock.now();
  await roles.end(grant, at);
  // Two owners may end each other at the same moment: then neither goes.
  if (role === "owner" && !(await ownersNow(services)).length) {
    await roles.restore(grant, at);
    return { ok: false, reason: "lastOwner" };
  }
  const record = scope === undefined ? undefined : await artisans.byTelegram(telegram);
  if (record && scope !== undefined)
    await noteLed({ community: scope, artisan: record.id, at, by, note }, services);
  return { ok: true };
}

async function othersOwn(telegram: number, services: Services): Promise<boolean> {
  if (services.ownerIds.includes(telegram)) return true;
  return (await ownersNow(services)).some((owner) => owner !== telegram);
}
