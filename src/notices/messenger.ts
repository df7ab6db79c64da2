import type { Api } from "grammy";
import { type Card, inlineKeyboard } from "../bot/card.ts";
import type { SendLane } from "../bot/chat-pace.ts";
import { readRefusal, type Refusal } from "../bot/telegram-errors.ts";
import type { Parcel } from "./parcel.ts";

export type Answer = { ok: true; messageId: number } | { ok: false; refusal: Refusal };

/** Of a word to one person, who may be waiting for it: it goes before all that goes to many. */
export const ANSWER: SendLane = 0;

/** Where a message stands among all that wait to be sent. */
export interface SendPlace {
  lane: SendLane;
  /** Of two reminders that which dies first goes first. */
  notAfter?: Date;
}

export type Messenger = ReturnType<typeof createMessenger>;

type Calls = Pick<
  Api,
  | "sendMessage"
  | "sendPhoto"
  | "sendDocument"
  | "sendMediaGroup"
  | "editMessageText"
  | "editMessageCaption"
  | "deleteMessage"
>;

interface Manner extends SendPlace {
  /** Arrives without a sound. */
  silent: boolean;
  /** Without the formatting that was refused. */
  plain: boolean;
}

/**
 * The one way from what is due to Telegram: one call, no retry, and every refusal a value. An Api
 * of its own for each place in the queue costs two microseconds.
 */
export function createMessenger(apiIn: (place: SendPlace) => Calls) {
  async function post(chat: number, parcel: Parcel, manner: Manner): Promise<Answer> {
    try {
      return { ok: true, messageId: await call(apiIn(placeOf(manner)), chat, parcel, manner) };
    } catch (error) {
      const refusal = readRefusal(error);
      if (!refusal) throw error;
      return { ok: false, refusal };
    }
  }

  return {
    /** Sends or mends whatever it is; answers the message's id, of an album the first one's. */
    post,

    send: (chat: number, card: Card, manner: Manner): Promise<Answer> =>
      post(chat, { is: "message", card }, manner),

    /** Deletes a message of ours; undefined: it is gone. */
    async remove(chat: number, message: number): Promise<Refusal | undefined> {
      try {
        await apiIn({ lane: ANSWER }).deleteMessage(chat, message);
        return undefined;
      } catch (error) {
        const refusal = readRefusal(error);
        if (!refusal) throw error;
        return refusal;
      }
    },
  };
}

const placeOf = ({ lane, notAfter }: Manner): SendPlace => ({
  lane,
  ...(notAfter && { notAfter }),
});

async function call(api: Calls, chat: number, parcel: Parcel, manner: Manner): Promise<number> {
  const { silent, plain } = manner;
  const { card } = parcel;
  const text = plain ? withoutTags(card.text) : card.text;
  const mode = plain ? {} : { parse_mode: "HTML" as const };
  const keyboard = inlineKeyboard(card);
  const shown = { ...mode, ...(keyboard && { reply_markup: keyboard }) };
  const sent = { ...shown, disable_notification: silent };
  const words = text === "" ? {} : { caption: text };
  switch (parcel.is) {
    case "message":
      return (
        await api.sendMessage(chat, text, {
          ...sent,
          ...(parcel.replyTo !== undefined && {
            reply_parameters: { message_id: parcel.replyTo, allow_sending_without_reply: true },
          }),
        })
      ).message_id;
    case "photo":
      return (await api.sendPhoto(chat, parcel.fileId, { ...sent, ...words })).message_id;
    case "document":
      return (await api.sendDocument(chat, parcel.fileId, { ...sent, ...words })).message_id;
    case "album": {
      // An album has no buttons, and its words stand under the first of it.
      const media = parcel.files.map(({ kind, fileId }, at) => ({
        ...{ type: kind, media: fileId },
        ...(at === 0 && { ...words, ...mode }),
      }));
      // All are of one kind, which Telegram saw to when it took the album.
      const album = media as Parameters<Calls["sendMediaGroup"]>[1];
      const messages = await api.sendMediaGroup(chat, album, { disable_notification: silent });
      return messages[0]?.message_id ?? 0;
    }
    case "editText":
      await api.editMessageText(chat, parcel.message, text, shown);
      return parcel.message;
    case "editCaption":
      await api.editMessageCaption(chat, parcel.message, { ...shown, caption: text });
      return parcel.message;
  }
}

function withoutTags(html: string): string {
  const text = html.replace(/<[^>]*>/g, "");
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
