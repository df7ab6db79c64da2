import { endRole } from "../access/end-role.ts";
import { note } from "../access/note.ts";
import { showOwnCommandsTo } from "../bot/commands.ts";
import type { BotContext } from "../bot/context.ts";
import type { Permit } from "../bot/gate.ts";
import { tell } from "../bot/tell.ts";
import type { Services } from "../services.ts";
import { leadingGrant } from "./leaders.ts";
import { showCommunity } from "./show-community.ts";

interface Which {
  community: string;
  /** Telegram's id of the leader. */
  leader: number;
}

/** Ends the role of a leader, with a note if one was written, and tells them. */
export async function endLeader(
  ctx: BotContext,
  { community: id, leader, note: reason }: Which & { note?: string },
  permit: Permit,
  services: Services,
): Promise<void> {
  const community = await services.communities.byId(id);
  const grant = await leadingGrant(id, leader, services);
  await services.desks.clear(ctx.person);
  if (!community) return;
  if (grant) {
    await note({ ...permit, action: "leader.end" }, await whomOf(leader, services), services);
    await endRole(
      grant,
      { by: permit.telegram, ...(reason !== undefined && { note: reason }) },
      services,
    );
    await tellEnded(leader, community.name, services);
    await showOwnCommandsTo(leader, ctx.api, services);
  }
  await showCommunity(ctx, community, permit, services);
}

/** Lets the role of a leader lapse twelve months from now. */
export async function renewLeader(
  ctx: BotContext,
  { community: id, leader }: Which,
  permit: Permit,
  services: Services,
): Promise<void> {
  const community = await services.communities.byId(id);
  const grant = await leadingGrant(id, leader, services);
  if (!community || !grant) return ctx.replace(ctx.speech.html("community-desk-gone"));
  await note(permit, await whomOf(leader, services), services);
  await services.roles.renew(grant, services.clock.now());
  await showCommunity(ctx, community, permit, services);
}

async function whomOf(leader: number, { artisans }: Services): Promise<string[]> {
  const record = await artisans.byTelegram(leader);
  return record ? [record.id] : [];
}

async function tellEnded(chat: number, name: string, services: Services): Promise<void> {
  const speech = services.texts[(await services.people.languageOf(chat)) ?? "id"];
  await tell(chat, { text: speech.html("leader-ended-told", { name }) }, services);
}
