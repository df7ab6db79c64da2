import { closely, exactly, likest, placeKey, placeWords } from "./match.ts";
import type { OutsideRow } from "./outside.ts";
import type { Desa, Kecamatan, Places } from "./places.ts";

/**
 * What was typed for a kecamatan. Even a hit is confirmed by a button; the typed form is not kept.
 *
 * Reasons: `close` guesses, nearest first; `desa` a desa was typed, offer it with its kecamatan;
 * `twin` only "Serang", as a city is called too: ask "Kabupaten atau Kota?"; `kabupaten` only
 * "Kabupaten Serang": ask which kecamatan; `city` another government's place; `unknown` nothing fits.
 */
export type KecamatanReading =
  | { ok: true; value: Kecamatan }
  | { ok: false; reason: "close"; guesses: readonly Kecamatan[] }
  | { ok: false; reason: "desa"; desa: readonly Desa[] }
  | { ok: false; reason: "twin"; city: string }
  | { ok: false; reason: "kabupaten" }
  | { ok: false; reason: "city"; city: string; neighbour: string | undefined }
  | { ok: false; reason: "unknown"; suggestions: readonly Kecamatan[] };

const DESA_WORDS = new Set(["desa", "ds", "kelurahan", "kel"]);
const KECAMATAN_WORDS = new Set(["kec", "kecamatan", "kcmtn"]);

/** Reads a typed kecamatan of the catalogue; never for a training's host city. */
export function readKecamatan(text: string, places: Places): KecamatanReading {
  const words = placeWords(text);
  const city = places.outsideOf(words);
  if (city !== undefined) return elsewhere(city);
  const named = namedKecamatan(words, places);
  if (named.length === 0) return onlyTheArea(words, places);
  const key = placeKey(named);
  const [hit] = saysDesa(words) ? [] : exactly(key, places.kecamatan());
  return hit === undefined ? guess(key, named, places) : { ok: true, value: hit };
}

function guess(key: string, named: string[], places: Places): KecamatanReading {
  const desa = exactly(key, places.desa());
  if (desa.length > 0) return { ok: false, reason: "desa", desa };
  const city = places.outsideOf(named, "kecamatan");
  if (city !== undefined) return elsewhere(city);
  const guesses = closely(key, places.kecamatan());
  if (guesses.length > 0) return { ok: false, reason: "close", guesses };
  const closeDesa = closely(key, places.desa());
  if (closeDesa.length > 0) return { ok: false, reason: "desa", desa: closeDesa };
  return { ok: false, reason: "unknown", suggestions: likest(key, places.kecamatan()) };
}

const elsewhere = ({ name, code, neighbour }: OutsideRow): KecamatanReading => ({
  ok: false,
  reason: "city",
  city: name,
  neighbour: neighbour ? code : undefined,
});

function onlyTheArea(words: string[], { ownWords, twin }: Places): KecamatanReading {
  if (!ownWords.some((word) => words.includes(word)))
    return { ok: false, reason: "unknown", suggestions: [] };
  const kabupaten = words.includes("kab") || words.includes("kabupaten");
  if (kabupaten || twin === undefined) return { ok: false, reason: "kabupaten" };
  return { ok: false, reason: "twin", city: twin };
}

/** "Sukamaju, Kec. Kibin" names its kecamatan after the word; else every telling word counts. */
function namedKecamatan(words: string[], { areaWords }: Places): string[] {
  const after = words.slice(words.findLastIndex((word) => KECAMATAN_WORDS.has(word)) + 1);
  return after.filter((word) => !areaWords.has(word) && !DESA_WORDS.has(word));
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
  const key = placeKey(namedDesa(placeWords(text), places));
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

function namedDesa(words: string[], { areaWords }: Places): string[] {
  const kecamatan = words.findIndex((word) => KECAMATAN_WORDS.has(word));
  const before = kecamatan > 0 ? words.slice(0, kecamatan) : words;
  return before.filter((word) => !areaWords.has(word) && !DESA_WORDS.has(word));
}
