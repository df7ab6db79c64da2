import { Composer } from "grammy";
import { note } from "../access/note.ts";
import type { BotContext } from "../bot/context.ts";
import { allowed } from "../bot/gate.ts";
import { showPicture } from "../bot/picture.ts";
import { localDate } from "../dates.ts";
import type { Services } from "../services.ts";
import { reachBy } from "../sharing/sharing.ts";
import { fileName } from "./file-name.ts";
import { type ReachFigures, reachPicture, reachText } from "./reach-chart.ts";

/** The reach of the sharing sessions by kecamatan, beside the other statistics. */
export function reachCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.callbackQuery(
    "statistics.reach",
    allowed(services, "sharing.reach", async (ctx, permit) => {
      const { speech } = ctx;
      const figures = await reachFigures(services);
      if (!figures.places.length) return void (await ctx.show(speech.html("chart-reach-nothing")));
      await note(permit, [], services);
      await ctx.show(reachText(speech, figures));
      const bytes = await reachPicture(speech, figures);
      const date = localDate(figures.asOf);
      const name = fileName({ paper: "reach", date, ending: "png" });
      await showPicture(ctx, { bytes, name, caption: speech.html("chart-reach-caption") });
    }),
  );
  return composer;
}

async function reachFigures({
  artisanList,
  clock,
  places,
  sharings,
}: Services): Promise<ReachFigures> {
  const reach = reachBy(await artisanList.pioneers(), await sharings.all());
  return {
    asOf: clock.now(),
    places: reach.map(({ kecamatan, pioneers, sessions, people }) => ({
      ...{ place: places.showKecamatan(kecamatan), sharers: pioneers, sessions, people },
    })),
  };
}
