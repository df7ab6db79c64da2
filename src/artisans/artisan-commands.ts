import { Composer } from "grammy";
import { openRegistration } from "../../scenes/index.ts";
import type { BotContext } from "../bot/context.ts";
import { mayRegisterPeople } from "../office/settings.ts";
import type { Services } from "../services.ts";
import { profileCard } from "./profile-card.ts";

/** /daftar and /profil. */
export function artisanCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command(["daftar", "register"], (ctx) => register(ctx, services));
  composer.callbackQuery("register", (ctx) => register(ctx, services));
  composer.command(["profil", "profile"], (ctx) => showProfile(ctx, services));
  composer.callbackQuery("profile", (ctx) => showProfile(ctx, services));
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
  await openRegistration(ctx);
}

async function showProfile(ctx: BotContext, services: Services): Promise<void> {
  const artisan = await services.artisans.byTelegram(ctx.person);
  if (!artisan) {
    await ctx.show(ctx.speech.html("not-registered"));
    return;
  }
  const community = artisan.community && (await services.communities.byId(artisan.community))?.name;
  await ctx.show(profileCard(ctx.speech, artisan, { places: services.places, community }));
}
