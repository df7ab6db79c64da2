import type { InlineKeyboardButton, Message, MessageEntity } from "grammy/types";

import type { Standin } from "./index.ts";
import { labelOf } from "./keyboards.ts";
import { toHtml } from "./text.ts";

/** One message of the bot as its reader sees it. */
export interface SeenMessage {
  id: number;
  /** Text or caption without formatting. */
  text: string;
  /** The same as Telegram's HTML. */
  html: string;
  entities: MessageEntity[];
  /** Labels of the inline buttons, row after row. */
  buttons: string[];
  message: Message;
}

/** What a person sees once the bot is at rest. */
export interface Seen {
  /** The last new or edited message of the bot, plain; empty when it said nothing. */
  text: string;
  /** All messages that are new or edited since the act began, in the order they came. */
  messages: SeenMessage[];
  /** Labels of the last message's inline buttons; where it has none, of the reply keyboard. */
  buttons: string[];
  /** The rows of the reply keyboard, or null where none is shown. */
  keyboard: string[][] | null;
  toast: string | null;
  alert: string | null;
}

/** The eyes of whoever looks at the stand-in; what was looked at once is not new again. */
export type Eyes = ReturnType<typeof createEyes>;

export function createEyes({ control }: Standin) {
  /** Messages of the bot by chat that nobody has looked at yet, in the order they came. */
  const fresh = new Map<number, Set<number>>();
  control.listen(({ name, data }) => {
    if (!/^(?:group-)?(?:message|edit)$/.test(name)) return;
    const { person: chat, message } = data as { person: number; message: Message };
    const ids = fresh.get(chat) ?? new Set();
    ids.delete(message.message_id);
    if (message.from?.is_bot) fresh.set(chat, ids.add(message.message_id));
  });

  /** What is new in a chat. */
  function look(chat: number, person = chat): Seen {
    const { messages, keyboard } = control.screen(chat);
    const ids = [...(fresh.get(chat) ?? [])];
    fresh.delete(chat);
    const seen = ids.flatMap((key) => messages.find((one) => one.message_id === key) ?? []);
    return toSeen(seen.map(seeMessage), keyboard, control.screen(person).toast);
  }

  return {
    async look(chat: number, person?: number): Promise<Seen> {
      await control.settle();
      return look(chat, person);
    },
    /** Does something and gives what is seen in that chat when the bot is at rest. */
    async act(does: () => unknown, chat: number, person?: number): Promise<Seen> {
      fresh.delete(chat);
      does();
      await control.settle();
      return look(chat, person);
    },
  };
}

function seeMessage(message: Message): SeenMessage {
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  const buttons = (message.reply_markup?.inline_keyboard ?? []).flat();
  return {
    id: message.message_id,
    text,
    html: toHtml({ text, entities }),
    entities,
    buttons: buttons.map((button: InlineKeyboardButton) => button.text),
    message,
  };
}

function toSeen(
  messages: SeenMessage[],
  shown: { keyboard: Parameters<typeof labelOf>[0][][] } | null,
  toast: { text: string; alert: boolean } | null,
): Seen {
  const last = messages.at(-1);
  const keyboard = shown ? shown.keyboard.map((row) => row.map(labelOf)) : null;
  return {
    text: last?.text ?? "",
    messages,
    buttons: last?.buttons.length ? last.buttons : (keyboard?.flat() ?? []),
    keyboard,
    toast: toast && !toast.alert ? toast.text : null,
    alert: toast?.alert ? toast.text : null,
  };
}
