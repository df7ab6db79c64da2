import { createConversation } from "@grammyjs/conversations";
import { Composer } from "grammy";
import type { BotContext } from "../src/bot/context.ts";
import type { Services } from "../src/services.ts";
import { dialogue } from "./ask.ts";
import { registrationScript } from "./registration.ts";

export { REGISTRATION } from "./registration.ts";

/** All dialogues. They stand behind the commands that work at any time, before the others. */
export function scenes(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const registration = registrationScript(services);
  composer.use(createConversation(dialogue(registration, services), { id: registration.id }));
  return composer;
}
