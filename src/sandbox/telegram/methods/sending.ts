import type {
  InlineKeyboardMarkup,
  Message,
  MessageEntity,
  ReplyKeyboardMarkup,
} from "grammy/types";

import { type Args, isObject, without } from "../args.ts";
import { type Core, nowS } from "../core.ts";
import { bad, forbidden, noRight, notOffered, type Refusal, texts } from "../errors.ts";
import { type Formatted, parseHtml } from "../html.ts";
import { checkButtons, checkLinks, inlineOf, type Markup, readMarkup } from "../keyboards.ts";
import { readLink } from "../links.ts";
import {
  botUser,
  chatOf,
  findEntry,
  isGroup,
  keepMessage,
  knownChat,
  nextMessageId,
  tell,
  userOf,
} from "../rooms.ts";
import type { Content, Entry, Room } from "../state.ts";
import { checkedText, cleanText } from "../text.ts";

/** One call of the bot; `note` tells the ledger which messages it made, and whom it met if not by `chat_id`. */
export interface MethodCall {
  core: Core;
  args: Args;
  signal: AbortSignal;
  note: { person?: number; message_ids: number[] };
}
export type Method = (call: MethodCall) => unknown;

/** Code points. [TD MessageContent.cpp] */
export const maxText = 4_096;
export const maxCaption = 1_024;
const maxBytes = 32_768;

/** Reads a text or caption with its formatting; shapes only. @throws Refusal 400. [BA] */
export function readText({ core, args }: MethodCall, name: "text" | "caption"): Formatted {
  return formatText(core, args.text(name), {
    mode: args.text("parse_mode"),
    entities: args.json(name === "text" ? "entities" : "caption_entities"),
  });
}

export function formatText(
  core: Core,
  text: string,
  { mode, entities }: { mode: string; entities: unknown },
): Formatted {
  if (Buffer.byteLength(text) > maxBytes) throw bad(texts.longBytes);
  const wanted = mode.toLowerCase();
  if (wanted.startsWith("markdown")) throw notOffered(`parse_mode ${mode} is not offered`);
  if (wanted === "html") return withMentions(core, parseHtml(text));
  if (wanted !== "" && wanted !== "none") throw bad(texts.parseMode);
  return withMentions(core, { text, entities: readEntities(entities, text.length) });
}

/** Own entities instead of a parse mode. [TD MessageEntity.cpp get_message_entities] */
function readEntities(value: unknown, length: number): MessageEntity[] {
  const entities = Array.isArray(value) ? value.filter(isObject) : [];
  return entities.map((raw) => {
    const entity = raw as unknown as MessageEntity;
    if (entity.offset + entity.length > length) {
      const at = `Entity beginning at UTF-16 offset ${entity.offset}`;
      throw bad(`${at} ends after the end of the text at UTF-16 offset ${length}`);
    }
    if (entity.type === "text_link" && readLink(entity.url) === undefined) {
      throw notOffered("a refused link among own entities");
    }
    return entity;
  });
}

/** `tg://user?id=` names a person the bot knows; of others the link is dropped. */
function withMentions(core: Core, { text, entities }: Formatted): Formatted {
  const named = entities.flatMap((entity): MessageEntity[] => {
    const id = entity.type === "text_link" && /^tg:\/\/user\?id=(\d+)$/.exec(entity.url)?.[1];
    if (!id) return [entity];
    const person = core.state.people.get(Number(id));
    const { offset, length } = entity;
    return person?.known ? [{ type: "text_mention", offset, length, user: userOf(person) }] : [];
  });
  return { text, entities: named };
}

/** The caption as part of a message; an empty one is none. */
export function captionContent(raw: Formatted, tooLong: string = texts.longCaption): Content {
  if (cleanText(raw).text === "") return {};
  const { text, entities } = checkedText(raw, maxCaption, tooLong);
  return { caption: text, ...(entities.length > 0 && { caption_entities: entities }) };
}

export function textContent(raw: Formatted, tooLong: string = texts.longText): Content {
  const { text, entities } = checkedText(raw, maxText, tooLong);
  return { text, ...(entities.length > 0 && { entities }) };
}

/**
 * Sends one message in the order of the real server: markup, chat, reply, content, links, then
 * what Telegram's own servers refuse. [BA, TD]
 */
export function deliver(
  call: MethodCall,
  finish: () => Content,
  muted: (content: Content) => Refusal = noRightTo,
): Message {
  const markup = readMarkup(call.args);
  const { room, reply } = openChat(call);
  const content = finish();
  checkLinks(markup, room);
  checkReachable(room, () => muted(content));
  checkButtons(markup, call.core.state.settings);
  return post(call, room, { ...reply, ...content }, markup);
}

