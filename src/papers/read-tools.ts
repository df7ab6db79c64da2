import { cleanText } from "../text.ts";
import type { ToolHandover } from "./official-report.ts";

type Tool = ToolHandover["items"][number];

export type ReadTools =
  { ok: true; items: Tool[] } | { ok: false; reason: "none" | "tooMany" | "line"; line: string };

/** Lines of one report. */
export const MOST_TOOLS = 40;
const MOST_SIGNS = 60;

/** "Tang bros, 20 buah, baik": what it is, how many of which unit, and in which state if it is told. */
const TOOL = /^(.+?)\s*[,;:–-]?\s*\b(\d{1,4})\s*([\p{L}]*)\s*(?:[,;]\s*(.*))?$/u;

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
  const [, name = "", count = "", unit = "", condition = ""] = TOOL.exec(line) ?? [];
  const isShort = [name, unit, condition].every((part) => Array.from(part).length <= MOST_SIGNS);
  if (!/\p{L}/u.test(name) || Number(count) < 1 || !isShort) return undefined;
  return {
    ...{ name, count: Number(count), unit: unit || "buah" },
    ...(condition && { condition }),
  };
}
