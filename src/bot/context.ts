import type { ConversationFlavor } from "@grammyjs/conversations";
import type { Context } from "grammy";
import type { Html } from "./html.ts";
import type { Card } from "./card.ts";
import type { Speech } from "./language.ts";

/** What an update carries besides itself; filled by `scope.ts` before any handler. */
interface Sanggar {
  /** The texts in this person's language. */
  speech: Speech;
  /** Sends a card, or a line of text, to this chat as HTML. */
  show(card: Card | Html): Promise<void>;
  /** Puts the card in place of the message whose button was pressed; sends it where that fails. */
  replace(card: Card | Html): Promise<void>;
}

export type BotContext = ConversationFlavor<Context & Sanggar>;
