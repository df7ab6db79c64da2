import { element } from "./element.js";

/**
 * Ties a button to the panel it opens. Escape closes it and gives the focus back; so does a press
 * elsewhere, unless the panel is there to be read beside the rest.
 */
export function createDisclosure(button, panel, { staysOpen = false } = {}) {
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  const set = (open) => {
    button.setAttribute("aria-expanded", String(open));
    panel.classList.toggle("open", open);
  };
  const close = () => {
    if (panel.contains(document.activeElement)) button.focus();
    set(false);
  };
  button.addEventListener("click", () => (isOpen() ? close() : set(true)));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !isOpen()) return;
    event.preventDefault();
    close();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!staysOpen && !panel.contains(target) && !button.contains(target)) set(false);
  });
  return { open: () => set(true), close };
}

/**
 * Rows of buttons as one tab stop; the arrows move inside.
 * @template T
 * @param {string} label name of the group
 * @param {T[][]} rows
 * @param {(one: T) => HTMLElement} makeButton
 */
export function buttonGrid(label, rows, makeButton) {
  const grid = element("div", { class: "grid", role: "group", "aria-label": label });
  for (const row of rows) grid.append(element("div", { class: "row" }, ...row.map(makeButton)));
  const buttons = [...grid.querySelectorAll("button, a")];
  buttons.forEach((button, at) => (button.tabIndex = at === 0 ? 0 : -1));
  grid.addEventListener("focusin", ({ target }) => {
    for (const button of buttons) button.tabIndex = button === target ? 0 : -1;
  });
  grid.addEventListener("keydown", (event) => {
    const next = neighbour(grid, event.target, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  return grid;
}

function neighbour(grid, button, key) {
  const rows = [...grid.children].map((row) => [...row.children]);
  const y = rows.findIndex((row) => row.includes(button));
  const x = rows[y]?.indexOf(button);
  if (key === "ArrowRight") return rows[y][x + 1] ?? rows[y + 1]?.[0];
  if (key === "ArrowLeft") return rows[y][x - 1] ?? rows[y - 1]?.at(-1);
  if (key === "ArrowDown") return rows[y + 1]?.[Math.min(x, rows[y + 1].length - 1)];
  if (key === "ArrowUp") return rows[y - 1]?.[Math.min(x, rows[y - 1].length - 1)];
  return undefined;
}

/**
 * Remembers which control inside `item` has the focus. The answer puts it back: on the same control,
 * else the one with the same words, else the one in its place, else the message.
 */
export function holdFocus(item) {
  const controls = () => [...item.querySelectorAll("button, a, input, textarea")];
  const held = document.activeElement;
  if (!item.contains(held) || held === document.body) return () => {};
  const at = controls().indexOf(held);
  const label = held.textContent;
  return () => {
    const now = controls();
    const sameWords = now.find((control) => label && control.textContent === label);
    const next = held.isConnected ? held : (sameWords ?? now[Math.min(at, now.length - 1)] ?? item);
    next.focus({ preventScroll: true });
  };
}
