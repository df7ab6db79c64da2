import type { Contact, Message, Update } from "grammy/types";

import { without } from "./args.ts";
import { type Core, keepMessage, nextMessageId, nowS, personOf } from "./core.ts";
import { labelOf } from "./keyboards.ts";
import { tellPerson } from "./people.ts";
import { replyOf } from "./methods/sending.ts";
import { botUser, chatOf, type Content, nextRandom, type Person, userOf } from "./state.ts";
import { cleanText, isBlank } from "./text.ts";
import { addUpdate } from "./updates.ts";

export interface Said {
  message: Message;
  update: Update;
}

/** Seconds for which a callback query waits for the bot. [BA] */
const queryLifeS = 150;
const maxText = 4_096;
/** Seconds for which people can edit. */
const editLimitS = 48 * 3_600;

/** A person's own message, whatever it holds. @throws Error when they cannot write to the bot. */
export function send(core: Core, person: Person, content: Content, replyTo?: number): Said {
  checkCanAct(person);
  person.toast = null;
  const message: Message & Update.NonChannel = {
    message_id: nextMessageId(core),
    from: userOf(person),
    chat: chatOf(person),
    date: nowS(core),
    ...replyTarget(person, replyTo),
    ...content,
  };
  keepMessage(core, person, { message, fromBot: false, fixed: true });
  return { message, update: addUpdate(core, "message", message, { key: `chat:${person.id}` }) };
}

function checkCanAct({ first_name, deactivated, blocked, started }: Person): void {
  if (deactivated) throw new Error(`the account of ${first_name} is gone`);
  if (blocked) throw new Error(`${first_name} has blocked the bot`);
  if (!started) throw new Error(`${first_name} has not pressed Start yet`);
}

