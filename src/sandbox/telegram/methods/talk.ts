import type { Message } from "grammy/types";

import { type Core, nowS } from "../core.ts";
import { bad, texts } from "../errors.ts";
import { isService } from "../groups.ts";
import { checkButtons, checkInline, checkLinks, inlineOf, readMarkup } from "../keyboards.ts";
import { findEntry, isGroup, knownChat, tell } from "../rooms.ts";
import type { Content, Entry, Room } from "../state.ts";
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

/** `finish` gives the new text, caption or file, or undefined where only the buttons change. */
export function edit(call: MethodCall, finish: (message: Message) => Content | undefined): Message {
  const { core, args } = call;
  const markup = readMarkup(args);
  const room = knownChat(core, args.text("chat_id"), "edit");
  const entry = findMessage(args.integer("message_id", 0), room, texts.noEdit);
  if (!entry.fromBot || entry.fixed || entry.message.forward_origin) throw bad(texts.cantEdit);
  const content = finish(entry.message);
  checkInline(markup);
  checkLinks(markup, room);
  checkReachable(room);
  checkButtons(markup, core.state.settings);
  return change(call, room, entry, content, inlineOf(markup));
}

function findMessage(id: number, room: Room, missing: string): Entry {
  if (id === 0) throw bad(texts.noMessageId);
  const entry = findEntry(room, id);
  if (!entry) throw bad(missing);
  return entry;
}

export function deleteMessage({ core, args }: MethodCall): true {
  const room = knownChat(core, args.text("chat_id"), "write", texts.noMessageChat);
  return removeMessages(core, room, [
    findMessage(args.integer("message_id", 0), room, texts.noDelete),
  ]);
}

/** Deletes what is there and says nothing of the rest. [BA process_delete_messages_query] */
export function deleteMessages({ core, args }: MethodCall): true {
  const room = knownChat(core, args.text("chat_id"), "write", texts.noMessageChat);
  const given = args.json("message_ids");
  const ids = Array.isArray(given) ? given.map(Number) : [];
  if (ids.length === 0) throw bad(texts.noMessageIds);
  if (ids.length > 100) throw bad(texts.tooManyIds);
  return removeMessages(
    core,
    room,
    ids.flatMap((id) => findEntry(room, id) ?? []),
  );
}

/** All of them or none. */
function removeMessages(core: Core, room: Room, entries: Entry[]): true {
  for (const entry of entries) checkDeletable(core, room, entry);
  const message_ids = entries.map(({ message }) => message.message_id);
  for (const id of message_ids) room.messages.delete(id);
  core.activity++;
  tell(core, room, "delete", { message_ids });
  return true;
}

/**
 * In a private chat a bot deletes messages of either side, in a group its own; for two days.
 * [TD can_revoke_message, can_delete_channel_message]
 */
function checkDeletable(core: Core, room: Room, { message, fromBot }: Entry): void {
  const age = nowS(core) - message.date;
  const isForeign = isGroup(room) && (!fromBot || isService(message));
  if (isGroup(room) && room.kind === "supergroup") {
    if (isForeign || age >= deleteLimitS) throw bad(texts.cantDelete);
  } else if (isForeign || age > deleteLimitS) throw bad(texts.cantDeleteForAll);
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

export function sendChatAction({ core, args }: MethodCall): true {
  const action = args.text("action").toLowerCase();
  if (!chatActions.has(action)) throw bad(texts.badAction);
  const room = knownChat(core, args.text("chat_id"), "write");
  checkReachable(room);
  tell(core, room, "action", { action });
  return true;
}
