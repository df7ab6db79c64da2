import type {
  BotDescription,
  BotName,
  BotShortDescription,
  ChatFullInfo,
  ChatMember,
  MenuButton,
  Message,
  MessageId,
  WebhookInfo,
} from "grammy/types";

import { isObject } from "../args.ts";
import { type Core, nowMs } from "../core.ts";
import { bad, conflict, notOffered, texts, tooManyRequests } from "../errors.ts";
import { botMember, personMember, rights } from "../groups.ts";
import { botUser, chatOf, findEntry, isGroup, knownChat, userOf } from "../rooms.ts";
import type { Content, Entry } from "../state.ts";
import { dropExpired, setAllowed } from "../updates.ts";
import { captionContent, deliver, type MethodCall, readText } from "./sending.ts";

/** Two within this time are one too many. [BA] */
const webhookPauseMs = 1_000;
const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

export function setWebhook(call: MethodCall): true {
  const { core, args } = call;
  const url = args.text("url").trim();
  checkUrl(url);
  const secret = args.text("secret_token");
  if (secret.length > 256) throw bad(texts.secretLong);
  if (!/^[A-Za-z0-9_-]*$/.test(secret)) throw bad(texts.secretSigns);
  if (Math.abs(nowMs(core) - core.webhookSetAt) < webhookPauseMs) throw tooManyRequests(1);
  core.webhookSetAt = nowMs(core);
  if (args.has("allowed_updates")) setAllowed(core, args.json("allowed_updates"));
  if (args.flag("drop_pending_updates")) core.state.queue = [];
  const maxConnections = args.integer("max_connections", 40, 1, 100);
  core.state.webhook = url === "" ? null : { url, secret, maxConnections };
  core.polling.end(conflict(texts.webhookSet));
  core.sender?.pump();
  return true;
}

/** Telegram's own checks first; what is left over must lie on this machine. [BA] */
function checkUrl(url: string): void {
  if (url === "") return;
  const full = url.includes("://") ? url : `https://${url}`;
  if (!URL.canParse(full)) throw bad(texts.webhookUrl);
  const { protocol, hostname, port } = new URL(full);
  if (protocol === "http:" && loopback.has(hostname)) return;
  if (protocol !== "https:") throw bad(texts.webhookHttps);
  if (!["", "80", "88", "443", "8443"].includes(port)) throw bad(texts.webhookPort);
  throw notOffered("a webhook is delivered to plain HTTP on this machine only");
}

export function getWebhookInfo({ core }: MethodCall): WebhookInfo {
  dropExpired(core);
  const { webhook, queue, allowed } = core.state;
  const error = webhook?.lastError;
  return {
    url: webhook?.url ?? "",
    has_custom_certificate: false,
    pending_update_count: queue.length,
    ...(webhook && { max_connections: webhook.maxConnections }),
    ...(allowed && { allowed_updates: allowed as NonNullable<WebhookInfo["allowed_updates"]> }),
    ...(error && { last_error_date: error.date, last_error_message: error.message }),
  };
}

export function copyMessage(call: MethodCall): MessageId {
  const { message } = findSource(call, texts.noCopy);
  const raw = readText(call, "caption");
  const caption = call.args.has("caption") ? captionContent(raw) : {};
  const { message_id } = deliver(
    call,
    () => ({ ...contentOf(message), ...caption }),
    () => bad(texts.cantCopy),
  );
  return { message_id };
}

export function forwardMessage(call: MethodCall): Message {
  const { message } = findSource(call, texts.noForward);
  const sender_user = message.from ?? botUser(call.core.state);
  const forward_origin = { type: "user" as const, sender_user, date: message.date };
  return deliver(
    call,
    () => ({ ...contentOf(message), forward_origin }),
    () => bad(texts.cantForward),
  );
}

function findSource({ core, args }: MethodCall, missing: string): Entry {
  const from = knownChat(core, args.text("from_chat_id"), "read");
  const entry = findEntry(from, args.integer("message_id", 0));
  if (!entry) throw bad(missing);
  return entry;
}

const copied = [
  ...["text", "entities", "caption", "caption_entities", "document", "photo", "voice"],
  ...["sticker", "contact", "location", "venue"],
];

