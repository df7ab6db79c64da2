import { Composer, InputFile } from "grammy";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { allowed } from "../bot/gate.ts";
import { localDate } from "../dates.ts";
import type { Services } from "../services.ts";
import { fileName } from "./file-name.ts";
import { sheetEnv } from "./list-of-artisans.ts";
import { countArtisans, STATISTICS } from "./statistics.ts";
import { type StatisticEnv, statisticsCard, statisticsPicture } from "./statistics-card.ts";

/** /statistik: how many artisans there are, by kecamatan, craft, community and month. */
export function statisticsCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const may = (handle: (ctx: BotContext) => Promise<void>) =>
    allowed(services, "statistics.show", handle);

  composer.command(
    ["statistik", "statistics"],
    may(async (ctx) => {
      const counts = await countArtisans("kecamatan", services);
      await ctx.show(statisticsCard("kecamatan", counts, await envOf(ctx, services)));
    }),
  );
  composer.callbackQuery(
    /^statistics:/,
    may(async (ctx) => {
      const by = chosen(ctx);
      if (!by) return;
      const counts = await countArtisans(by, services);
      await ctx.replace(statisticsCard(by, counts, await envOf(ctx, services)));
    }),
  );
  composer.callbackQuery(
    /^statistics\.picture:/,
    may((ctx) => sendPicture(ctx, services)),
  );
  return composer;
}

function chosen(ctx: BotContext) {
  const [by] = readPress(ctx.callbackQuery?.data ?? "").args;
  return STATISTICS.find((one) => one === by);
}

async function envOf(ctx: BotContext, services: Services): Promise<StatisticEnv> {
  const total = await services.artisanList.count({ kind: "all" });
  const { communities, places } = await sheetEnv(services);
  return { communities, places, total, now: services.clock.now(), speech: ctx.speech };
}

async function sendPicture(ctx: BotContext, services: Services): Promise<void> {
  const by = chosen(ctx);
  if (!by) return;
  const env = await envOf(ctx, services);
  const png = await statisticsPicture(by, await countArtisans(by, services), env);
  const about = services.texts.id.plain(`button-statistics-${by}`);
  const date = localDate(services.clock.now());
  const name = fileName({ paper: "statistics", about, date, ending: "png" });
  await ctx.replyWithPhoto(new InputFile(png, name), {
    caption: ctx.speech.plain(`chart-${by}`),
  });
}
