import { type Html, joinHtml, type Mark, markedHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { withCode } from "./notice-code.ts";
import { localDate, localTime, showShortDate, showTime } from "../dates.ts";

export const FILE_KINDS = ["photo", "document"] as const;

/** A file that lies at Telegram; it goes to everybody by this id. */
export interface SentFile {
  kind: (typeof FILE_KINDS)[number];
  fileId: string;
  /** Message it came with: the same message twice is one file. */
  message: number;
}

/** What a notice says, as its author wrote it. More than one file is an album. */
export interface Content {
  text: string;
  marks: Mark[];
  files: SentFile[];
  /** Telegram's id of the album. */
  album?: string;
}

/** As much of a message as is read: grammY's fits. */
export interface Written {
  message_id: number;
  text?: string;
  entities?: readonly Mark[];
  caption?: string;
  caption_entities?: readonly Mark[];
  photo?: readonly { file_id: string }[];
  document?: { file_id: string };
  media_group_id?: string;
}

/** Telegram's limits, in code points, less what the bot adds: who it is from, and a code. */
const ADDED = 196;
const LIMITS = { text: 4_096 - ADDED, caption: 1_024 - ADDED };

export type ContentProblem =
  { reason: "notOffered" } | { reason: "tooLong"; length: number; limit: number };

/** Reads what was sent as a notice: a text, a photo, a document, or one piece of an album. */
export function readContent(
  written: Written,
): { ok: true; content: Content } | { ok: false; problem: ContentProblem } {
  const { message_id: message, photo, document, media_group_id: album } = written;
  const text = written.text ?? written.caption ?? "";
  const marks = (written.entities ?? written.caption_entities ?? []).flatMap(markOf);
  const files: SentFile[] = [
    ...(photo ? [{ kind: "photo" as const, fileId: photo.at(-1)?.file_id ?? "", message }] : []),
    ...(document ? [{ kind: "document" as const, fileId: document.file_id, message }] : []),
  ];
  if (!files.length && written.text === undefined)
    return { ok: false, problem: { reason: "notOffered" } };
  const limit = files.length ? LIMITS.caption : LIMITS.text;
  const length = Array.from(text).length;
  if (length > limit) return { ok: false, problem: { reason: "tooLong", length, limit } };
  return { ok: true, content: { text, marks, files, ...(album !== undefined && { album }) } };
}

/** Whether a correction of this length still fits where the content stands. */
export function fitsAgain(content: Content, { files }: Content): boolean {
  const limit = files.length ? LIMITS.caption : LIMITS.text;
  return content.files.length === 0 && Array.from(content.text).length <= limit;
}

/** An album with one more piece; the same piece twice is one. */
export function withPiece(album: Content, piece: Content): Content {
  const rest = album.files.filter(
    ({ message }) => !piece.files.some((file) => file.message === message),
  );
  const files = [...rest, ...piece.files].sort((a, b) => a.message - b.message);
  const words = album.text === "" ? { text: piece.text, marks: piece.marks } : {};
  return { ...album, ...words, files };
}

const KEPT = new Set([
  ...["bold", "italic", "underline", "strikethrough", "spoiler"],
  ...["code", "pre", "blockquote", "text_link"],
]);

/** Links, names and commands in the text are found again by Telegram. */
function markOf({ type, offset, length, url }: Mark): Mark[] {
  if (!KEPT.has(type)) return [];
  return [{ type, offset, length, ...(url !== undefined && { url }) }];
}

/** What is read of a notice: the words, whose they are, and whether they were corrected. */
export interface Signed {
  content?: Content;
  signature?: string;
  correctedAt?: Date;
  code?: string;
}

/** The text as it arrives. */
export function contentHtml(speech: Speech, notice: Signed): Html {
  const { content, signature, correctedAt, code } = notice;
  const corrected = correctedAt && {
    date: showShortDate(localDate(correctedAt), speech.language),
    time: showTime(localTime(correctedAt), speech.language),
  };
  const text = joinHtml(
    [
      ...(content?.text ? [markedHtml(content.text, content.marks)] : []),
      ...(signature ? [speech.html("notice-signature", { signature: clip(signature) })] : []),
      ...(corrected ? [speech.html("notice-corrected", corrected)] : []),
    ],
    "\n\n",
  );
  return withCode(speech, text, code);
}

const clip = (signature: string) => Array.from(signature).slice(0, 100).join("");

/** The first words, for lists and buttons. */
export function titleOf({ content }: Signed, signs = 20): string {
  const words = (content?.text ?? "").replace(/\s+/g, " ").trim();
  const letters = Array.from(words);
  return letters.length > signs ? `${letters.slice(0, signs - 1).join("")}…` : words;
}
