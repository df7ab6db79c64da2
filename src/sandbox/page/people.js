import { byId, element } from "./element.js";
import { words } from "./words.js";

export const fullName = (person) => [person.first_name, person.last_name].filter(Boolean).join(" ");
const initials = (person) =>
  fullName(person)
    .split(" ")
    .slice(0, 2)
    .map((part) => part[0])
    .join("");

/** Colours of natural dyes, dark enough for white letters. */
const tones = ["#8a4b1f", "#2f5d62", "#6b4570", "#3d5a35", "#8c3b3b"];

/** The column of people. @param {{ memory: any, onChoose: (id: number) => void }} deps */
export function createPeople({ memory, onChoose }) {
  const list = byId("people");
  const known = new Map();
  const unread = new Map(Object.entries(memory.get("unread")).map(([id, n]) => [Number(id), n]));

  function put(person) {
    const entry = known.get(person.id) ?? newEntry(person);
    entry.person = person;
    known.set(person.id, entry);
    draw(entry);
  }

  function newEntry({ id }) {
    const button = element("button", { class: "person", onclick: () => onChoose(id) });
    list.append(element("li", {}, button));
    return { button, person: undefined };
  }

  function draw({ person, button }) {
    const count = unread.get(person.id) ?? 0;
    const mark = person.blocked ? words("blockedMark") : !person.started && words("notStarted");
    const avatar = element("span", { class: "avatar", "aria-hidden": "true" }, initials(person));
    avatar.style.backgroundColor = tones[person.id % tones.length];
    const lines = element(
      "span",
      { class: "lines" },
      element("b", { class: "two-lines" }, fullName(person)),
      person.role && element("span", { class: "soft two-lines" }, person.role),
      mark && element("span", { class: "soft mark" }, mark),
    );
    button.replaceChildren(avatar, lines);
    if (count > 0)
      button.append(
        element(
          "span",
          { class: "badge" },
          String(count),
          element("span", { class: "unseen" }, ` ${words("unread", { n: "" }).trim()}`),
        ),
      );
  }

  function count(id, n) {
    unread.set(id, n);
    memory.set("unread", Object.fromEntries(unread));
    if (known.has(id)) draw(known.get(id));
  }

  return {
    put,
    get: (id) => known.get(id)?.person,
    first: () => [...known.keys()][0],
    /** The id of the n-th person of the list, from 1. */
    nth: (n) => [...known.keys()][n - 1],
    /** By id or first name in any case. */
    find(idOrName) {
      const wanted = idOrName.toLowerCase();
      const people = [...known.values()].map(({ person }) => person);
      return people.find(
        ({ id, first_name }) => String(id) === wanted || first_name.toLowerCase() === wanted,
      )?.id;
    },
    addUnread: (id) => count(id, (unread.get(id) ?? 0) + 1),
    unread: (id) => unread.get(id) ?? 0,
    show(id) {
      count(id, 0);
      for (const { button } of known.values()) button.removeAttribute("aria-current");
      const { button } = known.get(id);
      button.setAttribute("aria-current", "true");
      button.scrollIntoView({ block: "nearest", inline: "nearest" });
    },
  };
}
