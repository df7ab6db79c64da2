import { editDistance, normalise } from "../text.ts";

/** What is compared of two records. */
export interface Likened {
  name: string;
  kecamatan: string;
  community?: string;
  birthYear?: number;
  sex?: "L" | "P" | "unsaid";
  phone?: { number: string };
}

export type Reason = "phone" | "name";

/** Why two records may be one person's, and how much speaks for it; undefined: they may not. */
export interface Likeness {
  reasons: Reason[];
  weight: number;
}

const WEIGHT = { phone: 60, sameName: 60, partOfName: 35, community: 15, birthYear: 25 } as const;
const AGAINST = { birthYear: 40, sex: 40 } as const;
/** Below it two names alike are two people: a kecamatan has many a Siti. */
const ENOUGH = 50;

/**
 * Says whether two records may be of one person: the same number, which families share and which
 * therefore only raises the question, or a close name in one kecamatan.
 */
export function likeness(a: Likened, b: Likened): Likeness | undefined {
  const phone = a.phone !== undefined && a.phone.number === b.phone?.number;
  const name = a.kecamatan === b.kecamatan ? nameWeight(a.name, b.name) : 0;
  const rest = factWeight(a, b);
  const named = name > 0 && name + rest >= ENOUGH;
  if (!phone && !named) return undefined;
  const reasons: Reason[] = [...(phone ? ["phone" as const] : []), ...(named ? ["name" as const] : [])];
  return { reasons, weight: Math.max(1, (phone ? WEIGHT.phone : 0) + name + rest) };
}

function nameWeight(a: string, b: string): number {
  const closeness = nameCloseness(a, b);
  if (closeness === "far") return 0;
  return closeness === "same" ? WEIGHT.sameName : WEIGHT.partOfName;
}

function factWeight(a: Likened, b: Likened): number {
  const community = a.community !== undefined && a.community === b.community;
  return (community ? WEIGHT.community : 0) + yearWeight(a, b) - (differentSex(a, b) ? AGAINST.sex : 0);
}

/** A year that is one off is a slip; more speaks against. */
function yearWeight({ birthYear: a }: Likened, { birthYear: b }: Likened): number {
  if (a === undefined || b === undefined || Math.abs(a - b) === 1) return 0;
  return a === b ? WEIGHT.birthYear : -AGAINST.birthYear;
}

function differentSex({ sex: a }: Likened, { sex: b }: Likened): boolean {
  return (a === "L" && b === "P") || (a === "P" && b === "L");
}

/**
 * How close two names are. same: word for word, in any order, but for spelling and a slip of a
 * letter. part: the words of one are among those of the other, and one that is rare is among
 * them. far: else.
 */
export function nameCloseness(a: string, b: string): "same" | "part" | "far" {
  const [few, many] = [nameWords(a), nameWords(b)].sort((x, y) => x.length - y.length);
  if (!few?.length || !many?.length) return "far";
  const left = [...many];
  const met = few.filter((word) => {
    const at = left.findIndex((other) => sameWord(word, other));
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
  if (met.length < few.length) return "far";
  if (left.length === 0) return "same";
  return met.some((word) => word.length > 1 && !COMMON.has(skeleton(word))) ? "part" : "far";
}

function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  const most = Math.min(a.length, b.length) >= 9 ? 2 : Math.min(a.length, b.length) >= 5 ? 1 : 0;
  return most > 0 && a[0] === b[0] && editDistance(a, b, most) <= most;
}

/** Before or inside a name and none of it. */
const TITLES = new Set(
  "h hj haji hajjah bu ibu bpk bapak pak kh ust ustad ustadz ustadzah drs dra dr ir prof tb rr rd".split(
    " ",
  ),
);
const LINKS = new Set(["bin", "binti", "alias", "al"]);

/** The words of a name as they sound, without titles and degrees. "H. Mochammad Yusuf, S.Pd." */
export function nameWords(name: string): string[] {
  const [person = ""] = name.split(",");
  const words = normalise(person.replace(/\./g, ". ")).split(" ");
  const own = words.filter((word) => word !== "" && !TITLES.has(word) && !LINKS.has(word));
  return (own.length ? own : words.filter(Boolean)).map(soundOf);
}

/** Old spellings (Soewandi ejaan) and Arabic sounds that are written in many ways. */
const SOUNDS: [RegExp, string][] = [
  [/^(?:mu?h|moh|muhd|mhd|mohd)$/, "muhamad"],
  [/^m(?:u|o)(?:c?h|kh)a+m+(?:a|e)[dt]$/, "muhamad"],
  [/oe/g, "u"],
  [/tj/g, "c"],
  [/dj/g, "j"],
  [/(?:kh|ch)/g, "h"],
  [/(?:sy|sj|sh|ts)/g, "s"],
  [/(?:dz|dh|zh)/g, "z"],
  [/(?:ph|v)/g, "f"],
  [/th/g, "t"],
  [/[qc](?=[aou])|q|k$/g, "k"],
  [/x/g, "ks"],
  [/(?<=[aeiou])y(?=$|[^aeiou])/g, "i"],
  [/(?<=[aeiou])y(?=[aeiou])|j(?=[aeiou])|y/g, "y"],
  [/z/g, "s"],
  [/o/g, "u"],
  [/(.)\1+/g, "$1"],
];

function soundOf(word: string): string {
  return SOUNDS.reduce((sound, [written, spoken]) => sound.replace(written, spoken), word);
}

/** Consonants, by which a slip among the vowels is found too. */
function skeleton(word: string): string {
  const bare = (word[0] ?? "") + word.slice(1).replace(/[aeiouh]/g, "");
  return bare.length >= 3 ? bare.replace(/(.)\1+/g, "$1") : word;
}

/** Half a village bears them: alone they say nothing. */
const COMMON = new Set(
  "siti muhamad ahmad nur sri dewi abdul tri eka dwi putri ratu tubagus aminah ade neng ayu sari"
    .split(" ")
    .filter((word) => word !== "aminah")
    .map((word) => skeleton(soundOf(word))),
);

/** By these a record is found by others that bear a close name: its rare words as they sound. */
export function nameKeys(name: string): string[] {
  const keys = nameWords(name).filter((word) => word.length > 1).map(skeleton);
  const rare = keys.filter((key) => !COMMON.has(key));
  return [...new Set(rare.length ? rare : keys)].sort();
}
