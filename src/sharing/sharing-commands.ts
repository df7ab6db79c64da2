import { Composer } from "grammy";
import { note } from "../access/note.ts";
import type { Artisan } from "../artisans/artisan.ts";
import type { BotContext } from "../bot/context.ts";
import { allowed, guarded } from "../bot/gate.ts";
import type { Services } from "../services.ts";
import { checkCard } from "./sharing-card.ts";
import {
  allowAndPlan,
  asGuest,
  askToCancel,
  asPioneer,
  callOff,
  type Handle,
  plan,
  pressed,
  showOwn,
  showReach,
  showSharing,
  tellOf,
} from "./sharing-talk.ts";

/** /berbagi: sessions in which a pioneer passes on what they learnt. */
export function sharingCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const mine = (handle: Handle) => (ctx: BotContext) => asPioneer(ctx, services, handle);
  composer.command(["berbagi", "share"], (ctx) => showSharing(ctx, services));
  composer.callbackQuery(/^shr\.plan:/, (ctx) => plan(ctx, services));
  composer.callbackQuery(/^shr\.allow:/, (ctx) => allowAndPlan(ctx, services));
  composer.callbackQuery(/^shr\.own:/, mine(showOwn));
  composer.callbackQuery(/^shr\.tell:/, mine(tellOf));
  composer.callbackQuery(/^shr\.off:/, mine(askToCancel));
  composer.callbackQuery(/^shr\.offYes:/, mine(callOff));
  composer.callbackQuery(/^shr\.(see|join|leave):/, (ctx) => asGuest(ctx, services));
  const held = {
    find: async (ctx: BotContext) => {
      const sharing = await services.sharings.byId(pressed(ctx));
      const pioneer = sharing && (await services.artisans.byId(sharing.artisan));
      return pioneer && { sharing, pioneer };
    },
    thing: ({ pioneer }: { pioneer: Artisan }) => ({
      artisans: [pioneer.id],
      community: pioneer.community,
    }),
  };
  composer.callbackQuery(
    /^shr\.check:/,
    guarded(services, { action: "sharing.confirm", ...held }, async (ctx, found, permit) => {
      const { sharing, pioneer } = found;
      if (sharing.state !== "held") return ctx.replace(ctx.speech.html("sharing-checked"));
      await note(permit, [pioneer.id], services);
      await ctx.replace(checkCard(ctx.speech, sharing, pioneer.name));
    }),
  );
  composer.callbackQuery(
    /^shr\.(true|untrue):/,
    guarded(services, { action: "sharing.confirm", ...held }, async (ctx, found, permit) => {
      const { sharing, pioneer } = found;
      await note(permit, [pioneer.id], services);
      const isTrue = ctx.callbackQuery?.data?.startsWith("shr.true") === true;
      const { sharings, clock } = services;
      if (isTrue) await sharings.confirm(sharing.id, ctx.person, clock.now());
      else await sharings.putBack(sharing.id);
      await ctx.replace(ctx.speech.html(isTrue ? "sharing-confirmed" : "sharing-put-back"));
    }),
  );
  composer.callbackQuery(
    /^shr\.reach(:|$)/,
    allowed(services, "sharing.reach", (ctx) => showReach(ctx, services)),
  );
  return composer;
}
