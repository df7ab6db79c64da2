import type { Message } from "grammy/types";

import { type Core, knownChat, nowS } from "../core.ts";
import { bad, texts } from "../errors.ts";
import { checkButtons, checkInline, checkLinks, inlineOf, readMarkup } from "../keyboards.ts";
import type { Content, Entry, Person } from "../state.ts";
import {
  captionContent,
  change,
  checkReachable,
  deliver,
  type MethodCall,
  readText,
  textContent,
} from "./sending.ts";

/** Seconds for which a message of either side can be deleted. [TD can_revoke_message] */
const deleteLimitS = 48 * 3_600;
const maxAnswer = 200;

export function sendMessage(call: MethodCall): Message {
  if (call.args.text("text") === "") throw bad(texts.noText);
  const raw = readText(call, "text");
  return deliver(call, () => textContent(raw));
}

export function editMessageText(call: MethodCall): Message {
  if (call.args.text("text") === "") throw bad(texts.noText);
  const raw = readText(call, "text");
  return edit(call, (message) => {
    if (message.text === undefined) throw bad(texts.nothingToEdit);
    return textContent(raw, texts.longEdit);
  });
}

export function editMessageCaption(call: MethodCall): Message {
  const raw = readText(call, "caption");
  return edit(call, (message) => {
    if (!message.document && !message.photo) throw bad(texts.noCaptionToEdit);
    return captionContent(raw, texts.longEdit);
  });
}

export function editMessageReplyMarkup(call: MethodCall): Message {
  return edit(call, () => undefined);
}

/** `finish` gives the new text or caption, or undefined where only the buttons change. */
function edit(call: MethodCall, finish: (message: Message) => Content | undefined): Message {
  const { core, args, note } = call;
  const markup = readMarkup(args);
  const person = knownChat(core, args.text("chat_id"));
  note.person = person.id;
  const entry = findMessage(args.integer("message_id", 0), person, texts.noEdit);
  if (!entry.fromBot || entry.fixed || entry.message.forward_origin) throw bad(texts.cantEdit);
  const content = finish(entry.message);
  checkInline(markup);
  checkLinks(markup);
  checkReachable(person);
  checkButtons(markup, core.state.settings);
  return change(call, person, entry, content, inlineOf(markup));
}

function findMessage(id: number, person: Person, missing: string): Entry {
  if (id === 0) throw bad(texts.noMessageId);
  const entry = person.messages.get(id);
  if (!entry) throw bad(missing);
  return entry;
}

export function deleteMessage({ core, args, note }: MethodCall): true {
  const person = knownChat(core, args.text("chat_id"), texts.noMessageChat);
  note.person = person.id;
  const entry = findMessage(args.integer("message_id", 0), person, texts.noDelete);
  if (isOld(core, entry)) throw bad(texts.cantDeleteForAll);
  removeMessages(core, person, [entry.message.message_id]);
  return true;
}

const isOld = (core: Core, { message }: Entry) => nowS(core) - message.date > deleteLimitS;

/** Deletes what is there and says nothing of the rest. [BA process_delete_messages_query] */
export function deleteMessages({ core, args, note }: MethodCall): true {
  const person = knownChat(core, args.text("chat_id"), texts.noMessageChat);
  note.person = person.id;
  const given = args.json("message_ids");
  const ids = Array.isArray(given) ? given.map(Number) : [];
  if (ids.length === 0) throw bad(texts.noMessageIds);
  if (ids.length > 100) throw bad(texts.tooManyIds);
  const entries = ids.flatMap((id) => person.messages.get(id) ?? []);
  if (entries.some((entry) => isOld(core, entry))) throw bad(texts.cantDeleteForAll);
  removeMessages(
    core,
    person,
    entries.map(({ message }) => message.message_id),
  );
  return true;
}

function removeMessages(core: Core, person: Person, message_ids: number[]): void {
  for (const id of message_ids) person.messages.delete(id);
  core.activity++;
  core.events.emit("delete", { person: person.id, message_ids });
}

export function answerCallbackQuery({ core, args, note }: MethodCall): true {
  const query = core.state.queries.get(args.text("callback_query_id"));
  const late = !query || query.answered || query.expired;
  if (late || nowS(core) - query.date > core.state.settings.queryLifeS) throw bad(texts.oldQuery);
  note.person = query.person;
  const text = args.text("text");
  if ([...text].length > maxAnswer) throw bad(texts.longEdit);
  query.answered = true;
  const person = core.state.people.get(query.person);
  if (!person || text === "") return true;
  person.toast = { text, alert: args.flag("show_alert") };
  core.events.emit("toast", { person: person.id, ...person.toast });
  return true;
}

const chatActions = new Set([
  ...["typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"],
  ...["upload_document", "choose_sticker", "find_location", "record_video_note"],
  ...["upload_video_note", "cancel", "record_audio", "upload_audio"],
]);

export function sendChatAction({ core, args, note }: MethodCall): true {
  const action = args.text("action").toLowerCase();
  if (!chatActions.has(action)) throw bad(texts.badAction);
  const person = knownChat(core, args.text("chat_id"));
  note.person = person.id;
  checkReachable(person);
  core.events.emit("action", { person: person.id, action });
  return true;
}
