import type {
  ForceReply,
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  KeyboardButton,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from "grammy/types";

import { type Args, type Fields, isObject, parseJson } from "./args.ts";
import { bad, badButtonUrl, notOffered, texts } from "./errors.ts";
import { readLink } from "./links.ts";
import { isGroup } from "./rooms.ts";
import type { Room, Settings } from "./state.ts";

export type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply;

const actions = [
  "url",
  "callback_data",
  "web_app",
  "login_url",
  "switch_inline_query",
  "switch_inline_query_current_chat",
  "switch_inline_query_chosen_chat",
  "copy_text",
  "callback_game",
  "pay",
  "disabled",
];
const offered = new Set(["url", "callback_data", "copy_text"]);

/** Reads `reply_markup`: shapes only. @throws Refusal 400. [BA get_reply_markup] */
export function readMarkup(args: Args): Markup | undefined {
  const raw = args.text("reply_markup");
  if (raw === "") return undefined;
  const value = parseJson(raw);
  if (value === undefined) throw bad(texts.markupJson);
  if (!isObject(value)) throw bad(texts.markupObject);
  if ("keyboard" in value) return readReplyKeyboard(value);
  if ("inline_keyboard" in value) return readInline(value);
  if (value["remove_keyboard"] === true) return { remove_keyboard: true };
  return value["force_reply"] === true ? { force_reply: true } : undefined;
}

/** An edit takes inline keyboards only. @throws Refusal 400. [TD ReplyMarkup.cpp] */
export function checkInline(markup: Markup | undefined): void {
  if (markup && !("inline_keyboard" in markup)) throw bad(texts.inlineExpected);
}

function readReplyKeyboard(value: Fields): ReplyKeyboardMarkup {
  const rows = value["keyboard"];
  if (!Array.isArray(rows)) throw bad(texts.keyboardArray);
  const keyboard = rows.map((row: unknown) => {
    if (!Array.isArray(row)) throw bad(texts.keyboardRows);
    return row.map(readKey).filter(({ text }) => text !== "");
  });
  const flags = Object.entries(value).filter(([name]) => name !== "keyboard");
  return { keyboard, ...Object.fromEntries(flags) };
}

function readKey(raw: unknown): KeyboardButton.CommonButton {
  const key: Fields = isObject(raw) ? raw : { text: raw };
  return { ...key, text: fieldText(key, "text") };
}

function readInline(value: Fields): InlineKeyboardMarkup {
  const rows = value["inline_keyboard"];
  if (!Array.isArray(rows)) throw bad(texts.inlineArray);
  const inline_keyboard = rows.map((row: unknown) => {
    if (!Array.isArray(row)) throw bad(texts.inlineRows);
    return row.map(readInlineButton).filter((button) => button.text !== "");
  });
  return { inline_keyboard: inline_keyboard.filter((row) => row.length > 0) };
}

function readInlineButton(raw: unknown): InlineKeyboardButton {
  const button: Fields = isObject(raw) ? raw : {};
  const action = actions.find((name) => name in button && button[name] !== "");
  if (!action) throw bad(texts.textButton);
  if (!offered.has(action)) throw notOffered(`the button ${action} is not offered`);
  const style = button["style"] as "danger" | "success" | "primary" | undefined;
  const look = { text: fieldText(button, "text").trim(), ...(style && { style }) };
  if (action === "url") return { ...look, url: fieldText(button, "url") };
  if (action === "callback_data") {
    return { ...look, callback_data: fieldText(button, "callback_data") };
  }
  const copy = button["copy_text"];
  return { ...look, copy_text: { text: isObject(copy) ? fieldText(copy, "text") : "" } };
}

function fieldText(button: Fields, name: string): string {
  const value = button[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** Links and questions, as the library behind the server sees them. @throws Refusal 400. [TD] */
export function checkLinks(markup: Markup | undefined, room: Room): void {
  for (const key of isGroup(room) && markup && "keyboard" in markup ? markup.keyboard.flat() : []) {
    if (isObject(key) && key["request_contact"] === true) throw bad(texts.phonePrivate);
    if (isObject(key) && key["request_location"] === true) throw bad(texts.locationPrivate);
  }
  for (const button of inlineButtons(markup)) {
    if (!("url" in button)) continue;
    if (readLink(button.url) !== undefined) continue;
    const isOther = /^[a-z][a-z0-9+.-]*:\/\//i.test(button.url) && !/^https?:/i.test(button.url);
    throw badButtonUrl(button.url, isOther ? "Unsupported URL protocol" : "Wrong HTTP URL");
  }
}

/** Data and size, as Telegram's servers see them. @throws Refusal 400. [OBS] */
export function checkButtons(markup: Markup | undefined, settings: Settings): void {
  const buttons = inlineButtons(markup);
  for (const button of buttons) {
    if (!("callback_data" in button)) continue;
    if (Buffer.byteLength(button.callback_data) > settings.callbackBytes) {
      throw bad(texts.buttonData);
    }
  }
  const large = markup && Buffer.byteLength(JSON.stringify(markup)) > settings.markupBytes;
  if (large || buttons.length > settings.inlineButtons) throw bad(texts.longMarkup);
}

export function inlineButtons(markup: Markup | undefined): InlineKeyboardButton[] {
  return markup && "inline_keyboard" in markup ? markup.inline_keyboard.flat() : [];
}

/** The inline keyboard as it is stored with a message; without buttons it is none. */
export function inlineOf(markup: Markup | undefined): InlineKeyboardMarkup | undefined {
  return markup && inlineButtons(markup).length > 0 && "inline_keyboard" in markup
    ? markup
    : undefined;
}

export const labelOf = (button: KeyboardButton) =>
  typeof button === "string" ? button : button.text;
