import { type Grant, isInForce } from "../access/role.ts";
import type { Artisan } from "../artisans/artisan.ts";
import { tell } from "../bot/tell.ts";
import type { Services } from "../services.ts";

export interface Leader {
  grant: Grant;
  record: Artisan;
}

/** Who leads a community now: whoever holds the role and is still a member. */
export async function leadersOf(
  community: string,
  { artisans, clock, roles }: Pick<Services, "artisans" | "clock" | "roles">,
): Promise<Leader[]> {
  const grants = await roles.leading([community], clock.now());
  const found = await Promise.all(
    grants.map(async (grant) => ({ grant, record: await artisans.byTelegram(grant.telegram) })),
  );
  return found.flatMap(({ grant, record }) =>
    record?.community === community ? [{ grant, record }] : [],
  );
}

/** The ids of those communities that nobody leads: an alarm to coordinators. */
export async function leaderless(
  communities: readonly string[],
  { clock, memberships, roles }: Pick<Services, "clock" | "memberships" | "roles">,
): Promise<Set<string>> {
  const grants = await roles.leading(communities, clock.now());
  const memberOf = await memberships.communitiesOf(grants.map(({ telegram }) => telegram));
  const led = grants.flatMap(({ telegram, scope }) =>
    scope !== undefined && memberOf.get(telegram) === scope ? [scope] : [],
  );
  return new Set(communities.filter((id) => !led.includes(id)));
}

/** The role that somebody has as the leader of this community. */
export async function leadingGrant(
  community: string,
  telegram: number,
  { clock, roles }: Pick<Services, "clock" | "roles">,
): Promise<Grant | undefined> {
  const now = clock.now();
  return (await roles.of(telegram)).find(
    (grant) => grant.role === "leader" && grant.scope === community && isInForce(grant, now),
  );
}

interface Change {
  community: string;
  artisan: string;
}

/** Keeps that somebody leads the community from then on. Repeatable. */
export async function noteLeading(
  { community, artisan, since, by }: Change & { since: Date; by: number },
  { communities, leaderships }: Pick<Services, "communities" | "leaderships">,
): Promise<void> {
  await leaderships.begin({ community, artisan, since, by });
  await communities.addLeader(community, artisan);
}

/** Keeps that somebody led it, and calls the coordinators where nobody leads it now. */
export async function noteLed(
  { community, artisan, at, by, note }: Change & { at: Date; by: number; note: string | undefined },
  services: Services,
): Promise<void> {
  await services.leaderships.end({ community, artisan }, { at, by, note });
  await services.communities.removeLeader(community, artisan);
  if ((await leadersOf(community, services)).length === 0)
    await tellLeaderless(community, by, services);
}

/** Who ended it sees the card of the community anyway. */
async function tellLeaderless(id: string, but: number, services: Services): Promise<void> {
  const { clock, communities, people, roles, texts } = services;
  const community = await communities.byId(id);
  if (community?.state !== "active") return;
  for (const chat of await roles.holders("coordinator", clock.now())) {
    if (chat === but) continue;
    const speech = texts[(await people.languageOf(chat)) ?? "id"];
    const text = speech.html("community-leaderless", { name: community.name });
    await tell(chat, { text }, services);
  }
}
