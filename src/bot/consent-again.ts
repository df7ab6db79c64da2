import { Composer } from "grammy";
import { askAgain } from "../../scenes/index.ts";
import type { Artisan } from "../artisans/artisan.ts";
import {
  consentAgainCard,
  consentFullCard,
  consentRefusedCard,
  consentThanksCard,
} from "../privacy/consent-card.ts";
import { agreeAgain, mustAgreeAgain } from "../privacy/ticks.ts";
import type { Services } from "../services.ts";
import { readPress } from "./callback-data.ts";
import type { BotContext } from "./context.ts";

/** What may be had without agreeing to a new text: help, and the rights over one's own data. */
const FREE_COMMAND =
  /^\/(bantuan|help|bahasa|language|batal|cancel|tentang|datasaya|mydata|hapus|delete|berhenti|stop|jeda|pause|cek|check)(?=@|\s|$)/i;
const FREE_PRESS = /^(language|leave|pause|still-here)(:|$)/;

/**
 * A record that was agreed to under another text: the new one is asked before anything else
 * (UU 27/2022, Pasal 21 and 22).
 */
export function consentAgain(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on(["message", "callback_query:data"], async (ctx, next) => {
    const artisan = await services.artisans.byTelegram(ctx.person);
    const said = ctx.callbackQuery?.data ?? "";
    if (artisan && said.startsWith("consent:")) return decide(ctx, artisan, services);
    if (!artisan || !mustAgreeAgain(artisan) || isFree(ctx)) return next();
    await ctx.show(consentAgainCard(ctx.speech, await services.settings.read()));
  });
  return composer;
}

function isFree(ctx: BotContext): boolean {
  if (ctx.callbackQuery) return FREE_PRESS.test(ctx.callbackQuery.data ?? "");
  return FREE_COMMAND.test(ctx.message?.text ?? "");
}

async function decide(ctx: BotContext, artisan: Artisan, services: Services): Promise<void> {
  const { speech, person, fence } = ctx;
  const [value] = readPress(ctx.callbackQuery?.data ?? "").args;
  if (value === "full") {
    await ctx.show(consentFullCard(speech, await services.settings.read()));
  } else if (value === "yes") {
    await agreeAgain({ person, fence, update: ctx.update.update_id }, artisan, services);
    await ctx.replace(consentThanksCard(speech));
    await askAgain(ctx);
  } else {
    await ctx.replace(consentRefusedCard(speech));
  }
}
