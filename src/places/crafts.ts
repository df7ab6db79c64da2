import { editDistance, normalise } from "../text.ts";
import { type CraftRow, SEED_CRAFTS } from "./craft-table.ts";

/** "rajut": the only form that is stored; which ones there are the office's table says. */
export type CraftKey = string;

/** Stands for a craft in words of one's own; every table ends with it. */
const OTHER = "lainnya";

const rows: CraftRow[] = [];
/** The kinds of craft, in the order they are offered. */
export const CRAFTS: readonly CraftRow[] = rows;

let byKey = new Map<string, CraftRow>();
/** Every phrase that leads to a craft; "anyaman" leads to two. Longest first: "tas kulit". */
let phrases: readonly (readonly [phrase: string, keys: readonly CraftKey[]])[] = [];

/**
 * The crafts of the office, once, before anything else begins: a process serves one office. A table
 * without "lainnya" has it all the same.
 */
export function chooseCrafts(table: readonly CraftRow[]): void {
  const other = SEED_CRAFTS.filter(({ key }) => key === OTHER);
  const whole = table.some(({ key }) => key === OTHER) ? table : [...table, ...other];
  rows.splice(0, rows.length, ...whole);
  byKey = new Map(rows.map((craft) => [craft.key, craft]));
  phrases = allPhrases();
}

export function isCraftKey(value: string): boolean {
  return byKey.has(value);
}

/** What a stored key is called: the short form for buttons, the full one for cards and papers. */
export function showCraft(
  key: CraftKey,
  language: "id" | "en" = "id",
  form: "short" | "full" = "full",
): string {
  return byKey.get(key)?.[language][form] ?? key;
}

function allPhrases() {
  const found = new Map<string, CraftKey[]>();
  for (const craft of CRAFTS)
    for (const phrase of phrasesOf(craft))
      found.set(phrase, [...(found.get(phrase) ?? []), craft.key]);
  return [...found].toSorted(([a], [b]) => b.length - a.length);
}

function phrasesOf(craft: CraftRow): Set<string> {
  const labels = [craft.id.short, craft.id.full, craft.en.short, craft.en.full];
  return new Set([craft.key, ...labels, ...craft.words.split(", ")].map(normalise));
}

/**
 * The crafts that typed text names, by key, label or word, in the order they are offered: "bros,
 * rajut" gives two, nothing known gives none. A word with one wrong letter counts when no other
 * fits; all are ticked for the person to confirm.
 */
export function readCrafts(text: string): readonly CraftKey[] {
  const said = normalise(text);
  const named = exactKeys(said);
  const keys = named.size > 0 ? named : closeKeys(said);
  return CRAFTS.map((craft) => craft.key).filter((key) => keys.has(key));
}

function exactKeys(said: string): Set<CraftKey> {
  const keys = new Set<CraftKey>();
  let left = ` ${said} `;
  for (const [phrase, crafts] of phrases) {
    if (!left.includes(` ${phrase} `)) continue;
    // Taken out, so that a word inside "batik tulis" or "tas kulit" names nothing more.
    left = left.replaceAll(` ${phrase} `, " | ");
    crafts.forEach((key) => keys.add(key));
  }
  return keys;
}

function closeKeys(said: string): Set<CraftKey> {
  const words = said.split(" ").filter((word) => word.length > 4 && word.length < 20);
  const close = phrases.filter(([phrase]) =>
    words.some((word) => editDistance(word, phrase, 1) <= 1),
  );
  return new Set(close.flatMap(([, keys]) => keys));
}

const GENERAL = new Set(["perajin", "pengrajin", "crafter", "kriya", "handmade", "kerajinan"]);

/** In a search these words mean any craft, none in particular. */
export function isAnyCraft(text: string): boolean {
  return GENERAL.has(normalise(text));
}

chooseCrafts(SEED_CRAFTS);
