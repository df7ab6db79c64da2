import { Composer } from "grammy";
import { openChange, openRegistration, resumeChange } from "../../scenes/index.ts";
import type { BotContext } from "../bot/context.ts";
import { continueCard } from "../bot/continue-card.ts";
import { claimOfferCard } from "../claims/claim-card.ts";
import { letPass } from "../bot/telegram-errors.ts";
import { mayRegisterPeople } from "../office/settings.ts";
import { leavingCard } from "../privacy/leave-card.ts";
import type { Services } from "../services.ts";
import { showProfile } from "./profile.ts";

/** /daftar, /profil and /ubah, and the buttons that lead there. */
export function artisanCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command(["daftar", "register"], (ctx) => register(ctx, services));
  composer.callbackQuery("register", (ctx) => register(ctx, services));
  composer.command(["profil", "profile"], (ctx) => profile(ctx, services));
  composer.callbackQuery("profile", (ctx) => profile(ctx, services));
  composer.command(["ubah", "change"], (ctx) => change(ctx, services, {}));
  composer.callbackQuery("change", (ctx) => change(ctx, services, {}));
  composer.callbackQuery("complete", (ctx) => change(ctx, services, { complete: true }));
  composer.callbackQuery("resume", resumeChange);
  composer.callbackQuery("photo", (ctx) => showPhoto(ctx, services));
  return composer;
}

/** Opens the form at its first open question. */
async function register(ctx: BotContext, services: Services): Promise<void> {
  const artisan = await services.artisans.byTelegram(ctx.person);
  if (artisan) {
    await ctx.show(ctx.speech.html("already-registered", { name: artisan.name }));
    return;
  }
  if (!mayRegisterPeople(await services.settings.read())) {
    await ctx.show(ctx.speech.html("registration-closed"));
    return;
  }
  // Whoever was registered by their leader has a code, and needs no form.
  if (!(await services.drafts.read(ctx.person))) await ctx.show(claimOfferCard(ctx.speech));
  await openRegistration(ctx);
}

async function profile(ctx: BotContext, services: Services): Promise<void> {
  if (await offerToContinue(ctx, services)) return;
  await ctx.show(await showProfile(ctx, services));
  const leaving = (await services.artisans.byTelegram(ctx.person))?.leaving;
  if (leaving) await ctx.show(leavingCard(ctx.speech, leaving.eraseAt));
}

async function change(
  ctx: BotContext,
  services: Services,
  options: { complete?: boolean },
): Promise<void> {
  const artisan = await services.artisans.byTelegram(ctx.person);
  if (artisan) await openChange(ctx, artisan, services, options);
  else await profile(ctx, services);
}

/** Whoever is in the middle of the form is not told that they are not registered. */
async function offerToContinue(ctx: BotContext, { drafts }: Services): Promise<boolean> {
  if (!(await drafts.read(ctx.person))) return false;
  await ctx.show(continueCard(ctx.speech, "register"));
  return true;
}

async function showPhoto(ctx: BotContext, { artisans }: Services): Promise<void> {
  const photo = (await artisans.byTelegram(ctx.person))?.photo;
  const shown =
    photo &&
    (await letPass(
      ctx.replyWithPhoto(photo.fileId).then(() => true),
      "refused",
    ));
  if (!shown) await ctx.show(ctx.speech.html("photo-gone"));
}
