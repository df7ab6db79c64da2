import type { Message } from "grammy/types";

import { type Fields, isObject, type Upload } from "../args.ts";
import { bad, notOffered, texts, wrongKind } from "../errors.ts";
import { documentOf, fileById, linkFile, photoSize, storeFile, storePhoto } from "../files.ts";
import type { Content, StoredFile } from "../state.ts";
import {
  captionContent,
  checkReachable,
  deliver,
  formatText,
  type MethodCall,
  openChat,
  post,
  readText,
} from "./sending.ts";

type Kind = "document" | "photo";

export function sendDocument(call: MethodCall): Message {
  return sendFile(call, "document", texts.noDocument);
}

export function sendPhoto(call: MethodCall): Message {
  return sendFile(call, "photo", texts.noPhoto);
}

function sendFile(call: MethodCall, kind: Kind, missing: string): Message {
  const given = call.args.files.get(kind) ?? readFile(call, call.args.text(kind));
  if (given === undefined) throw bad(missing);
  const caption = readText(call, "caption");
  return deliver(call, () => ({ ...media(call, kind, given), ...captionContent(caption) }));
}

type Given = Upload | StoredFile;

/** An upload by `attach://`, or a file the bot has sent or received before. [BA get_input_file] */
function readFile({ core, args }: MethodCall, value: string): Given | undefined {
  if (value.startsWith("attach://")) return args.files.get(value.slice(9));
  if (value === "") return undefined;
  if (/^https?:\/\//i.test(value)) throw bad(texts.badUrl);
  return fileById(core, value, texts.badFileId);
}

function media({ core }: MethodCall, kind: Kind, given: Given): Content {
  if ("uniqueId" in given) {
    if (given.kind !== kind) throw wrongKind(given.kind, kind);
    return kind === "photo" ? { photo: [photoSize(given)] } : { document: documentOf(given) };
  }
  if (given.bytes.length === 0) throw bad(texts.emptyFile);
  if (kind === "photo") return { photo: storePhoto(core, given) };
  return { document: documentOf(storeFile(core, kind, given)) };
}

/** An album; its buttons are ignored, as Telegram does. [BA get_input_message_contents] */
export function sendMediaGroup(call: MethodCall): Message[] {
  const parts = readAlbum(call);
  const { person, reply } = openChat(call);
  const contents = parts.map((part) => part());
  checkReachable(person);
  const group = parts.length > 1 && {
    media_group_id: String(10 ** 16 + call.core.state.nextMessageId),
  };
  return contents.map((content) => post(call, person, { ...reply, ...group, ...content }));
}

function readAlbum(call: MethodCall): (() => Content)[] {
  if (call.args.text("media") === "") throw bad(texts.noMedia);
  const given = call.args.json("media");
  if (!Array.isArray(given)) throw bad(texts.mediaArray);
  const items = given.map((raw) => (isObject(raw) ? raw : {}));
  if (items.length > 10) throw bad(texts.bigAlbum);
  if (items.length === 0) throw bad(texts.emptyAlbum);
  const read = items.map((item) => readMedia(call, item));
  if (new Set(items.map(({ type }) => type)).size > 1) throw bad(texts.mixedAlbum);
  return read;
}

function readMedia(call: MethodCall, item: Fields): () => Content {
  const field = (name: string) => (typeof item[name] === "string" ? item[name] : "");
  const kind = field("type");
  if (kind !== "photo" && kind !== "document") throw notOffered(`media ${kind} is not offered`);
  const given = readFile(call, field("media"));
  if (given === undefined) throw bad(texts.mediaField);
  const style = { mode: field("parse_mode"), entities: item["caption_entities"] };
  const caption = formatText(call.core, field("caption"), style);
  return () => ({ ...media(call, kind, given), ...captionContent(caption) });
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
