import { Composer } from "grammy";
import { openCorrection, openOnBehalf, resumeCorrection } from "../../scenes/index.ts";
import { note } from "../access/note.ts";
import type { Artisan } from "../artisans/artisan.ts";
import { standingOf } from "../access/standing.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { guarded } from "../bot/gate.ts";
import { ledBy } from "../communities/leading.ts";
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
  const correcting = (find: (ctx: BotContext) => Promise<Artisan | undefined>) =>
    ({
      action: "member.correct",
      find,
      thing: ({ id, registrar }: Artisan) => ({
        artisans: [id],
        registrar: registrar?.telegram,
      }),
    }) as const;
  composer.callbackQuery(
    /^member\.correct:/,
    guarded(
      services,
      correcting((ctx) =>
        services.artisans.byId(readPress(ctx.callbackQuery?.data ?? "").args[0] ?? ""),
      ),
      async (ctx, artisan, permit) => {
        if (!(await services.claimedRecords.isUnclaimed(artisan.id)))
          return ctx.replace(ctx.speech.html("behalf-claimed"));
        await note(permit, [artisan.id], services);
        await openCorrection(ctx, artisan, services);
      },
    ),
  );
  composer.callbackQuery(
    "correct",
    guarded(
      services,
      correcting(async (ctx) => {
        const draft = await services.corrections.read(ctx.person);
        return draft && services.artisans.byId(draft.artisan);
      }),
      (ctx) => resumeCorrection(ctx),
    ),
  );
  return composer;
}
