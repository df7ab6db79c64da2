/**
 * Text that is safe to send with parse_mode HTML. Only this file can make one, so a value
 * that was not escaped cannot reach a message.
 */
declare const safe: unique symbol;
export type Html = string & { readonly [safe]: true };

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Escapes what Telegram's HTML mode reads as markup (a bare `<` is refused). */
export function escapeHtml(value: string): Html {
  return value.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign) as Html;
}

/** Fills a message of the project's own with values; each value is escaped before it goes in. */
export function fillHtml<V extends Record<string, string | number>>(
  values: V,
  fill: (escaped: V) => string,
): Html {
  const escaped = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "string" ? escapeHtml(value) : value,
  ]);
  return fill(Object.fromEntries(escaped) as V) as Html;
}

export function joinHtml(parts: readonly Html[], separator = "\n"): Html {
  return parts.join(separator) as Html;
}

/** A stretch of a text that is bold, a link …, as Telegram counts it: in UTF-16 units. */
export interface Mark {
  type: string;
  offset: number;
  length: number;
  url?: string;
}

const TAGS: Record<string, string> = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  spoiler: "tg-spoiler",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
};

/** A text that somebody wrote, with its own formatting; marks that cross another are left out. */
export function markedHtml(text: string, marks: readonly Mark[]): Html {
  const waiting = [...marks].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const open: { end: number; close: string }[] = [];
  let out = "";
  for (let at = 0; at <= text.length; at += 1) {
    while (open.at(-1)?.end === at) out += open.pop()?.close ?? "";
    while (waiting[0] && waiting[0].offset <= at) {
      const mark = waiting.shift();
      const tags = mark && mark.offset === at ? tagsOf(mark) : undefined;
      const end = at + (mark?.length ?? 0);
      if (!tags || end === at || end > Math.min(open.at(-1)?.end ?? Infinity, text.length))
        continue;
      out += tags.open;
      open.push({ end, close: tags.close });
    }
    out += escapeHtml(text.charAt(at));
  }
  return out as Html;
}

function tagsOf({ type, url }: Mark): { open: string; close: string } | undefined {
  if (type === "text_link" && url !== undefined) {
    const address = escapeHtml(url).replaceAll('"', "&quot;");
    return { open: `<a href="${address}">`, close: "</a>" };
  }
  const tag = TAGS[type];
  return tag === undefined ? undefined : { open: `<${tag}>`, close: `</${tag}>` };
}
