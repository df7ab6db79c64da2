import { Composer } from "grammy";
import type { BotContext } from "../bot/context.ts";
import { allowed, guarded, type Permit } from "../bot/gate.ts";
import type { Services } from "../services.ts";
import {
  errandThing,
  markNotReached,
  markTold,
  openErrand,
  pressed,
  pressedErrand,
  setAnswer,
  setRoad,
  showErrands,
  showReport,
} from "./carry-talk.ts";
import type { Errand } from "./errand.ts";

/** /sampaikan: what leaders and coordinators pass on to people whom Telegram does not reach. */
export function carryCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const onErrand = (
    action: "carry.show" | "carry.tick",
    handle: (ctx: BotContext, errand: Errand, permit: Permit) => Promise<void>,
  ) =>
    guarded(
      services,
      { action, find: (ctx) => pressedErrand(ctx, services), thing: errandThing },
      handle,
    );

  const list = allowed(services, "carry.list", (ctx, permit) => showErrands(ctx, permit, services));
  composer.command(["sampaikan", "carry"], list);
  composer.callbackQuery(/^carry\.list:/, list);
  composer.callbackQuery(
    /^carry\.open:/,
    onErrand("carry.show", (ctx, errand, permit) => openErrand(ctx, errand, permit, services)),
  );
  composer.callbackQuery(
    /^carry\.told:/,
    onErrand("carry.tick", (ctx, errand, permit) => markTold(ctx, errand, permit, services)),
  );
  composer.callbackQuery(
    /^carry\.no:/,
    onErrand("carry.tick", (ctx, errand, permit) => markNotReached(ctx, errand, permit, services)),
  );
  composer.callbackQuery(
    /^carry\.road:/,
    onErrand("carry.tick", (ctx, errand) => setRoad(ctx, errand, services)),
  );
  composer.callbackQuery(
    /^carry\.said:/,
    onErrand("carry.tick", (ctx, errand, permit) => setAnswer(ctx, errand, permit, services)),
  );
  composer.callbackQuery(
    /^carry\.report:/,
    guarded(
      services,
      {
        action: "carry.report",
        find: (ctx) => services.noticeCodes.byCode(pressed(ctx)[0] ?? ""),
        thing: () => ({}),
      },
      (ctx, notice, permit) => showReport(ctx, notice, permit, services),
    ),
  );
  return composer;
}
