import { type Api, InputFile } from "grammy";
import type { Message } from "grammy/types";
import { type Card, inlineKeyboard } from "../bot/card.ts";
import type { SendLane } from "../bot/chat-pace.ts";
import { readRefusal, type Refusal } from "../bot/telegram-errors.ts";
import { LANES } from "./notice.ts";
import type { Original } from "./original-repository.ts";
import type { Parcel } from "./parcel.ts";

export type Answer =
  /** Of files that were uploaded, the ids they have from now on. */
  { ok: true; messageId: number; fileIds?: string[] } | { ok: false; refusal: Refusal };

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
  | "editMessageMedia"
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
 * of its own for each place in the queue costs two microseconds. Where paid broadcasts are on, only
 * what goes to many by hand may cost Stars: reminders and answers never do.
 */
export function createMessenger(apiIn: (place: SendPlace) => Calls, paidBroadcasts = false) {
  async function post(
    chat: number,
    parcel: Parcel,
    manner: Manner,
    originals?: readonly Original[],
  ): Promise<Answer> {
    try {
      const paid = paidBroadcasts && manner.lane === LANES.broadcast;
      const how = { ...manner, ...(originals && { originals }), ...(paid && { paid }) };
      const sent = await call(apiIn(placeOf(manner)), chat, parcel, how);
      return { ok: true, ...sent };
    } catch (error) {
      const refusal = readRefusal(error);
      if (!refusal) throw error;
      return { ok: false, refusal };
    }
  }

  return {
    /**
     * Sends or mends whatever it is; answers the message's id, of an album the first one's. With
     * originals its files are uploaded.
     */
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

type Sent = { messageId: number; fileIds?: string[] };

async function call(
  api: Calls,
  chat: number,
  parcel: Parcel,
  { silent, plain, originals, paid }: Manner & { originals?: readonly Original[]; paid?: boolean },
): Promise<Sent> {
  const { card } = parcel;
  const text = plain ? withoutTags(card.text) : card.text;
  const mode = plain ? {} : { parse_mode: "HTML" as const };
  const keyboard = inlineKeyboard(card);
  const shown = { ...mode, ...(keyboard && { reply_markup: keyboard }) };
  const sending = { disable_notification: silent, ...(paid && { allow_paid_broadcast: true }) };
  const sent = { ...shown, ...sending };
  const words = text === "" ? {} : { caption: text };
  switch (parcel.is) {
    case "message":
      return sentAs(
        await api.sendMessage(chat, text, {
          ...sent,
          ...(parcel.replyTo !== undefined && {
            reply_parameters: { message_id: parcel.replyTo, allow_sending_without_reply: true },
          }),
        }),
      );
    case "photo":
      return sentAs(await api.sendPhoto(chat, fileOf(parcel, 0), { ...sent, ...words }));
    case "document":
      return sentAs(await api.sendDocument(chat, fileOf(parcel, 0), { ...sent, ...words }));
    case "album": {
      // An album has no buttons, and its words stand under the first of it.
      const media = parcel.files.map((file, at) => ({
        ...{ type: file.kind, media: fileOf(file, at) },
        ...(at === 0 && { ...words, ...mode }),
      }));
      // All are of one kind, which Telegram saw to when it took the album.
      const album = media as Parameters<Calls["sendMediaGroup"]>[1];
      return sentAs(...(await api.sendMediaGroup(chat, album, sending)));
    }
    case "editText":
      await api.editMessageText(chat, parcel.message, text, shown);
      return { messageId: parcel.message };
    case "editCaption":
      await api.editMessageCaption(chat, parcel.message, { ...shown, caption: text });
      return { messageId: parcel.message };
    case "editPicture": {
      const media = new InputFile(parcel.bytes, "gambar.png");
      const photo = { type: "photo" as const, media, ...words, ...mode };
      const under = keyboard && { reply_markup: keyboard };
      await api.editMessageMedia(chat, parcel.message, photo, under);
      return { messageId: parcel.message };
    }
  }

  function fileOf({ fileId }: { fileId: string }, at: number): string | InputFile {
    const original = originals?.[at];
    return original ? new InputFile(original.bytes, original.name || "foto.jpg") : fileId;
  }
}

/** The first of the messages, and the files of all. */
function sentAs(...messages: readonly Message[]): Sent {
  const fileIds = messages.flatMap(
    ({ photo, document }) => photo?.at(-1)?.file_id ?? document?.file_id ?? [],
  );
  const messageId = messages[0]?.message_id ?? 0;
  return { messageId, ...(fileIds.length && { fileIds }) };
}

function withoutTags(html: string): string {
  const text = html.replace(/<[^>]*>/g, "");
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
