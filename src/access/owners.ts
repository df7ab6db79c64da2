import type { Services } from "../services.ts";

/** Everybody who is an owner now, by the configuration or by a role. */
export async function ownersNow({
  clock,
  ownerIds,
  roles,
}: Pick<Services, "clock" | "ownerIds" | "roles">): Promise<number[]> {
  return [...new Set([...ownerIds, ...(await roles.holders("owner", clock.now()))])];
}
