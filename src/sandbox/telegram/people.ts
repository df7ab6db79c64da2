import { type Fields, without } from "./args.ts";
import type { Core } from "./core.ts";
import type { Entry, Person } from "./state.ts";

export function tellPerson(core: Core, person: Person): void {
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
