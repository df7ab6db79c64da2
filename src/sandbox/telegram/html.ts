import type { MessageEntity } from "grammy/types";

import { decode, referenceAt, utf8 } from "./characters.ts";
import { badHtml, notOffered } from "./errors.ts";
import { readLink } from "./links.ts";

/** A text with what is bold or linked in it; offsets and lengths in UTF-16 units. */
export interface Formatted {
  text: string;
  entities: MessageEntity[];
}

interface Open {
  tag: string;
  argument: string;
  offset: number;
  start: number;
}

interface Reader {
  bytes: Buffer;
  at: number;
  out: number[];
  length: number;
  open: Open[];
  entities: MessageEntity[];
  /** What a `code` said of its language, in case a `pre` lies around it. */
  languages: Map<MessageEntity, string>;
}

type Simple = MessageEntity.CommonMessageEntity["type"];

const simpleTags: Record<string, Simple | undefined> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  u: "underline",
  ins: "underline",
  span: "spoiler",
  "tg-spoiler": "spoiler",
};
const otherTags = new Set(["a", "pre", "code", "blockquote"]);
const tagsNotOffered = new Set(["tg-emoji", "tg-time"]);

/**
 * Reads Telegram's HTML, byte by byte as its server does, since its error offsets are bytes.
 * @throws Refusal 400 `can't parse entities: …`. [TD MessageEntity.cpp parse_html]
 */
export function parseHtml(html: string): Formatted {
  const reader: Reader = {
    bytes: Buffer.from(html, "utf8"),
    at: 0,
    out: [],
    length: 0,
    open: [],
    entities: [],
    languages: new Map(),
  };
  while (reader.at < reader.bytes.length) readNext(reader);
  const last = reader.open.at(-1);
  if (last) throw badHtml(`Can't find end tag corresponding to start tag "${last.tag}"`);
  return { text: decode(reader.out), entities: reader.entities };
}

const byte = (reader: Reader, at = reader.at) => reader.bytes[at] ?? 0;
const slice = (reader: Reader, from: number) => reader.bytes.toString("utf8", from, reader.at);

function readNext(reader: Reader): void {
  const c = byte(reader);
  if (c === 60) {
    if (byte(reader, reader.at + 1) === 47) readEndTag(reader);
    else readStartTag(reader);
  } else if (c !== 38 || !readReference(reader, reader.out)) {
    if ((c & 0xc0) !== 0x80) reader.length += c >= 0xf0 ? 2 : 1;
    reader.out.push(c);
    reader.at++;
  }
}

function readStartTag(reader: Reader): void {
  const begin = reader.at++;
  skipUntil(reader, (c) => isSpace(c) || c === 62);
  if (byte(reader) === 0) throw badHtml(`Unclosed start tag at byte offset ${begin}`);
  const tag = lower(slice(reader, begin + 1));
  if (tagsNotOffered.has(tag)) throw notOffered(`the tag "${tag}" is not offered`);
  if (simpleTags[tag] === undefined && !otherTags.has(tag)) {
    throw badHtml(`Unsupported start tag "${tag}" at byte offset ${begin}`);
  }
  const argument = readAttributes(reader, tag, begin);
  if (tag === "span" && argument !== "spoiler") {
    throw badHtml(`Tag "span" must have class "tg-spoiler" at byte offset ${begin}`);
  }
  reader.at++;
  reader.open.push({ tag, argument, offset: reader.length, start: reader.out.length });
}

/** Reads up to the `>` and gives the one attribute that means something for the tag. */
function readAttributes(reader: Reader, tag: string, begin: number): string {
  let argument = "";
  while (byte(reader) !== 62) {
    skipUntil(reader, (c) => c === 0 || !isSpace(c));
    if (byte(reader) === 62) break;
    const from = reader.at;
    skipUntil(reader, (c) => isSpace(c) || [61, 62, 47, 34, 39].includes(c));
    const name = slice(reader, from);
    const where = `at byte offset ${begin}`;
    if (name === "") throw badHtml(`Empty attribute name in the tag "${tag}" ${where}`);
    skipUntil(reader, (c) => c === 0 || !isSpace(c));
    if (byte(reader) !== 61) {
      if (byte(reader) === 0) throw badHtml(`Unclosed start tag "${tag}" ${where}`);
      if (tag === "blockquote" && name === "expandable") argument = "1";
      continue;
    }
    reader.at++;
    skipUntil(reader, (c) => c === 0 || !isSpace(c));
    if (byte(reader) === 0) throw badHtml(`Unclosed start tag "${tag}" ${where}`);
    const value = readValue(reader);
    if (byte(reader) === 0) throw badHtml(`Unclosed start tag ${where}`);
    argument = meaning(tag, name, value) ?? argument;
  }
  return argument;
}

