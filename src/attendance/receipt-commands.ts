import { Composer } from "grammy";
import { note } from "../access/note.ts";
import { button } from "../access/role-card.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { guarded } from "../bot/gate.ts";
import { joinHtml } from "../bot/html.ts";
import { showDate } from "../dates.ts";
import type { Services } from "../services.ts";
import { mayObject, type Receipt } from "./receipt.ts";
import { markLines } from "./roll-card.ts";
import { waitFor } from "./waiting-talk.ts";

const pressed = (ctx: BotContext): string[] => readPress(ctx.callbackQuery?.data ?? "").args;

/** "Ini keliru", and what coordinators make of it. */
export function receiptCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const named = (ctx: BotContext) => services.presenceReceipts.byHandle(pressed(ctx)[0] ?? "");
  const thing = ({ artisan }: Receipt) => ({ artisans: [artisan] });
  composer.callbackQuery(
    /^receipt\.wrong:/,
    guarded(
      services,
      { action: "presence.object", find: named, thing },
      async (ctx, receipt, permit) => {
        const now = services.clock.now();
        if (!receipt.objection && mayObject(receipt, now)) {
          await note(permit, [receipt.artisan], services);
          await services.presenceReceipts.object(receipt, now);
        }
        const after = await services.presenceReceipts.byHandle(receipt.handle);
        const said = after?.objection?.state ?? "late";
        await ctx.show(ctx.speech.html(`attend-objection-${said}`));
      },
    ),
  );
  const found = async (ctx: BotContext) => {
    const own = (await services.artisans.byTelegram(ctx.person))?.id ?? "";
    return pressed(ctx)[0] ? named(ctx) : (await services.presenceReceipts.objections(own, 1))[0];
  };
  composer.callbackQuery(
    /^dispute\.open(:|$)/,
    guarded(
      services,
      { action: "presence.settle", find: found, thing },
      async (ctx, receipt, permit) => {
        await note(permit, [receipt.artisan], services);
        await showDispute(ctx, receipt, services);
      },
    ),
  );
  composer.callbackQuery(
    /^dispute\.(void|keep):/,
    guarded(services, { action: "presence.settle", find: named, thing }, (ctx, { handle }) => {
      const step = ctx.callbackQuery?.data?.startsWith("dispute.void")
        ? "disputeVoid"
        : "disputeKept";
      return waitFor(ctx, { step, about: handle }, services);
    }),
  );
  return composer;
}

async function showDispute(ctx: BotContext, receipt: Receipt, services: Services): Promise<void> {
  const { speech } = ctx;
  const { training, date, artisan, handle, objection } = receipt;
  if (objection?.state !== "open") return ctx.replace(speech.html("attend-dispute-none"));
  const person = await services.artisans.byId(artisan);
  const title = (await services.trainings.byId(training))?.title ?? "";
  const marks = await services.marks.ofPerson(training, date, artisan);
  const when = showDate(date, speech.language);
  const head = speech.html("attend-dispute", { name: person?.name ?? "", training: title, when });
  await ctx.replace({
    text: joinHtml([head, ...markLines(speech, marks)]),
    buttons: [
      [button(speech, "dispute-void", "dispute.void", handle)],
      [button(speech, "dispute-keep", "dispute.keep", handle)],
    ],
  });
}
