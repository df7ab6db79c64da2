import { Composer } from "grammy";
import { showOwnCommandsTo } from "../bot/commands.ts";
import type { BotContext } from "../bot/context.ts";
import { allowed, guarded, type Permit } from "../bot/gate.ts";
import { joinHtml } from "../bot/html.ts";
import { pageOf } from "../bot/pages.ts";
import { readPress } from "../bot/callback-data.ts";
import { tell } from "../bot/tell.ts";
import type { Services } from "../services.ts";
import { endRole } from "./end-role.ts";
import { isPending } from "./invitation.ts";
import { note } from "./note.ts";
import { nameOf } from "./person-name.ts";
import { type Grant, isInForce } from "./role.ts";
import {
  endQuestionCard,
  type Holder,
  roleCard,
  roleDoneCard,
  roleListCard,
  waitingLine,
  waitingRows,
  whichRoleCard,
} from "./role-card.ts";

/** /peran: who holds what until when, for owners. Leaders stand with their communities. */
export function roleCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const onRole = (
    action: "role.end" | "role.renew" | "role.list",
    handle: (ctx: BotContext, grant: Grant, permit: Permit) => Promise<void>,
  ) =>
    guarded(
      services,
      { action, find: (ctx) => pressedGrant(ctx, services), thing: () => ({}) },
      handle,
    );

  composer.command(
    ["peran", "roles"],
    allowed(services, "role.list", (ctx, permit) => showRoles(ctx, permit, services)),
  );
  composer.callbackQuery(
    /^role\.list:/,
    allowed(services, "role.list", (ctx, permit) => showRoles(ctx, permit, services)),
  );
  composer.callbackQuery(
    /^role\.show:/,
    onRole("role.list", async (ctx, grant, permit) => {
      await note(permit, await recordsOf([grant.telegram], services), services);
      await ctx.replace(
        roleCard(ctx.speech, await nameOf(grant.telegram, ctx.api, services), grant),
      );
    }),
  );
  composer.callbackQuery(
    /^role\.end:/,
    onRole("role.end", async (ctx, grant) => {
      const name = await nameOf(grant.telegram, ctx.api, services);
      await ctx.replace(endQuestionCard(ctx.speech, name, grant));
    }),
  );
  composer.callbackQuery(
    /^role\.endYes:/,
    onRole("role.end", (ctx, grant, permit) => end(ctx, grant, permit, services)),
  );
  composer.callbackQuery(
    /^role\.renew:/,
    onRole("role.renew", async (ctx, grant, permit) => {
      await note(permit, await recordsOf([grant.telegram], services), services);
      await services.roles.renew(grant, services.clock.now());
      const renewed = (await pressedGrant(ctx, services)) ?? grant;
      const name = await nameOf(grant.telegram, ctx.api, services);
      await ctx.replace(roleCard(ctx.speech, name, renewed));
    }),
  );
  composer.callbackQuery(
    "invite.ask",
    allowed(services, "role.invite", (ctx) => ctx.replace(whichRoleCard(ctx.speech))),
  );
  composer.callbackQuery(
    "invite.list",
    allowed(services, "role.list", (ctx) => showWaiting(ctx, services)),
  );
  return composer;
}

/** The role that a button names, while it is in force. */
async function pressedGrant(
  ctx: BotContext,
  { clock, roles }: Services,
): Promise<Grant | undefined> {
  const [telegram, role] = readPress(ctx.callbackQuery?.data ?? "").args;
  if (role === "leader" || !/^\d{1,16}$/.test(telegram ?? "")) return undefined;
  const now = clock.now();
  const grants = await roles.of(Number(telegram));
  return grants.find((grant) => grant.role === role && isInForce(grant, now));
}

async function recordsOf(accounts: readonly number[], { artisans }: Services): Promise<string[]> {
  const found = await Promise.all(accounts.map((one) => artisans.byTelegram(one)));
  return found.flatMap((record) => (record ? [record.id] : []));
}

async function showRoles(ctx: BotContext, permit: Permit, services: Services): Promise<void> {
  const { clock, invitations, ownerIds, roles } = services;
  const now = clock.now();
  const grants = (await roles.inForce(now)).filter(({ role }) => role !== "leader");
  const all = [
    ...ownerIds.map((telegram) => ({ telegram, grant: undefined })),
    ...grants.map((grant) => ({ telegram: grant.telegram, grant })),
  ];
  const page = pageOf(all, readPress(ctx.callbackQuery?.data ?? "").args[0]);
  await note(
    permit,
    await recordsOf(
      page.items.map(({ telegram }) => telegram),
      services,
    ),
    services,
  );
  const holders: Holder[] = [];
  for (const { telegram, grant } of page.items) {
    const name = await nameOf(telegram, ctx.api, services);
    holders.push(grant ? { telegram, name, grant } : { telegram, name });
  }
  const waiting = (await invitations.waiting(now)).filter(
    (one) => one.role !== "leader" && isPending(one, now),
  );
  await ctx.replace(roleListCard(ctx.speech, { ...page, items: holders }, waiting.length));
}

async function showWaiting(ctx: BotContext, { clock, invitations }: Services): Promise<void> {
  const now = clock.now();
  const all = (await invitations.waiting(now)).filter(
    (one) => one.role !== "leader" && isPending(one, now),
  );
  const { speech } = ctx;
  const done = roleDoneCard(speech, speech.html("invite-waiting-none"));
  if (!all.length) return ctx.replace(done);
  const { items } = pageOf(all, 0);
  const lines = items.map((one, at) =>
    joinHtml([speech.html("list-number", { number: at + 1 }), waitingLine(speech, one)], " "),
  );
  await ctx.replace({
    text: joinHtml([speech.html("invite-waiting"), ...lines]),
    buttons: [...waitingRows(speech, items, ctx.person), ...(done.buttons ?? [])],
  });
}

async function end(
  ctx: BotContext,
  grant: Grant,
  permit: Permit,
  services: Services,
): Promise<void> {
  const { telegram, role } = grant;
  await note(permit, await recordsOf([telegram], services), services);
  const ended = await endRole(grant, { by: permit.telegram }, services);
  const { speech } = ctx;
  if (!ended.ok) return ctx.replace(roleDoneCard(speech, speech.html("role-last-owner")));
  const name = await nameOf(telegram, ctx.api, services);
  const text = speech.html("role-ended", { name, role: speech.plain(`role-${role}`) });
  await ctx.replace(roleDoneCard(speech, text));
  if (telegram === ctx.person) return showOwnCommandsTo(telegram, ctx.api, services);
  await tellEnded(telegram, grant, services);
  await showOwnCommandsTo(telegram, ctx.api, services);
}

async function tellEnded(telegram: number, { role }: Grant, services: Services): Promise<void> {
  const speech = services.texts[(await services.people.languageOf(telegram)) ?? "id"];
  const text = speech.html("role-ended-told", { role: speech.plain(`role-${role}`) });
  await tell(telegram, { text }, services);
}
