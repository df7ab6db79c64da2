import type { ConversationFlavor } from "@grammyjs/conversations";
import type { Context } from "grammy";
import type { Html } from "./html.ts";
import type { Card } from "./card.ts";
import type { Language, Speech } from "./language.ts";

/** What an update carries besides itself; filled by `scope.ts` before any handler. */
interface Sanggar {
  /** Telegram's id of the person; in a private chat it is the chat's id too. */
  person: number;
  /** Version of the chat's claim: a draft takes no write from a lower one. */
  fence: number;
  /** The texts in this person's language. */
  speech: Speech;
  /** Chooses the language; kept when the update is committed. */
  speak(language: Language): void;
  /** Sends a card, or a line of text, to this chat as HTML. Answers the message's id. */
  show(card: Card | Html): Promise<number>;
  /**
   * Shows a line that can be neither forwarded nor saved, in a message that says something else
   * until `ready` is done with it.
   */
  showProtected(first: Html, ready: (message: number) => Promise<void>, line: Html): Promise<void>;
  /** The same with a keyboard that shares the person's own number, and words for the rest. */
  showWithContact(card: Card): Promise<number>;
  /** The same, and takes such a keyboard away. */
  showWithoutKeyboard(line: Html): Promise<number>;
  /** Puts the card in place of the message whose button was pressed; sends it where that fails. */
  replace(card: Card | Html): Promise<void>;
  /** Takes the buttons off a message of ours, and puts the line in its place if one is given. */
  settle(message: number, line?: Html): Promise<void>;
  /** Answers the pressed button with a short line over the chat. */
  toast(line: string): Promise<void>;
}

export type BotContext = ConversationFlavor<Context & Sanggar>;
