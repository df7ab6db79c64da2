import type { Message } from "grammy/types";

import { type Fields, isObject, type Upload } from "../args.ts";
import type { Core } from "../core.ts";
import { bad, notOffered, texts, wrongKind } from "../errors.ts";
import { documentOf, fileById, linkFile, photoSize, storeFile, storePhoto } from "../files.ts";
import type { Content } from "../state.ts";
import { edit } from "./talk.ts";
import {
  captionContent,
  checkReachable,
  deliver,
  formatText,
  type MethodCall,
  noRightTo,
  openChat,
  post,
  readText,
} from "./sending.ts";

type Kind = "document" | "photo";

/** One of an album. */
interface Part {
  kind: Kind;
  finish: () => Content;
}

export function sendDocument(call: MethodCall): Message {
  return sendFile(call, "document", texts.noDocument);
}

export function sendPhoto(call: MethodCall): Message {
  return sendFile(call, "photo", texts.noPhoto);
}

function sendFile(call: MethodCall, kind: Kind, missing: string): Message {
  const given = call.args.files.get(kind) ?? readFile(call, call.args.text(kind));
  if (!given) throw bad(missing);
  const caption = readText(call, "caption");
  return deliver(call, () => ({ ...media(call, kind, given), ...captionContent(caption) }));
}

/** An upload, or the id or address of a file. */
type Given = Upload | string;

/** [BA get_input_file] */
function readFile({ args }: MethodCall, value: string): Given | undefined {
  return value.startsWith("attach://") ? args.files.get(value.slice(9)) : value;
}

function media({ core }: MethodCall, kind: Kind, given: Given): Content {
  if (typeof given === "string") return sentBefore(core, kind, given);
  if (given.bytes.length === 0) throw bad(texts.emptyFile);
  if (kind === "photo") return { photo: storePhoto(core, given) };
  return { document: documentOf(storeFile(core, kind, given)) };
}

/** A file that the bot has sent or received before; addresses are never fetched. */
function sentBefore(core: Core, kind: Kind, id: string): Content {
  if (/^https?:\/\//i.test(id)) throw bad(texts.badUrl);
  const file = fileById(core, id, texts.badFileId);
  if (file.kind !== kind) throw wrongKind(file.kind, kind);
  return kind === "photo" ? { photo: [photoSize(file)] } : { document: documentOf(file) };
}

/** An album; its buttons are ignored, as Telegram does. [BA get_input_message_contents] */
export function sendMediaGroup(call: MethodCall): Message[] {
  const parts = readAlbum(call);
  const { room, reply } = openChat(call);
  if (parts.length > 10) throw bad(texts.bigAlbum);
  if (parts.length === 0) throw bad(texts.emptyAlbum);
  if (new Set(parts.map(({ kind }) => kind)).size > 1) throw bad(texts.mixedAlbum);
  const contents = parts.map(({ finish }) => finish());
  checkReachable(room, () => noRightTo(contents[0] ?? {}));
  const group = parts.length > 1 && {
    media_group_id: String(10 ** 16 + call.core.state.nextMessageId),
  };
  return contents.map((content) => post(call, room, { ...reply, ...group, ...content }));
}

function readAlbum(call: MethodCall): Part[] {
  if (call.args.text("media") === "") throw bad(texts.noMedia);
  const given = call.args.json("media");
  if (!Array.isArray(given)) throw bad(texts.mediaArray);
  return given.map((raw) => readMedia(call, isObject(raw) ? raw : {}));
}

function readMedia(call: MethodCall, item: Fields): Part {
  const field = (name: string) => (typeof item[name] === "string" ? item[name] : "");
  const kind = field("type");
  if (kind !== "photo" && kind !== "document") throw notOffered(`media ${kind} is not offered`);
  const given = readFile(call, field("media"));
  if (!given) throw bad(texts.mediaField);
  const style = { mode: field("parse_mode"), entities: item["caption_entities"] };
  const caption = formatText(call.core, field("caption"), style);
  return { kind, finish: () => ({ ...media(call, kind, given), ...captionContent(caption) }) };
}

/**
 * Another file in place of the old one or of a text, with its own caption or none.
 * [DOC; BA get_input_media; TD MessagesManager.cpp edit_message_media]
 */
export function editMessageMedia(call: MethodCall): Message {
  if (call.args.text("media") === "") throw bad(texts.noMedia);
  const given = call.args.json("media");
  if (given === undefined) throw bad(texts.mediaJson);
  if (!isObject(given)) throw bad(texts.mediaObject);
  const { finish } = readMedia(call, given);
  return edit(call, (message) => {
    if (message.media_group_id) throw notOffered("another file in an album");
    const { text, document, photo } = message;
    if (text === undefined && !document && !photo) throw bad(texts.noMediaToEdit);
    return finish();
  });
}

export function getFile({ core, args }: MethodCall) {
  const id = args.text("file_id");
  if (id === "") throw bad(texts.noFileId);
  return linkFile(core, fileById(core, id, texts.invalidFileId));
}

export function sendLocation(call: MethodCall): Message {
  const location = readPlace(call);
  return deliver(call, () => ({ location }));
}

export function sendVenue(call: MethodCall): Message {
  const location = readPlace(call);
  const venue = { location, title: call.args.text("title"), address: call.args.text("address") };
  return deliver(call, () => ({ venue, location }));
}

function readPlace({ args }: MethodCall) {
  if (args.text("latitude") === "") throw bad(texts.noLatitude);
  if (args.text("longitude") === "") throw bad(texts.noLongitude);
  return { latitude: Number(args.text("latitude")), longitude: Number(args.text("longitude")) };
}

export function sendContact(call: MethodCall): Message {
  const required = (name: string, missing: string) => {
    const value = call.args.text(name);
    if (value === "") throw bad(missing);
    return value;
  };
  const phone_number = required("phone_number", texts.noPhone);
  const first_name = required("first_name", texts.noFirstName);
  const last_name = call.args.text("last_name");
  const contact = { phone_number, first_name, ...(last_name !== "" && { last_name }) };
  return deliver(call, () => ({ contact }));
}
