import { Composer } from "grammy";
import { openCorrection, openOnBehalf, resumeCorrection } from "../../scenes/index.ts";
import { note } from "../access/note.ts";
import type { Artisan } from "../artisans/artisan.ts";
import { standingOf } from "../access/standing.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { guarded } from "../bot/gate.ts";
import { ledBy } from "../communities/leading.ts";
import { behalfDoneCard } from "./behalf-card.ts";
import { giveCode } from "./on-behalf.ts";
import { mayRegisterPeople } from "../office/settings.ts";
import type { Services } from "../services.ts";

/** /daftarkan: registering somebody without Telegram, and correcting that until it is claimed. */
export function behalfCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const open = guarded(
    services,
    {
      action: "member.register",
      find: async (ctx) => ({ community: ledBy(await standingOf(ctx.person, services)) }),
      thing: ({ community }) => ({ community }),
    },
    async (ctx) => {
      if (mayRegisterPeople(await services.settings.read())) await openOnBehalf(ctx);
      else await ctx.show(ctx.speech.html("registration-closed"));
    },
  );
  composer.command(["daftarkan", "registerother"], open);
  composer.callbackQuery("behalf", open);
  const pressed = (ctx: BotContext) =>
    services.artisans.byId(readPress(ctx.callbackQuery?.data ?? "").args[0] ?? "");
  const registered = (
    action: "member.correct" | "claim.code",
    find: (ctx: BotContext) => Promise<Artisan | undefined> = pressed,
  ) =>
    ({
      action,
      find,
      thing: ({ id, registrar }: Artisan) => ({
        artisans: [id],
        registrar: registrar?.telegram,
      }),
    }) as const;
  composer.callbackQuery(
    /^member\.correct:/,
    guarded(services, registered("member.correct"), async (ctx, artisan, permit) => {
      if (!(await services.claimedRecords.isUnclaimed(artisan.id)))
        return ctx.replace(ctx.speech.html("behalf-claimed"));
      await note(permit, [artisan.id], services);
      await openCorrection(ctx, artisan, services);
    }),
  );
  composer.callbackQuery(
    "correct",
    guarded(
      services,
      registered("member.correct", async (ctx) => {
        const draft = await services.corrections.read(ctx.person);
        return draft && services.artisans.byId(draft.artisan);
      }),
      (ctx) => resumeCorrection(ctx),
    ),
  );
  composer.callbackQuery(
    /^claim\.code:/,
    guarded(services, registered("claim.code"), async (ctx, artisan, permit) => {
      await note(permit, [artisan.id], services);
      const given = await giveCode(artisan.id, ctx.person, services);
      if (!given.ok) return ctx.replace(ctx.speech.html("behalf-claimed"));
      const code = { code: given.code, bot: ctx.me.username, again: true };
      await ctx.show(behalfDoneCard(ctx.speech, artisan, code));
    }),
  );
  return composer;
}
