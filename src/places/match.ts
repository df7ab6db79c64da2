import { editDistance, normalise } from "../text.ts";

/** A place with every spelling it is matched by (`placeKey`): for matching, never for showing. */
export interface Spelled {
  readonly name: string;
  readonly keys: readonly string[];
}

/** At most so many guesses are offered; the right one is nearly always among the first. */
const GUESSES = 4;

/** Typed text as plain small words; a dot parts words here ("kec.petir"). */
export function placeWords(text: string): string[] {
  return normalise(text.replace(/[.,]/g, " "))
    .split(" ")
    .filter((word) => word !== "");
}

/** One spelling without case, spaces, marks and signs: "Pulo Ampel" as "puloampel". */
export function placeKey(words: readonly string[]): string {
  return words.join("");
}

export function exactly<P extends Spelled>(key: string, among: readonly P[]): P[] {
  return among.filter((place) => place.keys.includes(key));
}

/**
 * Places within one or two letters, or that begin with what was typed, or that stand inside it;
 * nearest first. Each is a guess that the person confirms.
 */
export function closely<P extends Spelled>(key: string, among: readonly P[]): P[] {
  if (key.length < 3) return [];
  return nearest(among, (spelling) => closeness(key, spelling)).slice(0, GUESSES);
}

/** Looser than a guess: what to show when nothing fits ("mungkin …?"); may be empty. */
export function likest<P extends Spelled>(key: string, among: readonly P[]): P[] {
  const max = Math.min(4, Math.floor(key.length / 2));
  return nearest(among, (spelling) => within(key, spelling, max)).slice(0, GUESSES);
}

function closeness(key: string, spelling: string): number {
  // Two letters of a short name make another name.
  const letters = within(key, spelling, spelling.length > 5 ? 2 : 1);
  const partial = spelling.startsWith(key) || (spelling.length > 3 && key.includes(spelling));
  return Math.min(letters, partial ? 1 : Infinity);
}

function within(key: string, spelling: string, max: number): number {
  // Most pairs are told apart by length alone.
  if (Math.abs(key.length - spelling.length) > max) return Infinity;
  const distance = editDistance(key, spelling, max);
  return distance > max ? Infinity : distance;
}

function nearest<P extends Spelled>(among: readonly P[], far: (spelling: string) => number): P[] {
  return among
    .map((place) => ({ place, far: Math.min(...place.keys.map(far)) }))
    .filter((found) => found.far < Infinity)
    .sort((a, b) => a.far - b.far || a.place.name.localeCompare(b.place.name, "id"))
    .map((found) => found.place);
}
