import { isPending } from "../access/invitation.ts";
import { note } from "../access/note.ts";
import { type Standing, standingOf } from "../access/standing.ts";
import type { BotContext } from "../bot/context.ts";
import { type Action, type Permit, permitOf } from "../bot/gate.ts";
import { pageOf } from "../bot/pages.ts";
import { localDate, showShortDate } from "../dates.ts";
import type { Services } from "../services.ts";
import type { Community } from "./community.ts";
import { communityCard, communityListCard, type May } from "./community-card.ts";
import { leaderless, leadersOf } from "./leaders.ts";

/** How many leaders of earlier days stand on the card. */
const BEFORE = 3;

const may = (standing: Standing, action: Action, community?: string): boolean =>
  permitOf(standing, action, community === undefined ? undefined : { community }, "private") !==
  undefined;

/** The communities this person may see: a leader with one sees its card at once. */
export async function showCommunities(
  ctx: BotContext,
  wanted: string | undefined,
  services: Services,
): Promise<void> {
  const standing = await standingOf(ctx.person, services);
  const all = await services.communities.all();
  const seen = all.filter(({ id }) => may(standing, "community.show", id));
  const mayCreate = may(standing, "community.change");
  const [only] = seen;
  if (only && seen.length === 1 && !mayCreate)
    return showCommunity(ctx, only, permitTo(standing), services);
  const active = seen.filter(({ state }) => state !== "closed").map(({ id }) => id);
  const alone = await leaderless(active, services);
  const rank = ({ id, state }: Community) => (alone.has(id) ? 0 : state === "closed" ? 2 : 1);
  const sorted = [...seen].sort((a, b) => rank(a) - rank(b));
  const page = pageOf(sorted, wanted);
  await ctx.replace(communityListCard(ctx.speech, page, { alone, mayCreate }));
}

/** Reached through the list, for one who may see just this one. */
const permitTo = ({ telegram }: Standing): Permit => ({
  telegram,
  action: "community.show",
  as: "leader",
});

/** One community, after the line of the audit: its leaders' names are people's data. */
export async function showCommunity(
  ctx: BotContext,
  community: Community,
  permit: Permit,
  services: Services,
): Promise<void> {
  const { clock, invitations, memberships, places } = services;
  const { id } = community;
  const standing = await standingOf(ctx.person, services);
  const leaders = await leadersOf(id, services);
  const can: May = {
    change: may(standing, "community.change", id),
    share: may(standing, "community.share", id),
    invite: may(standing, "leader.invite", id),
  };
  const before = can.change ? await linesBefore(ctx, community, services) : { whom: [], lines: [] };
  const whom = [...leaders.map(({ record }) => record.id), ...before.whom];
  const others = [...new Set(whom)].filter((one) => one !== standing.record?.id);
  await note({ ...permit, action: "community.show" }, others, services);
  const now = clock.now();
  const waiting = (await invitations.waiting(now)).filter(
    (one) => one.role === "leader" && one.scope === id && isPending(one, now),
  );
  const members = await memberships.count(id);
  const view = { community, leaders, members, before: before.lines, waiting };
  const env = { may: can, places, viewer: ctx.person };
  await ctx.replace(communityCard(ctx.speech, view, env));
}

/** Who led it before, from when until when, and why it changed. */
async function linesBefore(ctx: BotContext, { id }: Community, services: Services) {
  const { speech } = ctx;
  const day = (date: Date) => showShortDate(localDate(date), speech.language);
  const ended = (await services.leaderships.of(id))
    .filter(({ endedAt }) => endedAt)
    .slice(0, BEFORE);
  const found = await Promise.all(
    ended.map(async ({ artisan, since, endedAt, note = "" }) => {
      const record = await services.artisans.byId(artisan);
      const values = { since: day(since), until: day(endedAt ?? since), note };
      return record
        ? [
            {
              id: record.id,
              line: speech.html(note ? "community-before-note" : "community-before", {
                ...values,
                name: record.name,
              }),
            },
          ]
        : [];
    }),
  );
  return { whom: found.flat().map((one) => one.id), lines: found.flat().map(({ line }) => line) };
}
