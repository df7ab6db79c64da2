import type { Api } from "grammy";
import { type Card, inlineKeyboard } from "../bot/card.ts";
import { readRefusal, type Refusal } from "../bot/telegram-errors.ts";
import { type Lane, LANES } from "./notice.ts";

export type Answer = { ok: true; messageId: number } | { ok: false; refusal: Refusal };

/** Where a message stands among all that wait to be sent. */
export interface SendPlace {
  lane: Lane;
  /** Of two reminders that which dies first goes first. */
  notAfter?: Date;
}

export type Messenger = ReturnType<typeof createMessenger>;

/**
 * The one way from what is due to Telegram: one call, no retry, and every refusal a value. An Api
 * of its own for each place in the queue costs two microseconds.
 */
export function createMessenger(
  apiIn: (place: SendPlace) => Pick<Api, "deleteMessage" | "sendMessage">,
) {
  return {
    /** silent: arrives without a sound. plain: without the formatting that was refused. */
    async send(
      chat: number,
      card: Card,
      { silent, plain, ...place }: { silent: boolean; plain: boolean } & SendPlace,
    ): Promise<Answer> {
      const keyboard = inlineKeyboard(card);
      try {
        const message = await apiIn(place).sendMessage(
          chat,
          plain ? withoutTags(card.text) : card.text,
          {
            ...(plain ? {} : { parse_mode: "HTML" }),
            ...(keyboard ? { reply_markup: keyboard } : {}),
            disable_notification: silent,
          },
        );
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
        await apiIn({ lane: LANES.reminder }).deleteMessage(chat, message);
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
