import type { Card } from "../bot/card.ts";
import type { BotContext } from "../bot/context.ts";
import type { Html } from "../bot/html.ts";
import type { Services } from "../services.ts";
import { thanksCard } from "./sharing-card.ts";
import { askLeaderToConfirm } from "./write-letters.ts";

/** Keeps how a session was, once, and asks its leader whether it was so. */
export async function tellSharing(ctx: BotContext, services: Services): Promise<Card | Html> {
  const { artisans, clock, sharedDrafts, sharings } = services;
  const draft = await sharedDrafts.read(ctx.person);
  const { session = "", men, women, photo, sentence } = draft?.answers ?? {};
  const [sharing, artisan] = [await sharings.byId(session), await artisans.byTelegram(ctx.person)];
  if (men === undefined || women === undefined || sentence === undefined)
    return ctx.speech.html("ask-over");
  if (!sharing || sharing.artisan !== artisan?.id) return ctx.speech.html("sharing-gone");
  const held = { men, women, sentence, ...(photo && { photo }) };
  await sharings.tellHeld(sharing.id, held, clock.now());
  await askLeaderToConfirm(sharing, artisan, services);
  await sharedDrafts.drop({ chat: ctx.person, version: ctx.fence });
  return thanksCard(ctx.speech, men + women);
}