function contentOf(message: Message): Content {
  return Object.fromEntries(Object.entries(message).filter(([name]) => copied.includes(name)));
}

export function getChat({ core, args }: MethodCall): ChatFullInfo {
  const room = knownChat(core, args.text("chat_id"), "read");
  const chat = chatOf(room);
  return {
    ...(chat.type === "private" ? chat : { ...chat, permissions: rights(true) }),
    accent_color_id: Math.abs(room.id) % 7,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: true,
      limited_gifts: true,
      unique_gifts: true,
      premium_subscription: true,
      gifts_from_channels: true,
    },
  };
}

export function getChatMember({ core, args }: MethodCall): ChatMember {
  const id = args.integer("user_id", 0);
  const isBot = id === core.state.bot.id;
  const room = knownChat(core, args.text("chat_id"), isBot ? "read" : "members");
  if (isGroup(room)) {
    const person = core.state.people.get(id);
    if (!isBot && !person?.known) throw bad(texts.noMember);
    return person ? personMember(room, person) : botMember(core, room);
  }
  if (!isBot && id !== room.id) throw bad(texts.noMember);
  return { status: "member", user: isBot ? botUser(core.state) : userOf(room) };
}

const NAMES = { name: 64, description: 512, short_description: 120 } as const;
type Word = keyof typeof NAMES;

/** The default name is the bot's own: `getMe` shows it too. [DOC] */
export function setMyName(call: MethodCall): true {
  const { core, args } = call;
  const name = args.text("name");
  const isDefault = args.text("language_code") === "";
  if (isDefault && name === "") throw notOffered("a bot without a name");
  keepWords(call, "name");
  if (isDefault) core.state.bot = { ...core.state.bot, first_name: name };
  return true;
}

export function getMyName(call: MethodCall): BotName {
  const { name } = wordsOf(call, "name");
  const isDefault = call.args.text("language_code") === "";
  return { name: isDefault ? call.core.state.bot.first_name : name };
}

export const setMyDescription = (call: MethodCall) => keepWords(call, "description");
export const getMyDescription = (call: MethodCall): BotDescription => wordsOf(call, "description");
export const setMyShortDescription = (call: MethodCall) => keepWords(call, "short_description");
export const getMyShortDescription = (call: MethodCall): BotShortDescription =>
  wordsOf(call, "short_description");

/** What Telegram says to longer words is not known, so they are not taken. */
function keepWords(call: MethodCall, name: Word): true {
  const words = call.args.text(name);
  const limit = NAMES[name];
  if ([...words].length > limit) throw notOffered(`a ${name} of more than ${limit} characters`);
  call.core.state.words.set(wordKey(call, name), words);
  return true;
}

/**
 * Of a language without words of its own this answers "". Whether Telegram answers the default
 * instead is not said [DOC], so a bot must do with either.
 */
function wordsOf<Name extends Word>(call: MethodCall, name: Name): Record<Name, string> {
  const words = call.core.state.words.get(wordKey(call, name)) ?? "";
  return { [name]: words } as Record<Name, string>;
}

/** Two small letters, or none for everybody else. [TD BotCommand.cpp, BotInfoManager.cpp] */
function wordKey({ args }: MethodCall, name: Word): string {
  const language = args.text("language_code");
  if (!/^([a-z]{2})?$/.test(language)) throw bad(texts.badLanguage);
  return `${name}|${language}`;
}

export function setChatMenuButton({ core, args }: MethodCall): true {
  const button = args.json("menu_button");
  const type = isObject(button) ? button["type"] : "default";
  if (type !== "default" && type !== "commands") throw notOffered("that menu button");
  core.state.words.set(`menu|${menuChat(core, args.text("chat_id"))}`, type);
  return true;
}

/** A chat without a button of its own has the bot's. [DOC] */
export function getChatMenuButton({ core, args }: MethodCall): MenuButton {
  const { words } = core.state;
  const own = words.get(`menu|${menuChat(core, args.text("chat_id"))}`);
  const type = own === "default" || own === undefined ? words.get("menu|") : own;
  return { type: type === "commands" ? "commands" : "default" };
}

const menuChat = (core: Core, id: string) => (id === "" ? "" : knownChat(core, id, "read").id);
