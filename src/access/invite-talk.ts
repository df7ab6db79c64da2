import { showOwnCommandsTo } from "../bot/commands.ts";
import type { BotContext } from "../bot/context.ts";
import { deepLink } from "../bot/deep-link.ts";
import type { Permit } from "../bot/gate.ts";
import { showPicture } from "../bot/picture.ts";
import { tell } from "../bot/tell.ts";
import { localDate, showMoment, showShortDate } from "../dates.ts";
import { fileName } from "../papers/file-name.ts";
import { qrPicture } from "../papers/qr.ts";
import type { Services } from "../services.ts";
import { confirmInvitation } from "./confirm.ts";
import { INVITATION_MS, type Invitation, isPending } from "./invitation.ts";
import { makeInvitation, type Opened } from "./invite.ts";
import { note } from "./note.ts";
import { nameOf, type Profile, profileName, profileOf } from "./person-name.ts";
import type { GivenRole } from "./role.ts";
import { invitedCard, whoOpenedCard } from "./role-card.ts";

/** A link that opens the bot with these words. */
export const linkOf = ({ me }: BotContext, payload: string): string =>
  deepLink(me.username, payload);

/** Makes an invitation and shows it: a message for its maker, and one to be passed on, with a QR. */
export async function invite(
  ctx: BotContext,
  { role, scope, phone }: { role: GivenRole; scope?: string; phone?: string },
  permit: Permit,
  services: Services,
): Promise<void> {
  const { speech } = ctx;
  await note(permit, [], services);
  const asked = { role, ...(scope !== undefined && { scope }) };
  const made = await makeInvitation(
    {
      ...asked,
      ...(phone !== undefined && { phone }),
      maker: permit.telegram,
      update: ctx.update.update_id,
    },
    services,
  );
  if (!made.ok) return ctx.replace(speech.html("invite-tooMany"));
  await ctx.replace(invitedCard(speech, role, made.id));
  const link = linkOf(ctx, made.payload);
  const expiresAt = new Date(services.clock.now().getTime() + INVITATION_MS);
  const community =
    scope === undefined ? "" : ((await services.communities.byId(scope))?.name ?? "");
  const values = {
    link,
    role: speech.plain(`role-${role}`),
    until: showMoment(expiresAt, speech.language),
    community,
  };
  const caption = speech.html(community ? "invite-link-leader" : "invite-link", values);
  const date = localDate(services.clock.now());
  const name = fileName({ paper: "invitationQr", about: community, date, ending: "png" });
  await showPicture(ctx, { bytes: await qrPicture(link), name, caption });
}

/** Answers who opened a link, and asks its maker who that was. After too many tries: nothing. */
export async function answerOpened(
  ctx: BotContext,
  opened: Opened,
  services: Services,
): Promise<void> {
  const { speech } = ctx;
  if (!opened.ok) {
    if (opened.reason !== "tooMany") await ctx.show(speech.html(`invite-${opened.reason}`));
    return;
  }
  const { invitation } = opened;
  if (!opened.again || !invitation.toldAt) await askMaker(invitation, ctx.from ?? {}, services);
  await ctx.show(speech.html("invite-wait", { role: speech.plain(`role-${invitation.role}`) }));
}

async function askMaker(
  invitation: Invitation,
  profile: Profile,
  services: Services,
): Promise<void> {
  const { clock, invitations, people, texts } = services;
  const { maker } = invitation;
  const speech = texts[(await people.languageOf(maker)) ?? "id"];
  const who = await whoOpened(invitation, profile, services);
  await tell(maker, whoOpenedCard(speech, invitation, who), services);
  await invitations.markTold(invitation.id, clock.now());
}

/** As the record calls them, and beside it as Telegram does: a name can be borrowed. */
async function whoOpened(
  { usedBy = 0, scope }: Invitation,
  profile: Profile,
  { artisans, communities }: Services,
) {
  const record = await artisans.byTelegram(usedBy);
  const name = record?.name ?? profileName(profile, usedBy);
  const username = profile.username ? `@${profile.username}` : profileName(profile, usedBy);
  const community = scope === undefined ? "" : ((await communities.byId(scope))?.name ?? "");
  return { name, username, community };
}

/** Shows the maker once more who opened it. */
export async function showWhoOpened(
  ctx: BotContext,
  invitation: Invitation,
  services: Services,
): Promise<void> {
  const { usedBy } = invitation;
  if (usedBy === undefined || !isPending(invitation, services.clock.now()))
    return ctx.replace(ctx.speech.html("invite-late"));
  const profile = await profileOf(usedBy, ctx.api);
  const who = await whoOpened(invitation, profile, services);
  await ctx.replace(whoOpenedCard(ctx.speech, invitation, who));
}

/** The maker says that it was the right person: only now the role begins. */
export async function confirm(
  ctx: BotContext,
  invitation: Invitation,
  permit: Permit,
  services: Services,
): Promise<void> {
  const { speech } = ctx;
  await note(permit, await whomOf(invitation, services), services);
  const confirmed = await confirmInvitation(invitation, permit.telegram, services);
  if (!confirmed.ok) return ctx.replace(speech.html(`invite-${confirmed.reason}`));
  const { telegram, until } = confirmed;
  const name = await nameOf(telegram, ctx.api, services);
  await ctx.replace(speech.html("invite-confirmed", valuesOf(invitation, until, speech, name)));
  const their = services.texts[(await services.people.languageOf(telegram)) ?? "id"];
  const text = their.html("invite-begun", valuesOf(invitation, until, their, name));
  await tell(telegram, { text }, services);
  await showOwnCommandsTo(telegram, ctx.api, services);
}

const valuesOf = (
  { role }: Invitation,
  until: Date,
  speech: BotContext["speech"],
  name: string,
) => ({
  name,
  role: speech.plain(`role-${role}`),
  until: showShortDate(localDate(until), speech.language),
});

async function whomOf({ usedBy = 0 }: Invitation, { artisans }: Services): Promise<string[]> {
  const record = await artisans.byTelegram(usedBy);
  return record ? [record.id] : [];
}

/** It was somebody else, or it is no longer wanted. */
export async function drop(
  ctx: BotContext,
  invitation: Invitation,
  { permit, state }: { permit: Permit; state: "refused" | "revoked" },
  services: Services,
): Promise<void> {
  const { id, usedBy } = invitation;
  await note(permit, await whomOf(invitation, services), services);
  const ended = await services.invitations.end(id, state);
  await ctx.replace(ctx.speech.html(ended ? `invite-${state}` : "invite-late"));
  if (!ended || usedBy === undefined) return;
  const speech = services.texts[(await services.people.languageOf(usedBy)) ?? "id"];
  await tell(usedBy, { text: speech.html("invite-not-given") }, services);
}
