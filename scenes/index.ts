import { createConversation } from "@grammyjs/conversations";
import { Composer } from "grammy";
import type { Artisan } from "../src/artisans/artisan.ts";
import type { BotContext } from "../src/bot/context.ts";
import type { Services } from "../src/services.ts";
import { dialogue } from "./ask.ts";
import { beginChange, CHANGE, changeScript } from "./change.ts";
import { REGISTRATION, registrationScript } from "./registration.ts";

/** All dialogues. What does not answer an open question passes them. */
export function scenes(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  for (const script of [registrationScript(services), changeScript(services)]) {
    composer.use(createConversation(dialogue(script, services), { id: script.id }));
  }
  return composer;
}

/** Opens the registration at its first open question, also when it is open already. */
export async function openRegistration(ctx: BotContext): Promise<void> {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter(REGISTRATION);
}

/** Opens the talk about changes of a record; with `complete` at what was never told. */
export async function openChange(
  ctx: BotContext,
  artisan: Artisan,
  services: Services,
  options: { complete?: boolean } = {},
): Promise<void> {
  await ctx.conversation.exitAll();
  await beginChange(ctx, artisan, services, options);
  await ctx.conversation.enter(CHANGE);
}

/** Goes on with a talk about changes whose dialogue was lost. */
export async function resumeChange(ctx: BotContext): Promise<void> {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter(CHANGE);
}

/** Asks the open question again, in the language chosen meanwhile. */
export async function askAgain(ctx: BotContext): Promise<void> {
  const open = openDialogue(ctx);
  if (!open) return;
  await ctx.conversation.exitAll();
  await ctx.conversation.enter(open);
}

/** Whether a dialogue waits for an answer. */
export function isTalking(ctx: BotContext): boolean {
  return openDialogue(ctx) !== undefined;
}

/** A dialogue of an earlier number, which nobody runs any more, is not open. */
function openDialogue(ctx: BotContext): string | undefined {
  return [REGISTRATION, CHANGE].find((id) => ctx.conversation.active(id) > 0);
}
