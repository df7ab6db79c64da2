import {
  type Conversation,
  type ConversationData,
  type ConversationFlavor,
  conversations,
  createConversation,
  type VersionedState,
} from "@grammyjs/conversations";
import { Bot, type Context } from "grammy";
import { cannedClient, ME, TOKEN, type Way } from "./chat.ts";
import type { Form, Sample } from "./sample.ts";
import { createTalk, type Mouth } from "./talk.ts";

type Kept = VersionedState<ConversationData>;

/** The usual conversation: asks, waits and remembers from its first line to its last. */
export function createPlain(form: Form): Way {
  const logs = new Map<string, string>();
  const talk = createTalk(form);
  const bot = new Bot<ConversationFlavor<Context>>(TOKEN, { botInfo: ME, client: cannedClient });
  bot.use(
    conversations({
      storage: {
        type: "key",
        adapter: {
          read: (key) => parsed(logs.get(key)),
          write: (key, state) => void logs.set(key, JSON.stringify(state)),
          delete: (key) => void logs.delete(key),
        },
      },
    }),
    createConversation(conversation, "form"),
  );
  bot.command("daftar", (ctx) => ctx.conversation.enter("form"));

  async function conversation(waiting: Conversation, begun: Context): Promise<void> {
    const answers: Sample = {};
    let message = await talk.ask(0, answers, mouthOf(begun));
    for (const number of form.typed.keys()) {
      for (;;) {
        const ctx = await waiting.waitFor("message:text");
        const heard = { typed: ctx.message.text, number, message };
        const next = await talk.take(heard, answers, mouthOf(ctx));
        if (next === undefined) continue;
        message = next;
        break;
      }
    }
  }

  return {
    handle: (update) => bot.handleUpdate(update),
    state: (chat) => logs.get(String(chat)) ?? "",
  };
}

function parsed(kept: string | undefined): Kept | undefined {
  return kept === undefined ? undefined : (JSON.parse(kept) as Kept);
}

export function mouthOf(ctx: Context): Mouth {
  return {
    send: async (text, options) => (await ctx.reply(text, options)).message_id,
    edit: (message, text, options) =>
      ctx.api.editMessageText(ctx.chat?.id ?? 0, message, text, options),
  };
}