/** The chat and what is replied to. */
export function openChat({ core, args }: MethodCall): { room: Room; reply: Content } {
  const room = knownChat(core, args.text("chat_id"), "write");
  return { room, reply: readReply(args, room) };
}

function readReply(args: Args, room: Room): Content {
  const given = args.json("reply_parameters");
  const old = { message_id: args.integer("reply_to_message_id", 0) };
  const wanted = isObject(given) ? given : old;
  const id = Number(wanted["message_id" as keyof typeof wanted]);
  if (!id) return {};
  const entry = findEntry(room, id);
  if (entry) return { reply_to_message: replyOf(entry.message) };
  const lenient = isObject(given)
    ? given["allow_sending_without_reply"] === true
    : args.flag("allow_sending_without_reply");
  if (!lenient) throw bad(texts.noReply);
  return {};
}

/** A replied-to message does not carry its own reply again. */
export const replyOf = (message: Message) =>
  without(message, "reply_to_message") as NonNullable<Message["reply_to_message"]>;

const kinds = ["photo", "document", "contact", "venue", "location"] as const;

/** [TD MessageContent.cpp can_send_message_content; of texts OBS too] */
export function noRightTo(content: Content): Refusal {
  const kind = kinds.find((part) => part in content);
  return noRight(kind ? `${kind}s` : "text messages");
}

/**
 * Whom a message cannot reach. [TD MessagesManager.cpp]
 * @param muted what a group says that muted the bot
 */
export function checkReachable(room: Room, muted?: () => Refusal): void {
  if (isGroup(room)) {
    if (room.bot === "muted") throw muted?.() ?? notOffered("this in a group that muted the bot");
    return;
  }
  if (room.blocked) throw forbidden(texts.blocked);
  if (!room.started) throw forbidden(texts.notStarted);
}

/** Stores a message of the bot and shows it. */
export function post(
  { core, note, args }: MethodCall,
  room: Room,
  content: Content,
  markup?: Markup,
): Message {
  const inline = inlineOf(markup);
  const message: Message = {
    message_id: nextMessageId(core, room),
    from: botUser(core.state),
    chat: chatOf(room),
    date: nowS(core),
    ...content,
    ...(args.flag("protect_content") && { has_protected_content: true }),
    ...(inline && { reply_markup: inline }),
  };
  const entry: Entry = {
    message,
    fromBot: true,
    fixed: !!markup && !("inline_keyboard" in markup),
  };
  note.message_ids.push(message.message_id);
  keepMessage(core, room, entry);
  if (entry.fixed && markup) showKeyboard(core, room, markup);
  return message;
}

function showKeyboard(core: Core, room: Room, markup: Markup): void {
  const keyboard: ReplyKeyboardMarkup | null = "keyboard" in markup ? markup : null;
  room.keyboard = keyboard;
  tell(core, room, "keyboard", { keyboard });
}

/**
 * Puts new content into a message of the bot; without any only the buttons change.
 * @throws Refusal 400 where nothing would change.
 */
export function change(
  { core, note }: MethodCall,
  room: Room,
  entry: Entry,
  content: Content | undefined,
  inline: InlineKeyboardMarkup | undefined,
): Message {
  const kept = without(entry.message, "reply_markup");
  const media = without(kept, "text", "entities", "caption", "caption_entities");
  const isNew = content && ("photo" in content || "document" in content);
  const rest = isNew ? without(media, "photo", "document") : media;
  const body = content ? { ...rest, ...content } : kept;
  const message: Message = { ...body, ...(inline && { reply_markup: inline }) };
  if (sameContent(message, entry.message)) throw bad(texts.notModified);
  entry.message = { ...message, edit_date: nowS(core) };
  note.message_ids.push(message.message_id);
  core.activity++;
  tell(core, room, "edit", { message: entry.message });
  return entry.message;
}

/** Compares what was read: `<b>a</b>` is `<strong>a</strong>`. */
function sameContent(one: Message, other: Message): boolean {
  const parts = (message: Message) => [
    message.text,
    message.entities,
    message.caption,
    message.caption_entities,
    message.photo?.at(-1)?.file_unique_id,
    message.document?.file_unique_id,
    message.reply_markup,
  ];
  return JSON.stringify(parts(one)) === JSON.stringify(parts(other));
}
