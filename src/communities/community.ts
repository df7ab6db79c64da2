import { cleanText, graphemes, normalise, type Reading } from "../text.ts";

export type CommunityState = "active" | "dormant" | "closed";

/** A handmade community with its leaders. */
export interface Community {
  id: string;
  name: string;
  /** Codes of the kecamatan its members live in. */
  kecamatan: string[];
  state: CommunityState;
  /** Ids of the artisans who lead it, one or two. */
  leaders: string[];
  /** Made up for the demo; never the name of a real group. */
  invented: boolean;
}

/** Communities of the kecamatan first, then the others, each part by name. */
export function nearestFirst(communities: readonly Community[], kecamatan: string): Community[] {
  const isNear = (community: Community) => community.kecamatan.includes(kecamatan);
  const byName = [...communities].sort((a, b) => a.name.localeCompare(b.name, "id"));
  return [...byName.filter(isNear), ...byName.filter((community) => !isNear(community))];
}

/** Signs that the name of a community may have. */
export const NAME = { least: 3, most: 60 };
/** Signs that a note about a change of leader may have. */
export const NOTE = { least: 3, most: 200 };

/** A typed name or note. */
export function readWords(
  raw: string,
  { least, most }: { least: number; most: number },
): Reading<string, "tooShort" | "tooLong" | "signs"> {
  const value = cleanText(raw);
  if (graphemes(value) < least || !/\p{L}{2}/u.test(value))
    return { ok: false, reason: "tooShort" };
  if (graphemes(value) > most) return { ok: false, reason: "tooLong" };
  return /[<>@]|:\/\//.test(value) ? { ok: false, reason: "signs" } : { ok: true, value };
}

/** The one that is called like this already, in the same kecamatan, and is not closed. */
export function sameNamed(
  communities: readonly Community[],
  name: string,
  kecamatan: readonly string[],
): Community | undefined {
  const key = normalise(name);
  return communities.find(
    (one) =>
      one.state !== "closed" &&
      normalise(one.name) === key &&
      one.kecamatan.some((code) => kecamatan.includes(code)),
  );
}
