import { Composer } from "grammy";
import type { BotContext } from "../bot/context.ts";
import { type Action, allowed, guarded, type Permit } from "../bot/gate.ts";
import type { Services } from "../services.ts";
import { onTraining, type OnTraining } from "../trainings/on-training.ts";
import { cardCommands } from "./card-commands.ts";
import {
  ask,
  beginChange,
  chooseDay,
  choosePromise,
  chooseWhat,
  discard,
  dropPromise,
  sendChange,
  showMenu,
  type Writing,
  writingOf,
} from "./change-talk.ts";
import { markRead, remindUnread, showLedger, showUnread } from "./ledger-talk.ts";
import { askForReceipts, showReceipts, takeReceipt } from "./receipt-talk.ts";
import { takeChange } from "./take-change.ts";

/** Changes of plans, the ledger of promises, and the cards of participants. */
export function promiseCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.use(changing(services), cardCommands(services));
  const on = (name: string, action: Action, handle: OnTraining) =>
    composer.callbackQuery(
      new RegExp(`^${name.replace(".", "\\.")}:`),
      onTraining(services, action, handle),
    );
  on("ubah.open", "plan.change", (ctx, training) => beginChange(ctx, training, services));
  on("janji.open", "promise.list", (ctx, training) => showLedger(ctx, training, services));
  on("janji.unread", "promise.unread", (...args) => showUnread(...args, services));
  on("janji.remind", "promise.remind", (...args) => remindUnread(...args, services));
  on("janji.receipts", "promise.receipts", (...args) => showReceipts(...args, services));
  on("janji.ask", "promise.remind", (...args) => askForReceipts(...args, services));
  composer.callbackQuery(
    /^janji\.read:/,
    allowed(services, "promise.answer", (ctx) => markRead(ctx, services)),
  );
  composer.callbackQuery(
    /^janji\.got:/,
    allowed(services, "promise.answer", (ctx) => takeReceipt(ctx, services)),
  );
  return composer;
}

/** The buttons of a change that is being written, and what is typed for it. */
function changing(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  type Handle = (
    ctx: BotContext,
    writing: Writing,
    services: Services,
    permit: Permit,
  ) => Promise<void>;
  const behind = (handle: Handle) =>
    guarded(
      services,
      { action: "plan.change", find: (ctx) => writingOf(ctx, services), thing: () => ({}) },
      (ctx, writing, permit) => handle(ctx, writing, services, permit),
    );
  const on = (name: RegExp, handle: Handle) => composer.callbackQuery(name, behind(handle));
  on(/^ubah\.menu$/, showMenu);
  on(/^ubah\.what:/, chooseWhat);
  on(/^ubah\.day:/, chooseDay);
  on(/^ubah\.promise:/, choosePromise);
  on(/^ubah\.drop$/, dropPromise);
  on(/^ubah\.night$/, (ctx, writing) => ask(ctx, writing, "night", undefined, services));
  on(/^ubah\.send:/, (ctx, writing, _, permit) => sendChange(ctx, writing, permit, services));
  on(/^ubah\.drop-all$/, discard);
  const take = behind(takeChange);
  composer.on("message:text", async (ctx, next) => {
    if (ctx.message.text.startsWith("/")) return next();
    const asked = (await services.changeDrafts.read(ctx.person))?.asks;
    return asked ? take(ctx) : next();
  });
  composer.on("message:location", async (ctx, next) => {
    const asked = (await services.changeDrafts.read(ctx.person))?.asks;
    return asked === "point" ? take(ctx) : next();
  });
  return composer;
}
