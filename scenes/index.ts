import { createConversation } from "@grammyjs/conversations";
import { Composer } from "grammy";
import type { BotContext } from "../src/bot/context.ts";
import type { Services } from "../src/services.ts";
import { dialogue } from "./ask.ts";
import { REGISTRATION, registrationScript } from "./registration.ts";

/** All dialogues. What does not answer an open question passes them. */
export function scenes(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const registration = registrationScript(services);
  composer.use(createConversation(dialogue(registration, services), { id: registration.id }));
  return composer;
}

/** Opens the registration at its first open question, also when it is open already. */
export async function openRegistration(ctx: BotContext): Promise<void> {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter(REGISTRATION);
}

export function isRegistering(ctx: BotContext): boolean {
  return ctx.conversation.active(REGISTRATION) > 0;
}
