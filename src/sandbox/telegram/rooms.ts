import type { Chat, User } from "grammy/types";

import type { Core } from "./core.ts";
import { bad, forbidden, notInGroup, notOffered, texts, upgraded } from "./errors.ts";
import type { Entry, Group, Person, Room, State } from "./state.ts";

export const isGroup = (room: Room): room is Group => "title" in room;
/** Gets the bot what happens there? */
export const isPresent = ({ bot, movedTo }: Group) =>
  movedTo === undefined && (bot === "member" || bot === "muted");

/** The person of a control call. @throws Error in words for the page. */
export function personOf({ state }: Core, id: unknown): Person {
  const person = state.people.get(Number(id));
  if (!person) throw new Error(`there is no person ${String(id)}`);
  return person;
}

/** The group of a control call. @throws Error in words for the page. */
export function groupOf({ state }: Core, id: unknown): Group {
  const group = state.groups.get(Number(id));
  if (!group) throw new Error(`there is no group ${String(id)}`);
  return group;
}

export const findRoom = ({ people, groups }: State, id: number): Room | undefined =>
  people.get(id) ?? groups.get(id);

/** A person's private chat or a group, by its id. @throws Error in words for the page. */
export const roomOf = (core: Core, id: number): Room =>
  findRoom(core.state, id) ?? personOf(core, id);

/** The short form of the bot that stands in messages. */
export function botUser({ bot }: State): User {
  return { id: bot.id, is_bot: true, first_name: bot.first_name, username: bot.username };
}

export function userOf(person: Person): User {
  return { id: person.id, is_bot: false, ...nameOf(person), language_code: person.language_code };
}

export function chatOf(room: Room): Chat.PrivateChat | Chat.GroupChat | Chat.SupergroupChat {
  if (!isGroup(room)) return { id: room.id, ...nameOf(room), type: "private" };
  return { id: room.id, title: room.title, type: room.kind };
}

function nameOf({ first_name, last_name, username }: Person) {
  return {
    first_name,
    ...(last_name !== undefined && { last_name }),
    ...(username !== undefined && { username }),
  };
}

/** Tells what happens in a room; the page shows people only, so groups have names of their own. */
export function tell(core: Core, room: Room, name: string, data: object): void {
  core.events.emit(isGroup(room) ? `group-${name}` : name, { person: room.id, ...data });
}

/** Keeps a new message in its chat and shows it. */
export function keepMessage(core: Core, room: Room, entry: Entry): void {
  room.messages.set(entry.message.message_id, entry);
  core.activity++;
  tell(core, room, "message", { message: entry.message });
}

/** A message as the bot can know of it: what privacy mode kept from it does not exist. */
export function findEntry({ messages }: Room, id: number): Entry | undefined {
  const entry = messages.get(id);
  return entry?.unseen ? undefined : entry;
}

export function nextMessageId({ state }: Core, room: Room): number {
  const counter = isGroup(room) && room.kind === "supergroup" ? room : state;
  return counter.nextMessageId++;
}

/** What a call wants of a chat: to send and delete, to edit, to look at it or at its members. [BA] */
type Access = "write" | "edit" | "read" | "members";

/** The chat of a call, as far as the library behind the server sees it. [BA check_chat] */
export function knownChat(
  { state }: Core,
  chatId: string,
  access: Access,
  empty: string = texts.noChatId,
): Room {
  if (chatId.trim() === "") throw bad(empty);
  const room = /^-?\d+$/.test(chatId.trim()) && findRoom(state, Number(chatId));
  if (!room || !room.known) throw bad(texts.noChat);
  checkAccess(room, access);
  return room;
}

/** [BA check_chat_access] */
function checkAccess(room: Room, access: Access): void {
  if (!isGroup(room)) {
    if (room.deactivated && (access === "edit" || access === "write"))
      throw forbidden(texts.deactivated);
    return;
  }
  if (room.kind === "group" && access === "read") return;
  if (room.movedTo !== undefined) {
    if (access === "edit") throw notOffered("an edit in a group that was upgraded");
    throw upgraded(room.movedTo);
  }
  if (room.bot === "left" || room.bot === "kicked") throw notInGroup(room.bot, room.kind);
}