function replyTarget(person: Person, id: number | undefined): Content {
  const entry = id === undefined ? undefined : person.messages.get(id);
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

/** A line of text; a long one goes out in pieces, as a client sends it. Gives the last. */
export function say(core: Core, id: unknown, text: string, replyTo?: number): Said {
  const person = personOf(core, id);
  if (isBlank(text)) throw new Error("an empty message cannot be sent");
  const signs = [...text];
  while (signs.length > maxText) {
    send(core, person, textContent(signs.splice(0, maxText).join("")), replyTo);
  }
  return send(core, person, textContent(signs.join("")), replyTo);
}

/** Presses Start, with the payload of a deep link: up to 64 of `A-Za-z0-9_-`. [DOC] */
export function start(core: Core, id: unknown, payload = ""): Said {
  const isGood = /^[A-Za-z0-9_-]{0,64}$/.test(payload);
  if (!isGood) throw new Error("a deep link cannot hold that payload");
  const person = personOf(core, id);
  if (person.deactivated) throw new Error(`the account of ${person.first_name} is gone`);
  if (person.blocked) setBlocked(core, person, false);
  person.started = true;
  person.known = true;
  tellPerson(core, person);
  return send(core, person, textContent(payload === "" ? "/start" : `/start ${payload}`));
}

export function block(core: Core, id: unknown): { update: Update } {
  const person = personOf(core, id);
  checkCanAct(person);
  return { update: setBlocked(core, person, true) };
}

/** Unblocks; the client then sends `/start`, unless `start` is false. */
export function unblock(core: Core, id: unknown, thenStart = true): { update: Update } {
  const person = personOf(core, id);
  if (!person.blocked) throw new Error(`${person.first_name} has not blocked the bot`);
  const update = setBlocked(core, person, false);
  if (thenStart) send(core, person, textContent("/start"));
  return { update };
}

function setBlocked(core: Core, person: Person, blocked: boolean): Update {
  person.blocked = blocked;
  tellPerson(core, person);
  const user = botUser(core.state);
  const member = { user, status: "member" as const };
  const kicked = { user, status: "kicked" as const, until_date: 0 };
  return addUpdate(
    core,
    "my_chat_member",
    {
      chat: chatOf(person),
      from: userOf(person),
      date: nowS(core),
      old_chat_member: blocked ? member : kicked,
      new_chat_member: blocked ? kicked : member,
    },
    { key: `chat:${person.id}` },
  );
}

export function deactivate(core: Core, id: unknown): void {
  const person = personOf(core, id);
  person.deactivated = true;
  tellPerson(core, person);
}

/** Changes an own text; people can for 48 hours. */
export function edit(core: Core, id: unknown, messageId: number, text: string): Said {
  const person = personOf(core, id);
  checkCanAct(person);
  const entry = person.messages.get(messageId);
  if (!entry || entry.fromBot) throw new Error(`there is no own message ${messageId}`);
  if (entry.message.text === undefined) throw new Error("only a text can be edited");
  if (nowS(core) - entry.message.date > editLimitS) throw new Error("too old to be edited");
  const kept = without(entry.message, "entities");
  const message = { ...kept, edit_date: nowS(core), ...textContent(text), from: userOf(person) };
  entry.message = message;
  core.events.emit("edit", { person: person.id, message });
  const content = message as NonNullable<Update["edited_message"]>;
  return {
    message,
    update: addUpdate(core, "edited_message", content, { key: `chat:${person.id}` }),
  };
}

/** The contact that the contact button sends: one's own, with `user_id` and bare digits. [TD] */
export function ownContact(person: Person): Contact {
  if (person.phone === undefined) throw new Error(`${person.first_name} has no phone number`);
  const { id: user_id, first_name, last_name } = person;
  const phone_number = person.phone.replace(/\D/g, "");
  return { phone_number, first_name, ...(last_name !== undefined && { last_name }), user_id };
}

/** A shared contact makes its person known to the bot, as the server learns of them. */
export function sayContact(core: Core, id: unknown, contact: Contact): Said {
  const shared = core.state.people.get(contact.user_id ?? NaN);
  if (shared) shared.known = true;
  return send(core, personOf(core, id), { contact });
}

export interface Press {
  message_id?: number;
  data?: string;
  label?: string;
  /** The query can no longer be answered when the bot sees it. */
  expired?: boolean;
}

/** Presses an inline button; by label it must be on screen. A link button answers its address. */
export function press(core: Core, id: unknown, wanted: Press): { update?: Update; url?: string } {
  const person = personOf(core, id);
  checkCanAct(person);
  const button = findButton(person, wanted);
  if ("url" in button) return { url: button.url };
  person.toast = null;
  const queryId = String(10n ** 17n + BigInt(Math.floor(nextRandom(core.state) * 2 ** 52)) * 97n);
  core.state.queries.set(queryId, {
    person: person.id,
    date: nowS(core),
    expired: wanted.expired === true,
    answered: false,
  });
  const message = person.messages.get(button.message_id)?.message;
  const gone = { chat: chatOf(person), message_id: button.message_id, date: 0 as const };
  const query = {
    id: queryId,
    from: userOf(person),
    message: message ?? gone,
    chat_instance: String(1_000_000_007 * person.id).slice(0, 18),
    data: button.data,
  };
  const place = { key: `user:${person.id}`, lifeS: queryLifeS };
  return { update: addUpdate(core, "callback_query", query, place) };
}

type Found = { message_id: number; data: string } | { url: string };

function findButton(person: Person, { message_id, data, label }: Press): Found {
  if (label === undefined) {
    if (message_id === undefined || data === undefined) throw new Error("press what?");
    return { message_id, data };
  }
  const entries = [...person.messages.values()].toReversed();
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
export function tap(core: Core, id: unknown, label: string): Said {
  const person = personOf(core, id);
  const button = person.keyboard?.keyboard.flat().find((one) => labelOf(one) === label);
  if (button === undefined) throw new Error(`${person.first_name} sees no key "${label}"`);
  if (typeof button !== "string" && "request_contact" in button && button.request_contact) {
    return sayContact(core, id, ownContact(person));
  }
  if (typeof button !== "string" && "request_location" in button && button.request_location) {
    return send(core, person, { location: defaultPlace });
  }
  return say(core, id, label);
}

/** Where people stand who do not say: a square in the town of the demo. */
const defaultPlace = { latitude: -6.1104, longitude: 106.1636, horizontal_accuracy: 20 };
