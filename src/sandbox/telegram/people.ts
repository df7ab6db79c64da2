import type { Update } from "grammy/types";

import { type Actor, actorOf, type Said, say } from "./acts.ts";
import { type Fields, without } from "./args.ts";
import { type Core, nowS } from "./core.ts";
import { botUser, chatOf, personOf, userOf } from "./rooms.ts";
import type { Entry, Person } from "./state.ts";
import { addUpdate } from "./updates.ts";

function tellPerson(core: Core, person: Person): void {
  core.events.emit("person", shownPerson(person));
}

export const shownPerson = (person: Person) => without(person, "messages", "keyboard", "toast");

/** Makes a person or changes one. @throws Error where the id fits 32 bits: a slip must show. */
export function putPerson(core: Core, given: Fields): Person {
  const id = Number(given["id"]);
  if (!Number.isSafeInteger(id) || id <= 2 ** 32) throw new Error("an id lies above 2^32");
  const old = core.state.people.get(id);
  if (!old && typeof given["first_name"] !== "string") throw new Error("first_name is missing");
  const fresh: Person = {
    id,
    first_name: "",
    language_code: "id",
    known: false,
    started: false,
    blocked: false,
    deactivated: false,
    messages: new Map<number, Entry>(),
    keyboard: null,
    toast: null,
  };
  const person = Object.assign(old ?? fresh, pick(given));
  person.known ||= person.started;
  core.state.people.set(id, person);
  tellPerson(core, person);
  return person;
}

const textual = ["first_name", "last_name", "username", "language_code", "phone", "role"];
const flags = ["known", "started", "blocked"];

function pick(given: Fields): Partial<Person> {
  const right = ([name, value]: [string, unknown]) =>
    (textual.includes(name) && typeof value === "string") ||
    (flags.includes(name) && typeof value === "boolean");
  return Object.fromEntries(Object.entries(given).filter(right));
}

/** Presses Start, with the payload of a deep link: up to 64 of `A-Za-z0-9_-`. [DOC] */
export function start(
  core: Core,
  { person: id, payload = "" }: Actor & { payload?: string },
): Said {
  const isGood = /^[A-Za-z0-9_-]{0,64}$/.test(payload);
  if (!isGood) throw new Error("a deep link cannot hold that payload");
  const person = personOf(core, id);
  if (person.deactivated) throw new Error(`the account of ${person.first_name} is gone`);
  if (person.blocked) setBlocked(core, person, false);
  person.started = true;
  person.known = true;
  tellPerson(core, person);
  return say(core, { person: id, text: payload === "" ? "/start" : `/start ${payload}` });
}

export function block(core: Core, { person }: Actor): { update: Update } {
  return { update: setBlocked(core, actorOf(core, { person }).person, true) };
}

/** Unblocks; the client then sends `/start`, unless `start` is false. */
export function unblock(
  core: Core,
  { person: id, start: thenStart = true }: Actor & { start?: boolean },
): { update: Update } {
  const person = personOf(core, id);
  if (!person.blocked) throw new Error(`${person.first_name} has not blocked the bot`);
  const update = setBlocked(core, person, false);
  if (thenStart) say(core, { person: id, text: "/start" });
  return { update };
}

function setBlocked(core: Core, person: Person, blocked: boolean): Update {
  person.blocked = blocked;
  tellPerson(core, person);
  const user = botUser(core.state);
  const member = { user, status: "member" as const };
  const kicked = { user, status: "kicked" as const, until_date: 0 };
  return addUpdate(core, "my_chat_member", {
    chat: chatOf(person),
    from: userOf(person),
    date: nowS(core),
    old_chat_member: blocked ? member : kicked,
    new_chat_member: blocked ? kicked : member,
  });
}

export function deactivate(core: Core, { person: id }: Actor): void {
  const person = personOf(core, id);
  person.deactivated = true;
  tellPerson(core, person);
}
