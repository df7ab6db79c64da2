import { element, icon } from "./element.js";
import { richText } from "./entities.js";
import { buttonGrid, holdFocus } from "./focus.js";
import { fileUrl } from "./standin.js";
import { timeInWords, words } from "./words.js";

/**
 * One message as Telegram draws it: bubble, buttons under it.
 * @param {any} message Bot API message
 * @param {{ press: Function, openLink: (url: string) => void, say: (text: string) => void, copy: (text: string) => void }} actions
 */
export function messageBubble(message, actions) {
  const side = message.from?.is_bot ? "bot" : "own";
  const item = element("article", { class: `message ${side}`, tabindex: "-1" });
  fill(item, message, actions);
  return item;
}

/** Draws an edited message into its old place; a button that had the focus keeps it. */
export function redrawBubble(item, message, actions) {
  const giveBack = holdFocus(item);
  fill(item, message, actions);
  giveBack();
}

function fill(item, message, actions) {
  const author = message.from?.is_bot ? words("botSays") : `${message.from?.first_name}:`;
  const text = message.text ?? message.caption;
  const parts = [
    element("span", { class: "unseen" }, author),
    message.reply_to_message && quoted(message.reply_to_message),
    media(message),
    text &&
      element(
        "div",
        { class: "text" },
        richText(text, message.entities ?? message.caption_entities, actions),
      ),
    foot(message),
  ];
  const bubble = element("div", { class: "bubble" }, ...parts);
  const rows = message.reply_markup?.inline_keyboard ?? [];
  item.replaceChildren(bubble);
  if (rows.length > 0)
    item.append(
      buttonGrid(words("choices"), rows, (button) => inlineButton(message, button, actions)),
    );
}

function foot(message) {
  const moment = new Date(message.date * 1000);
  const time = element("time", { datetime: moment.toISOString() }, timeInWords(moment));
  return element("p", { class: "foot" }, message.edit_date && `${words("edited")} `, time);
}

function quoted(message) {
  return element("p", { class: "quoted" }, (message.text ?? message.caption ?? "…").slice(0, 80));
}

function media(message) {
  const { photo, document: file, contact, venue, location: place, text } = message;
  if (photo) return picture(photo.at(-1), message.caption);
  if (file) return fileLink(file);
  if (contact)
    return card(
      "person",
      [contact.first_name, contact.last_name].filter(Boolean).join(" "),
      contact.phone_number,
    );
  if (venue) return card("place", venue.title, venue.address);
  if (place) return card("place", `${place.latitude}, ${place.longitude}`);
  return text === undefined && element("p", { class: "text" }, words("otherKind"));
}

function picture({ file_id, width, height }, caption) {
  const url = fileUrl(file_id);
  const image = element("img", {
    src: url,
    width,
    height,
    alt: caption ?? words("photoAlt"),
    loading: "lazy",
  });
  return element("a", { class: "picture", href: url, target: "_blank" }, image);
}

function fileLink(file) {
  const name = file.file_name ?? words("file");
  const kilobytes = `${Math.max(1, Math.round((file.file_size ?? 0) / 1024))} kB`;
  return element(
    "a",
    { class: "card", href: fileUrl(file.file_id), download: name },
    ...cardParts("file", name, kilobytes),
  );
}

const card = (drawing, title, line) =>
  element("div", { class: "card" }, ...cardParts(drawing, title, line));

const cardParts = (drawing, title, line) => [
  icon(drawing),
  element("span", {}, element("b", {}, title), line && element("span", { class: "soft" }, line)),
];

function inlineButton(message, button, actions) {
  const attributes = { type: "button", "data-style": button.style };
  if (button.url) {
    attributes.onclick = () => actions.openLink(button.url);
    return element("button", attributes, button.text, icon("link"));
  }
  if (button.copy_text) attributes.onclick = () => actions.copy(button.copy_text.text);
  if (button.callback_data !== undefined)
    attributes.onclick = async ({ currentTarget: pressed }) => {
      pressed.setAttribute("aria-busy", "true");
      await actions.press(message, button.callback_data);
      pressed.removeAttribute("aria-busy");
    };
  return element("button", attributes, button.text);
}
