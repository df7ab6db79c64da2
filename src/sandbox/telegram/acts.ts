import type { Contact, Location, Message, Update } from "grammy/types";

import { without } from "./args.ts";
import { type Core, nowS } from "./core.ts";
import { hears } from "./groups.ts";
import { labelOf } from "./keyboards.ts";
import { replyOf } from "./methods/sending.ts";
import {
  chatOf,
  groupOf,
  isGroup,
  isPresent,
  keepMessage,
  nextMessageId,
  personOf,
  tell,
  userOf,
} from "./rooms.ts";
import { type Content, nextRandom, type Person, type Room } from "./state.ts";
import { cleanText, isBlank } from "./text.ts";
import { addUpdate } from "./updates.ts";

/** Who acts, by id, and in which group; without one in the private chat with the bot. */
export interface Actor {
  person: number;
  group?: number;
}

export interface Said {
  message: Message;
  update: Update;
}

const maxText = 4_096;
/** Seconds for which people can edit. */
const editLimitS = 48 * 3_600;

/** Who acts and where. @throws Error when they cannot. */
export function actorOf(core: Core, { person: id, group: groupId }: Actor) {
  const person = personOf(core, id);
  const { first_name, deactivated, blocked, started } = person;
  if (deactivated) throw new Error(`the account of ${first_name} is gone`);
  if (groupId === undefined) {
    if (blocked) throw new Error(`${first_name} has blocked the bot`);
    if (!started) throw new Error(`${first_name} has not pressed Start yet`);
    return { person, room: person };
  }
  const group = groupOf(core, groupId);
  if (!group.members.includes(id)) throw new Error(`${first_name} is not in ${group.title}`);
  if (group.movedTo !== undefined) throw new Error(`${group.title} was upgraded`);
  return { person, room: group };
}

/** A person's own message, whatever it holds. @throws Error when they cannot write there. */
export function send(core: Core, actor: Actor, content: Content, replyTo?: number): Said {
  const { person, room } = actorOf(core, actor);
  person.toast = null;
  const message: Message & Update.NonChannel = {
    message_id: nextMessageId(core, room),
    from: userOf(person),
    chat: chatOf(room),
    date: nowS(core),
    ...replyTarget(room, replyTo),
    ...content,
  };
  const heard = !isGroup(room) || hears(core, room, message);
  keepMessage(core, room, {
    message,
    fromBot: false,
    fixed: true,
    ...(!heard && { unseen: true }),
  });
  person.known ||= heard;
  return { message, update: addUpdate(core, "message", message, heard) };
}

function replyTarget(room: Room, id: number | undefined): Content {
  const entry = id === undefined ? undefined : room.messages.get(id);
  if (id !== undefined && !entry) throw new Error(`there is no message ${id} to reply to`);
  return entry ? { reply_to_message: replyOf(entry.message) } : {};
}

/** What a client makes of a written line: cleaned, its commands and links found. */
function textContent(text: string): Content {
  const { text: cleaned, entities } = cleanText({ text, entities: [] });
  return { text: cleaned, ...(entities.length > 0 && { entities }) };
}

/** The same of the words under a picture. */
export function captionContent(text: string): Content {
  const { text: caption, entities } = cleanText({ text, entities: [] });
  return { caption, ...(entities.length > 0 && { caption_entities: entities }) };
}

export interface SayInput extends Actor {
  text?: string;
  /** `true` for one's own. */
  contact?: true | Contact;
  location?: Location;
  /** Any other part of a message, as the Bot API writes it. */
  content?: Content;
  reply_to?: number;
}

/** A person writes; a long text goes out in pieces, as a client sends it. Gives the last. */
export function say(core: Core, { text, contact, ...input }: SayInput): Said {
  const { location, content = location && { location }, reply_to } = input;
  if (text !== undefined) return sayText(core, input, text, reply_to);
  if (contact === true) return sayContact(core, input, ownContact(personOf(core, input.person)));
  if (contact?.phone_number) return sayContact(core, input, contact);
  if (!content) throw new Error("say what?");
  return send(core, input, content, reply_to);
}

function sayText(core: Core, actor: Actor, text: string, replyTo?: number): Said {
  if (isBlank(text)) throw new Error("an empty message cannot be sent");
  const signs = [...text];
  while (signs.length > maxText) {
    send(core, actor, textContent(signs.splice(0, maxText).join("")), replyTo);
  }
  return send(core, actor, textContent(signs.join("")), replyTo);
}

