import { Composer } from "grammy";
import { openCorrection, openOnBehalf } from "../../scenes/index.ts";
import { note } from "../access/note.ts";
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
  composer.callbackQuery(
    /^member\.correct:/,
    guarded(
      services,
      {
        action: "member.correct",
        find: (ctx) =>
          services.artisans.byId(readPress(ctx.callbackQuery?.data ?? "").args[0] ?? ""),
        thing: ({ id, registrar }) => ({ artisans: [id], registrar: registrar?.telegram }),
      },
      async (ctx, artisan, permit) => {
        if (!(await services.claimedRecords.isUnclaimed(artisan.id)))
          return ctx.replace(ctx.speech.html("behalf-claimed"));
        await note(permit, [artisan.id], services);
        await openCorrection(ctx, artisan, services);
      },
    ),
  );
  return composer;
}
