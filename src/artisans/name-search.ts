import MiniSearch from "minisearch";
import { isRare, nameCloseness, nameKeys, nameWords } from "../doubles/name-sound.ts";

const START = 3;

/**
 * How the words of a name begin, as they sound, each and each two together: by these a half-typed
 * name is found. Of 100,000 people a thousand have a word that begins so, and a few both.
 */
export function nameStarts(name: string): string[] {
  const starts = [...new Set(nameWords(name).map(startOf))].sort();
  const both = starts.flatMap((one, at) => starts.slice(at + 1).map((other) => pair(one, other)));
  return [...starts, ...both];
}

/** The same whichever word comes first; no start has a space in it. */
const pair = (one: string, other: string): string => [one, other].sort().join(" ");

const startOf = (word: string): string => word.slice(0, START);

/** The likely rarest first: an index is read by the first, and half a village is called Siti. */
function rarestFirst(typed: string): string[] {
  const words = nameWords(typed).reverse();
  const rare = words.filter(isRare);
  const common = words.filter((word) => !isRare(word));
  return [...new Set([...rare, ...common].map(startOf))];
}

/** By what a typed name is looked for in the database; the first of the starts is the rarest. */
export function searchKeys(typed: string): { keys: string[]; starts: string[] } {
  const starts = rarestFirst(typed);
  const whole = starts.filter((start) => start.length === START);
  return { keys: nameKeys(typed), starts: whole.length ? whole : starts };
}

/** Of all these starts, as few stored ones as say the same: the first two stand together. */
export function startsTogether([one, other, ...rest]: readonly string[]): string[] {
  if (one === undefined) return [];
  return other === undefined ? [one] : [pair(one, other), ...rest];
}

interface Named {
  id: string;
  name: string;
}

/**
 * The people of these whose name was meant, the likeliest first. It is not an index of everybody:
 * with 100,000 names that took 33 MB in each process, 3 s to fill, and is wrong as soon as another
 * process adds a name. The database finds candidates by stored keys, and these are ranked.
 */
export function rankNames<T extends Named>(typed: string, people: readonly T[]): T[] {
  const index = new MiniSearch<Named>({
    fields: ["name"],
    tokenize: nameWords,
    processTerm: (term) => term,
    searchOptions: {
      prefix: true,
      // Half a word is more often meant than a slip.
      weights: { prefix: 0.8, fuzzy: 0.3 },
      fuzzy: (term) => (term.length > 3 ? 0.25 : false),
    },
  });
  index.addAll(people.map(({ id, name }) => ({ id, name })));
  const all = index.search(typed, { combineWith: "AND" });
  const found = all.length ? all : index.search(typed);
  const byId = new Map(people.map((one) => [one.id, one]));
  const isSame = ({ name }: T) => (nameCloseness(typed, name) === "same" ? 1 : 0);
  return found
    .flatMap(({ id, score }) => {
      const one = byId.get(id as string);
      return one ? [{ one, score, same: isSame(one) }] : [];
    })
    .sort((a, b) => b.same - a.same || b.score - a.score)
    .map(({ one }) => one);
}
