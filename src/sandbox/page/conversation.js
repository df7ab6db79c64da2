import { messageBubble, redrawBubble } from "./bubble.js";
import { element, icon } from "./element.js";
import { dayInWords, shortMoment, words } from "./words.js";

const nearEnd = 80;

/**
 * The chat of one person with the bot. Everything is appended or changed in its place, never drawn
 * anew, so a thousand messages stay quick.
 * @param {{ id: number, first_name: string }} person
 * @param {any} actions as of messageBubble, and `edit(message)`
 * @param {(atEnd: boolean) => void} onScroll
 */
export function createConversation(person, actions, onScroll) {
  const label = words("chatOf", { name: person.first_name });
  const log = element("div", {
    class: "log",
    role: "log",
    "aria-live": "off",
    tabindex: "0",
    "aria-label": label,
  });
  const empty = element("p", { class: "empty" }, words("empty"));
  const items = new Map();
  const pencil = element(
    "button",
    { type: "button", class: "pencil", "aria-label": words("edit") },
    icon("edit"),
  );
  let atEnd = true;
  let lastTop = 0;
  let lastOwn;

  log.append(empty);
  pencil.addEventListener("click", () => lastOwn && actions.edit(lastOwn));
  log.addEventListener("scroll", follow);
  log.addEventListener("load", stay, { capture: true });
  new ResizeObserver(stay).observe(log);

  const toEnd = () => (log.scrollTop = log.scrollHeight);

  /** Pictures that load and buttons that open must not push the newest message out of sight. */
  function stay() {
    if (atEnd) toEnd();
  }

  /** Only going up leaves the end; a log that grew under it is still at its end. */
  function follow() {
    const near = log.scrollHeight - log.scrollTop - log.clientHeight < nearEnd;
    if (near || log.scrollTop < lastTop) atEnd = near;
    lastTop = log.scrollTop;
    onScroll(atEnd);
  }

  function put(message) {
    if (items.has(message.message_id)) return redraw(message);
    const own = !message.from?.is_bot;
    const item = messageBubble(message, actions);
    items.set(message.message_id, item);
    empty.remove();
    (albumOf(message) ?? log).append(...(albumOf(message) ? [item] : inNewPlace(message, item)));
    if (own && message.text) offerEdit(message);
    if (own) toEnd();
    else stay();
  }

  /** Parts of an album arrive as separate messages; the next part joins the grid of the last. */
  function albumOf({ media_group_id: album }) {
    const last = log.lastElementChild;
    return album && last?.dataset.album === album ? last : undefined;
  }

  function inNewPlace(message, item) {
    const place = message.media_group_id ? newAlbum(message, item) : item;
    place.dataset.at = String(message.date);
    return [...dayBefore(log.lastElementChild, message.date), place];
  }

  function newAlbum({ media_group_id: id, photo, from }, item) {
    const kind = `album ${photo ? "photos" : "files"} ${from?.is_bot ? "bot" : "own"}`;
    return element("div", { class: kind, "data-album": id }, item);
  }

  /** The name of the day, when what stands before is of another day. */
  function dayBefore(previous, seconds) {
    const day = dayInWords(new Date(seconds * 1000));
    const known = previous?.dataset.at && dayInWords(new Date(previous.dataset.at * 1000));
    return day === known
      ? []
      : [element("p", { class: "day", "data-at": seconds }, element("span", {}, day))];
  }

  /** A due thing goes before what it brought about, which may have arrived first. */
  function divide({ at, label }) {
    const moment = new Date(at);
    const seconds = Math.floor(moment.getTime() / 1000);
    let next = null;
    let previous = log.lastElementChild;
    while (
      previous &&
      Number(previous.dataset.at) >= seconds &&
      !previous.matches(".passed, .day")
    ) {
      next = previous;
      previous = previous.previousElementSibling;
    }
    const line = element(
      "p",
      { class: "passed", "data-at": seconds },
      icon("clock"),
      element("span", {}, words("passed", { at: shortMoment(moment), label })),
    );
    for (const piece of [...dayBefore(previous, seconds), line]) log.insertBefore(piece, next);
    empty.remove();
    stay();
  }

  function redraw(message) {
    const item = items.get(message.message_id);
    if (!item) return;
    const hadPencil = item.contains(pencil);
    redrawBubble(item, message, actions);
    if (hadPencil) offerEdit(message);
    stay();
  }

  function offerEdit(message) {
    lastOwn = message;
    items.get(message.message_id).querySelector(".foot").prepend(pencil);
  }

  function remove(ids) {
    for (const id of ids) {
      const item = items.get(id);
      const place = item?.parentElement;
      if (item?.contains(document.activeElement)) log.focus();
      item?.remove();
      if (place?.dataset.album && !place.firstElementChild) place.remove();
      items.delete(id);
      if (lastOwn?.message_id === id) lastOwn = undefined;
    }
  }

  return {
    log,
    put,
    redraw,
    remove,
    divide,
    toEnd,
    isAtEnd: () => atEnd,
    lastOwn: () => lastOwn,
    /** What was there before is not read aloud; what comes from now on is. */
    listen: () => log.setAttribute("aria-live", "polite"),
  };
}
