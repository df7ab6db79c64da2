import { Composer } from "grammy";
import type { BotContext } from "../bot/context.ts";
import { allowed, guarded } from "../bot/gate.ts";
import type { Services } from "../services.ts";
import {
  answerOwn,
  askReallyNot,
  callThing,
  pressedCall,
  recordAnswer,
  setReminders,
  showCalls,
} from "./answer-talk.ts";

/** Whether participants come: their own answers, and /konfirmasi for whoever asks the silent. */
export function answerCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  for (const [press, word] of [
    ["answer.yes", "coming"],
    ["answer.noYes", "notComing"],
    ["answer.maybe", "unsure"],
  ] as const) {
    composer.callbackQuery(
      new RegExp(`^${press}:`),
      allowed(services, "answer.give", (ctx) => answerOwn(ctx, word, services)),
    );
  }
  composer.callbackQuery(
    /^answer\.no:/,
    allowed(services, "answer.give", (ctx) => askReallyNot(ctx, services)),
  );
  for (const [press, quiet] of [
    ["quiet.on", true],
    ["quiet.off", false],
  ] as const) {
    composer.callbackQuery(
      new RegExp(`^${press}:`),
      allowed(services, "answer.give", (ctx) => setReminders(ctx, quiet, services)),
    );
  }
  const list = allowed(services, "answer.list", (ctx, permit) => showCalls(ctx, permit, services));
  composer.command(["konfirmasi", "confirm"], list);
  composer.callbackQuery(/^call\.list:/, list);
  composer.callbackQuery(
    /^call\.set:/,
    guarded(
      services,
      { action: "answer.record", find: (ctx) => pressedCall(ctx, services), thing: callThing },
      (ctx, called, permit) => recordAnswer(ctx, called, permit, services),
    ),
  );
  return composer;
}
