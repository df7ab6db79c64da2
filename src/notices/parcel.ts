import type { Card } from "../bot/card.ts";
import type { Content, SentFile } from "./content.ts";

/** What goes over the wire in one call: the card's text is the text, or what stands under a file. */
export type Parcel =
  | { is: "message"; card: Card; replyTo?: number }
  | { is: "photo" | "document"; fileId: string; card: Card }
  | { is: "album"; files: readonly SentFile[]; card: Card }
  | { is: "editPicture"; message: number; bytes: Buffer; card: Card }
  | { is: "editText" | "editCaption"; message: number; card: Card };

/** The content of a notice with its words on the card. */
export function parcelOf({ files }: Content, card: Card): Parcel {
  const [file, second] = files;
  if (!file) return { is: "message", card };
  if (second) return { is: "album", files, card };
  return { is: file.kind, fileId: file.fileId, card };
}

/** The same where it lies already: only the words and the buttons change. */
export function mendingOf({ files }: Content, message: number, card: Card): Parcel {
  return { is: files.length ? "editCaption" : "editText", message, card };
}

/** Telegram puts no buttons under an album. */
export const takesButtons = ({ album, files }: Content) => album === undefined && files.length < 2;
