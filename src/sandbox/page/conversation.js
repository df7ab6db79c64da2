import { messageBubble, redrawBubble } from "./bubble.js";
import { element, icon } from "./element.js";
import { followEnd } from "./follow-end.js";
import { dayInWords, shortMoment, words } from "./words.js";

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
  const empty = element("p", { class: "empty soft" }, words("empty"));
  const items = new Map();
  const albums = new Map();
  const pencil = element(
    "button",
    { type: "button", class: "pencil", "aria-label": words("edit") },
    icon("edit"),
  );
  const end = followEnd(log, onScroll);
  let lastOwn;

  log.append(empty);
  pencil.addEventListener("click", () => lastOwn && actions.edit(lastOwn));

  function put(message) {
    if (items.has(message.message_id)) return redraw(message);
    const own = !message.from?.is_bot;
    const item = messageBubble(message, actions);
    items.set(message.message_id, item);
    empty.remove();
    const place = placeOf(message, item);
    if (!place.isConnected) {
      place.dataset.at = message.date;
      log.append(...dayBefore(log.lastElementChild, message.date), place);
    }
    if (own && message.text) offerEdit(message);
    if (own) end.goToEnd();
    else end.stay();
  }

  /** Parts of an album arrive as separate messages, perhaps with an answer between; they make one grid. */
  function placeOf(message, item) {
    const { media_group_id: id, photo, from } = message;
    if (id === undefined) return item;
    const kind = `album ${photo ? "photos" : "files"} ${from?.is_bot ? "bot" : "own"}`;
    const album = albums.get(id) ?? element("div", { class: kind });
    albums.set(id, album);
    album.append(item);
    return album;
  }

  /** The name of the day, when what stands before is of another day. */
  function dayBefore(previous, seconds) {
    const day = dayInWords(new Date(seconds * 1000));
    const known = previous?.dataset.at && dayInWords(new Date(previous.dataset.at * 1000));
    return day === known ? [] : [element("p", { class: "day soft", "data-at": seconds }, day)];
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
    end.stay();
  }

  function redraw(message) {
    const item = items.get(message.message_id);
    if (!item) return;
    const hadPencil = item.contains(pencil);
    redrawBubble(item, message, actions);
    if (hadPencil) offerEdit(message);
    end.stay();
  }

  function offerEdit(message) {
    lastOwn = message;
    items.get(message.message_id).querySelector(".foot").prepend(pencil);
  }

  function remove(ids) {
    for (const id of ids) {
      const item = items.get(id);
      const album = item?.closest(".album");
      if (item?.contains(document.activeElement)) log.focus();
      item?.remove();
      if (album?.childElementCount === 0) album.remove();
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
    toEnd: end.goToEnd,
    lastOwn: () => lastOwn,
    /** What was there before is not read aloud; what comes from now on is. */
    listen: () => log.setAttribute("aria-live", "polite"),
  };
}
