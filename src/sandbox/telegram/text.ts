import type { MessageEntity } from "grammy/types";

import { bad, texts } from "./errors.ts";
import type { Formatted } from "./html.ts";

const merged = new Set(["bold", "italic", "underline", "strikethrough", "spoiler"]);
const plainInside = new Set(["pre", "code"]);

/**
 * Cleans a text as the server does before it counts: odd signs go, both ends are trimmed, entities
 * follow, links and commands are found. [TD misc.cpp clean_input_string, MessageEntity.cpp]
 */
export function cleanText({ text, entities }: Formatted): Formatted {
  const cleaned = cleanSigns(text, entities);
  const start = cleaned.text.search(/[^ \n]/);
  const trimmed = cleaned.text.replace(/^[ \n]+|[ \n]+$/g, "");
  const kept = cleaned.entities.flatMap((entity) => clip(entity, start, trimmed));
  return { text: trimmed, entities: withFound(trimmed, mergeSame(kept)) };
}

/** The cleaned text of a person's or bot's message. @throws Refusal when blank or too long. */
export function checkedText(raw: Formatted, limit: number, tooLong: string): Formatted {
  const cleaned = cleanText(raw);
  if (isBlank(cleaned.text)) throw bad(texts.blankText);
  if (countSigns(cleaned.text) > limit) throw bad(tooLong);
  return cleaned;
}

/** Code points, which is how Telegram counts 4,096 and 1,024. */
export const countSigns = (text: string) => [...text].length;

/** Spaces and signs that take no room are nothing. [TD misc.cpp strip_empty_characters] */
const empty =
  /[\s\u1680\u180e\u2000-\u200f\u202e\u202f\u205f\u2800\u3000\ufffc\ufeff\u00a0\u{e0000}-\u{e007f}]/gu;
export const isBlank = (text: string) => text.replace(empty, "") === "";

const spaces = /[\u0000-\u0009\u000b\u000c\u000e-\u001f]/g;
const dropped = /[\r\u2028-\u202e\u030a\u0333\u033f]/;

function cleanSigns(text: string, entities: MessageEntity[]): Formatted {
  if (!dropped.test(text)) return { text: text.replace(spaces, " "), entities };
  const moved = new Map<number, number>();
  let out = "";
  for (let at = 0; at <= text.length; at++) {
    moved.set(at, out.length);
    const sign = text.charAt(at);
    if (!dropped.test(sign)) out += sign;
  }
  const to = (at: number) => moved.get(at) ?? out.length;
  const follow = (entity: MessageEntity) => ({
    ...entity,
    offset: to(entity.offset),
    length: to(entity.offset + entity.length) - to(entity.offset),
  });
  return { text: out.replace(spaces, " "), entities: entities.map(follow) };
}

/** An entity that is empty or all space after the trim does not arrive. */
function clip(entity: MessageEntity, start: number, text: string): MessageEntity[] {
  const from = Math.max(0, entity.offset - start);
  const to = Math.min(text.length, entity.offset + entity.length - start);
  if (from >= to || /^[ \n]*$/.test(text.slice(from, to))) return [];
  return [{ ...entity, offset: from, length: to - from }];
}

/** Neighbours of one kind become one; nothing lies inside `code` and `pre`. [TD fix_entities] */
function mergeSame(entities: MessageEntity[]): MessageEntity[] {
  const result: MessageEntity[] = [];
  const codes = entities.filter(({ type }) => plainInside.has(type));
  for (const entity of sorted(entities)) {
    const isStyle = merged.has(entity.type);
    if (isStyle && codes.some((code) => overlaps(entity, code))) continue;
    const before = result.findLast((other) => other.type === entity.type);
    if (before && isStyle && end(before) >= entity.offset) {
      before.length = Math.max(end(before), end(entity)) - before.offset;
    } else result.push({ ...entity });
  }
  return sorted(result);
}

const end = (entity: MessageEntity) => entity.offset + entity.length;
const overlaps = (one: MessageEntity, other: MessageEntity) =>
  one.offset < end(other) && other.offset < end(one);

