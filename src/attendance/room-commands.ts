import { Composer } from "grammy";
import { isTalking } from "../../scenes/index.ts";
import type { Artisan } from "../artisans/artisan.ts";
import type { BotContext } from "../bot/context.ts";
import { allowed } from "../bot/gate.ts";
import type { Services } from "../services.ts";
import { type Entered, enterByCode, enterByLink, whyNot } from "./enter-room.ts";
import { enteredCard } from "./receipt-card.ts";
import { readRoomCode, readRoomLink } from "./room.ts";

/**
 * The six digits of a room, before any dialogue and whatever else waits for words: what opens a
 * room is taken, and all other digits go on to whoever asked for some.
 */
export function roomCodes(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on("message:text", async (ctx, next) => {
    const code = readRoomCode(ctx.msg.text);
    const artisan = code === undefined ? undefined : await living(ctx, services);
    if (code === undefined || !artisan || ctx.chat.type !== "private") return next();
    const entered = await enterByCode(artisan, ctx.person, code, services);
    if (!entered.ok) return next();
    await allowed(services, "room.enter", () => answer(ctx, artisan, entered, services))(ctx);
  });
  return composer;
}

/** Links of a room, and digits that nobody had asked for and that opened none. */
export function roomCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer
    .filter((ctx) => readRoomLink(ctx.message?.text ?? "") !== undefined)
    .use(allowed(services, "room.enter", (ctx) => openLink(ctx, services)));
  return composer;
}

/** Behind everything that waits for words. */
export function wrongRoomCodes(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on("message:text", async (ctx, next) => {
    const code = readRoomCode(ctx.msg.text);
    const artisan = code === undefined ? undefined : await living(ctx, services);
    if (!artisan || isTalking(ctx)) return next();
    const reason = await whyNot(artisan, ctx.person, services);
    await answer(ctx, artisan, { ok: false, reason }, services);
  });
  return composer;
}

async function living(ctx: BotContext, { artisans }: Services): Promise<Artisan | undefined> {
  const artisan = await artisans.byTelegram(ctx.person);
  return artisan && !artisan.leaving ? artisan : undefined;
}

async function openLink(ctx: BotContext, services: Services): Promise<void> {
  const link = readRoomLink(ctx.message?.text ?? "");
  const artisan = await living(ctx, services);
  if (!link) return;
  if (!artisan) {
    await ctx.show(ctx.speech.html("not-registered"));
    return;
  }
  await answer(ctx, artisan, await enterByLink(artisan, ctx.person, link, services), services);
}

async function answer(
  ctx: BotContext,
  { name }: Artisan,
  entered: Entered,
  { settings }: Services,
): Promise<void> {
  const { officeName, officeContact } = await settings.read();
  const contact = officeContact || officeName;
  await ctx.show(
    entered.ok
      ? enteredCard(ctx.speech, entered, name)
      : ctx.speech.html(`attend-room-${entered.reason}`, { contact }),
  );
}
