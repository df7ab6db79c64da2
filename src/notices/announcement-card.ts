import { packPress } from "../bot/callback-data.ts";
import type { Button, Card } from "../bot/card.ts";
import type { Speech } from "../bot/language.ts";
import { type Content, contentHtml } from "./content.ts";
import { handleOf, type Notice } from "./notice.ts";
import { mendingOf, type Parcel, parcelOf, takesButtons } from "./parcel.ts";

const NOTHING = { text: "", marks: [], files: [] };

/** An announcement as everybody gets it. */
export function announcement(speech: Speech, notice: Notice): Parcel {
  const { content = NOTHING, upload } = notice;
  const card = announcementCard(speech, notice, takesButtons(content));
  return parcelOf(withIds(content, upload?.fileIds), card);
}

/** The files by the ids they have since they were uploaded again. */
function withIds(content: Content, fileIds: readonly string[] | undefined): Content {
  if (!fileIds) return content;
  const files = content.files.map((file, at) => ({ ...file, fileId: fileIds[at] ?? file.fileId }));
  return { ...content, files };
}

/** The announcement mended where it lies. */
export function mended(speech: Speech, notice: Notice, message: number, isRead: boolean): Parcel {
  const { content = NOTHING } = notice;
  const card = announcementCard(speech, notice, takesButtons(content) && !isRead);
  return mendingOf(content, message, card);
}

function announcementCard(speech: Speech, notice: Notice, asks: boolean): Card {
  const text = contentHtml(speech, notice);
  return asks ? { text, buttons: [[readButton(speech, notice.id)]] } : { text };
}

function readButton(speech: Speech, notice: string): Button {
  return {
    label: speech.plain("button-notice-read"),
    press: packPress("kb.read", handleOf(notice)),
  };
}

/** A word to who has not pressed the button, under the message it is about. */
export function repeatParcel(speech: Speech, of: Notice, messageId: number): Parcel {
  const text = speech.html("notice-please-read", { signature: of.signature ?? "" });
  const buttons = [[readButton(speech, of.id)]];
  return { is: "message", card: { text, buttons }, replyTo: messageId };
}

/** A word to who had read what was corrected since. */
export function correctedParcel(speech: Speech, of: Notice, messageId: number | undefined): Parcel {
  const text = speech.html("notice-was-corrected", { signature: of.signature ?? "" });
  return {
    is: "message",
    card: { text },
    ...(messageId !== undefined && { replyTo: messageId }),
  };
}
