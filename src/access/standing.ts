import type { Artisan } from "../artisans/artisan.ts";
import type { Services } from "../services.ts";
import { type Grant, type HeldRole, isInForce } from "./role.ts";

/** Who somebody is at this moment: their own record, and the roles they hold. */
export interface Standing {
  telegram: number;
  record: Artisan | undefined;
  held: HeldRole[];
}

export type StandingServices = Pick<Services, "artisans" | "clock" | "ownerIds" | "roles">;

/** Reads who somebody is, now: nothing of it may be kept for the next time. */
export async function standingOf(
  telegram: number,
  { artisans, clock, ownerIds, roles }: StandingServices,
): Promise<Standing> {
  const now = clock.now();
  const [record, grants] = await Promise.all([artisans.byTelegram(telegram), roles.of(telegram)]);
  const given = grants
    .filter((grant) => isInForce(grant, now) && leadsOwnCommunity(grant, record))
    .map(({ role, scope }): HeldRole => ({ role, ...(scope !== undefined && { scope }) }));
  const isOwner = ownerIds.includes(telegram) && !given.some(({ role }) => role === "owner");
  return {
    telegram,
    record,
    held: [
      ...(record ? [{ role: "artisan" } as const] : []),
      ...given,
      ...(isOwner ? [{ role: "owner" } as const] : []),
    ],
  };
}

/** Who leaves a community leads it no more, whatever was given to them. */
function leadsOwnCommunity({ role, scope }: Grant, record: Artisan | undefined): boolean {
  return role !== "leader" || (scope !== undefined && record?.community === scope);
}
