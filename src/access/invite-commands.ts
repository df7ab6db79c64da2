import { Composer } from "grammy";
import { readPress } from "../bot/callback-data.ts";
import { showOwnCommandsTo } from "../bot/commands.ts";
import type { BotContext } from "../bot/context.ts";
import { type Action, allowed, guarded, type Permit } from "../bot/gate.ts";
import { readCode } from "../codes.ts";
import type { Services } from "../services.ts";
import { beginOwner } from "./first-owner.ts";
import { FIRST_OWNER_LENGTH, type Invitation } from "./invitation.ts";
import { openInvitation } from "./invite.ts";
import { answerOpened, confirm, drop, invite, showWhoOpened } from "./invite-talk.ts";
import { GIVEN_ROLES } from "./role.ts";
import { pressOf } from "./role-card.ts";

const LINK = /^\/start(?:@\w+)? i_(.*)$/s;
const tokenOf = ({ message }: BotContext) => LINK.exec(message?.text ?? "")?.[1];

/** How a role is asked for, confirmed and taken back; and the code of the first owner. */
export function inviteCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command(
    "admin",
    allowed(services, "owner.begin", (ctx) => begin(ctx, services)),
  );
  composer
    .filter((ctx) => tokenOf(ctx) !== undefined)
    .use(
      allowed(services, "invitation.open", async (ctx) =>
        answerOpened(ctx, await openInvitation(ctx.person, tokenOf(ctx) ?? "", services), services),
      ),
    );
  composer.callbackQuery(
    /^invite\.make:/,
    allowed(services, "role.invite", async (ctx, permit) => {
      const role = GIVEN_ROLES.find((one) => one === pressed(ctx));
      if (role && role !== "leader") await invite(ctx, { role }, permit, services);
    }),
  );
  answers(composer, "invite", ["role.confirm", "role.revoke"], services);
  answers(composer, "lead", ["leader.confirm", "leader.revoke"], services);
  return composer;
}

const pressed = (ctx: BotContext): string => readPress(ctx.callbackQuery?.data ?? "").args[0] ?? "";

/** What its maker may say to an invitation. */
function answers(
  composer: Composer<BotContext>,
  word: "invite" | "lead",
  [confirming, revoking]: readonly [Action, Action],
  services: Services,
): void {
  const on = (
    answer: string,
    action: Action,
    handle: (ctx: BotContext, found: Invitation, permit: Permit) => Promise<void>,
  ) =>
    composer.callbackQuery(
      new RegExp(`^${word}\\.${answer}:`),
      guarded(
        services,
        {
          action,
          async find(ctx) {
            const found = await services.invitations.byId(pressed(ctx));
            return found && pressOf(found.role) === word ? found : undefined;
          },
          thing: ({ maker, scope }) => ({ maker, community: scope }),
        },
        handle,
      ),
    );
  on("yes", confirming, (ctx, found, permit) => confirm(ctx, found, permit, services));
  on("who", confirming, (ctx, found) => showWhoOpened(ctx, found, services));
  on("no", confirming, (ctx, found, permit) =>
    drop(ctx, found, { permit, state: "refused" }, services),
  );
  on("drop", revoking, (ctx, found, permit) =>
    drop(ctx, found, { permit, state: "revoked" }, services),
  );
}

/** After too many wrong codes: nothing. */
async function begin(ctx: BotContext, services: Services): Promise<void> {
  const words = (ctx.message?.text ?? "").replace(/^\S+\s*/, "");
  const begun = await beginOwner(ctx.person, readCode(words, FIRST_OWNER_LENGTH), services);
  if (!begun.ok) {
    if (begun.reason === "unknown") await ctx.show(ctx.speech.html("owner-unknown"));
    return;
  }
  await ctx.show(ctx.speech.html("owner-begun"));
  await showOwnCommandsTo(ctx.person, ctx.api, services);
}
