import { tell, type TellServices } from "../bot/tell.ts";
import { localDate, showShortDate } from "../dates.ts";
import { nextOpen } from "../notices/quiet-hours.ts";
import { daysAfter } from "../privacy/retention.ts";
import type { Services } from "../services.ts";
import { ownersNow } from "./owners.ts";
import type { Grant } from "./role.ts";

export type WarnServices = TellServices &
  Pick<Services, "calendar" | "communities" | "ownerIds" | "people" | "roles" | "texts">;

const WARNED_DAYS = 30;

/**
 * Tells who holds a role, and those who can renew it, 30 days before it lapses: once, in open
 * hours. Renewed, it is told of again before the next end.
 */
export async function warnLapsing(services: WarnServices, signal?: AbortSignal): Promise<void> {
  const { calendar, clock, roles } = services;
  const now = clock.now();
  if (!nextOpen(now, new Date(now.getTime() + 1), "reminder", calendar)) return;
  for (const grant of await roles.lapsing(now, daysAfter(now, WARNED_DAYS))) {
    if (signal?.aborted) return;
    if (await roles.takeWarning(grant)) await warn(grant, services);
  }
}

/** Nobody is named: who can renew it sees the names in /peran or /komunitas. */
async function warn(grant: Grant, services: WarnServices): Promise<void> {
  const { clock, communities, roles } = services;
  const { telegram, scope } = grant;
  const community = scope === undefined ? undefined : await communities.byId(scope);
  const renewers = scope
    ? await roles.holders("coordinator", clock.now())
    : await ownersNow(services);
  const keys = community
    ? (["leader-lapses", "leader-lapses-renew"] as const)
    : (["role-lapses", "role-lapses-renew"] as const);
  await say(telegram, keys[0], grant, community?.name, services);
  for (const chat of renewers.filter((one) => one !== telegram))
    await say(chat, keys[1], grant, community?.name, services);
}

async function say(
  chat: number,
  key: string,
  { role, until }: Grant,
  community = "",
  services: WarnServices,
): Promise<void> {
  const speech = services.texts[(await services.people.languageOf(chat)) ?? "id"];
  const date = showShortDate(localDate(until), speech.language);
  const values = { role: speech.plain(`role-${role}`), date, community };
  await tell(chat, { text: speech.html(key, values) }, services);
}
