import { editDistance, normalise } from "../text.ts";

/** Before or after a name, and none of it. */
const TITLES = new Set(
  "h hj haji hajjah bu ibu bpk bapak pak kh ust ustad ustadz ustadzah drs dra dr ir prof".split(
    " ",
  ),
);
const LINKS = new Set(["bin", "binti", "alias"]);

// A Map, not the object: "constructor" is a word people may type.
const SHORT = new Map(
  Object.entries({
    moh: "muhamad",
    muh: "muhamad",
    moch: "muhamad",
    much: "muhamad",
    mohd: "muhamad",
    muhd: "muhamad",
    mhd: "muhamad",
    abd: "abdul",
    st: "siti",
    tb: "tubagus",
    rt: "ratu",
  }),
);

/**
 * One letter for what is written in several ways: the spelling before 1972 (oe, tj, dj, j for y),
 * Arabic sounds (kh, sy, dz, q), what is spoken alike (f, v, p; final d, t), doubled letters.
 */
const SOUNDS: [RegExp, string][] = [
  [/oe/g, "u"],
  [/ie/g, "i"],
  [/tj/g, "c"],
  [/dj/g, "j"],
  [/[kc]h/g, "h"],
  [/sy|sj|sh|ts/g, "s"],
  [/dz|dh|zh|z/g, "s"],
  [/th/g, "t"],
  [/ph|[fv]/g, "p"],
  [/q/g, "k"],
  [/x/g, "ks"],
  [/iy(?=[aeiou])/g, "i"],
  [/y(?![aeiou])/g, "i"],
  [/j/g, "y"],
  [/o/g, "u"],
  [/t$/, "d"],
];

/** The words of a name as they sound, without titles and degrees: "H. Moch. Yusuf, S.Pd." */
export function nameWords(name: string): string[] {
  const [person = ""] = name.split(",");
  const words = normalise(person.replace(/\./g, ". "))
    .split(" ")
    .filter((word) => word !== "");
  const own = words.filter((word) => !TITLES.has(word) && !LINKS.has(word));
  return (own.length ? own : words).map(soundOf);
}

function soundOf(word: string): string {
  const whole = single(SHORT.get(word) ?? word);
  return single(SOUNDS.reduce((sound, [written, spoken]) => sound.replace(written, spoken), whole));
}

const single = (word: string): string => word.replace(/(.)\1+/gu, "$1");

/** Half a village bears them: alone they tell nobody apart. */
const COMMON = new Set(
  ["siti", "muhammad", "ahmad", "nur", "sri", "dewi", "abdul", "tri", "dwi", "eka", "ratu"].map(
    soundOf,
  ),
);
/** Whether a word tells somebody apart. */
export const isRare = (word: string): boolean => word.length > 1 && !COMMON.has(word);

/**
 * How close two names are. same: word for word in any order, but for spelling and a slip. part:
 * all words of one are among those of the other, or nothing rare is among them. far: else.
 */
export function nameCloseness(a: string, b: string): "same" | "part" | "far" {
  const [one, other] = [nameWords(a), nameWords(b)];
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  if (!few.length) return "far";
  if (sameWord(one.join(""), other.join(""))) return few.some(isRare) ? "same" : "part";
  const met = pairs(few, many);
  if (met.length < few.length) return "far";
  const rare = met.some(isRare);
  if (few.length === many.length) return rare ? "same" : "part";
  return rare ? "part" : "far";
}

/** The words that find a partner among the others, each its own; whole words come first. */
function pairs(few: readonly string[], many: readonly string[]): string[] {
  const left = [...many];
  const longestFirst = [...few].sort((a, b) => b.length - a.length);
  return longestFirst.filter((word) => {
    const exact = left.indexOf(word);
    const at = exact === -1 ? left.findIndex((other) => sameWord(word, other)) : exact;
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
}

/** Equal, or an initial, or one slip in five letters and two in nine, not in the first letter. */
function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (a[0] !== b[0]) return false;
  const length = Math.min(a.length, b.length);
  if (length === 1) return true;
  const most = length >= 9 ? 2 : length >= 5 ? 1 : 0;
  return most > 0 && editDistance(a, b, most) <= most;
}

/**
 * By these a record is found by others with a close name: the consonants of its rare words and of
 * the whole name, also with one of them left out, so that a slip is found as well.
 */
export function nameKeys(name: string): string[] {
  const words = nameWords(name);
  const long = words.filter((word) => word.length > 1);
  const rare = long.filter(isRare);
  const told = rare.length ? rare : long.length ? long : words;
  const keys = [...told, words.join("")].map(consonants).flatMap((key) => [key, ...shorter(key)]);
  return [...new Set(keys)].sort();
}

/** The first letter and the consonants after it; a word that has too few of them stays whole. */
function consonants(word: string): string {
  const bare = single(word.slice(0, 1) + word.slice(1).replace(/[aeiouh]/g, ""));
  return bare.length >= 3 ? bare : word;
}

const LEAST = 4;

/** Each letter but the first left out once, where enough is left to tell by. */
function shorter(key: string): string[] {
  if (key.length < LEAST) return [];
  return Array.from(key.slice(1), (_, at) => single(key.slice(0, at + 1) + key.slice(at + 2)));
}