const order = ["blockquote", "expandable_blockquote", "text_link", "pre", "code", "bold", "italic"];
function sorted(entities: MessageEntity[]): MessageEntity[] {
  const rank = (entity: MessageEntity) => {
    const place = order.indexOf(entity.type);
    return place < 0 ? order.length : place;
  };
  return entities.toSorted(
    (a, b) => a.offset - b.offset || b.length - a.length || rank(a) - rank(b),
  );
}

type FoundType = MessageEntity.CommonMessageEntity["type"];
const word = "\\p{L}\\p{N}_";
const finders: [FoundType, RegExp][] = [
  ["url", /(?<![\w@.])(?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:\/[^\s<>"]*)?/giu],
  ["email", /(?<![\w.])[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}/giu],
  ["bot_command", /(?<![\w/<>])\/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\w/<>])/giu],
  ["mention", new RegExp(`(?<![${word}])@[a-zA-Z0-9_]{4,32}(?![${word}])`, "gu")],
  ["hashtag", new RegExp(`(?<![${word}])#(?=[\\p{N}_]*\\p{L})[${word}]{1,256}`, "gu")],
  ["phone_number", /(?<![\w+])\+\d[\d ()-]{6,}\d(?!\w)/gu],
];
/** Without a scheme only the endings people write here make a link of a word. */
const endings = /\.(?:com|org|net|id|info|io|me|dev|co)(?::\d+)?(?:\/|$)/i;

/** Adds what the server finds by itself where no own entity lies. */
function withFound(text: string, own: MessageEntity[]): MessageEntity[] {
  const result = [...own];
  for (const [type, pattern] of finders) {
    for (const match of text.matchAll(pattern)) {
      const found = match[0].replace(/[.,:;!?)'"]+$/, "");
      if (type === "url" && !/^https?:/i.test(found) && !endings.test(found)) continue;
      const entity: MessageEntity = { type, offset: match.index, length: found.length };
      const inTheWay = (other: MessageEntity) => !merged.has(other.type) && overlaps(entity, other);
      if (!result.some((other) => inTheWay(other) && !isQuote(other))) result.push(entity);
    }
  }
  return sorted(result);
}

const isQuote = (entity: MessageEntity) => entity.type.endsWith("blockquote");

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escape = (text: string) => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign);

/** Writes a text with its entities as Telegram's HTML again; what the server found stays plain. */
export function toHtml({ text, entities }: Formatted): string {
  const opens = entities.flatMap((entity) => {
    const tags = tagsOf(entity);
    return tags ? [{ entity, tags }] : [];
  });
  let out = "";
  const stack: typeof opens = [];
  for (let at = 0; at <= text.length; at++) {
    for (let top = stack.at(-1); top && end(top.entity) <= at; top = stack.at(-1)) {
      out += top.tags[1];
      stack.pop();
    }
    for (const open of opens.filter(({ entity }) => entity.offset === at)) {
      out += open.tags[0];
      stack.push(open);
    }
    out += escape(text.charAt(at));
  }
  return out;
}

function tagsOf(entity: MessageEntity): [string, string] | undefined {
  const names: Record<string, string> = {
    bold: "b",
    italic: "i",
    underline: "u",
    strikethrough: "s",
    spoiler: "tg-spoiler",
    code: "code",
    blockquote: "blockquote",
  };
  const name = names[entity.type];
  if (name) return [`<${name}>`, `</${name}>`];
  if (entity.type === "expandable_blockquote") {
    return ["<blockquote expandable>", "</blockquote>"];
  }
  if (entity.type === "text_link") {
    return [`<a href="${escape(entity.url).replaceAll('"', "&quot;")}">`, "</a>"];
  }
  if (entity.type !== "pre") return undefined;
  if (!entity.language) return ["<pre>", "</pre>"];
  return [`<pre><code class="language-${entity.language}">`, "</code></pre>"];
}
