import type { Community } from "../communities/community.ts";
import type { Leadership } from "../communities/leadership.ts";
import { localDate } from "../dates.ts";
import type { Services } from "../services.ts";
import type { LeaderChoice } from "./official-report.ts";
import { frameNow } from "./paper-frame.ts";
import { TO_FILL } from "./pdf-blocks.ts";

/** Who leads a community now, and whom they follow. */
export interface LeaderChange {
  community: Community;
  /** Of the records that are named. */
  whom: string[];
  chosen: { name: string; since: Date };
  before?: { name: string; note?: string };
}

type ChangeServices = Pick<Services, "artisans" | "communities" | "leaderships">;

/** The latest change of leader; undefined: nobody leads it, or whoever does is gone. */
export async function leaderChangeOf(
  id: string,
  { artisans, communities, leaderships }: ChangeServices,
): Promise<LeaderChange | undefined> {
  const community = await communities.byId(id);
  const all = await leaderships.of(id);
  const now = all.find(({ endedAt }) => !endedAt);
  const chosen = now && (await artisans.byId(now.artisan));
  if (!community || !now || !chosen) return undefined;
  const last = lastEnded(all, now);
  const before = last && (await artisans.byId(last.artisan));
  const { note } = last ?? {};
  return {
    ...{ community, chosen: { name: chosen.name, since: now.since } },
    whom: [chosen.id, ...(before ? [before.id] : [])],
    ...(before && { before: { name: before.name, ...(note !== undefined && { note }) } }),
  };
}

/** Of those who led it before and do not any more the one who ended last. */
function lastEnded(all: readonly Leadership[], now: Leadership): Leadership | undefined {
  const ended = all.filter(({ endedAt, artisan }) => endedAt && artisan !== now.artisan);
  const end = ({ endedAt }: Leadership) => endedAt?.getTime() ?? 0;
  return ended.sort((a, b) => end(b) - end(a))[0];
}

/** The report as a draft: where it was, how many came and who led the talk is filled in by hand. */
export async function leaderReportOf(
  { community, chosen, before }: LeaderChange,
  services: Pick<Services, "clock" | "emblem" | "settings">,
): Promise<LeaderChoice> {
  const since = localDate(chosen.since);
  return {
    ...(await frameNow(services)),
    ...{ kind: "leader", date: since, place: TO_FILL, community: community.name },
    ...{ chosen: chosen.name, since, chair: {} },
    ...(before && { before: before.name }),
    ...(before?.note !== undefined && { note: before.note }),
  };
}
