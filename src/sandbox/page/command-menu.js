import { announce } from "./announce.js";
import { byId, element } from "./element.js";
import { words } from "./words.js";

/**
 * The `/` menu: a listbox that the text field steers by `aria-activedescendant`, so the focus never
 * leaves the field. It is no combobox: ARIA gives that role to fields of one line, and axe-core
 * refuses it, and `aria-expanded`, on a field of several. Hence a line read aloud says that it opened.
 */
export function createCommandMenu(input, onChoose) {
  const list = byId("commands");
  let commands = [];
  let matching = [];
  let at = 0;

  const isOpen = () => !list.hidden;

  function draw(found) {
    if (found.length > 0 && found.length !== matching.length)
      announce(words("offered", { n: found.length }));
    matching = found;
    at = 0;
    list.replaceChildren(...found.map(option));
    list.hidden = found.length === 0;
    byId("menu").setAttribute("aria-expanded", String(isOpen()));
    mark();
  }

  function option({ command, description }, index) {
    const line = element(
      "li",
      { role: "option", id: `command-${index}` },
      element("b", {}, `/${command}`),
      element("span", { class: "soft" }, description),
    );
    line.addEventListener("pointerdown", (event) => event.preventDefault());
    line.addEventListener("click", () => onChoose(command));
    return line;
  }

  function mark() {
    [...list.children].forEach((line, index) =>
      line.setAttribute("aria-selected", String(index === at)),
    );
    if (isOpen()) input.setAttribute("aria-activedescendant", `command-${at}`);
    else input.removeAttribute("aria-activedescendant");
    list.children[at]?.scrollIntoView({ block: "nearest" });
  }

  const close = () => draw([]);
  document.addEventListener("pointerdown", ({ target }) => {
    if (isOpen() && !target.closest("#commands, #menu, #input")) close();
  });

  return {
    close,
    offer(offered) {
      commands = offered;
      byId("menu").hidden = offered.length === 0;
      if (isOpen()) close();
    },
    filter: () =>
      draw(
        /^\/\w*$/.test(input.value)
          ? commands.filter(({ command }) => command.startsWith(input.value.slice(1)))
          : [],
      ),
    toggle() {
      draw(isOpen() ? [] : commands);
      input.focus();
    },
    /** Whether the menu used the key. */
    takes(event) {
      if (!isOpen()) return false;
      const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (move) at = (at + move + matching.length) % matching.length;
      else if (event.key === "Escape") close();
      else if (event.key === "Enter") onChoose(matching[at].command);
      else if (event.key === "Tab") input.value = `/${matching[at].command} `;
      else return false;
      event.preventDefault();
      if (move) mark();
      else if (event.key === "Tab") close();
      return true;
    },
  };
}
