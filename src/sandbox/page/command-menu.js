import { byId, element } from "./element.js";

/**
 * The `/` menu: a listbox that the text field steers, so the focus never leaves the field. The field
 * has several lines, and HTML allows such a field no role of combobox: the button says whether it is open.
 */
export function createCommandMenu(input, onChoose) {
  const list = byId("commands");
  let commands = [];
  let matching = [];
  let at = 0;

  const isOpen = () => !list.hidden;

  function draw(found) {
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