function meaning(tag: string, name: string, value: string): string | undefined {
  if (tag === "a" && name === "href") return value;
  if (tag === "code" && name === "class" && value.startsWith("language-")) return value.slice(9);
  if (tag === "span" && name === "class" && value.startsWith("tg-")) return value.slice(3);
  return tag === "blockquote" && name === "expandable" ? "1" : undefined;
}

function readValue(reader: Reader): string {
  const quote = byte(reader);
  if (quote !== 34 && quote !== 39) return readToken(reader);
  reader.at++;
  const value: number[] = [];
  while (byte(reader) !== quote && byte(reader) !== 0) {
    if (byte(reader) === 38 && readReference(reader, value)) continue;
    value.push(byte(reader));
    reader.at++;
  }
  if (byte(reader) === quote) reader.at++;
  return Buffer.from(value).toString("utf8");
}

function readToken(reader: Reader): string {
  const from = reader.at;
  skipUntil(reader, (c) => !/[A-Za-z0-9.-]/.test(String.fromCharCode(c)));
  const end = byte(reader);
  if (!isSpace(end) && end !== 62) {
    throw badHtml(`Unexpected end of name token at byte offset ${from}`);
  }
  return lower(slice(reader, from));
}

function readEndTag(reader: Reader): void {
  const begin = reader.at++;
  const top = reader.open.at(-1);
  if (!top) throw badHtml(`Unexpected end tag at byte offset ${begin}`);
  skipUntil(reader, (c) => isSpace(c) || c === 62);
  const name = slice(reader, begin + 2);
  skipUntil(reader, (c) => c === 0 || !isSpace(c));
  if (byte(reader) !== 62) throw badHtml(`Unclosed end tag at byte offset ${begin}`);
  if (name !== "" && name !== top.tag) {
    const pair = `expected "</${top.tag}>", found "</${name}>"`;
    throw badHtml(`Unmatched end tag at byte offset ${begin}, ${pair}`);
  }
  reader.at++;
  reader.open.pop();
  if (reader.length > top.offset) addEntity(reader, top);
}

function addEntity(reader: Reader, open: Open): void {
  const span = { offset: open.offset, length: reader.length - open.offset };
  const simple = simpleTags[open.tag];
  if (simple) reader.entities.push({ type: simple, ...span });
  else if (open.tag === "blockquote") {
    const type = open.argument === "" ? "blockquote" : "expandable_blockquote";
    reader.entities.push({ type, ...span });
  } else if (open.tag === "a") addLink(reader, open, span);
  else addCode(reader, open, span);
}

/** A link that leads nowhere (no dot in its host) is dropped without a word. [TD LinkManager.cpp] */
function addLink(reader: Reader, open: Open, span: { offset: number; length: number }): void {
  const url = open.argument || Buffer.from(reader.out.slice(open.start)).toString("utf8");
  const link = readLink(url);
  if (link !== undefined) reader.entities.push({ type: "text_link", ...span, url: link });
}

/** `pre` around `code class="language-…"`, or the other way, is one entity with a language. */
function addCode(reader: Reader, open: Open, span: { offset: number; length: number }): void {
  const last = reader.entities.at(-1);
  const same = last?.offset === span.offset && last.length === span.length ? last : undefined;
  const language = same && reader.languages.get(same);
  if (open.tag === "pre" && same?.type === "code" && language) {
    reader.entities[reader.entities.length - 1] = { type: "pre", ...span, language };
  } else if (open.tag === "code" && same?.type === "pre" && open.argument !== "") {
    same.language = open.argument;
  } else if (open.tag === "pre") reader.entities.push({ type: "pre", ...span });
  else {
    const code: MessageEntity = { type: "code", ...span };
    reader.entities.push(code);
    reader.languages.set(code, open.argument);
  }
}

/** Decodes `&lt;` or `&#x41;` at the reader's place; false where there is none to decode. */
function readReference(reader: Reader, out: number[]): boolean {
  const found = referenceAt(reader.bytes, reader.at);
  if (!found) return false;
  reader.at = found.end;
  if (out === reader.out) reader.length += found.code > 0xffff ? 2 : 1;
  out.push(...utf8(found.code));
  return true;
}

function skipUntil(reader: Reader, stop: (c: number) => boolean): void {
  while (reader.at < reader.bytes.length && !stop(byte(reader))) reader.at++;
}

/** The end of the text counts as space, as it does in TDLib. */
const isSpace = (c: number) => c === 0 || c === 32 || (c >= 9 && c <= 11) || c === 13;
const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
