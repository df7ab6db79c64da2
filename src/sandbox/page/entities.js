import { element } from "./element.js";
import { words } from "./words.js";

/**
 * Text with Bot API entities as DOM nodes. Offsets are UTF-16, as JavaScript counts; an entity that
 * sticks out of the one around it is cut there.
 * @param {string} text
 * @param {{ type: string, offset: number, length: number, url?: string }[]} entities
 * @param {{ openLink: (url: string) => void, say: (text: string) => void }} actions
 */
export function richText(text, entities = [], actions) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return fragmentOf(text, sorted, 0, text.length, actions);
}

function fragmentOf(text, entities, from, to, actions) {
  const fragment = document.createDocumentFragment();
  let at = from;
  for (let i = 0; i < entities.length;) {
    const entity = entities[i++];
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    const inner = [];
    while (i < entities.length && entities[i].offset < end) inner.push(entities[i++]);
    if (start >= end) continue;
    fragment.append(text.slice(at, start));
    fragment.append(
      styled(entity, text.slice(start, end), actions, () =>
        fragmentOf(text, inner, start, end, actions),
      ),
    );
    // A block begins its own line: the line break after it would leave an empty one.
    at = blocks.has(entity.type) && text[end] === "\n" ? end + 1 : end;
  }
  fragment.append(text.slice(at, to));
  return fragment;
}

const blocks = new Set(["pre", "blockquote", "expandable_blockquote"]);

const tags = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  blockquote: "blockquote",
};

function styled(entity, plain, actions, contents) {
  const tag = tags[entity.type];
  if (tag) return element(tag, {}, contents());
  switch (entity.type) {
    case "pre":
      return element(
        "pre",
        { "data-language": entity.language || words("code") },
        element("code", {}, contents()),
      );
    case "expandable_blockquote":
      return foldedQuote(contents());
    case "spoiler":
      return spoiler(plain, contents());
    case "text_link":
      return link(entity.url, contents(), actions);
    case "url":
      return link(/^[a-z]+:/i.test(plain) ? plain : `https://${plain}`, contents(), actions);
    case "email":
      return link(`mailto:${plain}`, contents(), actions);
    case "bot_command":
      return element(
        "button",
        { type: "button", class: "link", onclick: () => actions.say(plain) },
        contents(),
      );
    default:
      return element("span", { class: "named" }, contents());
  }
}

/** A link that the page itself opens; addresses that could run a script stay plain text. */
function link(url, contents, actions) {
  if (!/^(https?|tg|mailto|tel):/i.test(url)) return element("span", {}, contents);
  const open = (event) => {
    event.preventDefault();
    actions.openLink(url);
  };
  return element("a", { href: url, rel: "noopener noreferrer", onclick: open }, contents);
}

/** Hidden from screen reader, search and copy too: until it is pressed only its length is there. */
function spoiler(plain, contents) {
  const shown = element("span", { tabindex: "-1" }, contents);
  const button = element(
    "button",
    { type: "button", class: "spoiler", "aria-label": words("spoiler") },
    plain.replace(/\S/gu, "\u00a0"),
  );
  button.addEventListener("click", () => {
    button.replaceWith(shown);
    shown.focus();
  });
  return button;
}

function foldedQuote(contents) {
  const quote = element("blockquote", { class: "folded" }, contents);
  const more = element("button", { type: "button", class: "link" }, words("more"));
  more.addEventListener("click", () => {
    quote.classList.remove("folded");
    more.remove();
  });
  return element("div", {}, quote, more);
}
