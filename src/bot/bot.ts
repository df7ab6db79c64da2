import { conversations } from "@grammyjs/conversations";
import { Bot } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import { scenes } from "../../scenes/index.ts";
import { artisanCommands } from "../artisans/artisan-commands.ts";
import { claimCommands } from "../claims/claim-commands.ts";
import { doubleCommands } from "../doubles/double-commands.ts";
import { heldBackStorage } from "../intake/person-state.ts";
import { noticeCommands } from "../notices/notice-commands.ts";
import { privacyCommands } from "../privacy/privacy-commands.ts";
import type { Services } from "../services.ts";
import { trainingCommands } from "../trainings/training-commands.ts";
import { cancel } from "./cancel.ts";
import { consentAgain } from "./consent-again.ts";
import type { BotContext } from "./context.ts";
import { help } from "./help.ts";
import { identityNumber } from "./identity-number.ts";
import { languageCommands } from "./language-commands.ts";
import { privateOnly } from "./private-only.ts";
import { reachable } from "./reachable.ts";
import { scope } from "./scope.ts";
import { start } from "./start.ts";
import { unhandled } from "./unhandled.ts";

/**
 * The order of everything an update passes. A dialogue takes only what answers its question, so
 * every command and every other button works inside a form as well.
 */
export function createBot(
  services: Services,
  { token, me, client }: { token: string; me: UserFromGetMe; client: object },
): Bot<BotContext> {
  const bot = new Bot<BotContext>(token, { botInfo: me, client });
  bot.use(
    scope(services.texts),
    privateOnly,
    reachable(services),
    identityNumber,
    conversations({ storage: heldBackStorage }),
    consentAgain(services),
    scenes(services),
    claimCommands(services),
    start(services),
    help(services),
    cancel(services),
    languageCommands(services),
    privacyCommands(services),
    artisanCommands(services),
    trainingCommands(services),
    doubleCommands(services),
    noticeCommands(services),
    unhandled(services),
  );
  return bot;
}