/** The contact that the contact button sends: one's own, with `user_id` and bare digits. [TD] */
function ownContact(person: Person): Contact {
  if (person.phone === undefined) throw new Error(`${person.first_name} has no phone number`);
  const { id: user_id, first_name, last_name } = person;
  const phone_number = person.phone.replace(/\D/g, "");
  return { phone_number, first_name, ...(last_name !== undefined && { last_name }), user_id };
}

/** A shared contact makes its person known to the bot, as the server learns of them. */
function sayContact(core: Core, actor: Actor, contact: Contact): Said {
  const shared = core.state.people.get(contact.user_id ?? NaN);
  if (shared) shared.known = true;
  return send(core, actor, { contact });
}

/** Changes an own text; people can for 48 hours. */
export function edit(
  core: Core,
  { message_id, text, ...actor }: Actor & { message_id: number; text: string },
): Said {
  const { person, room } = actorOf(core, actor);
  const entry = room.messages.get(message_id);
  if (entry?.message.from?.id !== person.id)
    throw new Error(`there is no own message ${message_id}`);
  if (entry.message.text === undefined) throw new Error("only a text can be edited");
  if (nowS(core) - entry.message.date > editLimitS) throw new Error("too old to be edited");
  const kept = without(entry.message, "entities");
  const message = { ...kept, edit_date: nowS(core), ...textContent(text), from: userOf(person) };
  entry.message = message;
  tell(core, room, "edit", { message });
  const content = message as NonNullable<Update["edited_message"]>;
  const heard = !isGroup(room) || hears(core, room, message);
  if (heard) delete entry.unseen;
  return { message, update: addUpdate(core, "edited_message", content, heard) };
}

export interface Press extends Actor {
  message_id?: number;
  data?: string;
  label?: string;
  /** The query can no longer be answered when the bot sees it. */
  expired?: boolean;
}

/** Presses an inline button; by label it must be on screen. A link button answers its address. */
export function press(core: Core, wanted: Press): { update?: Update; url?: string } {
  const { person, room } = actorOf(core, wanted);
  const button = findButton(person, room, wanted);
  if ("url" in button) return { url: button.url };
  person.toast = null;
  person.known = true;
  const id = String(10n ** 17n + BigInt(Math.floor(nextRandom(core.state) * 2 ** 52)) * 97n);
  core.state.queries.set(id, {
    person: person.id,
    date: nowS(core),
    expired: wanted.expired === true,
    answered: false,
  });
  const message = room.messages.get(button.message_id)?.message;
  const gone = { chat: chatOf(room), message_id: button.message_id, date: 0 as const };
  const query = {
    id,
    from: userOf(person),
    message: message ?? gone,
    chat_instance: String(1_000_000_007n * BigInt(room.id)).slice(0, 18),
    data: button.data,
  };
  return { update: addUpdate(core, "callback_query", query) };
}

type Found = { message_id: number; data: string } | { url: string };

function findButton(person: Person, room: Room, { message_id, data, label }: Press): Found {
  if (isGroup(room) && !isPresent(room)) throw new Error(`the bot is not in ${room.title}`);
  if (label === undefined) {
    if (message_id === undefined || data === undefined) throw new Error("press what?");
    return { message_id, data };
  }
  const entries = [...room.messages.values()].toReversed();
  for (const { message } of entries) {
    if (message_id !== undefined && message.message_id !== message_id) continue;
    const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
    const button = buttons.find(({ text }) => text === label);
    if (button && "callback_data" in button) {
      return { message_id: message.message_id, data: button.callback_data };
    }
    if (button && "url" in button) return { url: button.url };
  }
  throw new Error(`${person.first_name} sees no button "${label}"`);
}

/** Taps a button of the reply keyboard, with its contact or location effect. */
export function tap(core: Core, { label, ...actor }: Actor & { label: string }): Said {
  const { person, room } = actorOf(core, actor);
  const button = room.keyboard?.keyboard.flat().find((one) => labelOf(one) === label);
  if (button === undefined) throw new Error(`${person.first_name} sees no key "${label}"`);
  const asks = typeof button === "string" ? {} : button;
  if ("request_contact" in asks && asks.request_contact) {
    return say(core, { ...actor, contact: true });
  }
  if ("request_location" in asks && asks.request_location) {
    return send(core, actor, { location: defaultPlace });
  }
  return say(core, { ...actor, text: label });
}

/** Where people stand who do not say: a square in the town of the demo. */
const defaultPlace = { latitude: -6.1104, longitude: 106.1636, horizontal_accuracy: 20 };
