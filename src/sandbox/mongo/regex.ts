import { BSONRegExp } from "bson";
import { MongoError, notOffered } from "./errors.ts";

/** Pieces of a pattern that mean the same in PCRE and JavaScript, or are translated below. */
const piece =
  /\\[dDwWbBsS]|\\[ntr]|\\[^A-Za-z0-9]|\(\?:|\((?!\?)|\)|\||\[\^?\]?(?:\\[dwsntr]|\\[^A-Za-z0-9]|[^\]\\[])*\]|(?:[*+?]|\{\d+(?:,\d*)?\})\??(?![*+?])|[\^$.]|[^\\()[\]{}*+?|^$.]/gsuy;
const space = "\\t-\\r ";
const wholeStart = "(?<![\\s\\S])";
const wholeEnd = "(?![\\s\\S])";

/**
 * The JavaScript form of a `$regex`. MongoDB reads patterns as PCRE with UTF-8, where `$` also
 * stands before a last line break and `.`, `^`, `$`, `\s` know fewer characters (pcre2pattern).
 */
export function compileRegex(pattern: string, options: string): RegExp {
  if (!/^[ims]*$/.test(options)) throw notOffered(`the regex option in "${options}"`);
  piece.lastIndex = 0;
  let source = "";
  while (piece.lastIndex < pattern.length) {
    const at = piece.lastIndex;
    const match = piece.exec(pattern);
    if (match === null) throw notOffered(`the regex from position ${at} on`);
    source += translate(match[0], options);
  }
  return build(source, options.includes("i") ? "iu" : "u");
}

function build(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch {
    throw new MongoError(51091, "Regular expression is invalid");
  }
}

function translate(text: string, options: string): string {
  const lines = options.includes("m");
  if (text === ".") return options.includes("s") ? "[\\s\\S]" : "[^\\n]";
  if (text === "^") return lines ? `(?:${wholeStart}|(?<=\\n)(?=[\\s\\S]))` : wholeStart;
  if (text === "$") return lines ? `(?=\\n|${wholeEnd})` : `(?=\\n?${wholeEnd})`;
  if (text === "\\s") return `[${space}]`;
  if (text === "\\S") return `[^${space}]`;
  if (text.startsWith("[")) return translateClass(text);
  return /^\\[^A-Za-z0-9]$/.test(text) ? literal(text.slice(1)) : text;
}

function translateClass(text: string): string {
  const [, open = "[", body = ""] = /^(\[\^?)(.*)\]$/su.exec(text) ?? [];
  if (/\\[dws]-|-\\[dws]/.test(body)) throw notOffered("a regex range beside a class");
  const parts = body.match(/\\?[\s\S]/gu) ?? [];
  return `${open}${parts.map(translateClassPart).join("")}]`;
}

function translateClassPart(part: string): string {
  if (part === "\\s") return space;
  if (part === "-") return "-";
  const character = part.slice(-1);
  if (part.startsWith("\\") && /[dwntr]/.test(character)) return part;
  return character === "-" ? "\\-" : literal(part.replace(/^\\(?=.)/su, ""));
}

const literal = (character: string) =>
  /[\^$\\.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;

/** Reads a regex value or a `$regex` with its `$options`. */
export function readRegex(value: unknown, options: unknown = ""): RegExp {
  if (typeof options !== "string") throw new MongoError(2, "$options has to be a string");
  if (value instanceof BSONRegExp) return compileRegex(value.pattern, options || value.options);
  if (typeof value === "string") return compileRegex(value, options);
  throw new MongoError(2, "$regex has to be a string");
}
