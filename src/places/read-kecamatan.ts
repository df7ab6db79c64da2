import { closely, exactly, likest, placeKey, placeWords } from "./match.ts";
import { outsideOf, type Outside } from "./outside.ts";
import type { Desa, Kecamatan, Places } from "./places.ts";

/**
 * What was typed for a kecamatan. Even a hit is confirmed by a button; the typed form is not kept.
 *
 * Reasons: `close` guesses, nearest first; `desa` a desa was typed, offer it with its kecamatan;
 * `serang` only "Serang": ask "Kabupaten atau Kota?"; `kabupaten` only "Kabupaten Serang": ask
 * which kecamatan; `city` another government's place; `unknown` nothing fits.
 */
export type KecamatanReading =
  | { ok: true; value: Kecamatan }
  | { ok: false; reason: "close"; guesses: readonly Kecamatan[] }
  | { ok: false; reason: "desa"; desa: readonly Desa[] }
  | { ok: false; reason: "serang" }
  | { ok: false; reason: "kabupaten" }
  | { ok: false; reason: "city"; city: Outside }
  | { ok: false; reason: "unknown"; suggestions: readonly Kecamatan[] };

const DESA_WORDS = new Set(["desa", "ds", "kelurahan", "kel"]);
const KECAMATAN_WORDS = new Set(["kec", "kecamatan", "kcmtn"]);
/** Words that only say where the whole kabupaten lies. */
const AREA_WORDS = new Set(["kab", "kabupaten", "serang", "prov", "provinsi", "banten"]);

/** Reads a typed kecamatan of the catalogue; never for a training's host city. */
export function readKecamatan(text: string, places: Places): KecamatanReading {
  const words = placeWords(text);
  const city = outsideOf(words);
  if (city !== undefined) return { ok: false, reason: "city", city };
  const named = namedKecamatan(words);
  if (named.length === 0) return onlyTheArea(words);
  const key = placeKey(named);
  const [hit] = saysDesa(words) ? [] : exactly(key, places.kecamatan());
  return hit === undefined ? guess(key, named, places) : { ok: true, value: hit };
}

function guess(key: string, named: string[], places: Places): KecamatanReading {
  const desa = exactly(key, places.desa());
  if (desa.length > 0) return { ok: false, reason: "desa", desa };
  const city = outsideOf(named, "kecamatan");
  if (city !== undefined) return { ok: false, reason: "city", city };
  const guesses = closely(key, places.kecamatan());
  if (guesses.length > 0) return { ok: false, reason: "close", guesses };
  const closeDesa = closely(key, places.desa());
  if (closeDesa.length > 0) return { ok: false, reason: "desa", desa: closeDesa };
  return { ok: false, reason: "unknown", suggestions: likest(key, places.kecamatan()) };
}

function onlyTheArea(words: string[]): KecamatanReading {
  if (!words.includes("serang")) return { ok: false, reason: "unknown", suggestions: [] };
  const kabupaten = words.includes("kab") || words.includes("kabupaten");
  return { ok: false, reason: kabupaten ? "kabupaten" : "serang" };
}

/** "Sukamaju, Kec. Kibin" names its kecamatan after the word; else every telling word counts. */
function namedKecamatan(words: string[]): string[] {
  const after = words.slice(words.findLastIndex((word) => KECAMATAN_WORDS.has(word)) + 1);
  return after.filter((word) => !AREA_WORDS.has(word) && !DESA_WORDS.has(word));
}

function saysDesa(words: string[]): boolean {
  return words.some((word) => DESA_WORDS.has(word)) && !words.some((w) => KECAMATAN_WORDS.has(w));
}

/**
 * What was typed for a desa of the kecamatan already chosen. `close` guesses of this kecamatan;
 * `elsewhere` that name lies in other kecamatan (press reports misplace some), with guesses of this
 * one; `unknown` nothing fits.
 */
export type DesaReading =
  | { ok: true; value: Desa }
  | { ok: false; reason: "close"; guesses: readonly Desa[] }
  | { ok: false; reason: "elsewhere"; desa: readonly Desa[]; guesses: readonly Desa[] }
  | { ok: false; reason: "unknown"; suggestions: readonly Desa[] };

/** Reads a typed desa of one kecamatan, given by its code. */
export function readDesa(text: string, kecamatan: string, places: Places): DesaReading {
  const key = placeKey(namedDesa(placeWords(text)));
  const here = places.desaOf(kecamatan);
  const hits = exactly(key, here);
  const [only] = hits;
  if (only !== undefined && hits.length === 1) return { ok: true, value: only };
  const guesses = hits.length > 0 ? hits : closely(key, here);
  const desa = hits.length > 0 ? [] : exactly(key, places.desa());
  if (desa.length > 0) return { ok: false, reason: "elsewhere", desa, guesses };
  if (guesses.length > 0) return { ok: false, reason: "close", guesses };
  return { ok: false, reason: "unknown", suggestions: likest(key, here) };
}

function namedDesa(words: string[]): string[] {
  const kecamatan = words.findIndex((word) => KECAMATAN_WORDS.has(word));
  const before = kecamatan > 0 ? words.slice(0, kecamatan) : words;
  return before.filter((word) => !AREA_WORDS.has(word) && !DESA_WORDS.has(word));
}
