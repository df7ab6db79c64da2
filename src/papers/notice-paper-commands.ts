import { Composer, InputFile } from "grammy";
import { note } from "../access/note.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { guarded, type Permit } from "../bot/gate.ts";
import { handleOf, type Notice, noticeId } from "../notices/notice.ts";
import type { Services } from "../services.ts";
import { askReasonOf } from "./export-commands.ts";
import { chartOfNotice } from "./notice-chart.ts";

/** The report of a notice as a sheet, which names people, and as a picture, which names nobody. */
export function noticePaperCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const on = (
    name: string,
    action: "export.run" | "notice.report",
    handle: (ctx: BotContext, notice: Notice, permit: Permit) => Promise<void>,
  ) =>
    composer.callbackQuery(
      new RegExp(`^kb\\.${name}:`),
      guarded(services, { action, find: (ctx) => found(ctx, services), thing }, handle),
    );
  // It is asked for, reasoned and allowed as every list of people is.
  on("sheet", "export.run", async (ctx, { id }) => {
    const filter = { kind: "notice", value: handleOf(id) } as const;
    const count = await services.deliveries.countOf(id);
    await askReasonOf(ctx, { format: "xlsx", filter, count }, services);
  });
  on("chart", "notice.report", (...args) => sendChart(...args, services));
  return composer;
}

const thing = ({ author, community }: Notice) => ({ author, community });

async function found(ctx: BotContext, { notices }: Services): Promise<Notice | undefined> {
  const [handle = ""] = readPress(ctx.callbackQuery?.data ?? "").args;
  const notice = await notices.byId(noticeId(handle));
  return notice?.kind === "announcement" ? notice : undefined;
}

async function sendChart(
  ctx: BotContext,
  notice: Notice,
  permit: Permit,
  services: Services,
): Promise<void> {
  await note(permit, [], services);
  const { name, png } = await chartOfNotice(notice, ctx.speech, services);
  await ctx.replyWithPhoto(new InputFile(png, name), {
    caption: ctx.speech.plain("report-chart-caption"),
  });
}
