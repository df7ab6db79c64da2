import { Composer } from "grammy";
import { note } from "../access/note.ts";
import type { BotContext } from "../bot/context.ts";
import { guarded, type Permit } from "../bot/gate.ts";
import type { Services } from "../services.ts";
import type { Double } from "./double.ts";
import { askNext, merge, pick, pressed, putOff, showPair, tellApart } from "./pair-talk.ts";
import { undoMerge } from "./undo-merge.ts";

/** What coordinators do with records that may be of one person. */
export function doubleCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const onPair = (
    action: "doubles.show" | "doubles.decide" | "record.merge",
    handle: (ctx: BotContext, double: Double, permit: Permit) => Promise<void>,
  ) =>
    guarded(
      services,
      {
        action,
        find: (ctx) => services.doubles.byHandle(pressed(ctx)[0] ?? ""),
        thing: ({ artisans }) => ({ artisans }),
      },
      handle,
    );
  const onSeen = (
    action: "doubles.decide" | "record.merge",
    handle: (ctx: BotContext, double: Double, permit: Permit) => Promise<void>,
  ) =>
    onPair(action, async (ctx, double, permit) => {
      if (String(double.version) === pressed(ctx)[1] && double.state === "open")
        await handle(ctx, double, permit);
      else await ctx.replace(ctx.speech.html("double-stale"));
    });

  composer.callbackQuery(
    /^double\.open:/,
    onPair("doubles.show", (ctx, double, permit) => showPair(ctx, double, permit, services)),
  );
  composer.callbackQuery(
    /^double\.later:/,
    onPair("doubles.show", (ctx, double) => putOff(ctx, double, services)),
  );
  composer.callbackQuery(
    /^double\.diff:/,
    onSeen("doubles.decide", (ctx, double, permit) => tellApart(ctx, double, permit, services)),
  );
  composer.callbackQuery(
    /^double\.same:/,
    onSeen("record.merge", async (ctx, double, permit) => {
      await note(permit, double.artisans, services, "doubles.show");
      await askNext(ctx, double, services);
    }),
  );
  composer.callbackQuery(
    /^merge\.pick:/,
    onSeen("record.merge", (ctx, double) => pick(ctx, double, services)),
  );
  composer.callbackQuery(
    /^merge\.again:/,
    onSeen("record.merge", async (ctx, double) => {
      await services.doubles.restart(double);
      await askNext(ctx, (await services.doubles.byId(double.id)) ?? double, services);
    }),
  );
  composer.callbackQuery(
    /^merge\.do:/,
    onPair("record.merge", (ctx, double, permit) => merge(ctx, double, permit, services)),
  );
  composer.callbackQuery(
    /^merge\.undo:/,
    guarded(
      services,
      {
        action: "record.unmerge",
        find: (ctx) => services.merges.byId(`merge:${pressed(ctx)[0] ?? ""}`),
        thing: ({ survivor, loser }) => ({ artisans: [survivor, loser] }),
      },
      async (ctx, { id, survivor, loser }, permit) => {
        await note(permit, [survivor, loser], services);
        const outcome = await undoMerge(id, services);
        const { speech } = ctx;
        await ctx.replace(
          outcome.ok
            ? speech.html("unmerge-done", { seatsLost: outcome.seatsLost })
            : speech.html(`unmerge-${outcome.reason}`),
        );
      },
    ),
  );
  return composer;
}
