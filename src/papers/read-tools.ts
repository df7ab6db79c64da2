import { cleanText } from "../text.ts";
import type { ToolHandover } from "./official-report.ts";

type Tool = ToolHandover["items"][number];

export type ReadTools =
  { ok: true; items: Tool[] } | { ok: false; reason: "none" | "tooMany" | "line"; line: string };

/** Lines of one report. */
export const MOST_TOOLS = 40;
const MOST_SIGNS = 60;

/** "20 buah", between commas; and "Tang bros 20 buah" where there is none before the number. */
const COUNT = /^(\d{1,4})\s*(\p{L}*)$/u;
const NAMED_COUNT = /^(.*?\S)\s+(?:[:–-]\s*)?(\d{1,4})\s*(\p{L}*)$/u;

/** A list of tools as it is typed, one a line; the line that cannot be read is told. */
export function readTools(text: string): ReadTools {
  const lines = text
    .split(/[\n\r\u2028\u2029]+/)
    .map(cleanText)
    .filter(Boolean);
  if (!lines.length) return { ok: false, reason: "none", line: "" };
  if (lines.length > MOST_TOOLS) return { ok: false, reason: "tooMany", line: "" };
  const items: Tool[] = [];
  for (const line of lines) {
    const item = readTool(line);
    if (!item) return { ok: false, reason: "line", line };
    items.push(item);
  }
  return { ok: true, items };
}

function readTool(line: string): Tool | undefined {
  const { name, count, unit, condition } = partsOf(line);
  const isShort = [name, unit, condition].every((part) => Array.from(part).length <= MOST_SIGNS);
  if (!/\p{L}/u.test(name) || Number(count) < 1 || !isShort) return undefined;
  return {
    ...{ name, count: Number(count), unit: unit || "buah" },
    ...(condition && { condition }),
  };
}

/** "Tang bros, 20 buah, baik": what it is, how many of which unit, and in which state if it is told. */
function partsOf(line: string) {
  const parts = line.split(/[,;]/).map((part) => part.trim());
  const at = parts.findIndex((part, place) => place > 0 && COUNT.test(part));
  if (at > 0) {
    const [, count = "", unit = ""] = COUNT.exec(parts[at] ?? "") ?? [];
    const [before, after] = [parts.slice(0, at), parts.slice(at + 1)];
    return { name: before.join(", "), count, unit, condition: after.join(", ") };
  }
  const [first = "", ...rest] = parts;
  const [, name = "", count = "", unit = ""] = NAMED_COUNT.exec(first) ?? [];
  return { name, count, unit, condition: rest.join(", ") };
}
