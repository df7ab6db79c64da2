import { readFileSync } from "node:fs";
import { cleanText } from "../text.ts";
import { type FontTable, readFontTable } from "./font-table.ts";
import { NOTO_SANS, type Weight } from "./noto-sans.ts";

/** Read when the first paper is made: most starts of the program make none. */
const tables = new Map<Weight, FontTable>();

function tableOf(weight: Weight): FontTable {
  const table = tables.get(weight) ?? readFontTable(readFileSync(NOTO_SANS[weight]));
  tables.set(weight, table);
  return table;
}

const PLAIN = /^[\x20-\x7e]*$/;
const segmenter = new Intl.Segmenter("id", { granularity: "grapheme" });

/**
 * A value as it can be printed: one line, and nothing that the font would draw as an empty box. A
 * sign it lacks is told in its plain form where it has one ("𝐑𝐢𝐧𝐚" is "Rina"); emoji and letters
 * of scripts that the font does not know are left out.
 */
export function printable(text: string): string {
  const clean = cleanText(text);
  if (PLAIN.test(clean)) return clean;
  const signs = Array.from(segmenter.segment(clean), ({ segment }) => drawn(segment));
  return cleanText(signs.join(""));
}

function drawn(sign: string): string {
  const plain = sign.normalize("NFKC");
  const bare = sign.normalize("NFKD").replace(/\p{M}/gu, "");
  return [sign, plain, bare].find(isCovered) ?? "";
}

const isCovered = (sign: string) =>
  Array.from(sign).every((one) => {
    const code = one.codePointAt(0) ?? 0;
    return tableOf("regular").has(code) && tableOf("bold").has(code);
  });

/** How wide a printable text is, in the unit of `size`. */
export function widthOf(text: string, size: number, weight: Weight = "regular"): number {
  const table = tableOf(weight);
  return (
    Array.from(text).reduce((sum, one) => sum + table.widthOf(one.codePointAt(0) ?? 0), 0) * size
  );
}

/** The largest size, down to `least`, at which the text is no wider than `width`. */
export function sizeFor(
  text: string,
  { width, most, least }: { width: number; most: number; least: number },
  weight: Weight = "regular",
): number {
  const whole = widthOf(text, 1, weight);
  const fitting = whole === 0 ? most : width / whole;
  return Math.max(least, Math.min(most, Math.floor(fitting * 2) / 2));
}

/** A printable text in lines no wider than `width` at that size; what is beyond `most` ends in "…". */
export function linesOf(
  text: string,
  { width, size, most }: { width: number; size: number; most: number },
  weight: Weight = "regular",
): string[] {
  const fits = (line: string) => widthOf(line, size, weight) <= width;
  const lines: string[] = [];
  for (const word of text.split(" ").flatMap((one) => piecesOf(one, fits))) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), withDots(lines[most - 1] ?? "", fits)];
}

/** A word that is wider than the line is cut where the line ends. */
function piecesOf(word: string, fits: (line: string) => boolean): string[] {
  const pieces = [""];
  for (const sign of Array.from(word)) {
    const longer = `${pieces.at(-1)}${sign}`;
    if (longer === sign || fits(longer)) pieces[pieces.length - 1] = longer;
    else pieces.push(sign);
  }
  return pieces;
}

function withDots(line: string, fits: (line: string) => boolean): string {
  const signs = Array.from(line);
  while (signs.length && !fits(`${signs.join("")}…`)) signs.pop();
  return `${signs.join("").trimEnd()}…`;
}
