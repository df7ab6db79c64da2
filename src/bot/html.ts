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
