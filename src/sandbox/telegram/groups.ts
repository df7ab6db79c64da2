import type { ChatMember, ChatPermissions, Message, Update, User } from "grammy/types";

import { without } from "./args.ts";
import { type Core, nowS } from "./core.ts";
import {
  botUser,
  chatOf,
  groupOf,
  isPresent,
  keepMessage,
  nextMessageId,
  personOf,
  userOf,
} from "./rooms.ts";
import type { Content, Group, Person } from "./state.ts";
import { addUpdate } from "./updates.ts";

export interface GroupInput {
  title: string;
  kind?: Group["kind"];
  /** Ids of people; the first one owns it, and adds, mutes and removes the bot. */
  members: number[];
  bot?: Group["bot"];
}

/** Telegram's own user for what a supergroup says itself. [BA group_anonymous_bot_user_id] */
const itself: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: "Group",
  username: "GroupAnonymousBot",
};
/** Supergroups count down from here. [BA get_supergroup_chat_id] */
const superBase = -1_000_000_000_000;
const firstId = 4_000_001;

export const shownGroup = (group: Group) => without(group, "messages", "keyboard", "nextMessageId");

/** Makes a group; the bot is in it already, without an update, unless `bot` says otherwise. */
export function putGroup(core: Core, input: GroupInput): Group {
  const { title, kind = "supergroup", members, bot = "member" } = input;
  if (typeof title !== "string" || !Array.isArray(members) || members.length === 0) {
    throw new Error("a group has a title and members");
  }
  for (const id of members) personOf(core, id);
  const number = firstId + core.state.groups.size;
  const id = kind === "group" ? -number : superBase - number;
  const fresh = { known: bot !== "left", messages: new Map(), keyboard: null, nextMessageId: 1 };
  const group: Group = { id, title, kind, members, bot, ...fresh };
  core.state.groups.set(id, group);
  return group;
}

const owner = (core: Core, group: Group) => userOf(personOf(core, group.members[0]));

/** Adds the bot, mutes it or removes it; who is removed from a basic group has `left` it. [TD] */
export function setMember(
  core: Core,
  { group: id, bot }: { group: number; bot: Group["bot"] },
): { update: Update } {
  const group = groupOf(core, id);
  const { title, kind, bot: before } = group;
  if (group.movedTo !== undefined) throw new Error(`${title} was upgraded`);
  if (before === bot) throw new Error(`the bot is "${bot}" in ${title} already`);
  if (bot === "muted" && kind === "group") throw new Error("a basic group mutes nobody");
  const wasPresent = isPresent(group);
  const from = bot === "left" ? botUser(core.state) : owner(core, group);
  const old_chat_member = botMember(core, group);
  Object.assign(group, { bot, known: true });
  const update = addUpdate(core, "my_chat_member", {
    chat: chatOf(group),
    from,
    date: nowS(core),
    old_chat_member,
    new_chat_member: botMember(core, group),
  });
  const isNew = isPresent(group) && !wasPresent;
  if (isNew) tellService(core, group, from, { new_chat_members: [botUser(core.state)] });
  // Whoever leaves a supergroup sees nothing of it any more.
  if (!isPresent(group) && kind === "group") {
    tellService(core, group, from, { left_chat_member: botUser(core.state) });
  }
  return { update };
}

/** A basic group becomes a supergroup: another chat, with another id. */
export function upgrade(core: Core, { group: id }: { group: number }): Group {
  const old = groupOf(core, id);
  if (old.kind === "supergroup" || old.movedTo !== undefined) {
    throw new Error(`${old.title} is no basic group any more`);
  }
  const { title, members, bot } = old;
  const group = putGroup(core, { title, members, bot });
  tellService(core, old, owner(core, old), { migrate_to_chat_id: group.id });
  old.movedTo = group.id;
  const sender_chat = chatOf(group);
  tellService(core, group, itself, { sender_chat, migrate_from_chat_id: old.id });
  return group;
}

/** A message that nobody typed. */
function tellService(core: Core, group: Group, from: User, content: Content): void {
  const message = {
    message_id: nextMessageId(core, group),
    from,
    chat: chatOf(group),
    date: nowS(core),
    ...content,
  } as Message & Update.NonChannel;
  keepMessage(core, group, { message, fromBot: false, fixed: true });
  addUpdate(core, "message", message);
}

const service = [
  ...["new_chat_members", "left_chat_member", "new_chat_title", "new_chat_photo"],
  ...["delete_chat_photo", "group_chat_created", "supergroup_chat_created", "pinned_message"],
  ...["migrate_to_chat_id", "migrate_from_chat_id"],
];
export const isService = (message: Message) => service.some((name) => name in message);

/**
 * Does the bot get that message of a group? In privacy mode: commands that name it, other commands
 * where it was the last bot to speak (here it is the only one), replies to it, service messages.
 * [DOC: core.telegram.org/bots/features#privacy-mode]
 */
export function hears({ state: { bot } }: Core, group: Group, message: Message): boolean {
  if (!isPresent(group)) return false;
  if (bot.can_read_all_group_messages || isService(message)) return true;
  if (message.reply_to_message?.from?.id === bot.id) return true;
  const [command, name] = /^\/\w+(?:@(\w+))?(?!\S)/.exec(message.text ?? "") ?? [];
  if (command === undefined) return false;
  if (name !== undefined) return name.toLowerCase() === bot.username.toLowerCase();
  return [...group.messages.values()].some(({ fromBot }) => fromBot);
}

/** What everybody may do in a group, or nobody. */
export function rights<Allowed extends boolean>(allowed: Allowed) {
  return {
    can_send_messages: allowed,
    can_send_audios: allowed,
    can_send_documents: allowed,
    can_send_photos: allowed,
    can_send_videos: allowed,
    can_send_video_notes: allowed,
    can_send_voice_notes: allowed,
    can_send_polls: allowed,
    can_send_other_messages: allowed,
    can_add_web_page_previews: allowed,
    can_react_to_messages: allowed,
    can_change_info: allowed,
    can_invite_users: allowed,
    can_edit_tag: allowed,
    can_pin_messages: allowed,
    can_manage_topics: allowed,
  } satisfies ChatPermissions;
}

/** The bot's place in a group; nobody is banned from a basic one. [TD on_update_chat_participant] */
export function botMember({ state }: Core, { bot, kind }: Group): ChatMember {
  const user = botUser(state);
  if (bot === "muted") {
    return { status: "restricted", user, is_member: true, ...rights(false), until_date: 0 };
  }
  if (bot === "kicked" && kind === "supergroup") return { status: "kicked", user, until_date: 0 };
  return { status: bot === "member" ? "member" : "left", user };
}

/** A person's place in a group. */
export function personMember(group: Group, person: Person): ChatMember {
  const user = userOf(person);
  const place = group.members.indexOf(person.id);
  if (place === 0) return { status: "creator", user, is_anonymous: false };
  return { status: place > 0 ? "member" : "left", user };
}
