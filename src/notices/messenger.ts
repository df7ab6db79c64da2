import type { Api } from "grammy";
import { type Card, inlineKeyboard } from "../bot/card.ts";
import { readRefusal, type Refusal } from "../bot/telegram-errors.ts";

export type Answer = { ok: true; messageId: number } | { ok: false; refusal: Refusal };

export type Messenger = ReturnType<typeof createMessenger>;

/** The one way from what is due to Telegram: one call, no retry, and every refusal a value. */
export function createMessenger(api: Pick<Api, "deleteMessage" | "sendMessage">) {
  return {
    /** silent: arrives without a sound. plain: without the formatting that was refused. */
    async send(
      chat: number,
      card: Card,
      { silent, plain }: { silent: boolean; plain: boolean },
    ): Promise<Answer> {
      const keyboard = inlineKeyboard(card);
      try {
        const message = await api.sendMessage(chat, plain ? withoutTags(card.text) : card.text, {
          ...(plain ? {} : { parse_mode: "HTML" }),
          ...(keyboard ? { reply_markup: keyboard } : {}),
          disable_notification: silent,
        });
        return { ok: true, messageId: message.message_id };
      } catch (error) {
        const refusal = readRefusal(error);
        if (!refusal) throw error;
        return { ok: false, refusal };
      }
    },

    /** Deletes a message of ours; undefined: it is gone. */
    async remove(chat: number, message: number): Promise<Refusal | undefined> {
      try {
        await api.deleteMessage(chat, message);
        return undefined;
      } catch (error) {
        const refusal = readRefusal(error);
        if (!refusal) throw error;
        return refusal;
      }
    },
  };
}

function withoutTags(html: string): string {
  const text = html.replace(/<[^>]*>/g, "");
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
