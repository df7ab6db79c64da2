import type {
  InlineKeyboardMarkup,
  Message,
  MessageEntity,
  ReplyKeyboardMarkup,
} from "grammy/types";

import { type Args, isObject, without } from "../args.ts";
import { type Core, keepMessage, knownChat, nextMessageId, nowS } from "../core.ts";
import { bad, forbidden, notOffered, texts } from "../errors.ts";
import { type Formatted, parseHtml } from "../html.ts";
import { checkButtons, checkLinks, inlineOf, type Markup, readMarkup } from "../keyboards.ts";
import { readLink } from "../links.ts";
import { botUser, chatOf, type Content, type Entry, type Person, userOf } from "../state.ts";
import { checkedText, cleanText } from "../text.ts";

/** One call of the bot; `note` tells the ledger whom it met and which messages it made. */
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
export function deliver(call: MethodCall, finish: () => Content): Message {
  const markup = readMarkup(call.args);
  const { person, reply } = openChat(call);
  const content = finish();
  checkLinks(markup);
  checkReachable(person);
  checkButtons(markup, call.core.state.settings);
  return post(call, person, { ...reply, ...content }, markup);
}

/** The chat and what is replied to. */
export function openChat(call: MethodCall): { person: Person; reply: Content } {
  const person = knownChat(call.core, call.args.text("chat_id"));
  call.note.person = person.id;
  return { person, reply: readReply(call.args, person) };
}

function readReply(args: Args, person: Person): Content {
  const given = args.json("reply_parameters");
  const old = { message_id: args.integer("reply_to_message_id", 0) };
  const wanted = isObject(given) ? given : old;
  const id = Number(wanted["message_id" as keyof typeof wanted]);
  if (!id) return {};
  const entry = person.messages.get(id);
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

/** Whom a message cannot reach. [BA check_chat, TD MessagesManager.cpp] */
export function checkReachable(person: Person): void {
  if (person.deactivated) throw forbidden(texts.deactivated);
  if (person.blocked) throw forbidden(texts.blocked);
  if (!person.started) throw forbidden(texts.notStarted);
}

/** Stores a message of the bot and shows it. */
export function post(
  { core, note, args }: MethodCall,
  person: Person,
  content: Content,
  markup?: Markup,
): Message {
  const inline = inlineOf(markup);
  const message: Message = {
    message_id: nextMessageId(core),
    from: botUser(core.state),
    chat: chatOf(person),
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
  keepMessage(core, person, entry);
  if (entry.fixed && markup) showKeyboard(core, person, markup);
  return message;
}

function showKeyboard(core: Core, person: Person, markup: Markup): void {
  const shown: ReplyKeyboardMarkup | null = "keyboard" in markup ? markup : null;
  person.keyboard = shown;
  core.events.emit("keyboard", { person: person.id, keyboard: shown });
}

/**
 * Puts new content into a message of the bot; without any only the buttons change.
 * @throws Refusal 400 where nothing would change.
 */
export function change(
  { core, note }: MethodCall,
  person: Person,
  entry: Entry,
  content: Content | undefined,
  inline: InlineKeyboardMarkup | undefined,
): Message {
  const kept = without(entry.message, "reply_markup");
  const media = without(kept, "text", "entities", "caption", "caption_entities");
  const body = content ? { ...media, ...content } : kept;
  const message: Message = { ...body, ...(inline && { reply_markup: inline }) };
  if (sameContent(message, entry.message)) throw bad(texts.notModified);
  entry.message = { ...message, edit_date: nowS(core) };
  note.message_ids.push(message.message_id);
  core.activity++;
  core.events.emit("edit", { person: person.id, message: entry.message });
  return entry.message;
}

/** Compares what was read: `<b>a</b>` is `<strong>a</strong>`. */
function sameContent(one: Message, other: Message): boolean {
  const parts = (message: Message) => [
    message.text,
    message.entities,
    message.caption,
    message.caption_entities,
    message.reply_markup,
  ];
  return JSON.stringify(parts(one)) === JSON.stringify(parts(other));
}
